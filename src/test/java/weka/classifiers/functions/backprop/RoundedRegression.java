package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.util.List;
import weka.test.Regression;

/**
 * Weka's comparison of a test's output with a file, up to rounding. Weka's own compares all digits. But Math.exp and
 * the like may differ in the last bit between Java versions and processors, and sums may be taken in another order or
 * with fused multiply-add by another kernel.
 */
public final class RoundedRegression extends Regression {

  /** Allowed difference of numbers; between plain and vector kernel it is 1e-6. */
  private static final double TOLERANCE = 1e-4;

  /** Compares with the file that is named after a test class. */
  public RoundedRegression(Class<?> test) {
    super(test);
  }

  /** Asserts that the output is what it was. A missing file is written, and fails the test so that it is committed. */
  public void assertUnchanged() throws IOException {
    String difference = diff();
    assertNotNull(difference, "There was no file to compare with. It has been written: look at it and commit it.");
    assertEquals("", difference);
  }

  @Override
  protected String diff(String reference, String current) {
    return firstDifference(reference.lines().toList(), current.lines().toList());
  }

  private static String firstDifference(List<String> reference, List<String> current) {
    for (int i = 0; i < Math.max(reference.size(), current.size()); i++) {
      String expected = i < reference.size() ? reference.get(i) : "the end";
      String actual = i < current.size() ? current.get(i) : "the end";
      if (!alike(expected.split(" "), actual.split(" "))) {
        return "line " + (i + 1) + ": expected " + expected + ", but was " + actual;
      }
    }
    return "";
  }

  private static boolean alike(String[] expected, String[] actual) {
    boolean alike = expected.length == actual.length;
    for (int k = 0; alike && k < expected.length; k++) {
      alike = expected[k].equals(actual[k]) || isNumber(expected[k]) && isNumber(actual[k])
          && close(Double.parseDouble(expected[k]), Double.parseDouble(actual[k]));
    }
    return alike;
  }

  private static boolean isNumber(String word) {
    return word.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?");
  }

  private static boolean close(double expected, double actual) {
    return Math.abs(expected - actual) <= TOLERANCE * Math.max(1, Math.abs(expected));
  }
}
