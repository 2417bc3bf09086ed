package weka.classifiers.functions.backprop.train;

import java.io.Serializable;

/** A weighted sum of losses Σ w E, and the weights Σ w. */
final class LossSum implements Serializable {

  private static final long serialVersionUID = 1L;

  private double loss;
  private double weight;

  /** Adds Σ w E of instances that weigh Σ w. */
  void add(double loss, double weight) {
    this.loss += loss;
    this.weight += weight;
  }

  void add(LossSum other) {
    add(other.loss, other.weight);
  }

  double weight() {
    return weight;
  }

  /** Σ w E / Σ w; NaN without instances. */
  double mean() {
    return loss / weight;
  }
}
