package weka.classifiers.functions.backprop;

import java.util.Locale;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.functions.backprop.train.TimeLeft;
import weka.classifiers.functions.backprop.train.TrainingListener;
import weka.classifiers.functions.backprop.view.TrainingMonitor;
import weka.core.Instances;
import weka.gui.Logger;

/** Reports a training to those of Weka's status line and the training monitor that there are. */
final class TrainingProgress implements TrainingListener {

  /** Between two lines, and before the first one, so that short trainings have none. */
  private static final long NANOS = 3_000_000_000L;

  private final String scheme;
  private final Logger log;
  private final TrainingMonitor monitor;
  private TimeLeft timeLeft;
  private long reported = System.nanoTime();

  /**
   * Begins the report of one training, and opens its monitor if the scheme wants one.
   *
   * @param data trained on; not modified
   * @param log null: none
   */
  static TrainingProgress open(BackpropScheme scheme, Instances data, Logger log) throws InterruptedException {
    return new TrainingProgress(scheme.getClass().getSimpleName(), log,
        scheme.getTrainingMonitor() ? TrainingMonitor.open(data.relationName(), log) : null);
  }

  /** With null for a log or monitor that there is not. */
  private TrainingProgress(String scheme, Logger log, TrainingMonitor monitor) {
    this.scheme = scheme;
    this.log = log;
    this.monitor = monitor;
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
    TrainingListener rest = new TrainingProgress(scheme + ", once more on all data", log, monitor);
    return (history, part, lastEpoch) -> rest.shouldContinue(history, part, epochs);
  }

  /**
   * Ends the report.
   *
   * @param how for people
   */
  void end(String how) {
    if (monitor != null) {
      monitor.end(how);
    }
  }
}
