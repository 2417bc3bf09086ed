package weka.classifiers.functions.backprop.network;

import java.util.Arrays;

/**
 * A range of columns of a sparse mini-batch, column by column: which rows have a value there, and the value. A counting
 * sort of the rows' non-zeros, so that each row of a weight gradient is summed at once.
 */
final class SparseColumns {

  private int from;
  private int[] starts = new int[1];
  private int[] rows = new int[0];
  private float[] values = new float[0];

  /** Reads the columns {@code from} to {@code to - 1} of a mini-batch of sparse rows; buffers grow as needed. */
  void read(MiniBatch batch, int from, int to) {
    this.from = from;
    int width = to - from;
    if (starts.length < width + 2) {
      starts = new int[width + 2];
    }
    Arrays.fill(starts, 0, width + 2, 0);
    for (int row = 0; row < batch.size(); row++) {
      int[] columns = batch.inputs().columns()[row];
      for (int k = first(columns, from); k < columns.length && columns[k] < to; k++) {
        starts[columns[k] - from + 2]++;
      }
    }
    for (int c = 2; c <= width + 1; c++) {
      starts[c] += starts[c - 1];
    }
    reserve(starts[width + 1]);
    // starts[c + 1] is where column c is filled next, and so in the end where it ends.
    for (int row = 0; row < batch.size(); row++) {
      int[] columns = batch.inputs().columns()[row];
      for (int k = first(columns, from); k < columns.length && columns[k] < to; k++) {
        int at = starts[columns[k] - from + 1]++;
        rows[at] = row;
        values[at] = batch.inputs().values()[row][k];
      }
    }
  }

  private static int first(int[] columns, int from) {
    int k = from == 0 ? 0 : Arrays.binarySearch(columns, from);
    return k < 0 ? -k - 1 : k;
  }

  private void reserve(int size) {
    if (rows.length < size) {
      rows = new int[size + size / 4];
      values = new float[rows.length];
    }
  }

  /** Where a column's entries start in {@link #rows} and {@link #values}. */
  int start(int column) {
    return starts[column - from];
  }

  /** Where they end. */
  int end(int column) {
    return starts[column - from + 1];
  }

  int[] rows() {
    return rows;
  }

  float[] values() {
    return values;
  }
}
