package weka.classifiers.functions.backprop.explain;

import java.io.Serializable;
import weka.core.Utils;

/** Means, by weight, of what predicted class distributions are worth: log loss, Brier score and calibration error. */
public final class ProbabilityScores implements Serializable {

  /** Probabilities of less count as this one in the log loss, which one impossible event would else make infinite. */
  public static final double SMALLEST_PROBABILITY = 1e-15;

  private static final long serialVersionUID = 1L;

  private final ReliabilityBins confidence = new ReliabilityBins();
  private double weights;
  private double logLosses;
  private double squares;

  /**
   * Adds a prediction.
   *
   * @param distribution P [classes]; not modified
   * @param actual index of the actual class
   * @param weight of the instance; 0 or less is ignored
   */
  public void add(double[] distribution, int actual, double weight) {
    if (!(weight > 0)) {
      return;
    }
    weights += weight;
    logLosses -= weight * Math.log(Math.max(SMALLEST_PROBABILITY, Math.min(1, distribution[actual])));
    double square = 0;
    for (int k = 0; k < distribution.length; k++) {
      double difference = distribution[k] - (k == actual ? 1 : 0);
      square += difference * difference;
    }
    squares += weight * square;
    int predicted = Utils.maxIndex(distribution);
    confidence.add(distribution[predicted], predicted == actual, weight);
  }

  /**
   * Mean of -ln P(actual class), in nats, with P no less than {@link #SMALLEST_PROBABILITY}; NaN without predictions.
   */
  public double logLoss() {
    return logLosses / weights;
  }

  /** Mean of Σ (P_k - y_k)² over the classes, from 0 to 2 (Brier, 1950); NaN without predictions. */
  public double brierScore() {
    return squares / weights;
  }

  /** Expected calibration error of the predicted class, from 0 to 1; NaN without predictions. */
  public double expectedCalibrationError() {
    return confidence.expectedCalibrationError();
  }
}
