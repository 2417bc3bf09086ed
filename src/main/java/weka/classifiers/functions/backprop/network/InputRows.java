package weka.classifiers.functions.backprop.network;

/**
 * Rows of inputs X, either all dense or all sparse. Some columns of sparse rows may be kept apart, with their zeros.
 *
 * @param columns of a sparse row's values, ascending; null for a dense row [rows][non-zeros]
 * @param values of a dense row, or those of a sparse row that aren't 0 [rows][inputs or non-zeros]
 * @param denseColumns of sparse rows that are kept apart; null if there are none
 * @param dense values in these columns; null if there are none [rows][dense columns]
 */
public record InputRows(int[][] columns, float[][] values, DenseColumns denseColumns, float[][] dense)
    implements RowSource {

  /** Multiplier of hashes: odd, with bits all over. */
  static final long HASH = 0x9E3779B97F4A7C15L;

  /** Rows of which no columns are kept apart. */
  public InputRows(int[][] columns, float[][] values) {
    this(columns, values, null, null);
  }

  /** Dense rows. */
  public static InputRows dense(float[][] values) {
    return new InputRows(new int[values.length][], values);
  }

  /** Number of rows. */
  public int size() {
    return values.length;
  }

  /** Whether the rows are sparse. */
  public boolean isSparse() {
    return columns.length > 0 && columns[0] != null;
  }

  /** Continues a hash with a row. */
  long hash(int row, long hash) {
    int[] indices = columns[row];
    if (indices == null) {
      return hash(values[row], values[row].length, hash);
    }
    long result = HASH * (denseColumns == null ? hash : hash(dense[row], denseColumns.size(), hash)) + indices.length;
    for (int column : indices) {
      result = HASH * result + column;
    }
    return hash(values[row], indices.length, result);
  }

  static long hash(float[] values, int n, long hash) {
    long result = hash;
    for (int j = 0; j < n; j++) {
      result = HASH * result + Float.floatToIntBits(values[j]);
    }
    return result;
  }

  @Override
  public void read(int instance, MiniBatch batch, int row) {
    batch.setInputs(row, columns[instance], values[instance]);
    if (denseColumns != null) {
      batch.setDense(row, denseColumns, dense[instance]);
    }
  }
}
