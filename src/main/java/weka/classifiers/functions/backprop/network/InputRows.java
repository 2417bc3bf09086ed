package weka.classifiers.functions.backprop.network;

/**
 * Rows of inputs X, either all dense or all sparse.
 *
 * @param columns of a sparse row's values, ascending; null for a dense row [rows][non-zeros]
 * @param values of a dense row, or those of a sparse row that aren't 0 [rows][inputs or non-zeros]
 */
public record InputRows(int[][] columns, float[][] values) implements RowSource {

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

  @Override
  public void read(int instance, MiniBatch batch, int row) {
    batch.setInputs(row, columns[instance], values[instance]);
  }
}
