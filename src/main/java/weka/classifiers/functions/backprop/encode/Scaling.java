package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;

/** A straight line from an attribute's units to the network's: (value - offset) · factor. Immutable. */
public final class Scaling implements Serializable {

  /**
   * Farthest that a scaled value may lie from 0: a value that is absurd beside the training data, such as 1e300, must
   * not make a weighted sum infinite.
   */
  public static final double LIMIT = 1e9;

  private static final long serialVersionUID = 1L;

  private final double offset;
  private final double factor;

  /**
   * A line.
   *
   * @param offset in the attribute's units
   * @param factor network's units for one of the attribute's; 0 for a value that never varies
   */
  public Scaling(double offset, double factor) {
    this.offset = offset;
    this.factor = factor;
  }

  /** The value that becomes 0. */
  public double offset() {
    return offset;
  }

  /** The slope; 0 for a value that never varies. */
  public double factor() {
    return factor;
  }

  /** Into the network's units, at most ±1e9. */
  public float scale(double value) {
    return (float) Math.max(-LIMIT, Math.min(LIMIT, scaleWithoutLimit(value)));
  }

  /** Into the network's units, however far from 0. */
  public double scaleWithoutLimit(double value) {
    double difference = value - offset;
    // Two values at the ends of the range of double lie further apart than a double can hold.
    return Double.isInfinite(difference) ? 2 * ((value / 2 - offset / 2) * factor) : difference * factor;
  }

  /** Back into the attribute's units, at most the largest double; always the offset where the factor is 0. */
  public double unscale(double scaled) {
    return factor == 0 ? offset : Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, scaled / factor + offset));
  }
}
