package weka.classifiers.functions.backprop.encode;

/**
 * Weighted statistics of a numeric attribute. Values are divided by their largest magnitude before they are summed, so
 * that even 1e300 doesn't overflow; mean and deviation are updated together (West, 1979), so that a small deviation
 * survives beside a large mean. Parts are merged by the formulas of Chan, Golub and LeVeque (1979).
 */
final class NumericStatistics implements AttributeStatistics {

  private static final long serialVersionUID = 1L;

  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private long scanned;
  private double scannedWeight;
  private double zeroWeight;
  private double totalWeight;
  private double scaledMean;
  private double scaledSquares;
  /** Summed apart, since what zeros of huge weight leave of a total can be lost in its rounding. */
  private double nonZeroWeight;
  private double scaledNonZeroSquares;

  @Override
  public void scan(double value, double weight) {
    scanned++;
    scannedWeight += weight;
    if (value == 0) {
      zeroWeight += weight;
    }
    if (!Double.isNaN(value)) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }

  @Override
  public void accumulate(double value, double weight) {
    if (!Double.isNaN(value) && min < max) {
      totalWeight += weight;
      double scaled = value / largestMagnitude();
      double difference = scaled - scaledMean;
      scaledMean += difference * (weight / totalWeight);
      scaledSquares += weight * difference * (scaled - scaledMean);
      if (value != 0) {
        nonZeroWeight += weight;
        scaledNonZeroSquares += weight * scaled * scaled;
      }
    }
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
    NumericStatistics other = (NumericStatistics) part;
    scanned += other.scanned;
    scannedWeight += other.scannedWeight;
    zeroWeight += other.zeroWeight;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
  }

  @Override
  public void mergeAccumulation(AttributeStatistics part) {
    NumericStatistics other = (NumericStatistics) part;
    if (other.totalWeight > 0) {
      double before = totalWeight;
      totalWeight += other.totalWeight;
      double difference = other.scaledMean - scaledMean;
      scaledMean += difference * (other.totalWeight / totalWeight);
      scaledSquares += other.scaledSquares + difference * difference * before * (other.totalWeight / totalWeight);
      nonZeroWeight += other.nonZeroWeight;
      scaledNonZeroSquares += other.scaledNonZeroSquares;
    }
  }

  /** Smallest value. */
  double min() {
    return min;
  }

  /** Largest value. */
  double max() {
    return max;
  }

  /** Half the distance between the smallest and the largest value; the whole may be too large for a double. */
  double halfRange() {
    return max / 2 - min / 2;
  }

  /** Largest distance of a value from 0. */
  double largestMagnitude() {
    return Math.max(Math.abs(min), Math.abs(max));
  }

  /** Part of the values that are 0, by weight. */
  double zeroPart() {
    return zeroWeight / scannedWeight;
  }

  /** Mean; of a constant attribute its value. */
  double mean() {
    return min < max ? scaledMean * largestMagnitude() : min;
  }

  /** Root mean square of the values that aren't zero, of an attribute that varies. */
  double nonZeroMagnitude() {
    return Math.sqrt(scaledNonZeroSquares / nonZeroWeight) * largestMagnitude();
  }

  /** Standard deviation of the population. */
  double deviation() {
    return min < max ? Math.sqrt(scaledSquares / totalWeight) * largestMagnitude() : 0;
  }

  /** Whether the values differ; a deviation so small that its reciprocal overflows is none. */
  boolean varies() {
    return deviation() >= Double.MIN_NORMAL;
  }

  @Override
  public AttributeEncoder encoder(InputScaling inputScaling, boolean keepZeros, int column) {
    if (!varies()) {
      return null;
    }
    Scaling scaling = keepZeros ? inputScaling.fitKeepingZeros(this) : inputScaling.fit(this);
    return new AttributeEncoder.Numeric(column, scaling, scaling.scale(mean()));
  }
}
