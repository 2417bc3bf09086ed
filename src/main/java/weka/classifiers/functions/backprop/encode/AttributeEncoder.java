package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import weka.core.Attribute;

/** How the values of one attribute become columns of the input rows. Immutable. */
public abstract sealed class AttributeEncoder implements Serializable {

  /** The column of a value that contributes nothing. */
  public static final int NONE = -1;

  private static final long serialVersionUID = 1L;

  /** What is done with the encoders of a model, by kind; the compiler sees to it that no kind is forgotten. */
  public interface Visitor {

    /** A numeric or date attribute. */
    void numeric(int attribute, Numeric encoder);

    /** The further columns of a numeric or date attribute; its first one is shown before. */
    void ramps(int attribute, Ramps encoder);

    /** A nominal attribute. */
    void nominal(int attribute, Nominal encoder);
  }

  /** Shows itself to a visitor as the encoder of an attribute. */
  abstract void accept(int attribute, Visitor visitor);

  /** Number of columns. */
  abstract int width();

  /**
   * Writes the inputs of a value.
   *
   * @param value NaN if missing
   * @param row in which the attribute's columns hold the inputs of the value 0; these columns are modified
   */
  abstract void write(double value, float[] row);

  /**
   * Appends the inputs of a value that aren't 0.
   *
   * @param value NaN if missing
   * @param row modified
   */
  abstract void append(double value, SparseRowBuilder row);

  /**
   * Names the attribute's columns.
   *
   * @param names of all columns; those of this attribute are set
   */
  abstract void name(Attribute attribute, String[] names);

  /** A numeric or date attribute: one column, scaled. */
  public static final class Numeric extends AttributeEncoder {

    private static final long serialVersionUID = 1L;

    private final int column;
    private final Scaling scaling;
    private final float missing;

    /**
     * An encoder.
     *
     * @param missing what a missing value becomes: the scaled mean
     */
    Numeric(int column, Scaling scaling, float missing) {
      this.column = column;
      this.scaling = scaling;
      this.missing = missing;
    }

    /** The attribute's column. */
    public int column() {
      return column;
    }

    /** From the attribute's units to the input. */
    public Scaling scaling() {
      return scaling;
    }

    /** What a missing value becomes. */
    public float missing() {
      return missing;
    }

    private float input(double value) {
      return Double.isNaN(value) ? missing : scaling.scale(value);
    }

    @Override
    void accept(int attribute, Visitor visitor) {
      visitor.numeric(attribute, this);
    }

    @Override
    int width() {
      return 1;
    }

    @Override
    void write(double value, float[] row) {
      row[column] = input(value);
    }

    @Override
    void append(double value, SparseRowBuilder row) {
      row.append(column, input(value));
    }

    @Override
    void name(Attribute attribute, String[] names) {
      names[column] = attribute.name();
    }
  }

  /**
   * A numeric or date attribute with further columns beside the scaled one, for what a straight line can't say: each
   * rises from 0 at one value to 1 at another, and is constant below and above, minus the mean of the training data:
   * min(1, max(0, (value - from) / (to - from))) - mean. Where both are neighbours in the training data it is a step.
   * The inputs of a missing value are those of the mean that it is imputed by.
   */
  public static final class Ramps extends AttributeEncoder {

    private static final long serialVersionUID = 1L;

    private final Numeric line;
    private final double imputed;
    private final double[] from;
    private final double[] to;
    private final double[] means;

    /**
     * An encoder.
     *
     * @param ramps [ramps × 2] from and to of each
     */
    Ramps(Numeric line, double[][] ramps, SortedValues training) {
      this.line = line;
      imputed = line.scaling.unscale(line.missing);
      from = new double[ramps.length];
      to = new double[ramps.length];
      means = new double[ramps.length];
      double total = training.totalWeight();
      for (int k = 0; k < means.length; k++) {
        from[k] = ramps[k][0];
        to[k] = ramps[k][1];
        double sum = 0;
        for (int i = 0; i < training.size(); i++) {
          sum += training.weights[i] * height(k, training.values[i]);
        }
        means[k] = sum / total;
      }
    }

    /**
     * One of the further columns.
     *
     * @param from value at which it begins to rise
     * @param to value from which it is constant again
     * @param mean height, from 0 to 1, of the training data, which is subtracted
     */
    public record Ramp(int column, double from, double to, double mean) {
    }

    /** All further columns. */
    public List<Ramp> ramps() {
      return IntStream.range(0, from.length)
          .mapToObj(k -> new Ramp(line.column + 1 + k, from[k], to[k], means[k])).toList();
    }

    /** What a missing value is taken for. */
    public double imputed() {
      return imputed;
    }

    /** The input in the k-th of these columns; NaN stands for a missing value. */
    public double input(int k, double value) {
      return height(k, Double.isNaN(value) ? imputed : value) - means[k];
    }

    /** In halves, since the difference of two doubles may be none. */
    private double height(int k, double value) {
      if (value <= from[k]) {
        return 0;
      }
      double half = from[k] / 2;
      return value >= to[k] ? 1 : (value / 2 - half) / (to[k] / 2 - half);
    }

    @Override
    void accept(int attribute, Visitor visitor) {
      visitor.numeric(attribute, line);
      visitor.ramps(attribute, this);
    }

    @Override
    int width() {
      return 1 + from.length;
    }

    @Override
    void write(double value, float[] row) {
      line.write(value, row);
      for (int k = 0; k < from.length; k++) {
        row[line.column + 1 + k] = (float) input(k, value);
      }
    }

    @Override
    void append(double value, SparseRowBuilder row) {
      line.append(value, row);
      for (int k = 0; k < from.length; k++) {
        row.append(line.column + 1 + k, (float) input(k, value));
      }
    }

    @Override
    void name(Attribute attribute, String[] names) {
      line.name(attribute, names);
      for (Ramp ramp : ramps()) {
        names[ramp.column] = attribute.name() + " from " + ramp.from + " to " + ramp.to;
      }
    }
  }

  /**
   * A nominal attribute: a column of 0 or 1 for each value seen in training, and one alone for a binary attribute.
   */
  public static final class Nominal extends AttributeEncoder {

    private static final long serialVersionUID = 1L;

    private final int[] columns;
    private final int mode;
    private final int width;

    Nominal(int[] columns, int mode, int width) {
      this.columns = columns;
      this.mode = mode;
      this.width = width;
    }

    /** The column of each value, {@link #NONE} for one that contributes nothing; not a copy. */
    public int[] columns() {
      return columns;
    }

    /** The most frequent value, which a missing one is taken for. */
    public int mode() {
      return mode;
    }

    /** The column in which a value is 1, or {@link #NONE}. */
    public int column(double value) {
      int index = Double.isNaN(value) ? mode : (int) value;
      // A value beyond those of the training header was never seen.
      return index >= 0 && index < columns.length ? columns[index] : NONE;
    }

    @Override
    void accept(int attribute, Visitor visitor) {
      visitor.nominal(attribute, this);
    }

    @Override
    int width() {
      return width;
    }

    @Override
    void write(double value, float[] row) {
      set(row, columns[0], 0);
      set(row, column(value), 1);
    }

    private static void set(float[] row, int column, float input) {
      if (column != NONE) {
        row[column] = input;
      }
    }

    @Override
    void append(double value, SparseRowBuilder row) {
      int column = column(value);
      if (column != NONE) {
        row.append(column, 1);
      }
    }

    @Override
    void name(Attribute attribute, String[] names) {
      for (int value = 0; value < columns.length; value++) {
        if (columns[value] != NONE) {
          names[columns[value]] = attribute.name() + "=" + attribute.value(value);
        }
      }
    }
  }
}
