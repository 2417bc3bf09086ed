package weka.classifiers.functions.backprop.view;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import org.knowm.xchart.XChartPanel;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * The window that all our pictures have: what there is to choose above, the picture, and below what can be done with
 * it: save, copy, print, and save its figures.
 */
final class ChartWindow {

  private static final int GAP = 8;
  /** Of Weka's windows. */
  private static final URL ICON = ClassLoader.getSystemResource("weka/gui/weka_icon_new_48.png");

  private ChartWindow() {
  }

  /**
   * Opens a window.
   *
   * @param name of the component, for tests
   * @param controls shown above the picture; null for none
   * @param csv the figures behind the picture, as a CSV file
   */
  static JFrame open(String name, String title, JComponent controls, JComponent picture, Supplier<String> csv) {
    return open(name, title, controls, picture, List.of(name), List.of(csv));
  }

  /** The same for figures in several tables, one of which is chosen by its name in a menu. */
  static JFrame open(String name, String title, JComponent controls, JComponent picture, List<String> tables,
      List<Supplier<String>> csv) {
    JFrame frame = frame(name, title);
    if (controls != null) {
      controls.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, 0, GAP));
      frame.add(controls, BorderLayout.NORTH);
    }
    frame.add(picture, BorderLayout.CENTER);
    JPanel buttons = buttons(picture, name, tables, csv);
    JButton close = new JButton("Close");
    close.addActionListener(event -> frame.dispose());
    buttons.add(close);
    frame.add(buttons, BorderLayout.SOUTH);
    show(frame);
    return frame;
  }

  /** A chart that shows a point's values under the mouse. A chart without a panel must not have tool tips. */
  static <T extends Chart<?, ?>> XChartPanel<T> withToolTips(T chart) {
    chart.getStyler().setToolTipsEnabled(true);
    return new XChartPanel<>(chart);
  }

  /** A chart that shows the values of all its series at the mouse, and a part that the mouse is dragged across. */
  static XChartPanel<XYChart> withCursor(XYChart chart) {
    chart.getStyler().setCursorEnabled(true).setZoomEnabled(true);
    return new XChartPanel<>(chart);
  }

  /** A frame with Weka's icon, which Escape closes. */
  static JFrame frame(String name, String title) {
    JFrame frame = new JFrame(title);
    frame.setName(name);
    frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
    if (ICON != null) {
      frame.setIconImage(new ImageIcon(ICON).getImage());
    }
    frame.getRootPane().registerKeyboardAction(event -> frame.dispose(),
        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_IN_FOCUSED_WINDOW);
    return frame;
  }

  /** Buttons that save, copy and print a picture, and save its figures: one of several tables by a menu. */
  static JPanel buttons(JComponent picture, String name, List<String> tables, List<Supplier<String>> csv) {
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
    add(buttons, "Save picture...", "Saves the picture as a PNG file", () -> PictureFile.savePng(picture, name));
    JPopupMenu menu = new JPopupMenu();
    for (int k = 0; k < tables.size(); k++) {
      int table = k;
      menu.add(tables.get(k)).addActionListener(event -> PictureFile.saveText(picture, csv.get(table).get(),
          tables.get(table).toLowerCase(Locale.ROOT).replace(' ', '-'), "csv", "CSV file"));
    }
    JButton save = add(buttons, "Save figures...", "Saves the figures behind the picture as a CSV file", () -> { });
    save.addActionListener(event -> {
      if (tables.size() == 1) {
        ((JMenuItem) menu.getComponent(0)).doClick();
      } else {
        menu.show(save, 0, -menu.getPreferredSize().height);
      }
    });
    add(buttons, "Copy", "Copies the picture to the clipboard", () -> PictureFile.copy(picture));
    add(buttons, "Print...", "Prints the picture", () -> PictureFile.print(picture, name));
    return buttons;
  }

  private static JButton add(JPanel buttons, String text, String tip, Runnable action) {
    JButton button = new JButton(text);
    button.setToolTipText(tip);
    button.addActionListener(event -> action.run());
    buttons.add(button);
    return button;
  }

  /** Shows a window in front of the one that is in use, but inside the screen. */
  static void show(JFrame frame) {
    Window active = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
    frame.pack();
    Rectangle screen = screen(frame);
    Dimension size = frame.getSize();
    frame.setSize(Math.min(size.width, screen.width), Math.min(size.height, screen.height));
    frame.setLocationRelativeTo(active);
    frame.setLocation(Math.max(screen.x, Math.min(frame.getX(), screen.x + screen.width - frame.getWidth())),
        Math.max(screen.y, Math.min(frame.getY(), screen.y + screen.height - frame.getHeight())));
    frame.setVisible(true);
  }

  /** The part of the screen that no task bar hides. */
  private static Rectangle screen(JFrame frame) {
    Rectangle bounds = GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice()
        .getDefaultConfiguration().getBounds();
    Insets insets = Toolkit.getDefaultToolkit().getScreenInsets(frame.getGraphicsConfiguration());
    return new Rectangle(bounds.x + insets.left, bounds.y + insets.top, bounds.width - insets.left - insets.right,
        bounds.height - insets.top - insets.bottom);
  }
}
