package weka.classifiers.functions.backprop.encode;

import java.util.List;
import java.util.function.ToDoubleFunction;
import weka.core.Instance;

/** A nominal class: one output for each label, one-hot targets, the outputs being the distribution. Immutable. */
public final class NominalClass implements ClassEncoder {

  private static final long serialVersionUID = 1L;

  private final int labels;

  /**
   * An encoder.
   *
   * @param labels number of them
   */
  public NominalClass(int labels) {
    this.labels = labels;
  }

  @Override
  public int outputs() {
    return labels;
  }

  @Override
  public float[][] targets(List<Instance> instances) {
    float[][] oneHot = new float[labels][];
    float[][] targets = new float[instances.size()][];
    for (int i = 0; i < targets.length; i++) {
      int label = (int) instances.get(i).classValue();
      if (oneHot[label] == null) {
        oneHot[label] = target(label);
      }
      targets[i] = oneHot[label];
    }
    return targets;
  }

  @Override
  public float[] target(double classValue) {
    float[] oneHot = new float[labels];
    oneHot[(int) classValue] = 1;
    return oneHot;
  }

  @Override
  public double[] decode(double[] outputs) {
    return outputs;
  }

  @Override
  public boolean varies() {
    return true;
  }

  /** ln of the labels' relative frequencies, whose softmax they are; -∞ for a label that never occurs. */
  @Override
  public float[] prior(List<Instance> instances, ToDoubleFunction<Instance> weight) {
    double[] weights = new double[labels];
    double total = 0;
    for (Instance instance : instances) {
      weights[(int) instance.classValue()] += weight.applyAsDouble(instance);
      total += weight.applyAsDouble(instance);
    }
    return prior(weights, total);
  }

  /** The same by the sum of the weights of each label [labels], and of all; not modified. */
  public static float[] prior(double[] weights, double total) {
    float[] sums = new float[weights.length];
    for (int label = 0; label < weights.length; label++) {
      sums[label] = (float) Math.log(weights[label] / total);
    }
    return sums;
  }
}
