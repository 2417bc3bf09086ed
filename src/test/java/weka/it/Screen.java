package weka.it;

import java.util.List;

/**
 * What Weka's windows are shown on.
 *
 * @param lookAndFeel class of Swing's look and feel; empty: Java's own
 */
record Screen(int width, int height, String lookAndFeel) {

  /** As on most desks. */
  static final Screen USUAL = new Screen(1280, 900, "");
  /** As of a projector, with dark windows. */
  static final Screen SMALL_AND_DARK = new Screen(1024, 768, "com.formdev.flatlaf.FlatDarkLaf");

  /** Options of Java that give windows this look. */
  List<String> jvmOptions() {
    return lookAndFeel.isEmpty() ? List.of() : List.of("-Dswing.defaultlaf=" + lookAndFeel);
  }

  @Override
  public String toString() {
    return width + "x" + height + (lookAndFeel.isEmpty() ? "" : " dark");
  }
}
