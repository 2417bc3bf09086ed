package weka.classifiers.functions.backprop.model;

import java.io.Serializable;

/**
 * How well networks predict instances that they weren't trained on: each held-out instance is predicted by the members
 * that held it out. It is close to what new data of the same kind would show, but slightly optimistic, since the best
 * epochs and the weights of the members were chosen by the same instances.
 */
public final class HeldOutEstimate implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int instances;
  private final double accuracy;
  private final double logLoss;
  private final double rootRelativeSquaredError;
  private final double rootMeanSquaredError;

  /**
   * An estimate; figures that don't suit the type of the class are NaN.
   *
   * @param instances that were held out, 1 or more
   * @param accuracy percentage of them, by weight, whose label is predicted
   * @param logLoss mean of -ln p of the label's probability p
   * @param rootRelativeSquaredError percentage that √Σ(y - O)² is of √Σ(y - mean)²
   * @param rootMeanSquaredError √(Σ(y - O)² / n) in the unit of the class
   */
  public HeldOutEstimate(int instances, double accuracy, double logLoss, double rootRelativeSquaredError,
      double rootMeanSquaredError) {
    this.instances = instances;
    this.accuracy = accuracy;
    this.logLoss = logLoss;
    this.rootRelativeSquaredError = rootRelativeSquaredError;
    this.rootMeanSquaredError = rootMeanSquaredError;
  }

  /** Number of instances that were held out. */
  public int instances() {
    return instances;
  }

  /** Percentage of correct predictions; NaN for a numeric class. */
  public double accuracy() {
    return accuracy;
  }

  /** Mean of -ln p of the label's probability p; NaN for a numeric class. */
  public double logLoss() {
    return logLoss;
  }

  /** Percentage that √Σ(y - O)² is of the same for the training data's mean as O; NaN for a nominal class. */
  public double rootRelativeSquaredError() {
    return rootRelativeSquaredError;
  }

  /** √(Σ(y - O)² / n) in the unit of the class; NaN for a nominal class. */
  public double rootMeanSquaredError() {
    return rootMeanSquaredError;
  }
}
