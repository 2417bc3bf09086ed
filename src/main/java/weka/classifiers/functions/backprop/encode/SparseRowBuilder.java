package weka.classifiers.functions.backprop.encode;

import java.util.Arrays;
import weka.classifiers.functions.backprop.network.DenseColumns;

/** A buffer in which sparse rows are put together, one after the other, so that each row is allocated but once. */
final class SparseRowBuilder {

  private int[] columns = new int[16];
  private float[] values = new float[16];
  private int size;

  /** Begins a new row. */
  void clear() {
    size = 0;
  }

  /** Number of values appended. */
  int size() {
    return size;
  }

  /** Appends an input unless it is 0; columns must ascend. */
  void append(int column, float input) {
    if (input != 0) {
      if (size == columns.length) {
        columns = Arrays.copyOf(columns, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      columns[size] = column;
      values[size++] = input;
    }
  }

  /** Counts the columns of the row's values [inputs]; modified. */
  void countColumns(int[] counts) {
    for (int k = 0; k < size; k++) {
      counts[columns[k]]++;
    }
  }

  /** Removes the values in some columns, and returns them with their zeros [columns]. */
  float[] remove(DenseColumns dense) {
    float[] removed = new float[dense.size()];
    int left = 0;
    for (int k = 0; k < size; k++) {
      int place = dense.place(columns[k]);
      if (place == DenseColumns.NONE) {
        columns[left] = columns[k];
        values[left++] = values[k];
      } else {
        removed[place] = values[k];
      }
    }
    size = left;
    return removed;
  }

  /** The row, a copy of what was appended. */
  SparseRow row() {
    return new SparseRow(Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
  }
}
