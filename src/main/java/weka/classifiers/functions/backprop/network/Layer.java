package weka.classifiers.functions.backprop.network;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import weka.classifiers.functions.backprop.kernel.Kernel;
import weka.classifiers.functions.backprop.kernel.Kernels;

/** One dense layer: O = σ(X·W + b). In a stream of Java's its parameters stand without the rows' padding. */
public final class Layer implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Java writes these fields; the parameters follow. Other serialisers, such as Kryo, write all fields. */
  private static final ObjectStreamField[] serialPersistentFields = {
    new ObjectStreamField("inputs", int.class), new ObjectStreamField("units", int.class),
    new ObjectStreamField("activation", Activation.class)};

  /** Times a weight that no sane training makes, it is infinite. */
  private static final float OVERFLOWS_FROM_3E8 = 1e30f;

  /** Units from which an activation is applied row by row. */
  private static final int LONG_ROW = 64;
  /** Shorter rows that an activation is applied to at once. */
  private static final int JOINED_ROWS = 32;

  private final int inputs;
  private final int units;
  private final Activation activation;
  /** W, and b as its last row [inputs + 1 × units], rows padded. */
  private float[][] parameters;

  /** A layer whose weights and biases are 0. */
  public Layer(int inputs, int units, Activation activation) {
    this.inputs = inputs;
    this.units = units;
    this.activation = activation;
    parameters = Kernel.matrix(inputs + 1, units);
  }

  /** Number of inputs, the rows of W. */
  public int inputs() {
    return inputs;
  }

  /** Number of units, the columns of W. */
  public int units() {
    return units;
  }

  public Activation activation() {
    return activation;
  }

  /** W, and b as its last row [inputs + 1 × units], rows padded; not a copy. */
  public float[][] parameters() {
    return parameters;
  }

  /** A copy of W [inputs × units]. */
  public float[][] weights() {
    float[][] weights = new float[inputs][];
    Arrays.setAll(weights, i -> Arrays.copyOf(parameters[i], units));
    return weights;
  }

  /** A copy of b [units]. */
  public float[] biases() {
    return Arrays.copyOf(parameters[inputs], units);
  }

  /** w_ij, by which input i counts for unit j. */
  public float weight(int i, int j) {
    return parameters[i][j];
  }

  /** b_j of unit j. */
  public float bias(int j) {
    return parameters[inputs][j];
  }

  /** Number of weights and biases. */
  public long parameterCount() {
    return (inputs + 1L) * units;
  }

  /** Whether all weights and biases are finite, and below some 3e8, see {@link Network#isFinite}. */
  boolean isFinite() {
    // 0 · x is 0 for a finite x and NaN otherwise, and a sum takes no branch.
    float sum = 0;
    for (float[] row : parameters) {
      sum += zeroTimes(row);
    }
    return sum == 0;
  }

  private float zeroTimes(float[] row) {
    float sum = 0;
    for (int j = 0; j < units; j++) {
      sum += 0 * (row[j] * OVERFLOWS_FROM_3E8);
    }
    return sum;
  }

  /** Takes over the parameters of a layer of the same shape. */
  void set(Layer other) {
    for (int i = 0; i <= inputs; i++) {
      System.arraycopy(other.parameters[i], 0, parameters[i], 0, units);
    }
  }

  /** Draws the weights, not the biases, from a uniform distribution of the variance that suits the activation. */
  void initialize(RandomGenerator random) {
    double limit = Math.sqrt(3 * activation.initialVariance(inputs, units));
    for (int i = 0; i < inputs; i++) {
      for (int j = 0; j < units; j++) {
        parameters[i][j] = (float) ((2 * random.nextDouble() - 1) * limit);
      }
    }
  }

  /**
   * The weighted sums S = X·W + b, for the rows {@code from} to {@code to - 1}.
   *
   * @param x X [rows × inputs]; not modified
   * @param sums S [rows × units]; modified
   */
  void affine(InputRows x, float[][] sums, int from, int to) {
    Kernel kernel = Kernels.get();
    if (!x.isSparse()) {
      kernel.affine(x.values(), parameters, inputs, units, sums, from, to);
      return;
    }
    DenseColumns dense = x.denseColumns();
    if (dense != null) {
      kernel.affine(x.dense(), dense.rows(parameters), dense.size(), units, sums, from, to);
    }
    for (int row = from; row < to; row++) {
      int[] columns = x.columns()[row];
      if (dense == null) {
        System.arraycopy(parameters[inputs], 0, sums[row], 0, units);
      }
      kernel.addRows(columns, x.values()[row], 0, columns.length, parameters, units, sums[row]);
    }
  }

  /**
   * O = σ(S), for the rows {@code from} to {@code to - 1}. Short rows are put one behind the other, since C2 vectorises
   * only loops of some length.
   *
   * @param rows S [rows × units]; modified: they become O
   */
  void activate(float[][] rows, int from, int to, Workspace workspace) {
    int together = units >= LONG_ROW ? 1 : Math.min(JOINED_ROWS, to - from);
    for (int first = from; first < to; first += together) {
      if (together == 1) {
        activation.apply(rows[first], units);
      } else {
        activateJoined(rows, first, Math.min(to, first + together), workspace);
      }
    }
  }

  private void activateJoined(float[][] rows, int from, int to, Workspace workspace) {
    int length = (to - from) * units;
    float[] joined = workspace.joined(length);
    for (int row = from; row < to; row++) {
      System.arraycopy(rows[row], 0, joined, (row - from) * units, units);
    }
    activation.apply(joined, length);
    for (int row = from; row < to; row++) {
      System.arraycopy(joined, (row - from) * units, rows[row], 0, units);
    }
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    for (float[] row : parameters) {
      writeRow(out, row);
    }
  }

  private void writeRow(ObjectOutputStream out, float[] row) throws IOException {
    for (int j = 0; j < units; j++) {
      out.writeFloat(row[j]);
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    if (inputs < 0 || units < 1 || activation == null) {
      throw new InvalidObjectException("a layer of " + inputs + " inputs and " + units + " units");
    }
    // Row by row, so that a damaged stream that promises too many comes to its end before the memory does.
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i <= inputs; i++) {
      rows.add(readRow(in));
    }
    parameters = rows.toArray(float[][]::new);
  }

  private float[] readRow(ObjectInputStream in) throws IOException {
    float[] row = new float[Kernel.padded(units)];
    for (int j = 0; j < units; j++) {
      row[j] = in.readFloat();
    }
    return row;
  }
}
