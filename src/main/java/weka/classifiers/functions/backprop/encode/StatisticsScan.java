package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;
import java.util.List;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Gathers the statistics of all attributes in two passes over the stored values of the training data. Life cycle:
 * {@link #scan} each instance, {@link #endScan}, {@link #accumulate} each instance, {@link #endAccumulation}. Parts of
 * the data may be passed over by copies of their own, that are merged before each pass ends.
 */
public final class StatisticsScan implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int classIndex;
  /** Of each attribute, the class among them. */
  private final AttributeStatistics[] statistics;
  private final double[] zeroWeights;
  private long instances;
  private double totalWeight;

  /** A scan that has seen nothing. */
  public StatisticsScan(Instances header) {
    classIndex = header.classIndex();
    statistics = new AttributeStatistics[header.numAttributes()];
    zeroWeights = new double[statistics.length];
    for (int a = 0; a < statistics.length; a++) {
      Attribute attribute = header.attribute(a);
      statistics[a] = attribute.isNominal() ? new NominalStatistics(attribute.numValues()) : new NumericStatistics();
    }
  }

  /** A scan of the same attributes that has seen nothing. */
  private StatisticsScan(StatisticsScan other) {
    classIndex = other.classIndex;
    statistics = new AttributeStatistics[other.statistics.length];
    zeroWeights = other.zeroWeights.clone();
    for (int a = 0; a < statistics.length; a++) {
      statistics[a] = other.statistics[a] instanceof NominalStatistics nominal
          ? new NominalStatistics(nominal.weights().length) : new NumericStatistics();
    }
  }

  /**
   * Both passes.
   *
   * @param instances checked, with weights greater than 0; not modified
   * @param threads that share the attributes, if there are enough values for them; they don't change the result
   * @throws InterruptedException if the thread was interrupted
   */
  public static StatisticsScan of(Instances header, List<Instance> instances, int threads)
      throws InterruptedException {
    StatisticsScan scan = new StatisticsScan(header);
    for (Instance instance : instances) {
      scan.count(instance);
    }
    scan.pass(instances, threads, AttributeStatistics::scan);
    scan.endScan();
    scan.pass(instances, threads, AttributeStatistics::accumulate);
    scan.endAccumulation();
    return scan;
  }

  /** What a pass does with each value that an instance stores, but for zeros. */
  @FunctionalInterface
  private interface Pass {

    void visit(AttributeStatistics statistics, double value, double weight);
  }

  /** Each attribute's values are visited in the order of the instances, whoever visits them. */
  private void pass(List<Instance> instances, int threads, Pass pass) throws InterruptedException {
    ThreadTeam.divide(statistics.length, (double) instances.size() * statistics.length, threads, (from, to) -> {
      for (Instance instance : instances) {
        Interruption.check();
        visit(instance, from, to, pass);
      }
    });
  }

  /** Visits an instance's values of the attributes {@code from} to {@code to - 1}. */
  private void visit(Instance instance, int from, int to, Pass pass) {
    double weight = instance.weight();
    int values = instance.numValues();
    for (int p = first(instance, from); p < values && instance.index(p) < to; p++) {
      double value = instance.valueSparse(p);
      if (value != 0) {
        pass.visit(statistics[instance.index(p)], value, weight);
      }
    }
  }

  /** First pass: an instance, checked, with a class value and a weight greater than 0. */
  public void scan(Instance instance) {
    count(instance);
    visit(instance, 0, statistics.length, AttributeStatistics::scan);
  }

  private void count(Instance instance) {
    instances++;
    totalWeight += instance.weight();
  }

  /** The place of the first value that an instance stores of the attributes from one on. */
  private int first(Instance instance, int attribute) {
    int first = 0;
    int end = instance.numValues();
    if (end == statistics.length) {
      return attribute;
    }
    while (first < end) {
      int middle = (first + end) / 2;
      if (instance.index(middle) < attribute) {
        first = middle + 1;
      } else {
        end = middle;
      }
    }
    return first;
  }

  /** Adds the first pass over another part of the data; not modified. */
  public void mergeScan(StatisticsScan other) {
    instances += other.instances;
    totalWeight += other.totalWeight;
    for (int a = 0; a < statistics.length; a++) {
      statistics[a].mergeScan(other.statistics[a]);
    }
  }

  /** Ends the first pass: adds the zeros, which it has not visited. */
  public void endScan() {
    for (int a = 0; a < statistics.length; a++) {
      if (statistics[a].scanned() < instances) {
        zeroWeights[a] = totalWeight - statistics[a].scannedWeight();
        statistics[a].scan(0, zeroWeights[a]);
      }
    }
  }

  /** A scan that has seen the first pass of this one, and nothing of the second. */
  public StatisticsScan afterScan() {
    StatisticsScan copy = new StatisticsScan(this);
    copy.mergeScan(this);
    return copy;
  }

  /** Second pass, of the same instances. */
  public void accumulate(Instance instance) {
    visit(instance, 0, statistics.length, AttributeStatistics::accumulate);
  }

  /** Adds the second pass over another part of the data, after the same first pass of all parts; not modified. */
  public void mergeAccumulation(StatisticsScan other) {
    for (int a = 0; a < statistics.length; a++) {
      statistics[a].mergeAccumulation(other.statistics[a]);
    }
  }

  /** Ends the second pass: adds the zeros, which it has not visited. */
  public void endAccumulation() {
    for (int a = 0; a < statistics.length; a++) {
      if (zeroWeights[a] > 0) {
        statistics[a].accumulate(0, zeroWeights[a]);
      }
    }
  }

  /** Number of instances. */
  public long instances() {
    return instances;
  }

  /** Sum of the instances' weights. */
  public double totalWeight() {
    return totalWeight;
  }

  /** Sum of the weights of each label of a nominal class [labels]; not a copy. */
  public double[] labelWeights() {
    return ((NominalStatistics) statistics[classIndex]).weights();
  }

  /** The statistics of a numeric class. */
  NumericStatistics numericClass() {
    return (NumericStatistics) statistics[classIndex];
  }

  /** The statistics of each attribute, null for the class. */
  AttributeStatistics[] inputs() {
    AttributeStatistics[] inputs = statistics.clone();
    if (classIndex >= 0) {
      inputs[classIndex] = null;
    }
    return inputs;
  }
}
