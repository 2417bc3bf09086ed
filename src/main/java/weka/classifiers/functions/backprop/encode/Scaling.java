package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;

/**
 * A straight line from an attribute's units to the network's: (value - offset) · factor.
 *
 * @param offset in the attribute's units
 * @param factor network's units for one of the attribute's; 0 for a value that never varies
 */
public record Scaling(double offset, double factor) implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * Farthest that a scaled value may lie from 0: a value that is absurd beside the training data, such as 1e300, must
   * not make a weighted sum infinite.
   */
  private static final double LIMIT = 1e9;

  /** Into the network's units, at most ±1e9. */
  public float scale(double value) {
    return (float) Math.max(-LIMIT, Math.min(LIMIT, (value - offset) * factor));
  }

  /** Back into the attribute's units; always the offset where the factor is 0. */
  public double unscale(double scaled) {
    return factor == 0 ? offset : scaled / factor + offset;
  }
}
