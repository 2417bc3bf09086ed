package weka.it.gui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.plaf.basic.ComboPopup;
import javax.swing.text.Position;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.JTreeFixture;
import org.assertj.swing.image.ScreenshotTaker;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.assertj.swing.timing.Timeout;
import weka.core.Utils;
import weka.gui.GUIChooserApp;

/**
 * A person at a desktop with Weka's windows on it, who takes a picture after each step. It runs in a JVM of its own,
 * with stock Weka and none of the package's classes on the class path.
 */
final class Desktop {

  private static final long REST_MILLIS = 50;
  private static final int IDLE_MILLIS = 1000;
  /** Looks for an effect before an action is repeated. */
  private static final int LOOKS = 60;
  private static final Timeout PATIENCE = Timeout.timeout(90_000);

  private final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
  private final Path pictures;
  private int step;

  /** With an empty folder for pictures. */
  Desktop(Path pictures) throws Exception {
    this.pictures = pictures;
    if (System.getProperty("swing.defaultlaf") != null) {
      // FlatLaf keeps AssertJ from noticing that there are no more events, so that it waits this long each time.
      robot.settings().idleTimeout(IDLE_MILLIS);
    }
    Files.createDirectories(pictures);
    for (File old : pictures.toFile().listFiles()) {
      Files.delete(old.toPath());
    }
  }

  Robot robot() {
    return robot;
  }

  /** Starts Weka and one of its applications. */
  JFrame open(String application, String title) throws Exception {
    // A greeting that hides the buttons.
    Utils.setDontShowDialog("weka.gui.GUIChooser.HowToFindPackageManager");
    JFrame chooser = GuiActionRunner.execute(() -> {
      JFrame window = new GUIChooserApp();
      window.setSize(500, 350);
      window.setVisible(true);
      return window;
    });
    picture("gui-chooser");
    press(chooser, application);
    JFrame window = frame(title);
    place(window, 0, 0, 1000, 750);
    return window;
  }

  /** What a session does. */
  @FunctionalInterface
  interface Session {
    void run(Desktop desktop) throws Exception;
  }

  /** Runs a session and ends the JVM: with 0 if all went well, or else with a last picture and a stack trace. */
  static void run(String pictures, Session session) throws Exception {
    Desktop desktop = new Desktop(Path.of(pictures));
    int code = 0;
    try {
      session.run(desktop);
    } catch (Throwable e) {
      desktop.picture("failure");
      e.printStackTrace();
      code = 1;
    }
    // Weka's windows would keep it alive.
    Runtime.getRuntime().halt(code);
  }

  /** Takes a picture of the whole screen, once all events have been dealt with. */
  void picture(String name) {
    robot.waitForIdle();
    step++;
    new ScreenshotTaker().saveDesktopAsPng(pictures.resolve(String.format("%02d-%s.png", step, name)).toString());
  }

  /** Waits until something is so. */
  void await(String what, Callable<Boolean> condition) {
    Pause.pause(new Condition(what) {
      @Override
      public boolean test() {
        try {
          return GuiActionRunner.execute(condition);
        } catch (RuntimeException e) {
          return false;
        }
      }
    }, PATIENCE);
  }

  /** Does something, and does it again as a person would if a few seconds later it has had no effect. */
  void until(String what, Callable<Boolean> effect, Runnable action) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE.duration());
    while (System.nanoTime() < end) {
      action.run();
      for (int k = 0; k < LOOKS; k++) {
        if (GuiActionRunner.execute(effect)) {
          return;
        }
        Pause.pause(REST_MILLIS);
      }
    }
    throw new AssertionError("No effect: " + what);
  }

  /**
   * Presses a button that closes its window. Weka opens messages from the thread that trains, and once in ten times AWT
   * then takes the message for blocked by a dialog that has just been closed; so if the mouse has no effect, the button
   * is pressed without it.
   */
  void dismiss(Window window, String text) {
    boolean[] pressed = new boolean[1];
    until("close " + window.getName(), () -> !window.isShowing(), () -> {
      if (pressed[0]) {
        AbstractButton button = button(window, text);
        SwingUtilities.invokeLater(button::doClick);
      } else {
        press(window, text);
        pressed[0] = true;
      }
    });
  }

  /** Chooses a scheme from the tree that is open. */
  void chooseScheme(String family, String scheme) {
    JTree tree = find("tree of schemes", JTree.class, t -> true);
    GuiActionRunner.execute(() -> tree.expandPath(tree.getNextMatch(family, 0, Position.Bias.Forward)));
    picture("schemes-in-the-tree");
    new JTreeFixture(robot, tree).clickPath("weka/classifiers/" + family + "/" + scheme);
    robot.waitForIdle();
  }

  /** Chooses a file in the chooser that is open. */
  void chooseFile(File file, String button) {
    JFileChooser files = find("file chooser", JFileChooser.class, c -> true);
    GuiActionRunner.execute(() -> files.setSelectedFile(file.getAbsoluteFile()));
    dismiss(SwingUtilities.getWindowAncestor(files), button);
  }

  /** Waits for the one component that is as described. */
  <T extends Component> T find(String what, Class<T> type, Predicate<T> wanted) {
    Object[] found = new Object[1];
    await(what, () -> {
      // Not by AssertJ's hierarchy, which loses sight of a dialog that is closed and opened again.
      found[0] = Arrays.stream(Window.getWindows()).flatMap(window -> all(window, type).stream())
          .filter(component -> component.isShowing() && wanted.test(component)).findFirst().orElse(null);
      return found[0] != null;
    });
    return type.cast(found[0]);
  }

  /** All components of a type in another one, itself among them. */
  <T extends Component> List<T> all(Component in, Class<T> type) {
    List<T> found = new ArrayList<>();
    if (type.isInstance(in)) {
      found.add(type.cast(in));
    }
    if (in instanceof Container container) {
      for (Component child : container.getComponents()) {
        found.addAll(all(child, type));
      }
    }
    return found;
  }

  JFrame frame(String title) {
    return find("window " + title, JFrame.class, frame -> frame.getTitle().contains(title));
  }

  JDialog dialog(String title) {
    return find("dialog " + title, JDialog.class, dialog -> dialog.getTitle().contains(title));
  }

  boolean isOpen(String dialog) {
    return Arrays.stream(Window.getWindows())
        .anyMatch(w -> w.isShowing() && w instanceof JDialog d && d.getTitle().contains(dialog));
  }

  /** Puts a window where it is seen whole; there is no window manager. */
  void place(JFrame frame, int x, int y, int width, int height) {
    GuiActionRunner.execute(() -> {
      frame.setBounds(x, y, width, height);
      frame.validate();
      frame.toFront();
    });
    robot.waitForIdle();
  }

  void close(Window window) {
    GuiActionRunner.execute(window::dispose);
    robot.waitForIdle();
  }

  /** Clicks on a component, once it has come to rest. */
  void click(Component component) {
    Point[] before = new Point[1];
    await("component at rest", () -> {
      Point last = before[0];
      before[0] = component.getLocationOnScreen();
      TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
      return before[0].equals(last);
    });
    robot.click(component);
    robot.waitForIdle();
  }

  /** Presses a button with that text, in a window. */
  void press(Container window, String text) {
    click(button(window, text));
  }

  private AbstractButton button(Container window, String text) {
    return find("button " + text, AbstractButton.class,
        b -> b.isEnabled() && text.equals(b.getText()) && SwingUtilities.isDescendingFrom(b, window));
  }

  /** Chooses an item of the menu that is open. */
  void choose(String item) {
    click(find("menu item " + item, JMenuItem.class, i -> item.equals(i.getText())));
  }

  /** Opens a submenu of the menu that is open. */
  void openSubmenu(String item) {
    robot.moveMouse(find("submenu " + item, JMenuItem.class, i -> item.equals(i.getText())));
    robot.waitForIdle();
  }

  /** What stands beside a property's name in an option dialog. */
  private <T extends Component> T editor(Container dialog, String property, Class<T> type) {
    JLabel label = all(dialog, JLabel.class).stream().filter(l -> property.equals(l.getText()) && l.isShowing())
        .findFirst().orElseThrow(() -> new AssertionError("no property " + property));
    int row = label.getY();
    Component panel = Arrays.stream(label.getParent().getComponents())
        .filter(c -> c != label && Math.abs(c.getY() - row) < label.getHeight() && c.getX() > label.getX())
        .findFirst().orElseThrow();
    return all(panel, type).get(0);
  }

  /** The text of a property in an option dialog. */
  String value(Container dialog, String property) {
    return GuiActionRunner.execute(() -> editor(dialog, property, JTextField.class).getText());
  }

  /** Height of the screen. */
  int height() {
    return Toolkit.getDefaultToolkit().getScreenSize().height;
  }

  /** Types a value into an option dialog. */
  void type(Container dialog, String property, String value) {
    enter(editor(dialog, property, JTextField.class), value);
  }

  /** Replaces the text of a field; once more if a window that was just closed had the keys. */
  void enter(JTextField field, String value) {
    until("enter " + value, () -> value.equals(field.getText()), () -> {
      click(field);
      GuiActionRunner.execute(field::selectAll);
      robot.enterText(value);
      robot.waitForIdle();
    });
  }

  /** Selects a value in a drop-down of an option dialog. */
  void select(Container dialog, String property, String value) {
    JComboBox<?> box = editor(dialog, property, JComboBox.class);
    click(box);
    JList<?> values = find("values of " + property, JList.class,
        list -> SwingUtilities.getAncestorOfClass(ComboPopup.class, list) != null);
    Rectangle cell = GuiActionRunner.execute(() -> {
      int index = IntStream.range(0, box.getItemCount()).filter(k -> value.equals(box.getItemAt(k))).findFirst()
          .orElseThrow();
      values.ensureIndexIsVisible(index);
      return values.getCellBounds(index, index);
    });
    robot.click(values, new Point(cell.x + 5, cell.y + cell.height / 2));
    robot.waitForIdle();
  }

  /** Presses the button beside a name in an option dialog. */
  void edit(Container dialog, String property) {
    click(editor(dialog, property, AbstractButton.class));
  }

  void rightClick(Component component, Point where) {
    robot.click(component, where, MouseButton.RIGHT_BUTTON, 1);
    robot.waitForIdle();
  }
}
