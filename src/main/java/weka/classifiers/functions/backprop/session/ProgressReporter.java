package weka.classifiers.functions.backprop.session;

import java.util.Locale;
import java.util.function.Supplier;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.functions.backprop.train.TimeLeft;
import weka.classifiers.functions.backprop.train.TrainingListener;
import weka.classifiers.functions.backprop.view.TrainingMonitor;
import weka.classifiers.functions.backprop.view.Trainings;
import weka.gui.Logger;

/** Reports the progress of a training to Weka's status line and to the training monitor. */
public final class ProgressReporter implements TrainingListener {

  /** Between two lines, and before the first one, so that short trainings have none. */
  private static final long NANOS = 3_000_000_000L;

  /** Of a whole training, for the pace of several networks. */
  private static final int PARTS = 1000;

  private final String scheme;
  private final String data;
  private final boolean monitored;
  private final Logger log;
  private TrainingMonitor monitor;
  private TimeLeft timeLeft;
  private long reported = System.nanoTime();

  /**
   * A reporter that is not open yet.
   *
   * @param scheme name of the scheme
   * @param data name of the training data
   * @param monitored whether a training monitor is opened
   * @param log of Weka; null: none
   */
  public ProgressReporter(String scheme, String data, boolean monitored, Logger log) {
    this.scheme = scheme;
    this.data = data;
    this.monitored = monitored;
    this.log = log;
  }

  /** Opens the training monitor if one is wanted; tells once a JVM how to get a faster kernel. */
  void open() throws InterruptedException {
    if (log != null) {
      KernelAdvice.say(log);
    }
    monitor = monitored ? TrainingMonitor.open(data, log) : null;
  }

  @Override
  public boolean shouldContinue(History history, double part, int lastEpoch) throws InterruptedException {
    if (log != null) {
      double epochs = history.size() + part;
      if (timeLeft == null) {
        timeLeft = new TimeLeft(epochs);
      }
      long now = System.nanoTime();
      if (now - reported > NANOS) {
        reported = now;
        log.statusMessage(line(history, lastEpoch, timeLeft.text(epochs, lastEpoch)));
      }
    }
    return monitor == null || monitor.shouldContinue(history, part, lastEpoch);
  }

  /**
   * Follows several networks that are trained as one.
   *
   * @param mean of their histories
   * @param done part of the whole training that is done
   * @param what text about the networks
   * @return whether training is to continue
   */
  boolean networks(Supplier<History> mean, double done, String what) throws InterruptedException {
    if (log != null) {
      if (timeLeft == null) {
        timeLeft = new TimeLeft(PARTS * done);
      }
      long now = System.nanoTime();
      if (now - reported > NANOS) {
        reported = now;
        String left = timeLeft.text(PARTS * done, PARTS);
        log.statusMessage(scheme + ": " + what + (left.isEmpty() ? "" : ", ") + left);
      }
    }
    return monitor == null || monitor.shouldContinue(mean.get(), done, what);
  }

  /** Shows the mean of several networks' histories. */
  void show(Supplier<History> mean) {
    if (monitor != null) {
      monitor.show(mean.get());
    }
  }

  private String line(History history, int lastEpoch, String left) {
    StringBuilder line = new StringBuilder(scheme);
    line.append(": epoch ").append(history.size() + 1).append(" of ").append(lastEpoch);
    if (history.size() > 0) {
      line.append(String.format(Locale.ROOT, ", training loss %.4g", history.last().loss()));
      if (!Double.isNaN(history.last().validationLoss())) {
        line.append(String.format(Locale.ROOT, ", validation loss %.4g", history.last().validationLoss()));
      }
    }
    return line.append(left.isEmpty() ? "" : ", ").append(left).toString();
  }

  @Override
  public void epoch(History history, int lastEpoch) {
    if (monitor != null) {
      monitor.epoch(history, lastEpoch);
    }
  }

  /** The listener to a second training, on all data, for so many epochs. */
  TrainingListener refit(int epochs) {
    if (monitor != null) {
      monitor.refit();
    }
    ProgressReporter second = new ProgressReporter(scheme + ", refit on all data", data, monitored, log);
    second.monitor = monitor;
    return (history, part, lastEpoch) -> second.shouldContinue(history, part, epochs);
  }

  /** Keeps the course of a training in Weka's windows, for its learning curve. */
  void keep(Supplier<History> history) {
    if (log != null) {
      Trainings.add(history.get());
    }
  }

  /**
   * Ends the report.
   *
   * @param how training ended, for the user
   */
  void close(String how) {
    if (monitor != null) {
      monitor.end(how);
      monitor = null;
    }
  }
}
