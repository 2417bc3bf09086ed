package weka.classifiers.functions.backprop.fuzz;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A column of random data: what its attribute is, and what values it makes of the numbers that are drawn.
 *
 * @param labels number of a nominal attribute's
 * @param missingPercent part of the values that are missing
 */
record Column(Type type, Values values, int labels, int missingPercent) {

  /** Types of Weka's attributes. */
  enum Type {
    NUMERIC, NOMINAL, DATE, STRING, RELATIONAL
  }

  /** What the values of a numeric column are like. */
  enum Values {
    INTEGERS, ORDINARY, CONSTANT, FAR_FROM_ZERO, HUGE, TINY, EXTREME, INFINITE_AT_TIMES
  }

  private static final double[] EXTREMES = {0, -0.0, 1, 1e9, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE,
      Double.MIN_NORMAL, -Double.MIN_NORMAL, 1e300, -1e300, 1e-310, Float.MAX_VALUE, Float.MIN_VALUE, 1e-30};

  /** The attribute in an ARFF file. */
  String declaration(String name) {
    return switch (type) {
      case NUMERIC -> "@attribute " + name + " numeric";
      case DATE -> "@attribute " + name + " date yyyy-MM-dd";
      case STRING -> "@attribute " + name + " string";
      case RELATIONAL -> "@attribute " + name + " relational\n@attribute inner numeric\n@end " + name;
      case NOMINAL -> "@attribute " + name
          + IntStream.range(0, labels).mapToObj(label -> "l" + label).collect(Collectors.joining(",", " {", "}"));
    };
  }

  /** A value in an ARFF file, the simplest one for 0. */
  String value(int draw) {
    return switch (type) {
      case NUMERIC -> Double.toString(number(draw));
      case DATE -> String.format("%d-%02d-%02d", 1900 + draw % 200, 1 + draw % 12, 1 + draw % 28);
      case STRING -> "s" + draw;
      case RELATIONAL -> "'" + draw + "\\n1'";
      case NOMINAL -> labels == 0 ? "?" : "l" + draw % labels;
    };
  }

  private double number(int draw) {
    double ordinary = (draw % 2 == 0 ? draw : -draw) / 128.0;
    return switch (values) {
      case INTEGERS -> draw % 5;
      case ORDINARY -> ordinary;
      case CONSTANT -> 3;
      case FAR_FROM_ZERO -> 1e15 + draw;
      case HUGE -> 1e300 * ordinary;
      case TINY -> 1e-310 * ordinary;
      case EXTREME -> EXTREMES[draw % EXTREMES.length];
      case INFINITE_AT_TIMES -> draw % 50 == 49 ? ordinary / 0 : ordinary;
    };
  }

  /** Whether a value of 0 is one that sparse data leave out. */
  boolean canBeZero() {
    return type == Type.NUMERIC || type == Type.NOMINAL && labels > 0;
  }
}
