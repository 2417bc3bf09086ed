package weka.classifiers.functions.backprop.view;

import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;
import weka.classifiers.functions.backprop.explain.PartialDependence;
import weka.core.Attribute;

/** Draws a partial dependence: curves for a numeric attribute, bars for the labels of a nominal one. */
final class DependenceChart {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 260;
  /** Curves of single instances, evenly spaced among all. */
  private static final int CURVES = 40;
  private static final float BOLD = 3;

  private DependenceChart() {
  }

  /**
   * The chart.
   *
   * @param output what is predicted, for people
   */
  static Chart<?, ?> of(PartialDependence dependence, Attribute attribute, String output, ChartTheme theme) {
    return attribute.isNominal() ? bars(dependence, attribute, output, theme)
        : curves(dependence, attribute, output, theme);
  }

  private static XYChart curves(PartialDependence dependence, Attribute attribute, String output, ChartTheme theme) {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).xAxisTitle(attribute.name())
        .yAxisTitle(output).build();
    theme.style(chart.getStyler());
    chart.getStyler().setLegendVisible(false).setMarkerSize(5);
    chart.getStyler().setyAxisTickLabelsFormattingFunction(value -> String.valueOf(value.floatValue()));
    if (attribute.isDate()) {
      chart.getStyler().setxAxisTickLabelsFormattingFunction(attribute::formatDate);
    }
    double[][] curves = dependence.curves();
    int step = Math.max(1, (curves.length + CURVES - 1) / CURVES);
    for (int i = 0; i < curves.length; i += step) {
      chart.addSeries("instance " + (i + 1), dependence.values(), curves[i]).setMarker(SeriesMarkers.NONE)
          .setLineColor(ChartTheme.translucent(theme.faint(), 130)).setLineStyle(ChartTheme.solid(1));
    }
    if (dependence.values().length > 0) {
      chart.addSeries("mean", dependence.values(), dependence.mean()).setMarker(SeriesMarkers.NONE)
          .setLineColor(theme.blue()).setLineStyle(ChartTheme.solid(BOLD));
    }
    return chart;
  }

  private static CategoryChart bars(PartialDependence dependence, Attribute attribute, String output,
      ChartTheme theme) {
    CategoryChart chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).xAxisTitle(attribute.name())
        .yAxisTitle(output).build();
    theme.style(chart.getStyler());
    chart.getStyler().setErrorBarsColor(theme.text()).setLegendVisible(false);
    chart.getStyler().setyAxisTickLabelsFormattingFunction(value -> String.valueOf(value.floatValue()));
    List<String> labels = IntStream.range(0, attribute.numValues()).mapToObj(attribute::value).toList();
    if (labels.stream().mapToInt(String::length).sum() > WIDTH / 8) {
      chart.getStyler().setXAxisLabelRotation(45);
    }
    double[] mean = dependence.mean();
    double[] deviation = deviation(dependence, mean);
    chart.addSeries("mean", labels, IntStream.range(0, mean.length).mapToObj(v -> mean[v]).toList(),
        IntStream.range(0, mean.length).mapToObj(v -> deviation[v]).toList()).setFillColor(theme.blue());
    return chart;
  }

  /** Standard deviation among the instances [values]. */
  static double[] deviation(PartialDependence dependence, double[] mean) {
    double[] deviation = new double[mean.length];
    for (int v = 0; v < mean.length; v++) {
      double squares = 0;
      for (double[] curve : dependence.curves()) {
        squares += (curve[v] - mean[v]) * (curve[v] - mean[v]);
      }
      deviation[v] = Math.sqrt(squares / dependence.curves().length);
    }
    return deviation;
  }

  /** A row for each value, with the mean and the prediction of each instance. */
  static String csv(PartialDependence dependence, Attribute attribute) {
    Object[] header = new Object[2 + dependence.curves().length];
    header[0] = attribute.name();
    header[1] = "mean";
    for (int i = 0; i < dependence.curves().length; i++) {
      header[2 + i] = "instance " + (i + 1);
    }
    Csv csv = new Csv(header);
    double[] mean = dependence.mean();
    for (int v = 0; v < mean.length; v++) {
      Object[] row = new Object[header.length];
      row[0] = attribute.isNominal() ? attribute.value(v) : (Object) dependence.values()[v];
      row[1] = mean[v];
      for (int i = 0; i < dependence.curves().length; i++) {
        row[2 + i] = dependence.curves()[i][v];
      }
      csv.row(row);
    }
    return csv.toString();
  }
}
