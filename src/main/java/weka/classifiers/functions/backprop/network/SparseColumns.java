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
    InputRows x = batch.inputs();
    this.from = from;
    int width = to - from;
    if (starts.length < width + 2) {
      starts = new int[width + 2];
    }
    Arrays.fill(starts, 0, width + 2, 0);
    for (int row = 0; row < batch.size(); row++) {
      count(x.columns()[row], first(x.columns()[row], from), first(x.columns()[row], to), starts, from - 2);
    }
    for (int c = 2; c <= width + 1; c++) {
      starts[c] += starts[c - 1];
    }
    reserve(starts[width + 1]);
    for (int row = 0; row < batch.size(); row++) {
      append(row, x.columns()[row], x.values()[row], first(x.columns()[row], from), first(x.columns()[row], to));
    }
  }

  /** Index of the first of a row's values from a column on; their number if there is none. */
  private static int first(int[] columns, int column) {
    int k = column == 0 ? 0 : Arrays.binarySearch(columns, column);
    return k < 0 ? -k - 1 : k;
  }

  private static void count(int[] columns, int first, int end, int[] counts, int offset) {
    for (int k = first; k < end; k++) {
      counts[columns[k] - offset]++;
    }
  }

  /** starts[c + 1] is where column c is filled next, and so in the end where it ends. */
  private void append(int row, int[] columns, float[] rowValues, int first, int end) {
    int[] next = starts;
    int[] columnRows = rows;
    float[] columnValues = values;
    int offset = from - 1;
    for (int k = first; k < end; k++) {
      int at = next[columns[k] - offset]++;
      columnRows[at] = row;
      columnValues[at] = rowValues[k];
    }
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
