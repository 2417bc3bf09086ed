package weka.classifiers.functions.backprop.encode;

import java.util.List;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** Gathers the statistics of all attributes in two passes over the stored values of the training data. */
final class StatisticsScan {

  private final List<Instance> instances;
  private final AttributeStatistics[] statistics;
  private final double[] zeroWeights;

  private StatisticsScan(Instances header, List<Instance> instances) {
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
   * @param instances checked, with weights greater than 0; not modified
   * @throws InterruptedException if the thread was interrupted
   */
  static AttributeStatistics[] scan(Instances header, List<Instance> instances) throws InterruptedException {
    StatisticsScan scan = new StatisticsScan(header, instances);
    scan.first();
    scan.second();
    return scan.statistics;
  }

  private void first() throws InterruptedException {
    double totalWeight = 0;
    for (Instance instance : instances) {
      Interruption.check();
      totalWeight += instance.weight();
      for (int p = 0; p < instance.numValues(); p++) {
        AttributeStatistics s = statistics[instance.index(p)];
        if (s != null && instance.valueSparse(p) != 0) {
          s.scan(instance.valueSparse(p), instance.weight());
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
}
