package weka.classifiers.functions.backprop.options;

import weka.classifiers.functions.backprop.network.Loss;

/** The losses of a numeric class that a user chooses from. */
public enum LossChoice {

  /** {@link Loss#SQUARED_ERROR}. */
  SQUARED(Loss.SQUARED_ERROR),

  /** {@link Loss#ABSOLUTE_ERROR}. */
  ABSOLUTE(Loss.ABSOLUTE_ERROR),

  /** {@link Loss#HUBER}. */
  HUBER(Loss.HUBER);

  private final Loss loss;

  LossChoice(Loss loss) {
    this.loss = loss;
  }

  /** The loss itself. */
  public Loss loss() {
    return loss;
  }
}
