package weka.classifiers.functions.backprop.network;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import weka.classifiers.functions.backprop.kernel.Kernel;

/**
 * One dense layer: O = σ(X·W + b). A serialised layer holds its parameters only, without the rows' padding.
 */
public final class Layer implements Serializable {

  private static final long serialVersionUID = 1L;

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
  private transient float[][] parameters;

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
   * O = σ(X·W + b) for the rows {@code from} to {@code to - 1}.
   *
   * @param x X [rows × inputs]; not modified
   * @param outputs O [rows × units]; modified
   * @param scratch of {@link #scratch}; modified
   */
  void forward(Kernel kernel, float[][] x, float[][] outputs, int from, int to, float[] scratch) {
    kernel.affine(x, parameters, inputs, units, outputs, from, to);
    activate(outputs, from, to, scratch);
  }

  /** The same for sparse rows: their columns and the values there. */
  void forward(Kernel kernel, int[][] columns, float[][] values, float[][] outputs, int from, int to,
      float[] scratch) {
    for (int row = from; row < to; row++) {
      System.arraycopy(parameters[inputs], 0, outputs[row], 0, units);
      kernel.addRows(columns[row], values[row], 0, columns[row].length, parameters, units, outputs[row]);
    }
    activate(outputs, from, to, scratch);
  }

  /** The same for a mini-batch's inputs, dense or sparse. */
  void forward(Kernel kernel, MiniBatch batch, float[][] outputs, int from, int to, float[] scratch) {
    if (batch.isSparse()) {
      forward(kernel, batch.columns, batch.inputs, outputs, from, to, scratch);
    } else {
      forward(kernel, batch.inputs, outputs, from, to, scratch);
    }
  }

  /** Scratch space that a thread needs to activate short rows. */
  static float[] scratch() {
    return new float[JOINED_ROWS * LONG_ROW];
  }

  /** In place. Short rows are put one behind the other, since C2 vectorises only loops of some length. */
  private void activate(float[][] outputs, int from, int to, float[] scratch) {
    if (activation == Activation.IDENTITY) {
      return;
    }
    if (units >= LONG_ROW) {
      for (int row = from; row < to; row++) {
        activation.apply(outputs[row], units);
      }
      return;
    }
    for (int first = from; first < to; first += JOINED_ROWS) {
      int rows = Math.min(to - first, JOINED_ROWS);
      for (int k = 0; k < rows; k++) {
        System.arraycopy(outputs[first + k], 0, scratch, k * units, units);
      }
      activation.apply(scratch, rows * units);
      for (int k = 0; k < rows; k++) {
        System.arraycopy(scratch, k * units, outputs[first + k], 0, units);
      }
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
