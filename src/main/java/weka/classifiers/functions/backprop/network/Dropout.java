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
   * Drops values of a row.
   *
   * @param columns of a sparse row, which loses the values that the dense one would; null for a dense row
   * @param x the row [n]; not modified
   * @param result x, each value multiplied by 0 or 1 / (1 - p) [n or longer]; modified; may be x
   */
  static void drop(long seed, double p, int[] columns, float[] x, float[] result) {
    float kept = (float) (1 / (1 - p));
    long dropped = (long) (p * (1L << 32));
    int n = columns == null ? x.length : columns.length;
    for (int k = 0; k < n; k++) {
      result[k] = x[k] * (isDropped(seed, columns == null ? k : columns[k], dropped) ? 0 : kept);
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
