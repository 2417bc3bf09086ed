package weka.classifiers.functions.backprop.network;

import java.util.Map;
import java.util.Optional;

/** How far a number may be from the expected one: absolute + relative · |expected|. */
public record Tolerance(double relative, double absolute) {

  /** What float32 must reach against double precision. */
  public static final Tolerance FLOAT = new Tolerance(1e-3, 1e-5);

  /** What another implementation in double precision must reach. */
  public static final Tolerance DOUBLE = new Tolerance(1e-9, 1e-12);

  /** The same numbers. */
  public static final Tolerance EXACT = new Tolerance(0, 0);

  private boolean accepts(double expected, double actual) {
    // Written so that NaN is not accepted.
    return Math.abs(actual - expected) <= absolute + relative * Math.abs(expected);
  }

  /** A description of the first number that is too far from the expected one; empty if none is. */
  public Optional<String> difference(String what, double[] expected, double[] actual) {
    if (expected.length != actual.length) {
      return Optional.of(what + ": " + expected.length + " numbers expected, but got " + actual.length);
    }
    for (int j = 0; j < expected.length; j++) {
      if (!accepts(expected[j], actual[j])) {
        return Optional.of(what + " [" + j + "]: " + expected[j] + " expected, but got " + actual[j]);
      }
    }
    return Optional.empty();
  }

  /** The same for all rows of parameters or gradients. */
  public Optional<String> difference(Parameters expected, Parameters actual) {
    Map<String, double[]> rows = actual.rows();
    if (!expected.rows().keySet().equals(rows.keySet())) {
      return Optional.of("the layers have other shapes");
    }
    return expected.rows().entrySet().stream()
        .flatMap(e -> difference(e.getKey(), e.getValue(), rows.get(e.getKey())).stream()).findFirst();
  }
}
