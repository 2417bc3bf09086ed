package weka.classifiers.functions.backprop.view;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.SwingUtilities;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.functions.backprop.train.TimeLeft;
import weka.classifiers.functions.backprop.train.TrainingListener;
import weka.gui.Logger;

/**
 * What a window shows of a training that runs, and what its buttons ask for. The thread that trains writes here, and
 * the window reads a few times a second, so that neither waits for the other.
 */
public final class TrainingMonitor implements TrainingListener {

  private static final String NO_DISPLAY = "The training monitor (option -G, trainingMonitor) can't be shown, since "
      + "Java has no display here. Training continues without it.";
  private static final AtomicBoolean SAID = new AtomicBoolean();
  /** Of a whole training, for the pace of several networks. */
  private static final int PARTS = 1000;
  /** Between two states that the window may see. */
  private static final long NANOS = 50_000_000L;

  /**
   * What there is to see.
   *
   * @param text about the epoch and the time left
   * @param figures of the last whole epoch
   * @param done part of the training that is done, from 0 to 1
   * @param ended whether there is nothing more to come
   */
  record State(LearningCurve curve, String text, String figures, double done, boolean ended) {
  }

  private final MonitorRun run;
  private final int number;
  private final List<LearningCurve.Point> points = new ArrayList<>();
  private String scoreName;
  private TimeLeft timeLeft;
  private String phase = "";
  private String text = "Preparing the data";
  private String figures = " ";
  private double done;
  private boolean ended;
  private long seen;
  private volatile boolean keep;
  private volatile boolean cancel;

  /** A monitor of the next training of a run, without a window. */
  TrainingMonitor(MonitorRun run) {
    this.run = run;
    number = run.next();
  }

  /**
   * Opens a window for a training, or takes one whose training has ended; none if the user has closed that of the run.
   *
   * @param name of the training
   * @param log that is told if there is no display; null: standard error is
   * @return null if there is no display
   */
  public static TrainingMonitor open(String name, Logger log) throws InterruptedException {
    TrainingMonitor monitor = new TrainingMonitor(MonitorRun.current());
    if (monitor.run.isClosed()) {
      return monitor;
    }
    try {
      if (GraphicsEnvironment.isHeadless()) {
        throw new HeadlessException();
      }
      if (SwingUtilities.isEventDispatchThread()) {
        MonitorWindow.show(monitor, name);
      } else {
        SwingUtilities.invokeAndWait(() -> MonitorWindow.show(monitor, name));
      }
      return monitor;
    } catch (HeadlessException | AWTError | LinkageError | InvocationTargetException e) {
      sayNoDisplay(log);
      return null;
    }
  }

  /** Once, not for each fold of a cross-validation. */
  private static void sayNoDisplay(Logger log) {
    if (!SAID.getAndSet(true)) {
      if (log == null) {
        System.err.println(NO_DISPLAY);
      } else {
        log.logMessage(NO_DISPLAY);
      }
    }
  }

  @Override
  public boolean shouldContinue(History history, double part, int lastEpoch) throws InterruptedException {
    if (cancel) {
      throw new InterruptedException("Training was cancelled in its monitor.");
    }
    long now = System.nanoTime();
    if (timeLeft == null) {
      timeLeft = new TimeLeft(history.size() + part);
    } else if (now - seen > NANOS) {
      update(history, part, lastEpoch);
      seen = now;
    }
    return !keep && !run.isStopped();
  }

  private synchronized void update(History history, double part, int lastEpoch) {
    double epochs = history.size() + part;
    String left = timeLeft.text(epochs, lastEpoch);
    text = "Training " + number + " of this run: " + phase + "epoch " + (history.size() + 1) + " of " + lastEpoch
        + (left.isEmpty() ? "" : ", ") + left;
    done = epochs / lastEpoch;
  }

  /**
   * Follows several networks that are trained as one.
   *
   * @param mean of their histories; not modified
   * @param part of the whole training that is done
   * @param what text about the networks
   * @return whether training is to continue
   * @throws InterruptedException to cancel training
   */
  public boolean shouldContinue(History mean, double part, String what) throws InterruptedException {
    if (cancel) {
      throw new InterruptedException("Training was cancelled in its monitor.");
    }
    update(mean, part, what);
    return !keep && !run.isStopped();
  }

  private synchronized void update(History mean, double part, String what) {
    timeLeft = timeLeft == null ? new TimeLeft(PARTS * part) : timeLeft;
    String left = timeLeft.text(PARTS * part, PARTS);
    text = "Training " + number + " of this run: " + what + (left.isEmpty() ? "" : ", ") + left;
    done = part;
    show(mean);
  }

  /** Shows a whole history in place of the epochs before; not modified. */
  public synchronized void show(History history) {
    points.clear();
    points.addAll(LearningCurve.of(history).points());
    scoreName = history.scoreName();
    figures = history.size() == 0 ? " " : figures(history);
  }

  @Override
  public synchronized void epoch(History history, int lastEpoch) {
    // A training that diverged has gone back, and trained this epoch before.
    while (!points.isEmpty() && points.get(points.size() - 1).epoch() >= history.size()) {
      points.remove(points.size() - 1);
    }
    points.add(LearningCurve.Point.last(history));
    scoreName = history.scoreName();
    figures = figures(history);
    done = (double) history.size() / lastEpoch;
  }

  private static String figures(History history) {
    History.Epoch last = history.last();
    return String.format(Locale.ROOT, "Training loss %.4g", last.loss())
        + (Double.isNaN(last.validationLoss()) ? ""
            : String.format(Locale.ROOT, "   validation loss %.4g", last.validationLoss()))
        + (Double.isNaN(history.score(last)) ? ""
            : String.format(Locale.ROOT, "   validation %s %.4g", history.scoreName(), history.score(last)))
        + String.format(Locale.ROOT, "   learning rate %.3g", last.learningRate());
  }

  /** From now on it is a second training that is followed, of which no curve is drawn. */
  public synchronized void refit() {
    phase = "refit on all data, ";
    timeLeft = null;
  }

  /** Nothing more will come; says how it ended. */
  public synchronized void end(String how) {
    text = "Training " + number + " of this run: " + how
        + (points.isEmpty() ? "" : "   Epochs: " + points.size() + ", best: " + state().curve.best().epoch());
    done = 1;
    ended = true;
  }

  /** What there is to see now. */
  synchronized State state() {
    return new State(new LearningCurve(List.copyOf(points), scoreName), text, figures, done, ended);
  }

  /** Asks for the end of this training, with the best so far kept. */
  void keepBest() {
    keep = true;
  }

  /** Asks for the same of all trainings of the run. */
  void keepBestOfAll() {
    run.stop();
  }

  /** Asks for the end of training, with nothing kept. */
  void cancel() {
    cancel = true;
  }

  /** No window is wanted for the rest of the run. */
  void close() {
    run.close();
  }
}
