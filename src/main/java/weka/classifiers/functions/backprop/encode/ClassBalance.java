package weka.classifiers.functions.backprop.encode;

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
    int occurring = 0;
    for (Instance instance : instances) {
      int label = (int) instance.classValue();
      occurring += weights[label] == 0 ? 1 : 0;
      weights[label] += instance.weight();
      total += instance.weight();
    }
    double share = total / occurring;
    return instance -> instance.weight() / weights[(int) instance.classValue()] * share;
  }
}
