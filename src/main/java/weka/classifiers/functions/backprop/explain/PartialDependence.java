package weka.classifiers.functions.backprop.explain;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import weka.classifiers.Classifier;
import weka.core.Instance;
import weka.core.Instances;

/**
 * What a classifier predicts when an attribute is set to each of some values, all others staying as they are: on
 * average (Friedman, 2001), and for each instance (Goldstein et al., 2015).
 *
 * @param attribute index of the attribute
 * @param values of the attribute, ascending; the indices of a nominal one's labels [values]
 * @param curves predictions for each instance [instances × values]
 */
public record PartialDependence(int attribute, double[] values, double[][] curves) {

  /** Values of a numeric attribute at most. */
  private static final int VALUES = 30;

  /**
   * Computes the dependence of an output on an attribute.
   *
   * @param data at most so many of its instances are used, drawn by the seed; not modified
   * @param output the label whose probability is wanted, 0 for a numeric class
   * @param progress is told the part that is done
   * @throws InterruptedException if the thread was interrupted
   */
  public static PartialDependence of(Classifier classifier, Instances data, int attribute, int output, int most,
      long seed, DoubleConsumer progress) throws Exception {
    Instances sample = Predictions.sample(data, most, seed);
    double[] values = values(data, attribute);
    double[][] curves = new double[sample.numInstances()][values.length];
    for (int v = 0; v < values.length; v++) {
      Instances changed = new Instances(sample, sample.numInstances());
      for (Instance instance : sample) {
        changed.add(Predictions.with(instance, attribute, values[v]));
      }
      double[][] predictions = Predictions.of(classifier, changed);
      for (int i = 0; i < curves.length; i++) {
        curves[i][v] = predictions[i][output];
      }
      progress.accept((v + 1.0) / values.length);
    }
    return new PartialDependence(attribute, values, curves);
  }

  /** All labels; the distinct numbers if they are few; or else evenly spaced ones from the least to the greatest. */
  private static double[] values(Instances data, int attribute) {
    if (data.attribute(attribute).isNominal()) {
      return IntStream.range(0, data.attribute(attribute).numValues()).asDoubleStream().toArray();
    }
    double[] distinct = Arrays.stream(data.attributeToDoubleArray(attribute)).filter(value -> !Double.isNaN(value))
        .sorted().distinct().toArray();
    if (distinct.length <= VALUES) {
      return distinct;
    }
    double low = distinct[0];
    double high = distinct[distinct.length - 1];
    return IntStream.range(0, VALUES).mapToDouble(k -> low + (high - low) * k / (VALUES - 1)).toArray();
  }

  /** The mean of all curves [values]. */
  public double[] mean() {
    double[] mean = new double[values.length];
    for (int v = 0; v < mean.length; v++) {
      for (double[] curve : curves) {
        mean[v] += curve[v] / curves.length;
      }
    }
    return mean;
  }
}
