package weka.classifiers.functions.backprop.encode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import weka.core.Instance;

/**
 * Training data divided into a part to train with and one to validate with, in which the class is spread alike.
 *
 * @param training in the order of the data; at least one
 * @param validation in the order of the data; at least one, unless there is but one instance or no part was wanted
 */
public record Holdout(List<Instance> training, List<Instance> validation) {

  /**
   * Number of instances that are held out.
   *
   * @param all number of instances, 1 or more
   * @param percent to be held out
   */
  public static int size(int all, double percent) {
    int wanted = percent == 0 ? 0 : (int) Math.max(1, Math.round(all * percent / 100));
    return Math.min(wanted, all - 1);
  }

  /**
   * Divides instances at random: in the order of the class, with ties shuffled, evenly spaced ones are held out.
   *
   * @param percent to be held out
   */
  public static Holdout of(List<Instance> instances, double percent, long seed) {
    int all = instances.size();
    int held = size(all, percent);
    boolean[] validates = new boolean[all];
    if (held > 0) {
      Random random = new Random(seed);
      List<Integer> byClass = new ArrayList<>(all);
      for (int i = 0; i < all; i++) {
        byClass.add(i);
      }
      Collections.shuffle(byClass, random);
      byClass.sort(Comparator.comparingDouble(i -> instances.get(i).classValue()));
      double start = random.nextDouble();
      for (int k = 0; k < held; k++) {
        validates[byClass.get((int) ((k + start) * all / held))] = true;
      }
    }
    List<Instance> training = new ArrayList<>(all - held);
    List<Instance> validation = new ArrayList<>(held);
    for (int i = 0; i < all; i++) {
      (validates[i] ? validation : training).add(instances.get(i));
    }
    return new Holdout(training, validation);
  }
}
