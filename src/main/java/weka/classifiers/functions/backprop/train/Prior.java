package weka.classifiers.functions.backprop.train;

import java.io.Serializable;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Output;

/** The weighted mean of targets: the class distribution, or the mean of a numeric class. */
final class Prior implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Least probability, whose logarithm is finite. */
  private static final double LEAST = 1e-9;

  /** Σ w t [outputs]; null without examples. */
  private double[] sums;
  private double weight;

  /** Adds the targets of examples; not modified. */
  void add(Examples examples) {
    for (int i = 0; i < examples.size(); i++) {
      float[] target = examples.target(i);
      double w = examples.weight(i);
      sums = sums == null ? new double[target.length] : sums;
      for (int j = 0; j < sums.length; j++) {
        sums[j] += w * target[j];
      }
      weight += w;
    }
  }

  void add(Prior other) {
    if (sums == null) {
      sums = other.sums;
    } else if (other.sums != null) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += other.sums[j];
      }
    }
    weight += other.weight;
  }

  /** The weighted sums s of an output layer that predicts the mean [outputs]. */
  float[] sums(Output output) {
    float[] s = new float[sums.length];
    for (int j = 0; j < s.length; j++) {
      double mean = sums[j] / weight;
      s[j] = (float) (output == Output.SOFTMAX ? Math.log(Math.max(LEAST, mean)) : mean);
    }
    return s;
  }
}
