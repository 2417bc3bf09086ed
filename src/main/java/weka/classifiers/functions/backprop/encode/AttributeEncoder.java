package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;
import weka.core.Attribute;

/**
 * How the values of one attribute become columns of the input rows. Whatever the value, at most one of the attribute's
 * columns differs from 0, so an encoded value is a column and the input there.
 */
public sealed interface AttributeEncoder extends Serializable {

  /** The column of a value that contributes nothing. */
  int NONE = -1;

  /** What is done with the encoders of a model, by kind: whoever describes them all can forget none. */
  interface Visitor {

    /** A numeric or date attribute. */
    void numeric(int attribute, Numeric encoder);

    /** A nominal attribute. */
    void nominal(int attribute, Nominal encoder);
  }

  /** Shows itself to a visitor as the encoder of an attribute. */
  void accept(int attribute, Visitor visitor);

  /** Number of columns. */
  int width();

  /** The column that isn't 0, or {@link #NONE}. */
  int column(double value);

  /** The input in that column; {@code value} is NaN if missing. */
  float input(double value);

  /**
   * Names the attribute's columns.
   *
   * @param names of all columns; those of this attribute are set
   */
  void name(Attribute attribute, String[] names);

  /**
   * A numeric or date attribute: one column.
   *
   * @param missing what a missing value becomes: the scaled mean
   */
  record Numeric(int column, Scaling scaling, float missing) implements AttributeEncoder {

    private static final long serialVersionUID = 1L;

    @Override
    public void accept(int attribute, Visitor visitor) {
      visitor.numeric(attribute, this);
    }

    @Override
    public int width() {
      return 1;
    }

    @Override
    public int column(double value) {
      return column;
    }

    @Override
    public float input(double value) {
      return Double.isNaN(value) ? missing : scaling.scale(value);
    }

    @Override
    public void name(Attribute attribute, String[] names) {
      names[column] = attribute.name();
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

    @Override
    public void accept(int attribute, Visitor visitor) {
      visitor.nominal(attribute, this);
    }

    @Override
    public int column(double value) {
      int index = Double.isNaN(value) ? mode : (int) value;
      // A value beyond those of the training header is one never seen.
      return index >= 0 && index < columns.length ? columns[index] : NONE;
    }

    @Override
    public float input(double value) {
      return 1;
    }

    @Override
    public void name(Attribute attribute, String[] names) {
      for (int value = 0; value < columns.length; value++) {
        if (columns[value] != NONE) {
          names[columns[value]] = attribute.name() + "=" + attribute.value(value);
        }
      }
    }
  }
}
