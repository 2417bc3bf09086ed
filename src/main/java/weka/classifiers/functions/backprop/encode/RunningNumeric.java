package weka.classifiers.functions.backprop.encode;

/**
 * Mean and standard deviation of a numeric attribute, updated together (West, 1979). Values are divided by a power of
 * two as large as the largest of them, so that even 1e300 doesn't overflow.
 */
final class RunningNumeric implements RunningAttribute {

  private static final long serialVersionUID = 1L;

  /** A power of two, larger than the magnitude of all values; it loses no bit of them. */
  private double unit = Double.MIN_NORMAL;
  private double totalWeight;
  private double mean;
  private double squares;

  @Override
  public void add(double value, double weight) {
    if (Double.isNaN(value)) {
      return;
    }
    if (Math.abs(value) >= unit) {
      enlargeUnit(Math.scalb(1.0, Math.min(Double.MAX_EXPONENT, Math.getExponent(value) + 1)));
    }
    totalWeight += weight;
    double difference = value / unit - mean;
    mean += difference * (weight / totalWeight);
    squares += weight * difference * (value / unit - mean);
  }

  private void enlargeUnit(double larger) {
    double ratio = unit / larger;
    mean *= ratio;
    squares *= ratio * ratio;
    unit = larger;
  }

  /** Mean; 0 of no value. */
  double mean() {
    return mean * unit;
  }

  /** Standard deviation of the population; 0 of no value. */
  double deviation() {
    return totalWeight > 0 ? Math.sqrt(squares / totalWeight) * unit : 0;
  }

  /** A deviation so small that its reciprocal overflows is none. */
  @Override
  public boolean varies() {
    return deviation() >= Double.MIN_NORMAL;
  }

  /** To mean 0 and standard deviation 1; everything to 0 if the values don't differ. */
  Scaling scaling() {
    return new Scaling(mean(), varies() ? 1 / deviation() : 0);
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public AttributeEncoder encoder(int column) {
    return new AttributeEncoder.Numeric(column, scaling(), 0);
  }
}
