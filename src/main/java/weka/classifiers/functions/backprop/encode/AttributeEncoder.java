package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;

/** How the value of one attribute becomes one or more columns of the input rows. */
sealed interface AttributeEncoder extends Serializable {

  /** Number of columns. */
  int width();

  /**
   * Writes a value into a row that holds the encoding of the value 0.
   *
   * @param value NaN if missing
   * @param row the attribute's columns of it are modified
   */
  void encode(double value, float[] row);

  /** Writes the encoding of the value 0 into a row of zeros. */
  void encodeZero(float[] row);

  /**
   * A numeric or date attribute: one column.
   *
   * @param missing what a missing value becomes: the scaled mean
   */
  record Numeric(int column, Scaling scaling, float missing) implements AttributeEncoder {

    private static final long serialVersionUID = 1L;

    @Override
    public int width() {
      return 1;
    }

    @Override
    public void encode(double value, float[] row) {
      row[column] = Double.isNaN(value) ? missing : scaling.scale(value);
    }

    @Override
    public void encodeZero(float[] row) {
      row[column] = scaling.scale(0);
    }
  }

  /**
   * A nominal attribute: a column of 0 or 1 for each value seen in training, and one alone for a binary attribute.
   *
   * @param columns of each value; {@link #NONE} for one that contributes nothing
   * @param mode the most frequent value, which a missing one is taken for
   * @param width number of columns
   */
  record Nominal(int[] columns, int mode, int width) implements AttributeEncoder {

    private static final long serialVersionUID = 1L;

    static final int NONE = -1;

    @Override
    public void encode(double value, float[] row) {
      set(0, row, 0);
      set(Double.isNaN(value) ? mode : (int) value, row, 1);
    }

    @Override
    public void encodeZero(float[] row) {
      set(0, row, 1);
    }

    private void set(int value, float[] row, float to) {
      // A value beyond those of the training header is one never seen.
      if (value < columns.length && columns[value] != NONE) {
        row[columns[value]] = to;
      }
    }
  }
}
