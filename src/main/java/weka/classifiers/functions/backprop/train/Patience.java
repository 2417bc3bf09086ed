package weka.classifiers.functions.backprop.train;

import java.io.Serializable;

/** Counts the epochs since a loss last improved. */
final class Patience implements Serializable {

  private static final long serialVersionUID = 1L;

  private double best = Double.POSITIVE_INFINITY;
  private int stale;

  /** Takes note of an epoch's loss; one that isn't less than the best by more than the tolerance is no improvement. */
  void observe(double loss, double tolerance) {
    if (loss < best - tolerance) {
      best = loss;
      stale = 0;
    } else {
      stale++;
    }
  }

  /** Whether the loss hasn't improved for so many epochs. */
  boolean isExhausted(int epochs) {
    return stale >= epochs;
  }

  /** Number of epochs since the loss last improved. */
  int stale() {
    return stale;
  }

  /** Counts from 0 again; the best loss stays. */
  void restart() {
    stale = 0;
  }
}
