package weka.classifiers.functions.backprop.view;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;

/** The window of a training monitor. All of it happens on Swing's thread. */
final class MonitorWindow {

  private static final int REFRESH_MILLIS = 250;
  private static final int STEPS = 1000;
  private static final int GAP = 10;
  private static final List<MonitorWindow> OPEN = new ArrayList<>();

  private final JFrame frame = ChartWindow.frame("trainingMonitor", "Training monitor");
  private final JLabel text = new JLabel(" ");
  private final JLabel figures = new JLabel(" ");
  private final JProgressBar progress = new JProgressBar(0, STEPS);
  private final JButton keep = button("Stop this one",
      "Ends this training, and keeps the model of the best epoch so far", () -> monitor().keepBest());
  private final JButton keepAll = button("Stop all and keep the best",
      "Ends this training and the following ones of the run, each with its best model so far",
      () -> monitor().keepBestOfAll());
  private final JButton cancel = button("Cancel", "Ends the run without a model, as Weka's Stop does",
      () -> monitor().cancel());
  private final CurvePanel panel = new CurvePanel(new LearningCurve(List.of(), null), "");
  private final Timer timer = new Timer(REFRESH_MILLIS, event -> refresh());
  private TrainingMonitor monitor;
  private int points = -1;

  private MonitorWindow() {
    // Each fold of a cross-validation comes here.
    frame.setAutoRequestFocus(false);
    text.setName("text");
    figures.setName("figures");
    progress.setName("progress");
    JButton close = new JButton("Close");
    close.setToolTipText("Closes the window until the next Start; training continues");
    close.addActionListener(event -> frame.dispose());
    frame.addWindowListener(new ClosedListener(this::closed));
    JPanel top = new JPanel(new BorderLayout(0, GAP / 2));
    top.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
    top.add(text, BorderLayout.NORTH);
    top.add(progress, BorderLayout.CENTER);
    top.add(figures, BorderLayout.SOUTH);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
    for (JButton button : new JButton[] {keep, keepAll, cancel, close}) {
      buttons.add(button);
    }
    frame.add(top, BorderLayout.NORTH);
    frame.add(panel, BorderLayout.CENTER);
    frame.add(buttons, BorderLayout.SOUTH);
    frame.pack();
    frame.setLocationByPlatform(true);
  }

  private static JButton button(String text, String tip, Runnable action) {
    JButton button = new JButton(text);
    button.setToolTipText(tip);
    button.addActionListener(event -> {
      action.run();
      button.setEnabled(false);
    });
    return button;
  }

  private TrainingMonitor monitor() {
    return monitor;
  }

  /** Shows a training, in a window whose training has ended if there is one: ten folds open one window, not ten. */
  static void show(TrainingMonitor monitor, String name) {
    MonitorWindow window = OPEN.stream().filter(open -> open.monitor.state().ended()).findFirst().orElse(null);
    if (window == null) {
      window = new MonitorWindow();
      OPEN.add(window);
    }
    window.follow(monitor, name);
    window.frame.setVisible(true);
  }

  private void follow(TrainingMonitor followed, String name) {
    monitor = followed;
    points = -1;
    frame.setTitle("Training monitor: " + name);
    enableButtons(true);
    refresh();
    timer.start();
  }

  private void enableButtons(boolean enabled) {
    keep.setEnabled(enabled);
    keepAll.setEnabled(enabled);
    cancel.setEnabled(enabled);
  }

  private void refresh() {
    TrainingMonitor.State state = monitor.state();
    text.setText(state.text());
    figures.setText(state.figures());
    progress.setValue((int) (STEPS * state.done()));
    if (state.curve().points().size() != points) {
      points = state.curve().points().size();
      panel.show(state.curve(), "");
    }
    if (state.ended()) {
      timer.stop();
      enableButtons(false);
    }
  }

  /** Closing the window leaves the training alone. */
  private void closed() {
    timer.stop();
    OPEN.remove(this);
    monitor.close();
  }
}
