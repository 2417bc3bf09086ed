package weka.classifiers.functions.backprop.view;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;

/** The window of a learning curve, with the other trainings of its run, if there are any, as thin lines and a table. */
final class CurveWindow {

  private static final int GAP = 8;
  private static final int TABLE_HEIGHT = 130;

  private final LearningCurve curve;
  private final List<Trainings.Training> run;
  private final String name;
  private final JPanel place = new JPanel(new BorderLayout());
  private final JCheckBox logarithmic = new JCheckBox("Logarithmic losses");
  private final JCheckBox others = new JCheckBox("Other trainings of the run", true);

  private CurveWindow(LearningCurve curve, String name) {
    this.curve = curve;
    this.name = name;
    run = Trainings.runOf(curve);
  }

  /**
   * Opens the window.
   *
   * @param name of the model
   */
  static void open(LearningCurve curve, String name) {
    new CurveWindow(curve, name).open();
  }

  private void open() {
    logarithmic.addActionListener(event -> draw());
    others.addActionListener(event -> draw());
    JPanel controls = new JPanel(new BorderLayout(GAP, 0));
    JPanel boxes = new JPanel();
    boxes.add(logarithmic);
    JPanel picture = new JPanel(new BorderLayout());
    picture.add(place, BorderLayout.CENTER);
    if (run.size() > 1) {
      boxes.add(others);
      JScrollPane table = new JScrollPane(new JTable(table()));
      table.setPreferredSize(new Dimension(0, TABLE_HEIGHT));
      picture.add(table, BorderLayout.SOUTH);
    }
    controls.add(boxes, BorderLayout.WEST);
    controls.add(new JLabel("Drag across the curve to zoom."), BorderLayout.EAST);
    draw();
    List<String> tables = run.size() > 1 ? List.of("Learning curve", "Trainings") : List.of("Learning curve");
    List<Supplier<String>> csv = run.size() > 1 ? List.of(curve::csv, this::csv) : List.of(curve::csv);
    ChartWindow.open("learningCurve", "Learning curve: " + name, controls, picture, tables, csv);
  }

  private void draw() {
    List<LearningCurve> thin = others.isSelected()
        ? run.stream().skip(1).map(Trainings.Training::curve).toList() : List.of();
    CurveChart chart = new CurveChart(ChartTheme.ofLookAndFeel(), logarithmic.isSelected());
    JComponent losses = ChartWindow.withCursor(chart.of(curve, thin, ""));
    place.removeAll();
    if (curve.hasScores()) {
      JSplitPane both = new JSplitPane(JSplitPane.VERTICAL_SPLIT, losses,
          ChartWindow.withCursor(chart.scores(curve, thin)));
      both.setResizeWeight(CurvePicture.LOSSES);
      both.setBorder(null);
      place.add(both);
    } else {
      place.add(losses);
    }
    place.revalidate();
    place.repaint();
  }

  private static final Object[] COLUMNS =
      {"Training", "Epochs", "Best epoch", "Training loss", "Validation loss", "Validation score", "State"};

  /** A row for each training of the run, this one first. */
  private DefaultTableModel table() {
    DefaultTableModel model = new DefaultTableModel(COLUMNS, 0);
    run.forEach(training -> model.addRow(row(training)));
    return model;
  }

  private String csv() {
    Csv csv = new Csv(COLUMNS);
    run.forEach(training -> csv.row(row(training)));
    return csv.toString();
  }

  private Object[] row(Trainings.Training training) {
    LearningCurve.Point best = training.curve().best();
    return new Object[] {training.number() + (training == run.get(0) ? " (this model)" : ""),
        training.curve().last().epoch(), best.epoch(), String.format(Locale.ROOT, "%.5g", best.loss()),
        text(best.validationLoss()), text(best.score()),
        training.state()};
  }

  private static String text(double figure) {
    return Double.isNaN(figure) ? "" : String.format(Locale.ROOT, "%.5g", figure);
  }
}
