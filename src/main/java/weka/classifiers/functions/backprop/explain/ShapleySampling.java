package weka.classifiers.functions.backprop.explain;

import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import weka.classifiers.Classifier;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Contributions to a prediction of any classifier: Shapley values by sampling (Štrumbelj and Kononenko, 2014). For each
 * sample another instance becomes, attribute by attribute in random order, the one that is explained; each step's
 * change of the prediction belongs to its attribute.
 */
public final class ShapleySampling {

  private ShapleySampling() {
  }

  /**
   * The contributions to the prediction of an instance; the base is the mean prediction of the other instances.
   *
   * @param instance with the attributes of the data; not modified
   * @param background where the other instances are drawn from; not modified
   * @param output the label whose probability is explained, 0 for a numeric class
   * @param samples at least 2
   * @param progress is told the part that is done
   * @throws InterruptedException if the thread was interrupted
   */
  public static Contributions of(Classifier classifier, Instance instance, Instances background, int output,
      int samples, long seed, DoubleConsumer progress) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    int attributes = background.numAttributes();
    double[] sums = new double[attributes];
    double[] squares = new double[attributes];
    double base = 0;
    double prediction = 0;
    for (int sample = 0; sample < samples; sample++) {
      int[] order = order(attributes, background.classIndex(), random);
      Instance other = background.instance(random.nextInt(background.numInstances()));
      double[][] predictions = Predictions.of(classifier, path(other, instance, order, background));
      for (int step = 0; step < order.length; step++) {
        double change = predictions[step + 1][output] - predictions[step][output];
        sums[order[step]] += change;
        squares[order[step]] += change * change;
      }
      base += predictions[0][output] / samples;
      prediction = predictions[order.length][output];
      progress.accept((sample + 1.0) / samples);
    }
    return contributions(base, prediction, sums, squares, samples);
  }

  private static Contributions contributions(double base, double prediction, double[] sums, double[] squares, int n) {
    double[] means = new double[sums.length];
    double[] errors = new double[sums.length];
    for (int a = 0; a < sums.length; a++) {
      means[a] = sums[a] / n;
      errors[a] = Math.sqrt(Math.max(0, squares[a] - sums[a] * means[a]) / (n - 1) / n);
    }
    return new Contributions(base, prediction, means, errors);
  }

  /** The attributes but the class in random order. */
  private static int[] order(int attributes, int classIndex, SplittableRandom random) {
    int[] order = new int[attributes - 1];
    int filled = 0;
    for (int a = 0; a < attributes; a++) {
      if (a != classIndex) {
        int other = random.nextInt(filled + 1);
        order[filled] = order[other];
        order[other] = a;
        filled++;
      }
    }
    return order;
  }

  /** The other instance, and then what each step makes of it. */
  private static Instances path(Instance other, Instance instance, int[] order, Instances background) {
    Instances path = new Instances(background, order.length + 1);
    path.add(other);
    for (int attribute : order) {
      path.add(Predictions.with(path.lastInstance(), attribute, instance.value(attribute)));
    }
    return path;
  }
}
