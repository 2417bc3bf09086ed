package weka.classifiers.functions.backprop.encode;

import java.util.Arrays;

/** Room in which sparse rows are put together, one after the other, so that each row is allocated but once. */
final class SparseRowBuilder {

  private int[] columns = new int[0];
  private float[] values = new float[0];
  private int size;

  /** Begins a row of at most {@code most} values. */
  void begin(int most) {
    size = 0;
    if (columns.length < most) {
      columns = new int[most];
      values = new float[most];
    }
  }

  /** Adds the input that an attribute's value is encoded as, unless that is 0. */
  void append(AttributeEncoder encoder, double value) {
    if (InputEncoder.isNonZero(encoder, value)) {
      columns[size] = encoder.column(value);
      values[size++] = encoder.input(value);
    }
  }

  /** The row, a copy of what was appended. */
  SparseRow row() {
    return new SparseRow(Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
  }
}
