package weka.classifiers.functions.backprop.encode;

import java.util.ArrayList;
import java.util.List;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** Instances to train with: a weight of 0 makes an instance as if it were not there. */
public final class UsableInstances {

  /** Most that all weights may add up to, so that weighted squares don't overflow. */
  private static final double LARGEST_TOTAL = 1e305;

  private UsableInstances() {
  }

  /**
   * Those with a class value and a weight greater than 0.
   *
   * @throws WekaException if there are none, or a weight or a class value makes no sense
   */
  public static List<Instance> of(Instances data) throws WekaException {
    List<Instance> usable = new ArrayList<>(data.numInstances());
    double totalWeight = 0;
    for (Instance instance : data) {
      if (!(instance.weight() >= 0) || Double.isInfinite(instance.weight())) {
        throw new WekaException("A training instance has the weight " + instance.weight()
            + ", but weights must be finite numbers of 0 or more.");
      }
      if (!instance.classIsMissing() && instance.weight() > 0) {
        StatisticsScan.requireValid(instance.classValue(), data.classAttribute());
        usable.add(instance);
        totalWeight += instance.weight();
      }
    }
    if (usable.isEmpty()) {
      throw new WekaException("There is nothing to train with: none of the " + data.numInstances()
          + " training instances has a class value and a weight greater than 0.");
    }
    if (totalWeight > LARGEST_TOTAL) {
      throw new WekaException("The weights of the training instances add up to " + totalWeight + ", but must to "
          + LARGEST_TOTAL + " at most.");
    }
    return usable;
  }
}
