package weka.classifiers.functions.backprop.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import weka.classifiers.functions.backprop.train.History;

/**
 * Training and validation loss and the learning rate, epoch by epoch, as a picture.
 *
 * @param points in the order of epochs
 */
public record LearningCurve(List<Point> points) {

  /** Points that a screen has room for. */
  private static final int MOST_POINTS = 1000;
  /** A curve of so few points shows them. */
  private static final int FEW_POINTS = 30;
  private static final int WIDTH = 800;
  private static final int HEIGHT = 500;
  /** Colours that the colour-blind can tell apart (Okabe and Ito). */
  private static final Color TRAINING = new Color(0x0072B2);
  private static final Color VALIDATION = new Color(0xD55E00);
  private static final Color BEST = new Color(0x009E73);
  private static final Color RATE = new Color(0x999999);
  private static final BasicStroke DASHED =
      new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 4}, 0);

  /**
   * An epoch.
   *
   * @param validationLoss NaN if there is none
   */
  record Point(int epoch, double loss, double validationLoss, double learningRate) {

    static Point of(int number, History.Epoch epoch) {
      return new Point(number, epoch.loss(), epoch.validationLoss(), epoch.learningRate());
    }
  }

  /** The curve of a training. */
  public static LearningCurve of(History history) {
    List<Point> points = new ArrayList<>();
    for (History.Epoch epoch : history.epochs()) {
      points.add(Point.of(points.size() + 1, epoch));
    }
    return new LearningCurve(points);
  }

  /** The curve that {@link History#toCsv} describes. */
  static LearningCurve ofCsv(String csv) {
    List<Point> points = new ArrayList<>();
    for (String line : csv.lines().skip(1).toList()) {
      String[] cells = line.split(",");
      points.add(new Point(Integer.parseInt(cells[0]), Double.parseDouble(cells[1]),
          cells[2].isEmpty() ? Double.NaN : Double.parseDouble(cells[2]), Double.parseDouble(cells[3])));
    }
    return new LearningCurve(points);
  }

  /** The picture, as the bytes of a PNG file. */
  public byte[] toPng() throws IOException {
    return BitmapEncoder.getBitmapBytes(chart("Learning curve"), BitmapEncoder.BitmapFormat.PNG);
  }

  /** The picture, to be painted. */
  XYChart chart(String title) {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle("Epoch")
        .yAxisTitle("Mean loss of an instance").build();
    style(chart);
    List<Point> shown = thinned();
    if (shown.isEmpty()) {
      // Axes need something to measure.
      add(chart, "No epoch yet", List.of(new Point(0, 0, 0, 0)), Point::loss, RATE);
      return chart;
    }
    add(chart, "Training loss", shown, Point::loss, TRAINING);
    if (shown.stream().anyMatch(point -> Double.isFinite(point.validationLoss))) {
      add(chart, "Validation loss", shown, Point::validationLoss, VALIDATION);
      Point best = best();
      add(chart, "Best epoch: " + best.epoch, List.of(best), Point::validationLoss, BEST)
          .setMarker(SeriesMarkers.DIAMOND);
    }
    rate(chart, shown);
    roundTicks(chart, shown.get(0).loss);
    return chart;
  }

  /** XChart labels every so many of evenly spaced values, and round numbers only if they are not: so adds a half one. */
  private static void roundTicks(XYChart chart, double loss) {
    chart.addSeries(" ", new double[] {0.5}, new double[] {loss}).setMarker(SeriesMarkers.NONE).setShowInLegend(false);
  }

  private static void style(XYChart chart) {
    // Java's logical font is there wherever Java draws at all.
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    chart.getStyler().setChartBackgroundColor(Color.WHITE).setBaseFont(font).setLegendFont(font)
        .setChartTitleFont(font.deriveFont(Font.BOLD)).setLegendPosition(Styler.LegendPosition.OutsideS)
        .setLegendLayout(Styler.LegendLayout.Horizontal);
    // A float has no more digits than a label needs.
    chart.getStyler().setAxisTitleFont(font).setAxisTickLabelsFont(font).setXAxisMin(0.0)
        .setyAxisTickLabelsFormattingFunction(value -> String.valueOf(value.floatValue()));
    chart.getStyler().setLocale(Locale.ROOT);
    chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
    chart.setYAxisGroupTitle(1, "Learning rate");
  }

  private static void rate(XYChart chart, List<Point> shown) {
    XYSeries rate = add(chart, "Learning rate", shown, Point::learningRate, RATE);
    rate.setYAxisGroup(1);
    rate.setMarker(SeriesMarkers.NONE).setLineStyle(DASHED);
    double highest = shown.stream().mapToDouble(Point::learningRate).max().orElse(1);
    chart.getStyler().setYAxisMin(1, 0.0).setYAxisMax(1, 1.05 * highest);
  }

  private static XYSeries add(XYChart chart, String name, List<Point> points, ToDoubleFunction<Point> value,
      Color color) {
    XYSeries series = chart.addSeries(name, points.stream().mapToDouble(Point::epoch).toArray(),
        points.stream().mapToDouble(value).toArray());
    series.setMarker(points.size() <= FEW_POINTS ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE).setMarkerColor(color)
        .setLineColor(color);
    series.setLineWidth(1.5f);
    return series;
  }

  /** The point of the least validation loss; the last one if there is none. */
  Point best() {
    Point best = points.get(points.size() - 1);
    for (Point point : points) {
      // Not the last of several that are equal.
      best = point.validationLoss < best.validationLoss
          || point.validationLoss == best.validationLoss && point.epoch < best.epoch ? point : best;
    }
    return best;
  }

  private List<Point> thinned() {
    int step = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
    List<Point> thinned = new ArrayList<>();
    for (int k = 0; k < points.size(); k++) {
      if (k % step == 0 || k == points.size() - 1) {
        thinned.add(points.get(k));
      }
    }
    return thinned;
  }
}
