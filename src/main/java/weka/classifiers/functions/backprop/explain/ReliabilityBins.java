package weka.classifiers.functions.backprop.explain;

import java.io.Serializable;

/**
 * Predicted probabilities in bins of equal width, each with how often what was predicted came true: a classifier is
 * calibrated if both agree in every bin.
 */
public final class ReliabilityBins implements Serializable {

  /** Bins of [0, 1]; each holds its upper edge but not its lower one, the first holds both. */
  public static final int BINS = 10;

  private static final long serialVersionUID = 1L;

  private final double[] weights = new double[BINS];
  private final double[] squaredWeights = new double[BINS];
  private final double[] probabilities = new double[BINS];
  private final double[] hits = new double[BINS];

  /**
   * Adds a prediction.
   *
   * @param probability in [0, 1]; rounding errors beyond are cut off
   * @param hit whether what was predicted came true
   * @param weight of the instance; 0 or less is ignored
   */
  public void add(double probability, boolean hit, double weight) {
    if (!(weight > 0) || Double.isNaN(probability)) {
      return;
    }
    double p = Math.max(0, Math.min(1, probability));
    int bin = Math.max(0, (int) Math.ceil(p * BINS) - 1);
    weights[bin] += weight;
    squaredWeights[bin] += weight * weight;
    probabilities[bin] += weight * p;
    hits[bin] += hit ? weight : 0;
  }

  /** Sum of the weights in a bin. */
  public double weight(int bin) {
    return weights[bin];
  }

  /** Sum of the weights in all bins. */
  public double totalWeight() {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    return total;
  }

  /** Mean predicted probability in a bin; NaN if it is empty. */
  public double meanProbability(int bin) {
    return probabilities[bin] / weights[bin];
  }

  /** Part of the predictions in a bin that came true; NaN if it is empty. */
  public double frequency(int bin) {
    return hits[bin] / weights[bin];
  }

  /**
   * Standard error of the frequency of a bin, √(f (1 - f) / n), where n = (Σ w)² / Σ w² (Kish, 1965) is the number of
   * instances if all have the same weight.
   */
  public double standardError(int bin) {
    double f = frequency(bin);
    return Math.sqrt(f * (1 - f) * squaredWeights[bin]) / weights[bin];
  }

  /**
   * Expected calibration error: Σ (weight of a bin / total weight) · |frequency - mean probability| (Naeini, Cooper and
   * Hauskrecht, 2015); NaN if there is no prediction.
   */
  public double expectedCalibrationError() {
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += Math.abs(hits[bin] - probabilities[bin]);
    }
    return sum / totalWeight();
  }
}
