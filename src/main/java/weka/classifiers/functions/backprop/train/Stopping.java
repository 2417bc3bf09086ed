package weka.classifiers.functions.backprop.train;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.io.Serializable;

/**
 * When training ends.
 *
 * @param epochs most passes over the training data, 0 or more
 * @param patience epochs without improvement of the loss (that of the validation data, if there are any) after which
 *        training ends, 1 or more; 0: it runs all epochs
 * @param tolerance by which a loss must be less than the best one to be an improvement, 0 or more
 */
public record Stopping(int epochs, int patience, double tolerance) implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * Checks the values.
   *
   * @throws InvalidSettingException if one is outside its interval
   */
  public Stopping {
    require(epochs >= 0, "epochs", epochs, "a whole number of 0 or more");
    require(patience >= 0, "patience", patience, "a whole number of 1 or more, or 0 to run all epochs");
    require(tolerance >= 0 && tolerance <= Double.MAX_VALUE, "tolerance", tolerance, "a number of 0 or more");
  }

  /** Runs that many epochs, whatever the loss does. */
  public static Stopping after(int epochs) {
    return new Stopping(epochs, 0, 0);
  }
}
