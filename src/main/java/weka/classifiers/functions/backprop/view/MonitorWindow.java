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
final class MonitorWindow extends JFrame {

  private static final long serialVersionUID = 1L;

  private static final int REFRESH_MILLIS = 250;
  private static final int STEPS = 1000;
  private static final List<MonitorWindow> OPEN = new ArrayList<>();

  private final JLabel text = new JLabel(" ");
  private final JLabel figures = new JLabel(" ");
  private final JProgressBar progress = new JProgressBar(0, STEPS);
  private final JButton keep = new JButton("Stop and keep the best");
  private final JButton cancel = new JButton("Cancel");
  private final CurvePanel panel = new CurvePanel(new LearningCurve(List.of()), "");
  private final Timer timer = new Timer(REFRESH_MILLIS, event -> refresh());
  private transient TrainingMonitor monitor;
  private int points = -1;

  private MonitorWindow() {
    setName("trainingMonitor");
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    // Each fold of a cross-validation comes here.
    setAutoRequestFocus(false);
    text.setName("text");
    figures.setName("figures");
    keep.setName("keep");
    keep.setToolTipText("Ends training and takes the model of the best epoch so far");
    cancel.setName("cancel");
    cancel.setToolTipText("Ends training without a model, as Weka's Stop does");
    keep.addActionListener(event -> {
      monitor.keepBest();
      keep.setEnabled(false);
    });
    cancel.addActionListener(event -> {
      monitor.cancel();
      keep.setEnabled(false);
      cancel.setEnabled(false);
    });
    JPanel top = new JPanel(new BorderLayout(0, 6));
    top.setBorder(BorderFactory.createEmptyBorder(10, 10, 10, 10));
    top.add(text, BorderLayout.NORTH);
    top.add(progress, BorderLayout.CENTER);
    top.add(figures, BorderLayout.SOUTH);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
    buttons.add(keep);
    buttons.add(cancel);
    add(top, BorderLayout.NORTH);
    add(panel, BorderLayout.CENTER);
    add(buttons, BorderLayout.SOUTH);
    pack();
    setLocationByPlatform(true);
  }

  /** Shows a training, in a window whose training has ended if there is one, lest ten folds open ten. */
  static void show(TrainingMonitor monitor, String name) {
    MonitorWindow window = OPEN.stream().filter(open -> open.monitor.state().ended()).findFirst().orElse(null);
    if (window == null) {
      window = new MonitorWindow();
      OPEN.add(window);
    }
    window.follow(monitor, name);
    window.setVisible(true);
  }

  private void follow(TrainingMonitor monitor, String name) {
    this.monitor = monitor;
    points = -1;
    setTitle("Training monitor: " + name);
    keep.setEnabled(true);
    cancel.setEnabled(true);
    refresh();
    timer.start();
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
      keep.setEnabled(false);
      cancel.setEnabled(false);
    }
  }

  /** Closing the window leaves the training alone. */
  @Override
  public void dispose() {
    timer.stop();
    OPEN.remove(this);
    super.dispose();
  }
}
