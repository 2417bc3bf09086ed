package weka.classifiers.functions.backprop.network;

import java.util.List;
import weka.classifiers.functions.backprop.kernel.Kernel;

/**
 * The way forward through a network: O^l = σ(O^(l-1)·W^l + b^l), layer by layer, up to the weighted sums s of the
 * output layer. Training, validation and prediction share it. Buffers are allocated once. Rows may be computed in any
 * portions.
 */
final class ForwardPass {

  private final List<Layer> layers;
  /** O^l of each layer, the last one's being s [layers][rows × units]. */
  private final float[][][] outputs;
  /** What each layer but the first reads: the outputs of the one before, or what dropout leaves of them. */
  private final InputRows[] inputs;
  /** What dropout has multiplied each hidden layer's outputs by [hidden layers][rows × units]; null without dropout. */
  private final float[][][] factors;
  private final double dropout;
  private long dropoutSeed;

  /** A pass without dropout, of at most {@code capacity} rows at a time. */
  ForwardPass(Network network, int capacity) {
    this(network, capacity, 0);
  }

  /**
   * A pass with dropout.
   *
   * @param dropout probability that a hidden unit's output is dropped, in [0, 1)
   */
  ForwardPass(Network network, int capacity, double dropout) {
    layers = network.layers();
    this.dropout = dropout;
    outputs = new float[layers.size()][][];
    inputs = new InputRows[layers.size()];
    factors = dropout > 0 ? new float[layers.size() - 1][][] : null;
    for (int l = 0; l < outputs.length; l++) {
      int units = layers.get(l).units();
      outputs[l] = Kernel.matrix(capacity, units);
      if (l < outputs.length - 1) {
        inputs[l + 1] = InputRows.dense(dropout > 0 ? Kernel.matrix(capacity, units) : outputs[l]);
        if (dropout > 0) {
          factors[l] = Kernel.matrix(capacity, units);
        }
      }
    }
  }

  /** Sets what is dropped from now on; another seed for every step. */
  void dropoutSeed(long seed) {
    dropoutSeed = seed;
  }

  /**
   * Computes the rows {@code from} to {@code to - 1}.
   *
   * @param x X [rows × inputs]; not modified
   * @param workspace that no other thread uses; modified
   */
  void run(InputRows x, int from, int to, Workspace workspace) {
    for (int l = 0; l < outputs.length; l++) {
      Layer layer = layers.get(l);
      layer.affine(inputs(l, x), outputs[l], from, to);
      if (l < outputs.length - 1) {
        layer.activate(outputs[l], from, to, workspace);
        if (dropout > 0) {
          drop(l, from, to);
        }
      }
    }
  }

  /** What layer l reads, if the first one reads X. */
  InputRows inputs(int l, InputRows x) {
    return l == 0 ? x : inputs[l];
  }

  /** O^l [rows × units], or s of the output layer; not a copy. */
  float[][] outputs(int l) {
    return outputs[l];
  }

  /** The weighted sums s of the output layer [rows × outputs]; not a copy. */
  float[][] sums() {
    return outputs[outputs.length - 1];
  }

  private void drop(int l, int from, int to) {
    int units = layers.get(l).units();
    for (int row = from; row < to; row++) {
      float[] factor = factors[l][row];
      Dropout.factors(Dropout.seed(Dropout.seed(dropoutSeed, l), row), dropout, factor, units);
      multiply(factor, outputs[l][row], units, inputs[l + 1].values()[row]);
    }
  }

  /** Δ ← Δ · ∂(what dropout leaves of O^l) / ∂O^l, for a row of layer l. */
  void multiplyByDropout(int l, int row, float[] delta) {
    if (dropout > 0) {
      multiply(factors[l][row], delta, layers.get(l).units(), delta);
    }
  }

  /** product ← a · b, element by element. */
  private static void multiply(float[] a, float[] b, int n, float[] product) {
    for (int j = 0; j < n; j++) {
      product[j] = a[j] * b[j];
    }
  }
}
