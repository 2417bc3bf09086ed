package weka.it.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Container;
import java.awt.Point;
import java.awt.Window;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.JTabbedPaneFixture;
import weka.gui.PropertyPanel;

/** A first visit to the Explorer, and what one does with a model there. */
public final class ExplorerSession {

  private static final String PREFIX = "Option -L (learningRate) is -2.0";

  private final Desktop desktop;
  private JFrame explorer;

  private ExplorerSession(Desktop desktop) {
    this.desktop = desktop;
  }

  /**
   * Runs the session.
   *
   * @param arguments a data file, and a folder for pictures
   */
  public static void main(String[] arguments) throws Exception {
    Desktop.run(arguments[1], desktop -> new ExplorerSession(desktop).run(new File(arguments[0])));
  }

  private void run(File iris) throws Exception {
    open(iris);
    chooseScheme();
    setOptions();
    crossValidate();
    visualize();
    trainOneNetwork();
    refuseNonsense();
    stop();
    continueIterating();
    monitor();
    log();
  }

  private void open(File iris) throws Exception {
    explorer = desktop.open("Explorer", "Weka Explorer");
    desktop.press(explorer, "Open file...");
    desktop.chooseFile(iris, "Open");
    desktop.await("150 instances", () -> desktop.all(explorer, JLabel.class).stream()
        .anyMatch(label -> "150".equals(label.getText()) && label.isShowing()));
    desktop.picture("iris-is-loaded");
  }

  private void chooseScheme() {
    JTabbedPane tabs = desktop.find("tabs", JTabbedPane.class, t -> t.indexOfTab("Classify") >= 0);
    new JTabbedPaneFixture(desktop.robot(), tabs).selectTab("Classify");
    desktop.press(explorer, "Choose");
    desktop.chooseScheme("functions", "BackpropClassifier");
  }

  private JDialog options() {
    PropertyPanel scheme = desktop.find("scheme", PropertyPanel.class, p -> p.getWidth() > 300);
    desktop.until("open the options", () -> desktop.isOpen("GenericObjectEditor"), () -> desktop.click(scheme));
    return desktop.dialog("GenericObjectEditor");
  }

  private void setOptions() {
    JDialog dialog = options();
    desktop.picture("options");
    desktop.press(dialog, "More");
    JDialog more = desktop.dialog("Information");
    GuiActionRunner.execute(() -> more.setBounds(500, 0, 700, 850));
    desktop.picture("more");
    desktop.close(more);
    desktop.type(dialog, "hiddenLayers", "10,5");
    desktop.type(dialog, "epochs", "100");
    desktop.type(dialog, "learningRate", "0.01");
    desktop.select(dialog, "activation", "RELU");
    JDialog expert = further(dialog, "Expert");
    desktop.type(expert, "momentum", "0.8");
    desktop.picture("expert-options");
    desktop.dismiss(expert, "OK");
    JDialog run = further(dialog, "Run and output");
    desktop.type(run, "numThreads", "2");
    desktop.picture("run-options");
    desktop.dismiss(run, "OK");
    desktop.dismiss(dialog, "OK");
    desktop.picture("options-are-set");
  }

  private void start() {
    int before = GuiActionRunner.execute(this::runs);
    desktop.until("start", () -> runs() > before, () -> desktop.press(explorer, "Start"));
  }

  /** Number of entries in the result list. */
  private int runs() {
    int runs = 0;
    for (JList<?> list : desktop.all(explorer, JList.class)) {
      runs = Math.max(runs, list.isShowing() ? list.getModel().getSize() : 0);
    }
    return runs;
  }

  private String output() {
    return GuiActionRunner.execute(() -> desktop.all(explorer, JTextArea.class).stream()
        .filter(JTextArea::isShowing).map(JTextComponent::getText).filter(text -> text.contains("=== Run information"))
        .findFirst().orElse(""));
  }

  private String awaitOutput(String end) {
    desktop.await(end, () -> output().contains(end) && idle());
    return output();
  }

  /** Whether Weka says that nothing runs. */
  private boolean idle() {
    return !button("Stop").isEnabled();
  }

  private JButton button(String text) {
    return desktop.all(explorer, JButton.class).stream().filter(b -> text.equals(b.getText()) && b.isShowing())
        .findFirst().orElseThrow();
  }

  private void crossValidate() {
    start();
    String output = awaitOutput("=== Confusion Matrix ===");
    desktop.picture("cross-validation");
    double accuracy = Double.parseDouble(
        output.replaceAll("(?s).*Correctly Classified Instances +\\d+ +([0-9.]+) +%.*", "$1"));
    assertTrue(accuracy > 90, "accuracy " + accuracy);
    for (String option : List.of(" -F RELU ", " -H 10,5 ", " -M 0.8 ", " -P 2 ")) {
      assertTrue(output.contains(option), option + " is not in " + output);
    }
  }

  private JList<?> results() {
    return desktop.find("result list", JList.class, list -> list.getModel().getSize() > 0
        && list.getModel().getElementAt(0).toString().contains("BackpropClassifier"));
  }

  /** Opens the menu of the latest result. */
  private void resultMenu() {
    JList<?> results = results();
    int last = results.getModel().getSize() - 1;
    Point where = GuiActionRunner.execute(() -> {
      results.ensureIndexIsVisible(last);
      return results.indexToLocation(last);
    });
    desktop.rightClick(results, new Point(where.x + 20, where.y + 5));
  }

  private void visualize() {
    resultMenu();
    desktop.picture("result-menu");
    desktop.choose("Visualize graph");
    show(desktop.frame("Graph Visualizer"), "graph");
    resultMenu();
    desktop.openSubmenu("Plugins");
    desktop.choose("Learning curve");
    show(desktop.frame("Learning curve"), "learning-curve");
    resultMenu();
    desktop.choose("Visualize classifier errors");
    show(desktop.frame("Classifier Visualize"), "classifier-errors");
    resultMenu();
    desktop.openSubmenu("Visualize threshold curve");
    desktop.choose("Iris-virginica");
    show(desktop.frame("Classifier Visualize"), "threshold-curve");
  }

  private void show(JFrame window, String name) {
    desktop.place(window, 100, 60, 900, 640);
    desktop.picture(name);
    desktop.close(window);
  }

  private void trainOneNetwork() {
    JDialog dialog = options();
    JDialog expert = further(dialog, "Expert");
    desktop.type(expert, "networks", "1");
    desktop.dismiss(expert, "OK");
    desktop.dismiss(dialog, "OK");
  }

  /** Opens the options of a category, in a dialog of their own. */
  private JDialog further(JDialog dialog, String category) {
    desktop.edit(dialog, category);
    JDialog further = desktop.find(category, JDialog.class,
        d -> d != dialog && d.getTitle().contains("GenericObjectEditor"));
    // Weka opens it beside the first one, which may be outside the screen.
    GuiActionRunner.execute(() -> further.setLocation(400, 0));
    return further;
  }

  private void refuseNonsense() {
    JDialog dialog = options();
    desktop.type(dialog, "learningRate", "-2");
    desktop.dismiss(dialog, "OK");
    JDialog refusal = refusal();
    desktop.picture("nonsense-is-refused");
    String text = desktop.all(refusal, JLabel.class).stream().map(JLabel::getText).toList().toString();
    assertTrue(text.contains(PREFIX), text);
    desktop.dismiss(refusal, "OK");
    desktop.await("the end of the refused run", this::idle);
    setOption("learningRate", "0.01");
  }

  private JDialog refusal() {
    start();
    return desktop.find("refusal", JDialog.class, d -> desktop.all(d, JLabel.class).stream()
        .anyMatch(label -> label.getText() != null && label.getText().contains(PREFIX)));
  }

  private void setOption(String property, String value) {
    JDialog dialog = options();
    desktop.type(dialog, property, value);
    desktop.dismiss(dialog, "OK");
  }

  private void stop() throws Exception {
    setOption("epochs", "2000000000");
    setOption("patience", "0");
    start();
    desktop.await("progress in the status line", () -> !status().isEmpty());
    desktop.picture("progress");
    assertTrue(status().matches("BackpropClassifier: epoch \\d+ of 2000000000, training loss .*, at most \\d+ h left"),
        status());
    JButton stop = button("Stop");
    long pressed = System.nanoTime();
    GuiActionRunner.execute(() -> stop.doClick());
    while (GuiActionRunner.execute(stop::isEnabled)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    double seconds = (System.nanoTime() - pressed) / 1e9;
    System.out.println("Stop took " + seconds + " s");
    assertTrue(seconds < 1, "Stop took " + seconds + " s");
    desktop.picture("stopped");
    assertTrue(output().contains("=== Run cancelled by user ==="), output());
    assertEquals(List.of(), Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
        .filter(name -> name.startsWith("backprop")).toList());
  }

  /** What our scheme says in Weka's status line. */
  private String status() {
    return desktop.all(explorer, JLabel.class).stream().map(JLabel::getText)
        .filter(text -> text != null && text.startsWith("BackpropClassifier: ")).findFirst().orElse("");
  }

  private void continueIterating() {
    setOption("epochs", "20");
    JDialog dialog = options();
    JDialog run = further(dialog, "Run and output");
    desktop.select(run, "resume", "True");
    desktop.dismiss(run, "OK");
    desktop.dismiss(dialog, "OK");
    start();
    awaitOutput("=== Confusion Matrix ===");
    assertTrue(output().contains("Epochs: 20"), output());
    resultMenu();
    desktop.choose("Continue iterating using the training data");
    String output = awaitOutput("Epochs: 40");
    desktop.picture("continued");
    assertTrue(output.contains("Epochs: 40"), output);
  }

  private void monitor() {
    JDialog dialog = options();
    desktop.type(dialog, "epochs", "1000000");
    desktop.type(dialog, "validationPercent", "20");
    desktop.select(dialog, "trainingMonitor", "True");
    desktop.dismiss(dialog, "OK");
    start();
    JFrame monitor = desktop.frame("Training monitor");
    GuiActionRunner.execute(() -> monitor.setLocation(150, 60));
    desktop.await("time left", () -> label(monitor, "text")
        .matches("Training 1 of this run: epoch \\d+ of 1000000, at most .* left"));
    desktop.await("losses", () -> label(monitor, "figures")
        .matches("Training loss .*   validation loss .*   learning rate 0.0100"));
    desktop.picture("training-monitor");
    desktop.press(monitor, "Stop this one");
    // The model of all data is done; then come the folds', in the same window.
    desktop.await("model", () -> output().contains("(ended by the user)"));
    desktop.picture("model-kept");
    desktop.press(monitor, "Cancel");
    desktop.await("cancelled", () -> output().contains("=== Run cancelled by user ===") && idle());
    desktop.picture("cancelled");
    assertEquals(1, Arrays.stream(Window.getWindows())
        .filter(w -> w.isShowing() && w instanceof JFrame f && f.getTitle().startsWith("Training monitor")).count());
  }

  /** How to get a faster kernel is said once, whatever has been trained; Java was started without the module. */
  private void log() {
    // It lies over the button.
    desktop.press(desktop.frame("Training monitor"), "Close");
    desktop.press(explorer, "Log");
    JTextArea log = desktop.all(desktop.frame("Log"), JTextArea.class).get(0);
    String text = GuiActionRunner.execute(() -> log.getText());
    assertEquals(1, text.lines().filter(line -> line.contains("--add-modules jdk.incubator.vector")).count(), text);
    desktop.picture("log");
  }

  private String label(Container window, String name) {
    return desktop.all(window, JLabel.class).stream().filter(label -> name.equals(label.getName()))
        .map(JLabel::getText).findFirst().orElse("");
  }
}
