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
    int[][] columns = batch.inputs().columns();
    this.from = from;
    int width = to - from;
    if (starts.length < width + 2) {
      starts = new int[width + 2];
    }
    Arrays.fill(starts, 0, width + 2, 0);
    // Not kept: that would be a number for each instance and part.
    int[] firsts = new int[batch.size()];
    int[] ends = new int[batch.size()];
    for (int row = 0; row < batch.size(); row++) {
      firsts[row] = first(columns[row], from);
      ends[row] = first(columns[row], to);
      count(columns[row], firsts[row], ends[row], starts, from - 2);
    }
    for (int c = 2; c <= width + 1; c++) {
      starts[c] += starts[c - 1];
    }
    reserve(starts[width + 1]);
    for (int row = 0; row < batch.size(); row++) {
      append(row, columns[row], batch.inputs().values()[row], firsts[row], ends[row]);
    }
  }

  /**
   * Index of the first of a row's values from a column on; their number if there is none. A binary search without
   * branches, half of which would be predicted wrongly: a part has few of a row's values, and looks for them in each.
   */
  private static int first(int[] columns, int column) {
    int first = 0;
    for (int length = columns.length; length > 0; length >>= 1) {
      int half = length + 1 >> 1;
      // All ones if the difference is negative.
      first += half & columns[first + half - 1] - column >> 31;
    }
    return first;
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
