package weka.classifiers.functions.backprop.encode;

import java.util.Arrays;
import weka.core.Utils;

/** Weights of the values of a nominal attribute. */
final class NominalStatistics implements AttributeStatistics {

  private static final long serialVersionUID = 1L;

  private final double[] weights;
  private long scanned;
  private double scannedWeight;

  NominalStatistics(int values) {
    weights = new double[values];
  }

  @Override
  public void scan(double value, double weight) {
    scanned++;
    scannedWeight += weight;
    // An attribute without labels, whose values can only be missing, has a 0 in sparse data.
    if (!Double.isNaN(value) && weights.length > 0) {
      weights[(int) value] += weight;
    }
  }

  @Override
  public void accumulate(double value, double weight) {
    // The first pass has counted all there is.
  }

  @Override
  public long scanned() {
    return scanned;
  }

  @Override
  public double scannedWeight() {
    return scannedWeight;
  }

  @Override
  public void mergeScan(AttributeStatistics part) {
    NominalStatistics other = (NominalStatistics) part;
    scanned += other.scanned;
    scannedWeight += other.scannedWeight;
    for (int value = 0; value < weights.length; value++) {
      weights[value] += other.weights[value];
    }
  }

  @Override
  public void mergeAccumulation(AttributeStatistics part) {
    // The first pass has counted all there is.
  }

  /** Sum of the weights of each value; not a copy. */
  double[] weights() {
    return weights;
  }

  @Override
  public AttributeEncoder encoder(InputScaling scaling, boolean keepZeros, int column) {
    int[] columns = new int[weights.length];
    Arrays.fill(columns, AttributeEncoder.NONE);
    long seen = Arrays.stream(weights).filter(weight -> weight > 0).count();
    if (seen < 2) {
      return null;
    }
    boolean binary = weights.length == 2;
    int next = column;
    for (int value = binary ? 1 : 0; value < weights.length; value++) {
      if (weights[value] > 0) {
        columns[value] = next++;
      }
    }
    return new AttributeEncoder.Nominal(columns, Utils.maxIndex(weights), next - column);
  }
}
