package weka.classifiers.functions.backprop.encode;

/**
 * What numeric and date attributes become: always one scaled input, and on request {@link AttributeEncoder.Ramps}
 * beside it.
 *
 * @param scaling of the input
 * @param pieces number of piecewise-linear inputs between quantiles; 0: none
 * @param steps most inputs that jump from 0 to 1 where a small tree would split the attribute; 0: none
 */
public record InputEncoding(InputScaling scaling, int pieces, int steps) {

  /** Scaling alone. */
  public static InputEncoding of(InputScaling scaling) {
    return new InputEncoding(scaling, 0, 0);
  }

  /** Whether it is fitted to class values as well, so that it must not see those that are held out. */
  public boolean isSupervised() {
    return steps > 0;
  }

  /** As {@code equals}, which a new JVM takes ten milliseconds to link. */
  public boolean isSameAs(InputEncoding other) {
    return scaling == other.scaling && pieces == other.pieces && steps == other.steps;
  }

  /** Whether there is more than scaling. */
  boolean hasRamps() {
    return pieces > 0 || steps > 0;
  }
}
