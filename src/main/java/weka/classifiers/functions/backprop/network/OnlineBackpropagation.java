package weka.classifiers.functions.backprop.network;

import weka.classifiers.functions.backprop.kernel.Kernel;

/**
 * Backpropagation in its plainest form: a step for every example, whose weights are updated on the way back. For small
 * networks, where what {@link Backpropagation} prepares for kernels and threads takes several times as long as the
 * arithmetic. These are loops over one example's vectors, so the bits are the same with every kernel; those of the
 * general step differ by rounding. Buffers are allocated once.
 */
public final class OnlineBackpropagation {

  /** Widest layer, since C2 doesn't vectorise the sums on the way back. */
  private static final int MOST_UNITS = 32;
  /** Up to here this takes 0.4 to 0.7 times the time of the general step, with either kernel. */
  private static final int MOST_PARAMETERS = 2_000;

  /** Moves rows of parameters, as an optimizer does it. */
  @FunctionalInterface
  public interface RowUpdate {

    /**
     * Moves a row by its gradient O_i Δ^l.
     *
     * @param l number of the layer, counted from 0
     * @param i number of the row
     * @param row w_ij or b_j of the layer's units [units or longer]; modified
     * @param o O_i of the layer before; 1 for b
     * @param delta Δ^l [units or longer]; not modified
     */
    void move(int l, int i, float[] row, float o, float[] delta, int units);
  }

  private final Layer[] layers;
  private final Loss loss;
  private final int last;
  /** O^l of each layer, the last one's being s, and Δ^l [layers][units]. */
  private final float[][] outputs;
  private final float[][] deltas;

  /** Buffers for a network, which is modified by steps. */
  public OnlineBackpropagation(Network network) {
    layers = network.layers().toArray(new Layer[0]);
    loss = network.loss();
    last = layers.length - 1;
    outputs = new float[layers.length][];
    deltas = new float[layers.length][];
    for (int l = 0; l <= last; l++) {
      outputs[l] = new float[Kernel.padded(layers[l].units())];
      deltas[l] = new float[Kernel.padded(layers[l].units())];
    }
  }

  /** Whether a network is so small that this is the faster way. */
  public static boolean suits(Network network) {
    for (Layer layer : network.layers()) {
      if (layer.units() > MOST_UNITS) {
        return false;
      }
    }
    return network.parameterCount() <= MOST_PARAMETERS;
  }

  /**
   * Takes a step of any optimizer: forward, loss, and back with the update.
   *
   * @param batch of one dense row
   * @param divisor of w E, where w is the instance's weight
   * @return w E before the step
   */
  public double step(MiniBatch batch, double divisor, RowUpdate update) {
    float[] x = batch.inputs().values()[0];
    double e = forwardAndLoss(batch, x, divisor);
    for (int l = last; l > 0; l--) {
      backward(l);
      update(l, outputs[l - 1], update);
    }
    update(0, x, update);
    return e;
  }

  /**
   * Takes a step of stochastic gradient descent, which is the same with less to do.
   *
   * @param batch of one dense row
   * @param divisor of w E, where w is the instance's weight
   * @param rate step size α
   * @return w E before the step
   */
  public double step(MiniBatch batch, double divisor, float rate) {
    float[] x = batch.inputs().values()[0];
    double e = forwardAndLoss(batch, x, divisor);
    for (int l = last; l > 0; l--) {
      backward(l, rate);
    }
    update(layers[0], x, deltas[0], rate);
    return e;
  }

  private double forwardAndLoss(MiniBatch batch, float[] x, double divisor) {
    forward(x);
    return loss(batch.target(0), batch.weight(0), divisor);
  }

  /** O_j = σ(b_j + Σ_i O_i w_ij), layer by layer. */
  private void forward(float[] x) {
    for (int l = 0; l <= last; l++) {
      Layer layer = layers[l];
      affine(layer, l == 0 ? x : outputs[l - 1], outputs[l]);
      if (l < last) {
        layer.activation().apply(outputs[l], layer.units());
      }
    }
  }

  private static void affine(Layer layer, float[] x, float[] sums) {
    float[][] w = layer.parameters();
    int inputs = layer.inputs();
    int units = layer.units();
    float[] b = w[inputs];
    for (int j = 0; j < units; j++) {
      sums[j] = b[j];
    }
    for (int i = 0; i < inputs; i++) {
      add(x[i], w[i], sums, units);
    }
  }

  /** w E, and Δ = w ∂E/∂s / divisor of the output layer. */
  private double loss(float[] target, double weight, double divisor) {
    float[] delta = deltas[last];
    int units = layers[last].units();
    double e = weight * loss.delta(outputs[last], target, units, delta);
    float factor = (float) (weight / divisor);
    for (int j = 0; j < units; j++) {
      delta[j] *= factor;
    }
    return e;
  }

  /** Δ_i = σ'_i Σ_j w_ij Δ_j of the layer before. */
  private void backward(int l) {
    float[][] w = layers[l].parameters();
    float[] delta = deltas[l];
    float[] before = deltas[l - 1];
    int inputs = layers[l].inputs();
    int units = layers[l].units();
    for (int i = 0; i < inputs; i++) {
      float[] row = w[i];
      float sum = 0;
      for (int j = 0; j < units; j++) {
        sum += row[j] * delta[j];
      }
      before[i] = sum;
    }
    layers[l - 1].activation().multiplyByDerivative(outputs[l - 1], inputs, before);
  }

  private void update(int l, float[] o, RowUpdate update) {
    float[][] w = layers[l].parameters();
    float[] delta = deltas[l];
    int inputs = layers[l].inputs();
    int units = layers[l].units();
    for (int i = 0; i < inputs; i++) {
      update.move(l, i, w[i], o[i], delta, units);
    }
    update.move(l, inputs, w[inputs], 1, delta, units);
  }

  /** Δ_i = σ'_i Σ_j w_ij Δ_j of the layer before, and w_ij ← w_ij - α O_i Δ_j as soon as w_ij has been read. */
  private void backward(int l, float rate) {
    float[][] w = layers[l].parameters();
    float[] o = outputs[l - 1];
    float[] delta = deltas[l];
    float[] before = deltas[l - 1];
    int inputs = layers[l].inputs();
    int units = layers[l].units();
    for (int i = 0; i < inputs; i++) {
      float[] row = w[i];
      float step = rate * o[i];
      float sum = 0;
      for (int j = 0; j < units; j++) {
        sum += row[j] * delta[j];
        row[j] -= step * delta[j];
      }
      before[i] = sum;
    }
    add(-rate, delta, w[inputs], units);
    layers[l - 1].activation().multiplyByDerivative(o, inputs, before);
  }

  /** w_ij ← w_ij - α O_i Δ_j, b_j ← b_j - α Δ_j. */
  private static void update(Layer layer, float[] o, float[] delta, float rate) {
    float[][] w = layer.parameters();
    int inputs = layer.inputs();
    int units = layer.units();
    for (int i = 0; i < inputs; i++) {
      add(-rate * o[i], delta, w[i], units);
    }
    add(-rate, delta, w[inputs], units);
  }

  /** sum ← sum + a·v. */
  private static void add(float a, float[] v, float[] sum, int n) {
    for (int j = 0; j < n; j++) {
      sum[j] += a * v[j];
    }
  }
}
