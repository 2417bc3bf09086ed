package weka.classifiers.functions.backprop.view;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JSplitPane;
import javax.swing.SpinnerNumberModel;
import javax.swing.event.AncestorEvent;
import javax.swing.event.AncestorListener;
import weka.classifiers.functions.backprop.explain.Contributions;
import weka.classifiers.functions.backprop.explain.Importance;
import weka.classifiers.functions.backprop.explain.PartialDependence;
import weka.core.Instances;
import weka.gui.explorer.Explorer;

/**
 * The Explorer's tab <i>Explain</i>: what a model of the result list needs, how its predictions depend on an attribute,
 * and how the prediction of one instance comes about. All of it for any classifier, on the loaded data.
 */
public final class ExplainPanel extends JPanel implements Explorer.ExplorerPanel {

  private static final long serialVersionUID = 1L;

  private static final int GAP = 6;
  private static final int NARROW = 80;

  private final transient BackgroundJobs jobs = new BackgroundJobs();
  private final JComboBox<ResultList.Result> models = new JComboBox<>();
  private final JComboBox<String> outputs = new JComboBox<>();
  private final JSpinner number = new JSpinner(new SpinnerNumberModel(1, 1, 1, 1));
  private final JButton measure = new JButton("Measure importance");
  private final JButton explain = new JButton("Explain instance");
  private final BarList importanceBars = new BarList("importance", this::showDependence);
  private final BarList contributionBars = new BarList("contributions", row -> { });
  private final JPanel dependencePlace = new JPanel(new BorderLayout());
  private final JLabel importanceTitle = new JLabel(" ");
  private final JLabel contributionTitle = new JLabel(" ");
  private final JSplitPane picture;
  private Explorer explorer;
  private Instances loaded;
  private transient ExplainedModel model;
  /** The attributes that the bars on the left are of. */
  private int[] attributes = {};
  private String importanceCsv = "";
  private String dependenceCsv = "";
  private String contributionsCsv = "";

  /** The tab as it is before anything is loaded. */
  public ExplainPanel() {
    super(new BorderLayout(GAP, GAP));
    setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
    picture = picture();
    add(controls(), BorderLayout.NORTH);
    add(picture, BorderLayout.CENTER);
    add(bottom(), BorderLayout.SOUTH);
    models.addActionListener(event -> chooseModel());
    outputs.addActionListener(event -> clearExplanations());
    measure.addActionListener(event -> measure());
    explain.addActionListener(event -> explainInstance());
    addAncestorListener(new AncestorListener() {
      @Override
      public void ancestorAdded(AncestorEvent event) {
        listModels();
      }

      @Override
      public void ancestorRemoved(AncestorEvent event) {
        // The tab keeps what it shows.
      }

      @Override
      public void ancestorMoved(AncestorEvent event) {
        // Nothing depends on the place.
      }
    });
    enableButtons();
  }

  private JComponent controls() {
    models.setName("models");
    outputs.setName("outputs");
    measure.setToolTipText("Shuffles each attribute of the loaded data, and measures how much the loss grows");
    explain.setToolTipText("Shows how much each attribute adds to the prediction of the instance of that number");
    JPanel row = new JPanel();
    row.setLayout(new BoxLayout(row, BoxLayout.X_AXIS));
    // Long names give way where the window is narrow.
    models.setMinimumSize(new Dimension(NARROW, 0));
    outputs.setMinimumSize(new Dimension(NARROW, 0));
    for (JComponent part : new JComponent[] {new JLabel("Model"), models, new JLabel("Output"), outputs, measure,
        new JLabel("Instance"), number, explain}) {
      row.add(part);
      row.add(Box.createHorizontalStrut(GAP));
    }
    return row;
  }

  private JSplitPane picture() {
    JSplitPane right = new JSplitPane(JSplitPane.VERTICAL_SPLIT,
        titled(new JLabel("Partial dependence: click an attribute on the left"), dependencePlace),
        titled(contributionTitle, new JScrollPane(contributionBars)));
    right.setResizeWeight(0.5);
    JSplitPane all = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT,
        titled(importanceTitle, new JScrollPane(importanceBars)), right);
    all.setResizeWeight(0.45);
    return all;
  }

  private static JPanel titled(JLabel title, JComponent content) {
    JPanel panel = new JPanel(new BorderLayout(GAP, GAP));
    title.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, 0, GAP));
    panel.add(title, BorderLayout.NORTH);
    panel.add(content, BorderLayout.CENTER);
    return panel;
  }

  private JComponent bottom() {
    JPanel progress = new JPanel(new BorderLayout(GAP, GAP));
    progress.add(jobs.status(), BorderLayout.NORTH);
    progress.add(jobs.progress(), BorderLayout.CENTER);
    progress.add(jobs.stopButton(), BorderLayout.EAST);
    JPanel bottom = new JPanel(new BorderLayout(GAP, GAP));
    bottom.add(progress, BorderLayout.CENTER);
    bottom.add(ChartWindow.buttons(picture, "explanation", List.of("Importance", "Partial dependence",
        "Contributions"), csvs()), BorderLayout.SOUTH);
    return bottom;
  }

  private List<Supplier<String>> csvs() {
    return List.of(() -> importanceCsv, () -> dependenceCsv, () -> contributionsCsv);
  }

  /** Shows the models of the result list, the latest selected, unless the selected one is still there. */
  private void listModels() {
    List<ResultList.Result> results = explorer == null ? List.of() : ResultList.of(explorer);
    Object selected = models.getSelectedItem();
    models.setModel(new DefaultComboBoxModel<>(results.toArray(ResultList.Result[]::new)));
    models.setSelectedIndex(results.contains(selected) && model != null ? results.indexOf(selected)
        : results.size() - 1);
    if (results.isEmpty()) {
      jobs.say("Build a model in the Classify tab first.");
    }
    enableButtons();
  }

  private void chooseModel() {
    ResultList.Result result = (ResultList.Result) models.getSelectedItem();
    if (result == null || model != null && model.classifier() == result.classifier()) {
      enableButtons();
      return;
    }
    jobs.stop();
    model = null;
    showImportance(List.of());
    try {
      model = ExplainedModel.of(result, loaded);
      outputs.setModel(new DefaultComboBoxModel<>(model.outputs().toArray(String[]::new)));
      number.setModel(new SpinnerNumberModel(1, 1, model.data().numInstances(), 1));
      jobs.say("Press a button to explain the model on the " + model.data().numInstances() + " loaded instances.");
    } catch (IllegalArgumentException e) {
      jobs.say(e.getMessage());
    }
    clearExplanations();
    enableButtons();
  }

  private void enableButtons() {
    measure.setEnabled(model != null);
    explain.setEnabled(model != null);
  }

  private int output() {
    return Math.max(0, outputs.getSelectedIndex());
  }

  private void clearExplanations() {
    dependencePlace.removeAll();
    dependencePlace.revalidate();
    dependencePlace.repaint();
    importanceBars.select(-1);
    contributionTitle.setText("Contributions to the prediction of an instance");
    contributionBars.show(List.of());
    dependenceCsv = "";
    contributionsCsv = "";
  }

  private void measure() {
    ExplainedModel explained = model;
    jobs.start("Measuring importance", "Click an attribute to see how " + outputs.getSelectedItem()
        + " depends on it.", explained::importance, this::showImportance);
  }

  private void showImportance(List<Importance> shown) {
    attributes = shown.stream().mapToInt(Importance::attribute).toArray();
    importanceTitle.setText(model == null ? "Importance" : model.importanceName());
    List<BarList.Bar> bars = new ArrayList<>();
    Csv csv = new Csv("attribute", "importance", "standard deviation");
    for (Importance one : shown) {
      String name = model.data().attribute(one.attribute()).name();
      bars.add(new BarList.Bar(name, one.mean(), one.deviation()));
      csv.row(name, one.mean(), one.deviation());
    }
    importanceCsv = csv.toString();
    importanceBars.show(bars);
  }

  private void showDependence(int row) {
    ExplainedModel explained = model;
    int attribute = attributes[row];
    int output = output();
    jobs.start("Computing the partial dependence", "Bold: the mean of " + Math.min(ExplainedModel.DEPENDENCE_INSTANCES,
        explained.data().numInstances()) + " instances; thin: some of them.",
        progress -> explained.dependence(attribute, output, progress),
        dependence -> showDependence(dependence, output));
  }

  private void showDependence(PartialDependence dependence, int output) {
    dependencePlace.removeAll();
    dependencePlace.add(ChartWindow.withToolTips(DependenceChart.of(dependence,
        model.data().attribute(dependence.attribute()), model.outputs().get(output), ChartTheme.ofLookAndFeel())));
    dependencePlace.revalidate();
    dependencePlace.repaint();
    dependenceCsv = DependenceChart.csv(dependence, model.data().attribute(dependence.attribute()));
  }

  private void explainInstance() {
    ExplainedModel explained = model;
    int instance = (Integer) number.getValue() - 1;
    int output = output();
    jobs.start("Computing contributions", "Contributions: " + explained.method() + ".",
        progress -> explained.contributions(instance, output, progress),
        contributions -> showContributions(contributions, instance, output));
  }

  private void showContributions(Contributions contributions, int instance, int output) {
    contributionTitle.setText("Instance " + (instance + 1) + ": " + model.describe(contributions, output));
    double[] values = contributions.values();
    List<BarList.Bar> bars = IntStream.range(0, values.length).filter(a -> a != model.data().classIndex())
        .mapToObj(a -> new BarList.Bar(model.describe(instance, a), values[a], contributions.errors()[a]))
        .sorted(Comparator.comparingDouble((BarList.Bar bar) -> Math.abs(bar.value())).reversed()).toList();
    Csv csv = new Csv("attribute", "contribution", "standard error");
    csv.row("(none)", contributions.base(), Double.NaN);
    bars.forEach(bar -> csv.row(bar.label(), bar.value(), bar.error()));
    contributionsCsv = csv.toString();
    contributionBars.show(bars);
  }

  @Override
  public void setExplorer(Explorer parent) {
    explorer = parent;
  }

  @Override
  public Explorer getExplorer() {
    return explorer;
  }

  @Override
  public void setInstances(Instances instances) {
    loaded = instances;
    model = null;
    chooseModel();
  }

  @Override
  public String getTabTitle() {
    return "Explain";
  }

  @Override
  public String getTabTitleToolTip() {
    return "See what a model needs and how its predictions come about";
  }
}
