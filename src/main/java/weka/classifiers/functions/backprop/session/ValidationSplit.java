package weka.classifiers.functions.backprop.session;

import java.util.List;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.encode.HoldoutStrategy;
import weka.core.Instance;

/**
 * How much of the training data is held out, and which instances.
 *
 * @param percent of the instances
 * @param fewest instances of which any are held out
 */
public record ValidationSplit(double percent, int fewest, HoldoutStrategy strategy) {

  /** Nothing is held out. */
  public static final ValidationSplit NONE = new ValidationSplit(0, 0, HoldoutStrategy.RANDOM);

  /** The percentage of so many instances. */
  public double percent(int instances) {
    return instances >= fewest ? percent : 0;
  }

  /** Divides training data. */
  Holdout divide(List<Instance> instances, long seed) {
    return Holdout.of(instances, percent(instances.size()), strategy, seed);
  }

  /** Divides training data into folds, of which each holds out another part, and returns the first so many of them. */
  List<Holdout> folds(List<Instance> instances, int folds, int wanted, long seed) {
    return Holdout.folds(instances, folds, wanted, strategy, seed);
  }
}
