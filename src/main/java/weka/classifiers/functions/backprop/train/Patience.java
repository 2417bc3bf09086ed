package weka.classifiers.functions.backprop.train;

import java.io.Serializable;

/** Counts the epochs, and the updates of the parameters, since a loss last improved. */
final class Patience implements Serializable {

  private static final long serialVersionUID = 1L;

  private double best = Double.POSITIVE_INFINITY;
  private double least = Double.POSITIVE_INFINITY;
  private int epochs;
  private long updates;

  /**
   * Takes note of the loss after an epoch; one that isn't less than the best by more than the tolerance is no
   * improvement.
   *
   * @param updates of the parameters in the epoch
   */
  void observe(double loss, double tolerance, long updates) {
    least = Math.min(least, loss);
    if (loss < best - tolerance) {
      best = loss;
      restart();
    } else {
      epochs++;
      this.updates += updates;
    }
  }

  /** The least loss. */
  double least() {
    return least;
  }

  /** Epochs without improvement. */
  int epochs() {
    return epochs;
  }

  /** Updates without improvement. */
  long updates() {
    return updates;
  }

  /** Counts from 0 again; the best loss stays. */
  void restart() {
    epochs = 0;
    updates = 0;
  }

  /** Counts from 0 again, with another loss to be improved. */
  void restart(double loss) {
    best = loss;
    least = loss;
    restart();
  }
}
