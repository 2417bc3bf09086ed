package weka.classifiers.functions.backprop.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Predictions of a numeric class beside its values.
 *
 * @param name of the class
 * @param points in the order of the instances
 */
record Residuals(String name, List<Point> points) {

  /** Points that are drawn at most, evenly spaced among all. */
  private static final int MOST_POINTS = 4000;
  private static final int WIDTH = 760;
  private static final int HEIGHT = 330;
  private static final int RESIDUAL_HEIGHT = 220;
  private static final int LABEL_WIDTH = 70;
  private static final int MARKER = 5;

  /** An instance. */
  record Point(double actual, double predicted) {

    /** What the prediction is too high by. */
    double residual() {
      return predicted - actual;
    }
  }

  /**
   * The predictions of instances; those that lack their class or its prediction are left out.
   *
   * @param predicted instances with their prediction as the attribute before the class, as Weka gives them to plugins
   */
  static Residuals of(Instances predicted) {
    List<Point> points = new ArrayList<>();
    for (Instance instance : predicted) {
      if (!instance.classIsMissing() && !instance.isMissing(predicted.classIndex() - 1)) {
        points.add(new Point(instance.classValue(), instance.value(predicted.classIndex() - 1)));
      }
    }
    return new Residuals(predicted.classAttribute().name(), points);
  }

  private double mean(ToDoubleFunction<Point> value) {
    return points.stream().mapToDouble(value).average().orElse(Double.NaN);
  }

  /** Root of the mean squared residual. */
  double rootMeanSquare() {
    return Math.sqrt(mean(point -> point.residual() * point.residual()));
  }

  /** R² = 1 - Σ residual² / Σ (actual - mean)²; NaN if the class doesn't vary. */
  double determination() {
    double mean = mean(Point::actual);
    double variance = mean(point -> (point.actual - mean) * (point.actual - mean));
    return variance > 0 ? 1 - mean(point -> point.residual() * point.residual()) / variance : Double.NaN;
  }

  /** Figures for people. */
  String summary() {
    return String.format(Locale.ROOT, "%d instances    root mean squared error %.5g    mean residual %.5g    R² %.4f",
        points.size(), rootMeanSquare(), mean(Point::residual), determination());
  }

  private List<Point> shown() {
    int step = Math.max(1, (points.size() + MOST_POINTS - 1) / MOST_POINTS);
    List<Point> shown = new ArrayList<>();
    for (int k = 0; k < points.size(); k += step) {
      shown.add(points.get(k));
    }
    return shown;
  }

  /** Predicted against actual values. */
  XYChart diagram(ChartTheme theme) {
    XYChart chart = chart(HEIGHT, "", "Predicted " + name, theme);
    scatter(chart, Point::predicted, theme);
    line(chart, "predicted = actual", true, theme);
    return chart;
  }

  /** Residuals against actual values. */
  XYChart residualDiagram(ChartTheme theme) {
    XYChart chart = chart(RESIDUAL_HEIGHT, "Actual " + name, "Residual", theme);
    scatter(chart, Point::residual, theme);
    line(chart, "residual = 0", false, theme);
    return chart;
  }

  private static XYChart chart(int height, String x, String y, ChartTheme theme) {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(height).xAxisTitle(x).yAxisTitle(y).build();
    theme.style(chart.getStyler());
    chart.getStyler().setLegendVisible(false).setMarkerSize(MARKER).setYAxisLeftWidthHint(LABEL_WIDTH);
    chart.getStyler().setyAxisTickLabelsFormattingFunction(value -> String.valueOf(value.floatValue()));
    return chart;
  }

  private void scatter(XYChart chart, ToDoubleFunction<Point> value, ChartTheme theme) {
    List<Point> shown = shown();
    if (!shown.isEmpty()) {
      chart.addSeries("instances", shown.stream().mapToDouble(Point::actual).toArray(),
          shown.stream().mapToDouble(value).toArray()).setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
          .setMarker(SeriesMarkers.CIRCLE).setMarkerColor(ChartTheme.translucent(theme.blue(), 150));
    }
  }

  private void line(XYChart chart, String label, boolean rising, ChartTheme theme) {
    double low = points.stream().mapToDouble(Point::actual).min().orElse(0);
    double high = points.stream().mapToDouble(Point::actual).max().orElse(1);
    chart.addSeries(label, new double[] {low, high}, rising ? new double[] {low, high} : new double[] {0, 0})
        .setMarker(SeriesMarkers.NONE).setLineColor(theme.faint()).setLineStyle(ChartTheme.dashed());
  }

  /** A row for each instance. */
  String csv() {
    Csv csv = new Csv("actual", "predicted", "residual");
    points.forEach(point -> csv.row(point.actual, point.predicted, point.residual()));
    return csv.toString();
  }
}
