package weka.classifiers.functions.backprop.session;

/**
 * How much of the training data is held out.
 *
 * @param percent of the instances
 * @param fewest instances of which any are held out
 */
public record ValidationSplit(double percent, int fewest) {

  /** The percentage of so many instances. */
  double percent(int instances) {
    return instances >= fewest ? percent : 0;
  }
}
