package weka.it.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Point;
import java.io.File;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JScrollBar;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.JTabbedPaneFixture;
import weka.gui.PropertyPanel;
import weka.gui.PropertySheetPanel;

/** Each of our windows in the Explorer is used once. */
public final class PicturesSession {

  private final Desktop desktop;
  private final File folder;
  private JFrame explorer;

  private PicturesSession(Desktop desktop, File folder) {
    this.desktop = desktop;
    this.folder = folder;
  }

  /**
   * Runs the session.
   *
   * @param arguments a data file, in whose folder files are written, and a folder for pictures
   */
  public static void main(String[] arguments) throws Exception {
    File iris = new File(arguments[0]);
    Desktop.run(arguments[1], desktop -> new PicturesSession(desktop, iris.getParentFile()).run(iris));
  }

  private void run(File iris) throws Exception {
    explorer = desktop.open("Explorer", "Weka Explorer");
    desktop.press(explorer, "Open file...");
    desktop.chooseFile(iris, "Open");
    desktop.await("150 instances", () -> desktop.all(explorer, JLabel.class).stream()
        .anyMatch(label -> "150".equals(label.getText()) && label.isShowing()));
    choose("BackpropClassifier");
    options();
    findLearningRate();
    start("=== Confusion Matrix ===");
    assertTrue(output().contains("Log loss    ") && output().contains("Brier score    "), output());
    learningCurve();
    network();
    reliability();
    confusion();
    export();
    explain();
    residuals();
  }

  private void tab(String name) {
    JTabbedPane tabs = desktop.find("tabs", JTabbedPane.class, t -> t.indexOfTab("Explain") >= 0);
    new JTabbedPaneFixture(desktop.robot(), tabs).selectTab(name);
    desktop.robot().waitForIdle();
  }

  private void choose(String scheme) {
    tab("Classify");
    desktop.press(explorer, "Choose");
    desktop.chooseScheme("functions", scheme);
  }

  /** The dialogs of the options fit on the screen without scrolling, and show automatic choices as such. */
  private void options() {
    PropertyPanel scheme = desktop.find("scheme", PropertyPanel.class, p -> p.getWidth() > 300);
    desktop.until("open the options", () -> desktop.isOpen("GenericObjectEditor"), () -> desktop.click(scheme));
    JDialog dialog = desktop.dialog("GenericObjectEditor");
    desktop.picture("options");
    // Thirteen options, and buttons for two kinds of others.
    assertEquals(13 + 2, rows(dialog));
    assertShown(dialog);
    for (String property : List.of("learningRate", "epochs", "validationPercent", "patience")) {
      assertEquals("auto", desktop.value(dialog, property));
    }
    furtherOptions(dialog, "Expert", "expert-options");
    furtherOptions(dialog, "Run and output", "run-options");
    desktop.dismiss(dialog, "OK");
  }

  private void furtherOptions(JDialog dialog, String category, String picture) {
    desktop.edit(dialog, category);
    JDialog further = desktop.find(category, JDialog.class,
        d -> d != dialog && d.getTitle().contains("GenericObjectEditor"));
    // Weka opens it beside the first one, which may be outside the screen.
    GuiActionRunner.execute(() -> further.setLocation(300, 0));
    desktop.picture(picture);
    assertTrue(rows(further) <= 14, rows(further) + " rows");
    assertShown(further);
    desktop.dismiss(further, "OK");
  }

  private void assertShown(JDialog dialog) {
    assertTrue(dialog.getHeight() <= desktop.height(), dialog.getHeight() + " pixels");
    desktop.all(dialog, JScrollBar.class).forEach(bar -> assertFalse(bar.isShowing(), "It scrolls."));
  }

  /** Number of properties and buttons for more of them, each beside its name. */
  private long rows(JDialog dialog) {
    PropertySheetPanel sheet = desktop.all(dialog, PropertySheetPanel.class).get(0);
    return desktop.all(sheet, JLabel.class).stream().filter(label -> label.getHorizontalAlignment() == JLabel.RIGHT)
        .count();
  }

  private void findLearningRate() {
    desktop.press(explorer, "Learning rate...");
    JFrame window = desktop.frame("Learning rate: ");
    desktop.place(window, 100, 40, 900, 640);
    desktop.await("a rate", () -> button(window, "Use it").isEnabled());
    desktop.press(window, "Use it");
    String status = status(window);
    assertTrue(status.matches("The scheme's learning rate is now [0-9.E-]+\\."), status);
    desktop.picture("learning-rate");
    desktop.press(window, "Close");
    String rate = status.replaceAll(".* ([0-9.E-]+)\\.$", "$1");
    PropertyPanel scheme = desktop.find("scheme", PropertyPanel.class, p -> p.getWidth() > 300);
    assertTrue(scheme.getToolTipText() == null || scheme.getToolTipText().contains("-L " + rate),
        scheme.getToolTipText());
  }

  private JButton button(JFrame window, String text) {
    return desktop.all(window, JButton.class).stream().filter(b -> text.equals(b.getText()) && b.isShowing())
        .findFirst().orElseThrow();
  }

  private String status(JFrame window) {
    return GuiActionRunner.execute(() -> desktop.all(window, JLabel.class).stream()
        .filter(label -> "status".equals(label.getName())).map(JLabel::getText).findFirst().orElse(""));
  }

  private void start(String end) {
    int before = GuiActionRunner.execute(() -> results().getModel().getSize());
    desktop.until("start", () -> results().getModel().getSize() > before, () -> desktop.press(explorer, "Start"));
    desktop.await(end, () -> output().contains(end) && !button(explorer, "Stop").isEnabled());
  }

  private String output() {
    return GuiActionRunner.execute(() -> desktop.all(explorer, JTextArea.class).stream()
        .filter(JTextArea::isShowing).map(JTextComponent::getText).filter(text -> text.contains("=== Run information"))
        .findFirst().orElse(""));
  }

  private JList<?> results() {
    return desktop.all(explorer, JList.class).stream().filter(list -> list.isShowing()).findFirst().orElseThrow();
  }

  /** Chooses an item of the plug-ins in the menu of the latest result. */
  private void plugin(String item) {
    JList<?> list = GuiActionRunner.execute(this::results);
    Point where = GuiActionRunner.execute(() -> list.indexToLocation(list.getModel().getSize() - 1));
    desktop.rightClick(list, new Point(where.x + 20, where.y + 5));
    desktop.openSubmenu("Plugins");
    desktop.choose(item);
  }

  private JFrame opened(String title, String picture) {
    JFrame window = desktop.frame(title);
    desktop.place(window, 100, 40, 900, 640);
    desktop.picture(picture);
    return window;
  }

  private void learningCurve() {
    plugin("Learning curve");
    JFrame window = opened("Learning curve", "learning-curve");
    // The model of all data and those of ten folds.
    assertEquals(11, desktop.all(window, JTable.class).get(0).getRowCount());
    desktop.press(window, "Close");
  }

  private void network() {
    plugin("Network with weights");
    JFrame window = opened("Network: ", "network");
    new JTabbedPaneFixture(desktop.robot(), desktop.all(window, JTabbedPane.class).get(0)).selectTab("First layer");
    desktop.picture("first-layer");
    desktop.press(window, "Close");
  }

  private void reliability() throws Exception {
    File png = new File(folder, "reliability.png");
    Files.deleteIfExists(png.toPath());
    plugin("Reliability diagram");
    JFrame window = opened("Reliability diagram", "reliability");
    desktop.press(window, "Save picture...");
    save(png);
    desktop.await("the picture on disk", () -> png.length() > 1000);
    desktop.press(window, "Close");
  }

  /** Approves a file in the chooser that is open: its button is called Open while a folder in it is selected. */
  private void save(File file) {
    JFileChooser files = desktop.find("file chooser", JFileChooser.class, c -> true);
    GuiActionRunner.execute(() -> {
      files.setSelectedFile(file.getAbsoluteFile());
      files.approveSelection();
    });
  }

  private void confusion() {
    plugin("Confusion heat map");
    JFrame window = opened("Confusion heat map", "confusion");
    JComponent map = desktop.find("heat map", JComponent.class, c -> c.getClass().getSimpleName().equals("HeatMap"));
    desktop.robot().click(map, new Point(map.getWidth() / 2 + 40, map.getHeight() / 2 + 20));
    JFrame list = opened("Iris-versicolor predicted as Iris-versicolor", "instances-of-a-cell");
    assertTrue(desktop.all(list, JTable.class).get(0).getRowCount() > 40);
    desktop.press(list, "Close");
    desktop.press(window, "Close");
  }

  private void export() throws Exception {
    File onnx = new File(folder, "exported.onnx");
    Files.deleteIfExists(onnx.toPath());
    plugin("Export model...");
    JFileChooser files = desktop.find("file chooser", JFileChooser.class, c -> true);
    GuiActionRunner.execute(() -> files.setFileFilter(Arrays.stream(files.getChoosableFileFilters())
        .filter(filter -> filter.getDescription().contains(".onnx")).findFirst().orElseThrow()));
    desktop.picture("export");
    save(new File(folder, "exported"));
    desktop.await("the model on disk", () -> onnx.length() > 1000);
  }

  private void explain() {
    tab("Explain");
    desktop.press(explorer, "Measure importance");
    desktop.await("importance", () -> status(explorer).startsWith("Click an attribute"));
    JComponent bars = desktop.find("bars", JComponent.class, c -> "importance".equals(c.getName()));
    desktop.robot().click(bars, new Point(20, 8));
    desktop.await("dependence", () -> status(explorer).startsWith("Bold: the mean of 150 instances"));
    desktop.press(explorer, "Explain instance");
    desktop.await("contributions", () -> status(explorer).startsWith("Contributions: integrated gradients"));
    desktop.picture("explain");
  }

  private void residuals() {
    tab("Classify");
    // First, since the tree has only schemes that can handle the class.
    GuiActionRunner.execute(() -> desktop.all(explorer, JComboBox.class).stream()
        .filter(box -> box.isShowing() && "(Num) petalwidth".equals(box.getItemAt(3))).findFirst().orElseThrow()
        .setSelectedIndex(3));
    choose("BackpropRegressor");
    start("Root mean squared error");
    plugin("Predicted against actual");
    desktop.press(opened("Predicted against actual", "predicted-against-actual"), "Close");
  }
}
