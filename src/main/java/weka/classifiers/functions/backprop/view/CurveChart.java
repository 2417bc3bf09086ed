package weka.classifiers.functions.backprop.view;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import weka.classifiers.functions.backprop.view.LearningCurve.Point;

/**
 * Draws learning curves.
 *
 * @param logarithmic whether losses have a logarithmic scale; those that aren't greater than 0 are then left out
 */
record CurveChart(ChartTheme theme, boolean logarithmic) {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 400;
  private static final int HEIGHT_OF_SCORES = 220;
  /** A curve of so few points shows them. */
  private static final int FEW_POINTS = 30;
  private static final String OTHERS = "Other trainings";
  /** XChart labels values that are evenly spaced, and round numbers only if they are not. */
  private static final double NUDGE = 1e-3;

  /** One curve. */
  XYChart of(LearningCurve curve, String title) {
    return of(curve, List.of(), title);
  }

  /**
   * A curve, and behind it others, such as those of the folds of a cross-validation, thin and grey.
   *
   * @param title may be empty
   */
  XYChart of(LearningCurve curve, List<LearningCurve> others, String title) {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle("Epoch")
        .yAxisTitle("Mean loss of an instance").build();
    style(chart);
    LearningCurve shown = curve.thinned();
    if (shown.points().isEmpty()) {
      // Axes need something to measure.
      add(chart, "No epoch yet", List.of(new Point(0, 1, 1, 0, 0)), Point::loss, theme.faint());
      return chart;
    }
    for (int k = 0; k < others.size(); k++) {
      boolean validated = others.get(k).isValidated();
      addOther(chart, k, others.get(k), validated ? Point::validationLoss : Point::loss);
    }
    addLosses(chart, shown);
    if (shown.variesInRate()) {
      addRate(chart, shown.points());
    }
    return chart;
  }

  /** The accuracy or RMSE of what is held out, of a curve that has it, and of others behind it. */
  XYChart scores(LearningCurve curve, List<LearningCurve> others) {
    String name = "Validation " + curve.scoreName();
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT_OF_SCORES).xAxisTitle("Epoch")
        .yAxisTitle(Character.toUpperCase(curve.scoreName().charAt(0)) + curve.scoreName().substring(1)).build();
    // Accuracies and errors of an epoch are of the same magnitude.
    new CurveChart(theme, false).style(chart);
    chart.getStyler().setLegendVisible(false);
    for (int k = 0; k < others.size(); k++) {
      addOther(chart, k, others.get(k), Point::score);
    }
    LearningCurve shown = curve.thinned();
    add(chart, name, shown.points(), Point::score, theme.orange());
    Point best = shown.best();
    if (shown.isValidated()) {
      add(chart, "Best epoch", List.of(best), Point::score, theme.green()).setMarker(SeriesMarkers.DIAMOND);
    }
    return chart;
  }

  private void addOther(XYChart chart, int k, LearningCurve other, ToDoubleFunction<Point> value) {
    XYSeries series = add(chart, OTHERS + (k == 0 ? "" : " (" + (k + 1) + ")"), other.thinned().points(), value,
        theme.faint());
    if (series != null) {
      series.setMarker(SeriesMarkers.NONE).setLineStyle(ChartTheme.solid(1)).setShowInLegend(k == 0);
    }
  }

  private void addLosses(XYChart chart, LearningCurve shown) {
    add(chart, "Training loss", shown.points(), Point::loss, theme.blue());
    if (shown.isValidated()) {
      add(chart, "Validation loss", shown.points(), Point::validationLoss, theme.orange());
      Point best = shown.best();
      XYSeries mark = add(chart, "Best epoch: " + best.epoch(), List.of(best), Point::validationLoss, theme.green());
      if (mark != null) {
        mark.setMarker(SeriesMarkers.DIAMOND);
      }
    }
  }

  private void style(XYChart chart) {
    theme.style(chart.getStyler());
    // A float has no more digits than a label needs.
    chart.getStyler().setXAxisMin(0.0).setyAxisTickLabelsFormattingFunction(value -> String.valueOf(value.floatValue()))
        .setYAxisLogarithmic(logarithmic);
    chart.getStyler().setCustomCursorXDataFormattingFunction(value -> "Epoch " + Math.round(value))
        .setCustomCursorYDataFormattingFunction(value -> String.format(Locale.ROOT, "%.5g", value));
  }

  private void addRate(XYChart chart, List<Point> shown) {
    XYSeries rate = add(chart, "Learning rate", shown, Point::learningRate, theme.faint());
    if (rate == null) {
      return;
    }
    rate.setYAxisGroup(1);
    rate.setMarker(SeriesMarkers.NONE).setLineStyle(ChartTheme.dashed());
    double highest = shown.stream().mapToDouble(Point::learningRate).max().orElse(1);
    chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
    chart.getStyler().setYAxisGroupTitleColor(1, theme.text());
    chart.setYAxisGroupTitle(1, "Learning rate");
    if (!logarithmic) {
      chart.getStyler().setYAxisMin(1, 0.0).setYAxisMax(1, 1.05 * highest);
    }
  }

  /** Adds a series; returns null if no point can be shown. */
  private XYSeries add(XYChart chart, String name, List<Point> points, ToDoubleFunction<Point> value, Color color) {
    List<Point> usable = points.stream().filter(point -> Double.isFinite(value.applyAsDouble(point))
        && (!logarithmic || value.applyAsDouble(point) > 0)).toList();
    if (usable.isEmpty()) {
      return null;
    }
    double[] x = usable.stream().mapToDouble(Point::epoch).toArray();
    x[x.length - 1] += x.length > 2 ? NUDGE : 0;
    XYSeries series = chart.addSeries(name, x, usable.stream().mapToDouble(value).toArray());
    series.setMarker(usable.size() <= FEW_POINTS ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE).setMarkerColor(color)
        .setLineColor(color).setLineStyle(ChartTheme.solid(2));
    return series;
  }
}
