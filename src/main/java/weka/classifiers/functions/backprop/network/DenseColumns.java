package weka.classifiers.functions.backprop.network;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Columns of sparse rows that are seldom 0, and are kept with their zeros: kernels multiply dense columns several times
 * as fast. Since matrices are arrays of rows, their weights are a matrix of references, and nothing is copied.
 */
public final class DenseColumns {

  /** The place of a column that isn't among them. */
  public static final int NONE = -1;

  /**
   * Part of a column's values that aren't 0, from which kernels multiply the column faster with its zeros than without
   * them. The same for all kernels, so that results don't depend on which there is.
   */
  private static final double DENSE = 0.35;
  /** Part of the non-zeros in dense columns from which it pays to treat them apart. */
  private static final double MOST = 0.5;

  private final int[] columns;
  /** The place of each column among these, or {@link #NONE} [inputs]. */
  private final int[] places;

  private DenseColumns(int[] columns, int inputs) {
    this.columns = columns;
    places = new int[inputs];
    Arrays.fill(places, NONE);
    for (int k = 0; k < columns.length; k++) {
      places[columns[k]] = k;
    }
  }

  /**
   * Chooses columns by a sample of the rows.
   *
   * @param counts how many rows of the sample have a value in each column [inputs]; not modified
   * @param sample number of rows
   * @return null if they would not make training faster
   */
  public static DenseColumns select(int[] counts, int sample) {
    double least = DENSE * sample;
    int[] columns = IntStream.range(0, counts.length).filter(column -> counts[column] > least).toArray();
    double inColumns = Arrays.stream(columns).mapToLong(column -> counts[column]).sum();
    double all = Arrays.stream(counts).asLongStream().sum();
    return columns.length == 0 || inColumns < MOST * all ? null : new DenseColumns(columns, counts.length);
  }

  /** Number of dense columns. */
  public int size() {
    return columns.length;
  }

  /** The k-th of them, which ascend. */
  int column(int k) {
    return columns[k];
  }

  /** Which of them a column is, or {@link #NONE}. */
  public int place(int column) {
    return places[column];
  }

  /** The columns, ascending; not a copy. */
  int[] columns() {
    return columns;
  }

  /** References to the rows of W, or of its gradient, that belong to these columns, the last one being that of b. */
  float[][] rows(float[][] parameters) {
    float[][] rows = new float[columns.length + 1][];
    for (int k = 0; k < columns.length; k++) {
      rows[k] = parameters[columns[k]];
    }
    rows[columns.length] = parameters[parameters.length - 1];
    return rows;
  }
}
