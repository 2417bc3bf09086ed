package weka.classifiers.functions.backprop.train;

import java.io.Serializable;

/** A weighted sum of losses Σ w E, perhaps one of the predictions' scores, and the weights Σ w. */
final class LossSum implements Serializable {

  private static final long serialVersionUID = 1L;

  private double loss;
  private double weight;
  private double score;

  /** Adds Σ w E of instances that weigh Σ w. */
  void add(double loss, double weight) {
    this.loss += loss;
    this.weight += weight;
  }

  void add(LossSum other) {
    add(other.loss, other.weight);
    score += other.score;
  }

  /** Adds Σ w score of the same instances. */
  void addScore(double sum) {
    score += sum;
  }

  double weight() {
    return weight;
  }

  /** Σ w E / Σ w; NaN without instances. */
  double mean() {
    return loss / weight;
  }

  /** Σ w score / Σ w, if scores were added; NaN without instances. */
  double meanScore() {
    return score / weight;
  }
}
