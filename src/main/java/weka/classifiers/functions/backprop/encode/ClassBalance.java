package weka.classifiers.functions.backprop.encode;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import weka.core.Instance;

/** Weights by which all classes that occur count the same, while all instances together weigh as much as before. */
public final class ClassBalance {

  private ClassBalance() {
  }

  /**
   * Balances the classes; the function returned is the balanced weight of an instance.
   *
   * @param instances of a nominal class, with weights greater than 0; not modified
   */
  public static ToDoubleFunction<Instance> balancedWeights(List<Instance> instances, int classes) {
    double[] weights = new double[classes];
    double total = 0;
    for (Instance instance : instances) {
      weights[(int) instance.classValue()] += instance.weight();
      total += instance.weight();
    }
    return balancedWeights(weights, total);
  }

  /**
   * The same by sums that have been gathered.
   *
   * @param labels sum of the weights of each label [labels]; not modified
   * @param total sum of all weights
   */
  public static ToDoubleFunction<Instance> balancedWeights(double[] labels, double total) {
    double share = total / Arrays.stream(labels).filter(weight -> weight > 0).count();
    return instance -> instance.weight() / labels[(int) instance.classValue()] * share;
  }
}
