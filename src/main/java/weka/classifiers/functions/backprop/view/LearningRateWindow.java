package weka.classifiers.functions.backprop.view;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JPanel;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import weka.classifiers.functions.backprop.explain.LearningRateCurve;
import weka.classifiers.functions.backprop.explain.LearningRateFinder;
import weka.core.Instances;

/** The window of the learning-rate finder. */
final class LearningRateWindow {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 430;
  private static final int GAP = 8;
  private static final long SEED = 1;

  private final BackgroundJobs jobs = new BackgroundJobs();
  private final LearningRateFinder finder;
  private final Instances data;
  private final DoubleConsumer user;
  private final JButton use = new JButton("Use it");
  private final JPanel place = new JPanel(new BorderLayout());
  private LearningRateCurve curve = new LearningRateCurve(List.of());

  /**
   * A window that isn't open yet.
   *
   * @param user takes the rate that is found, if that is wanted
   */
  LearningRateWindow(LearningRateFinder finder, Instances data, DoubleConsumer user) {
    this.finder = finder;
    this.data = data;
    this.user = user;
  }

  /** Opens the window and starts to search. */
  void open() {
    use.setEnabled(false);
    use.setToolTipText("Sets the learning rate of the scheme in the Classify tab");
    use.addActionListener(event -> {
      user.accept(rounded(curve.steepest()));
      jobs.say("The scheme's learning rate is now " + rounded(curve.steepest()) + ".");
    });
    JPanel progress = new JPanel(new BorderLayout(GAP, GAP));
    progress.add(jobs.status(), BorderLayout.NORTH);
    progress.add(jobs.progress(), BorderLayout.CENTER);
    JPanel buttons = new JPanel();
    buttons.add(jobs.stopButton());
    buttons.add(use);
    progress.add(buttons, BorderLayout.EAST);
    show(curve);
    JFrame frame = ChartWindow.open("learningRate", "Learning rate: " + data.relationName(), progress, place,
        this::csv);
    frame.addWindowListener(new ClosedListener(jobs::stop));
    jobs.start("Training steps with growing rates", "Done.", part -> finder.run(data, SEED, part), found -> {
      show(found);
      use.setEnabled(!Double.isNaN(found.steepest()));
    });
  }

  /** A rate in two digits. */
  static double rounded(double rate) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.1e", rate));
  }

  private void show(LearningRateCurve found) {
    curve = found;
    place.removeAll();
    place.add(ChartWindow.withToolTips(chart(found, ChartTheme.ofLookAndFeel())));
    place.revalidate();
    place.repaint();
  }

  /** Loss against rate, with a mark at the steepest fall. */
  static XYChart chart(LearningRateCurve curve, ChartTheme theme) {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).xAxisTitle("Learning rate")
        .yAxisTitle("Loss of a mini-batch").build();
    theme.style(chart.getStyler());
    chart.getStyler().setXAxisLogarithmic(true).setXAxisMin(1e-6).setXAxisMax(1.0)
        .setyAxisTickLabelsFormattingFunction(value -> String.valueOf(value.floatValue()));
    List<LearningRateCurve.Point> points = curve.points();
    if (points.isEmpty()) {
      add(chart, "No step yet", List.of(new LearningRateCurve.Point(1, 0, 0)), LearningRateCurve.Point::loss)
          .setShowInLegend(false);
      return chart;
    }
    add(chart, "Mini-batches", points, LearningRateCurve.Point::loss)
        .setLineColor(theme.faint()).setLineStyle(ChartTheme.solid(1));
    add(chart, "Smoothed", points, LearningRateCurve.Point::smoothed)
        .setLineColor(theme.blue()).setLineStyle(ChartTheme.solid(3));
    List<LearningRateCurve.Point> steepest =
        points.stream().filter(point -> Double.compare(point.rate(), curve.steepest()) == 0).toList();
    if (!steepest.isEmpty()) {
      add(chart, "Steepest fall: " + rounded(curve.steepest()), steepest, LearningRateCurve.Point::smoothed)
          .setMarker(SeriesMarkers.DIAMOND).setMarkerColor(theme.green()).setLineColor(theme.green());
    }
    return chart;
  }

  private static XYSeries add(XYChart chart, String name, List<LearningRateCurve.Point> points,
      ToDoubleFunction<LearningRateCurve.Point> loss) {
    XYSeries series = chart.addSeries(name, points.stream().mapToDouble(LearningRateCurve.Point::rate).toArray(),
        points.stream().mapToDouble(loss).toArray());
    series.setMarker(SeriesMarkers.NONE);
    return series;
  }

  private String csv() {
    Csv csv = new Csv("learning rate", "loss", "smoothed loss");
    curve.points().forEach(point -> csv.row(point.rate(), point.loss(), point.smoothed()));
    return csv.toString();
  }
}
