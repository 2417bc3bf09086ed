package weka.it.gui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.Arrays;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.JTabbedPaneFixture;
import weka.gui.experiment.AlgorithmListPanel;
import weka.gui.experiment.DatasetListPanel;

/** A comparison with a built-in learner in the Experimenter, from setting it up to the paired t-test. */
public final class ExperimenterSession {

  private final Desktop desktop;
  private JFrame experimenter;

  private ExperimenterSession(Desktop desktop) {
    this.desktop = desktop;
  }

  /**
   * Runs the session.
   *
   * @param arguments a data file, a file for the results, a file for the set-up, and a folder for pictures
   */
  public static void main(String[] arguments) throws Exception {
    Desktop.run(arguments[3], desktop -> new ExperimenterSession(desktop)
        .run(new File(arguments[0]), arguments[1], new File(arguments[2])));
  }

  private void run(File iris, String results, File setup) throws Exception {
    experimenter = desktop.open("Experimenter", "Weka Experiment Environment");
    setUp(iris, results);
    save(setup);
    runIt();
    analyse();
  }

  private void setUp(File iris, String results) {
    desktop.press(experimenter, "New");
    desktop.type(experimenter, "Number of folds:", "3");
    desktop.type(experimenter, "Number of repetitions:", "2");
    JTextField file = desktop.all(experimenter, JTextField.class).stream()
        .filter(field -> field.isShowing() && field.getText().isEmpty()).findFirst().orElseThrow();
    desktop.enter(file, results);

    DatasetListPanel datasets = desktop.find("data sets", DatasetListPanel.class, panel -> true);
    desktop.press(datasets, "Add new...");
    desktop.chooseFile(iris, "Open");

    AlgorithmListPanel algorithms = desktop.find("algorithms", AlgorithmListPanel.class, panel -> true);
    desktop.press(algorithms, "Add new...");
    desktop.dismiss(desktop.dialog("GenericObjectEditor"), "OK");
    desktop.press(algorithms, "Add new...");
    JDialog dialog = desktop.dialog("GenericObjectEditor");
    desktop.press(dialog, "Choose");
    desktop.chooseScheme("functions", "BackpropClassifier");
    // Weka opens it where its lower end may be outside the screen.
    GuiActionRunner.execute(() -> dialog.setLocation(400, 0));
    desktop.type(dialog, "epochs", "40");
    // So there is one network, and all epochs run.
    desktop.type(dialog, "validationPercent", "0");
    desktop.dismiss(dialog, "OK");
    desktop.picture("set-up");
  }

  private void save(File setup) {
    desktop.press(experimenter, "Save...");
    JFileChooser files = desktop.find("file chooser", JFileChooser.class, c -> true);
    GuiActionRunner.execute(() -> files.setFileFilter(Arrays.stream(files.getChoosableFileFilters())
        .filter(filter -> filter.getDescription().contains(".xml")).findFirst().orElseThrow()));
    desktop.chooseFile(setup, "Save");
    desktop.await("the set-up on disk", setup::exists);
  }

  private void select(String tab) {
    JTabbedPane tabs = desktop.find("tabs", JTabbedPane.class, t -> t.indexOfTab("Analyse") >= 0);
    new JTabbedPaneFixture(desktop.robot(), tabs).selectTab(tab);
    desktop.robot().waitForIdle();
  }

  private String text() {
    return GuiActionRunner.execute(() -> String.join("\n", desktop.all(experimenter, JTextArea.class).stream()
        .filter(JTextArea::isShowing).map(JTextComponent::getText).toList()));
  }

  private void runIt() {
    select("Run");
    desktop.press(experimenter, "Start");
    desktop.await("the end of the experiment", () -> text().contains("Finished"));
    desktop.picture("run");
    assertTrue(text().contains("There were 0 errors"), text());
  }

  private void analyse() {
    select("Analyse");
    desktop.press(experimenter, "Experiment");
    desktop.press(experimenter, "Perform test");
    desktop.await("the test", () -> text().contains("(v/ /*)"));
    desktop.picture("paired-t-test");
    String accuracy = text();
    // The baseline guesses, so that ours must be significantly better, which is what the v says.
    assertTrue(accuracy.matches("(?s).*iris +\\(6\\) +\\d+\\.\\d+ \\| +9\\d\\.\\d\\d v.*"), accuracy);
    assertTrue(accuracy.contains("(2) functions.BackpropClassifier"), accuracy);

    desktop.select(experimenter, "Comparison field", "measureEpochs");
    desktop.press(experimenter, "Perform test");
    desktop.await("our measure", () -> text().contains("Analysing:  measureEpochs"));
    desktop.picture("our-measures");
  }
}
