package weka.classifiers.functions.backprop.train;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.io.Serializable;

/**
 * When training ends.
 *
 * @param epochs most passes over the training data, 0 or more
 * @param patience epochs without improvement of the loss (that of the validation data, if there are any) after which
 *        training ends, 1 or more; 0: it runs all epochs
 * @param updates of the parameters without improvement that there must have been as well, 0 or more
 * @param tolerance by which a loss must be less than the best one to be an improvement, 0 or more
 */
public record Stopping(int epochs, int patience, long updates, double tolerance) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Updates for each epoch of patience: with little data an epoch is a few steps, in which no loss can improve. */
  private static final int UPDATES = 50;

  /**
   * Checks the values.
   *
   * @throws InvalidSettingException if one is outside its interval
   */
  public Stopping {
    require(epochs >= 0, "epochs", epochs, "a whole number of 0 or more");
    require(patience >= 0, "patience", patience, "a whole number of 1 or more, or 0 to run all epochs");
    require(updates >= 0, "updates", updates, "a whole number of 0 or more");
    require(tolerance >= 0 && tolerance <= Double.MAX_VALUE, "tolerance", tolerance, "a number of 0 or more");
  }

  /** With patience for as many updates as suit its epochs. */
  public Stopping(int epochs, int patience, double tolerance) {
    this(epochs, patience, (long) UPDATES * patience, tolerance);
  }

  /** Runs that many epochs, whatever the loss does. */
  public static Stopping after(int epochs) {
    return new Stopping(epochs, 0, 0, 0);
  }
}
