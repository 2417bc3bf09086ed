package weka.classifiers.functions.backprop.encode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import weka.core.Instance;

/**
 * Training data divided into a part to train with and one to validate with. No label of the class is lost to training:
 * its last instance is never held out. What is held out of weighted instances is described at {@link WeightedCopies}.
 *
 * @param training in the order of the data; at least one
 * @param validation in the order of the data; at least one if one can be held out and any part was wanted
 */
public record Holdout(List<Instance> training, List<Instance> validation) {

  /**
   * Number of instances that are held out, if all have the same weight.
   *
   * @param all number of instances, 1 or more
   * @param percent to be held out
   */
  public static int size(int all, double percent) {
    int wanted = percent == 0 ? 0 : (int) Math.max(1, Math.round(all * percent / 100));
    return Math.min(wanted, all - 1);
  }

  /**
   * Divides instances: the last are held out, or evenly spaced ones in the order of the class, with ties shuffled.
   *
   * @param instances with class values, and weights greater than 0; not modified
   * @param percent to be held out
   */
  public static Holdout of(List<Instance> instances, double percent, HoldoutStrategy strategy, long seed) {
    if (percent == 0) {
      return new Holdout(new ArrayList<>(instances), new ArrayList<>());
    }
    WeightedCopies copies = new WeightedCopies(instances, strategy, seed);
    BitSet held = copies.part(size(copies.size(), percent));
    copies.keepLabels(held, true);
    return copies.holdout(held);
  }

  /**
   * Divides instances into folds, and holds out one after the other: blocks of the data's order, or every k-th instance
   * in the order of the class, with ties shuffled. Each instance is held out once, unless it is the last of its label.
   *
   * @param instances with class values, and weights greater than 0; not modified
   * @param k number of folds, 2 or more
   * @param wanted how many of them, 1 to k
   * @return [wanted]; where there are few instances, validation data may be empty
   */
  public static List<Holdout> folds(List<Instance> instances, int k, int wanted, HoldoutStrategy strategy, long seed) {
    WeightedCopies copies = new WeightedCopies(instances, strategy, seed);
    List<Holdout> folds = new ArrayList<>(wanted);
    for (BitSet held : copies.folds(k, wanted)) {
      copies.keepLabels(held, false);
      folds.add(copies.holdout(held));
    }
    return folds;
  }
}
