package weka.classifiers.functions.backprop.train;

/** How the gradients of a mini-batch's instances are combined. */
public enum BatchAveraging {

  /** Σ w ∂E/∂p / Σ w: with the same step size, a mini-batch of any size moves the weights equally far. */
  MEAN,

  /** Σ w ∂E/∂p: a larger mini-batch moves the weights further. */
  SUM;

  /** What the summed gradient of a mini-batch is divided by. */
  double divisor(double totalWeight) {
    return this == MEAN ? totalWeight : 1;
  }
}
