package weka.classifiers.functions.backprop.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import weka.classifiers.functions.backprop.explain.ReliabilityBins;

/** Draws reliability bins: frequency against mean probability, and below a histogram of the probabilities. */
final class ReliabilityChart {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 400;
  private static final int HISTOGRAM_HEIGHT = 170;
  /** So that both charts have the same horizontal scale. */
  private static final int LABEL_WIDTH = 60;

  private final ReliabilityBins bins;
  private final ChartTheme theme;

  ReliabilityChart(ReliabilityBins bins, ChartTheme theme) {
    this.bins = bins;
    this.theme = theme;
  }

  /**
   * The diagram.
   *
   * @param title of the picture; may be empty
   */
  XYChart diagram(String title) {
    XYChart chart = chart(HEIGHT, title, "", "Frequency");
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
    XYSeries ideal = chart.addSeries("Perfect calibration", new double[] {0, 1}, new double[] {0, 1});
    ideal.setMarker(SeriesMarkers.NONE).setLineColor(theme.faint()).setLineStyle(ChartTheme.dashed());
    int[] filled = IntStream.range(0, ReliabilityBins.BINS).filter(bin -> bins.weight(bin) > 0).toArray();
    if (filled.length > 0) {
      XYSeries series = chart.addSeries(String.format(Locale.ROOT,
          "Predictions, by bins (± standard error); calibration error %.4f", bins.expectedCalibrationError()),
          IntStream.of(filled).mapToDouble(bins::meanProbability).toArray(),
          IntStream.of(filled).mapToDouble(bins::frequency).toArray(),
          IntStream.of(filled).mapToDouble(bins::standardError).toArray());
      series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(theme.blue()).setLineColor(theme.blue()).setLineWidth(2);
    }
    return chart;
  }

  /** The histogram, in parts of the total weight. */
  XYChart histogram() {
    XYChart chart = chart(HISTOGRAM_HEIGHT, "", "Predicted probability", "Part of all");
    double total = Math.max(bins.totalWeight(), Double.MIN_NORMAL);
    double[] x = new double[4 * ReliabilityBins.BINS];
    double[] y = new double[x.length];
    for (int bin = 0; bin < ReliabilityBins.BINS; bin++) {
      for (int corner = 0; corner < 4; corner++) {
        x[4 * bin + corner] = (bin + (corner < 2 ? 0.03 : 0.97)) / ReliabilityBins.BINS;
        y[4 * bin + corner] = corner == 1 || corner == 2 ? bins.weight(bin) / total : 0;
      }
    }
    XYSeries bars = chart.addSeries("Weight of a bin", x, y);
    bars.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Area).setMarker(SeriesMarkers.NONE)
        .setLineColor(theme.blue()).setFillColor(ChartTheme.translucent(theme.blue(), 110));
    chart.getStyler().setYAxisMin(0.0).setLegendVisible(false);
    return chart;
  }

  /** Both, one below the other, as a picture. */
  BufferedImage draw(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    int split = height * HEIGHT / (HEIGHT + HISTOGRAM_HEIGHT);
    diagram("Reliability diagram").paint(graphics, width, split);
    graphics.translate(0, split);
    histogram().paint(graphics, width, height - split);
    graphics.dispose();
    return image;
  }

  private XYChart chart(int height, String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder().width(WIDTH).height(height).title(title).xAxisTitle(x).yAxisTitle(y).build();
    theme.style(chart.getStyler());
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setErrorBarsColorSeriesColor(true)
        .setYAxisDecimalPattern("0.00").setPlotContentSize(0.96).setYAxisLeftWidthHint(LABEL_WIDTH);
    return chart;
  }
}
