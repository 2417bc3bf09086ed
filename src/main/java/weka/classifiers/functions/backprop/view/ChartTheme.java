package weka.classifiers.functions.backprop.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GraphicsEnvironment;
import java.util.Locale;
import javax.swing.UIManager;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;

/**
 * Colours and fonts of our pictures: those of the look and feel, light or dark, around series in colours that the
 * colour-blind can tell apart (Okabe and Ito).
 *
 * @param background of charts
 * @param text of titles, labels and axes
 */
record ChartTheme(Color background, Color text, Font font) {

  /** What isn't shown in a window: dark on white. Java's logical font is there wherever Java draws at all. */
  static final ChartTheme PAPER =
      new ChartTheme(Color.WHITE, new Color(0x202020), new Font(Font.SANS_SERIF, Font.PLAIN, 12));

  private static final int DARK_BELOW = 128;

  /** That of the windows around; that of paper where there are none. */
  static ChartTheme ofLookAndFeel() {
    if (GraphicsEnvironment.isHeadless()) {
      return PAPER;
    }
    Color background = UIManager.getColor("Panel.background");
    Color text = UIManager.getColor("Label.foreground");
    Font font = UIManager.getFont("Label.font");
    return background == null || text == null || font == null ? PAPER
        // Plain objects, since a look and feel replaces its own ones.
        : new ChartTheme(new Color(background.getRGB()), new Color(text.getRGB()), font.deriveFont(Font.PLAIN));
  }

  boolean isDark() {
    return brightness(background) < DARK_BELOW;
  }

  private static int brightness(Color color) {
    return (299 * color.getRed() + 587 * color.getGreen() + 114 * color.getBlue()) / 1000;
  }

  /** Black or white, which can be read on the given colour. */
  static Color textOn(Color color) {
    return brightness(color) < DARK_BELOW ? Color.WHITE : Color.BLACK;
  }

  Color blue() {
    return new Color(isDark() ? 0x56B4E9 : 0x0072B2);
  }

  Color orange() {
    return new Color(isDark() ? 0xE69F00 : 0xD55E00);
  }

  Color green() {
    return new Color(0x009E73);
  }

  /** Of what stays in the background. */
  Color faint() {
    return mix(text, background, 0.35);
  }

  /** The given part of one colour, and the rest of another. */
  static Color mix(Color one, Color other, double part) {
    return new Color(channel(one.getRed(), other.getRed(), part), channel(one.getGreen(), other.getGreen(), part),
        channel(one.getBlue(), other.getBlue(), part));
  }

  private static int channel(int one, int other, double part) {
    return (int) Math.round(other + part * (one - other));
  }

  static Color translucent(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  /** A label that is cut off where it is wider than it may be. */
  static String shortened(FontMetrics metrics, String label, int width) {
    String text = label;
    for (int length = label.length(); metrics.stringWidth(text) > width && length > 1; length--) {
      text = label.substring(0, length - 1) + "…";
    }
    return text;
  }

  /** A solid line; XChart's own lines have one width. */
  static BasicStroke solid(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  static BasicStroke dashed() {
    return new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 4}, 0);
  }

  /** Styles a chart, but for its series. */
  void style(Styler styler) {
    styler.setChartBackgroundColor(background).setChartFontColor(text).setPlotBackgroundColor(background)
        .setPlotBorderColor(faint()).setBaseFont(font).setChartTitleFont(font.deriveFont(Font.BOLD))
        .setLegendFont(font).setLegendBackgroundColor(background).setLegendBorderColor(background)
        .setLegendPosition(Styler.LegendPosition.OutsideS).setLegendLayout(Styler.LegendLayout.Horizontal)
        .setChartTitleBoxVisible(false).setXAxisTitleColor(text).setYAxisTitleColor(text)
        .setToolTipBackgroundColor(background).setToolTipBorderColor(text).setToolTipFont(font)
        .setToolTipHighlightColor(translucent(orange(), 120)).setAnnotationTextFontColor(text)
        .setAnnotationTextFont(font).setAnnotationLineColor(text).setChartButtonBackgroundColor(background)
        .setChartButtonBorderColor(text).setChartButtonFontColor(text).setChartButtonFont(font);
    if (styler instanceof AxesChartStyler axes) {
      axes.setLocale(Locale.ROOT).setAxisTickLabelsColor(text).setAxisTickMarksColor(text)
          .setAxisTitleFont(font).setAxisTickLabelsFont(font).setPlotGridLinesColor(mix(text, background, 0.15));
    }
    if (styler instanceof XYStyler xy) {
      xy.setCursorColor(text).setCursorFont(font).setCursorFontColor(background)
          .setCursorBackgroundColor(translucent(text, 200)).setZoomSelectionColor(translucent(blue(), 60));
    }
  }
}
