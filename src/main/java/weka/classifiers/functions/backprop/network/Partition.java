package weka.classifiers.functions.backprop.network;

/**
 * The division of rows into parts, each of which one thread at a time works on: part p has the rows {@code from(p)} to
 * {@code from(p + 1) - 1}. Parts begin at multiples of 8, so that kernels compute whole tiles; some may be empty.
 *
 * @param rows 0 or more
 * @param parts 1 or more
 */
record Partition(int rows, int parts) {

  private static final int TILE = 8;

  /** The first row of a part; that of part {@link #parts} is the number of rows. */
  int from(int part) {
    return part == parts ? rows : (int) ((long) rows * part / parts) / TILE * TILE;
  }
}
