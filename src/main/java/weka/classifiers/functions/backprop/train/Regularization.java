package weka.classifiers.functions.backprop.train;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.io.Serializable;

/**
 * What prevents overfitting, and keeps steps within bounds.
 *
 * @param l2 λ; λ·W is added to the gradient of the weights, 0 or more
 * @param dropout probability that the output of a hidden unit is dropped in a training step, in [0, 1)
 * @param inputDropout the same of an input
 * @param maxGradientNorm a step's gradient with a longer Euclidean norm is scaled down to it (Pascanu, Mikolov and
 *        Bengio, 2013), greater than 0; 0: no limit
 */
public record Regularization(double l2, double dropout, double inputDropout, double maxGradientNorm)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Nothing of all that. */
  public static final Regularization NONE = new Regularization(0, 0, 0, 0);

  /**
   * Checks the values.
   *
   * @throws InvalidSettingException if one is outside its interval
   */
  public Regularization {
    require(l2 >= 0 && l2 <= Float.MAX_VALUE, "l2", l2, "a number of 0 or more that a float can hold (up to 3e38)");
    requireProbability("dropout", dropout);
    requireProbability("inputDropout", inputDropout);
    require(maxGradientNorm >= 0 && maxGradientNorm <= Double.MAX_VALUE, "maxGradientNorm", maxGradientNorm,
        "a number greater than 0, or 0 for no limit");
  }

  /** Whether it changes nothing. */
  boolean isNone() {
    return l2 == 0 && dropout == 0 && inputDropout == 0 && maxGradientNorm == 0;
  }

  private static void requireProbability(String setting, double value) {
    require(value >= 0 && value < 1, setting, value, "a number from 0 up to, but not including, 1");
  }
}
