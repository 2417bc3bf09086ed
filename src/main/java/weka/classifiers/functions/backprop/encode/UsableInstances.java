package weka.classifiers.functions.backprop.encode;

import java.util.ArrayList;
import java.util.List;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** Instances to train with, checked. An instance of weight 0 counts as if it were not there. */
public final class UsableInstances {

  /** Most that all weights may add up to, so that weighted squares don't overflow. */
  private static final double LARGEST_TOTAL = 1e305;

  private UsableInstances() {
  }

  /**
   * Selects the instances with a class value and a weight greater than 0.
   *
   * @param data not modified
   * @return at least one, in the order of the data
   * @throws WekaException if there are none, a weight is negative or infinite, or one of them has a value that is
   *         infinite or no label of its attribute
   * @throws InterruptedException if the thread was interrupted
   */
  public static List<Instance> select(Instances data) throws WekaException, InterruptedException {
    InstanceCheck check = new InstanceCheck(data);
    List<Instance> usable = new ArrayList<>(data.numInstances());
    double totalWeight = 0;
    for (Instance instance : data) {
      Interruption.check();
      if (check.isUsable(instance)) {
        usable.add(instance);
        totalWeight += instance.weight();
      }
    }
    requireSome(usable.size(), data.numInstances(), totalWeight);
    return usable;
  }

  /**
   * Makes sure that there is something to train with.
   *
   * @param usable number of usable instances
   * @param all number of instances
   * @param totalWeight of the usable ones
   * @throws WekaException if there is none, or the weights add up to too much
   */
  public static void requireSome(long usable, long all, double totalWeight) throws WekaException {
    if (usable == 0) {
      throw new WekaException("No instance to train with: none of the " + all
          + " training instances has a class value and a weight greater than 0.");
    }
    if (totalWeight > LARGEST_TOTAL) {
      throw new WekaException("The weights of the training instances add up to " + totalWeight
          + ", but the largest sum allowed is " + LARGEST_TOTAL + ". Divide all weights by a constant.");
    }
  }
}
