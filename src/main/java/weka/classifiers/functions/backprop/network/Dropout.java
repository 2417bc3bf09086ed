package weka.classifiers.functions.backprop.network;

/**
 * Inverted dropout (Srivastava et al., 2014): in training a value becomes 0 with probability p and is divided by 1 - p
 * otherwise, so that its expectation stays what it is in prediction. What is dropped depends on a seed and a position
 * alone, so that any thread may draw it.
 */
final class Dropout {

  /** SplitMix64's increment and multipliers (Steele, Lea and Flood, 2014). */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long MIX_1 = 0xBF58476D1CE4E5B9L;
  private static final long MIX_2 = 0x94D049BB133111EBL;

  private Dropout() {
  }

  /** Another seed for each of a number of rows or layers. */
  static long seed(long seed, long index) {
    return mix(seed + GOLDEN * (index + 1));
  }

  /**
   * Draws the factors of a row.
   *
   * @param p probability of 0, in [0, 1)
   * @param factors 0 or 1 / (1 - p) [n or longer]; modified
   */
  static void factors(long seed, double p, float[] factors, int n) {
    float kept = (float) (1 / (1 - p));
    long dropped = (long) (p * (1L << 32));
    for (int j = 0; j < n; j++) {
      factors[j] = isDropped(seed, j, dropped) ? 0 : kept;
    }
  }

  /**
   * Draws the factors of some columns of a row: those that {@link #factors(long, double, float[], int)} has there.
   *
   * @param columns not modified
   * @param factors 0 or 1 / (1 - p) [columns or longer]; modified
   */
  static void factors(long seed, double p, int[] columns, float[] factors) {
    float kept = (float) (1 / (1 - p));
    long dropped = (long) (p * (1L << 32));
    for (int k = 0; k < columns.length; k++) {
      factors[k] = isDropped(seed, columns[k], dropped) ? 0 : kept;
    }
  }

  private static boolean isDropped(long seed, int position, long dropped) {
    return mix(seed + GOLDEN * (position + 1)) >>> 32 < dropped;
  }

  private static long mix(long bits) {
    long z = (bits ^ bits >>> 30) * MIX_1;
    z = (z ^ z >>> 27) * MIX_2;
    return z ^ z >>> 31;
  }
}
