package weka.classifiers.functions.backprop.encode;

import java.util.List;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** Gathers the statistics of all attributes in two passes over the stored values of the training data. */
final class StatisticsScan {

  private final Instances header;
  private final List<Instance> instances;
  private final AttributeStatistics[] statistics;
  private final double[] zeroWeights;

  private StatisticsScan(Instances header, List<Instance> instances) {
    this.header = header;
    this.instances = instances;
    statistics = new AttributeStatistics[header.numAttributes()];
    zeroWeights = new double[statistics.length];
    for (int a = 0; a < statistics.length; a++) {
      Attribute attribute = header.attribute(a);
      if (a != header.classIndex()) {
        statistics[a] = attribute.isNominal() ? new NominalStatistics(attribute.numValues()) : new NumericStatistics();
      }
    }
  }

  /**
   * The statistics of each attribute, null for the class.
   *
   * @throws WekaException if a value is infinite, or stands for a label that there is not
   * @throws InterruptedException if the thread was interrupted
   */
  static AttributeStatistics[] of(Instances header, List<Instance> instances)
      throws WekaException, InterruptedException {
    StatisticsScan scan = new StatisticsScan(header, instances);
    scan.first();
    scan.second();
    return scan.statistics;
  }

  private void first() throws WekaException, InterruptedException {
    double totalWeight = 0;
    for (Instance instance : instances) {
      Interruption.check();
      totalWeight += instance.weight();
      for (int p = 0; p < instance.numValues(); p++) {
        AttributeStatistics s = statistics[instance.index(p)];
        double value = instance.valueSparse(p);
        if (s != null && value != 0) {
          requireValid(value, header.attribute(instance.index(p)));
          s.scan(value, instance.weight());
        }
      }
    }
    for (int a = 0; a < statistics.length; a++) {
      if (statistics[a] != null && statistics[a].scanned() < instances.size()) {
        zeroWeights[a] = totalWeight - statistics[a].scannedWeight();
        statistics[a].scan(0, zeroWeights[a]);
      }
    }
  }

  private void second() throws InterruptedException {
    for (Instance instance : instances) {
      Interruption.check();
      for (int p = 0; p < instance.numValues(); p++) {
        AttributeStatistics s = statistics[instance.index(p)];
        if (s != null && instance.valueSparse(p) != 0) {
          s.accumulate(instance.valueSparse(p), instance.weight());
        }
      }
    }
    for (int a = 0; a < statistics.length; a++) {
      if (zeroWeights[a] > 0) {
        statistics[a].accumulate(0, zeroWeights[a]);
      }
    }
  }

  /** Refuses values that no attribute, or none of that type, can have. */
  static void requireValid(double value, Attribute attribute) throws WekaException {
    boolean label = value >= 0 && value < attribute.numValues() && value == Math.rint(value);
    if (attribute.isNominal() && !label && !Double.isNaN(value)) {
      throw new WekaException("Attribute '" + attribute.name() + "' has the value " + value
          + " in the training data, but values must be missing or one of its " + attribute.numValues()
          + " labels, counted from 0.");
    }
    if (Double.isInfinite(value)) {
      throw new WekaException("Attribute '" + attribute.name() + "' has the value " + value
          + " in the training data, but values must be finite or missing.");
    }
  }
}
