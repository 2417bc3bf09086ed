package weka.classifiers.functions.backprop.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weka.classifiers.functions.backprop.kernel.Kernel;
import weka.classifiers.functions.backprop.kernel.Kernels;

/**
 * The gradient of a mini-batch's loss, by backpropagation (Rumelhart, Hinton and Williams, 1986): {@link #forward}
 * keeps the outputs of all layers, {@link #loss} gives E and the output's delta, {@link #backward} the deltas of the
 * hidden layers, and {@link #gradients} the gradients. Deltas are gradients of the loss with respect to the weighted
 * sums s. All buffers are allocated once.
 */
public final class Backpropagation {

  private final Kernel kernel = Kernels.get();
  private final Network network;
  private final List<Layer> layers;
  private final List<Layer> gradients = new ArrayList<>();
  /** O^l and Δ^l of each layer [mini-batch × units]. */
  private final float[][][] outputs;
  private final float[][][] deltas;
  /** Wᵀ of each layer but the first [units × inputs]: the way back reads along rows, as the way forward does. */
  private final float[][][] transposed;
  private final float[][] noBiases;

  /** Buffers for mini-batches of at most {@code capacity} instances. */
  public Backpropagation(Network network, int capacity) {
    this.network = network;
    this.layers = network.layers();
    int depth = layers.size();
    outputs = new float[depth][][];
    deltas = new float[depth][][];
    transposed = new float[depth][][];
    noBiases = new float[depth][];
    for (int l = 0; l < depth; l++) {
      Layer layer = layers.get(l);
      gradients.add(new Layer(layer.inputs(), layer.units(), layer.activation()));
      outputs[l] = Kernel.matrix(capacity, layer.units());
      deltas[l] = Kernel.matrix(capacity, layer.units());
      if (l > 0) {
        transposed[l] = Kernel.matrix(layer.units(), layer.inputs());
        noBiases[l] = new float[Kernel.padded(layer.inputs())];
      }
    }
  }

  /**
   * Computes the gradient of Σ scale·w·E over the mini-batch, where w are the instance weights.
   *
   * @param scale 1 for the sum over the mini-batch, 1 / Σ w for the mean
   * @return Σ w E
   */
  public double run(MiniBatch batch, double scale) {
    forward(batch);
    double loss = loss(batch, scale);
    backward(batch.size());
    gradients(batch);
    return loss;
  }

  /** ∂E/∂W and ∂E/∂b of each layer, in layers of the same shape, as the last {@link #run} left them; not copies. */
  public List<Layer> gradients() {
    return gradients;
  }

  /** O^l = σ(O^(l-1)·W + b), layer by layer. */
  private void forward(MiniBatch batch) {
    for (int l = 0; l < layers.size(); l++) {
      Network.forward(kernel, layers.get(l), inputsOf(l, batch), outputs[l], 0, batch.size());
    }
  }

  /** E and the output layer's Δ, each instance's scaled by its weight. */
  private double loss(MiniBatch batch, double scale) {
    int last = layers.size() - 1;
    int units = layers.get(last).units();
    double total = 0;
    for (int row = 0; row < batch.size(); row++) {
      float[] delta = deltas[last][row];
      double weight = batch.weights[row];
      total += weight * network.loss().delta(outputs[last][row], batch.targets[row], units, delta);
      float factor = (float) (weight * scale);
      for (int j = 0; j < units; j++) {
        delta[j] *= factor;
      }
    }
    return total;
  }

  /** Δ_i = σ'_i Σ_j w_ij Δ_j, from the output back to the first hidden layer. */
  private void backward(int rows) {
    for (int l = layers.size() - 1; l > 0; l--) {
      Layer layer = layers.get(l);
      transpose(layer, transposed[l]);
      kernel.forward(deltas[l], transposed[l], noBiases[l], layer.units(), layer.inputs(), deltas[l - 1], 0, rows);
      Activation activation = layers.get(l - 1).activation();
      if (activation != Activation.IDENTITY) {
        for (int row = 0; row < rows; row++) {
          multiplyByDerivative(activation, outputs[l - 1][row], layer.inputs(), deltas[l - 1][row]);
        }
      }
    }
  }

  /** ∂E/∂w_ij = O_i Δ_j and ∂E/∂b_j = Δ_j, summed over the mini-batch. */
  private void gradients(MiniBatch batch) {
    for (int l = 0; l < layers.size(); l++) {
      Layer gradient = gradients.get(l);
      kernel.gradient(inputsOf(l, batch), deltas[l], batch.size(), gradient.units(), gradient.weights(), 0,
          gradient.inputs());
      Arrays.fill(gradient.biases(), 0);
      for (int row = 0; row < batch.size(); row++) {
        add(deltas[l][row], gradient.units(), gradient.biases());
      }
    }
  }

  private float[][] inputsOf(int l, MiniBatch batch) {
    return l == 0 ? batch.inputs : outputs[l - 1];
  }

  private static void transpose(Layer layer, float[][] transposed) {
    for (int i = 0; i < layer.inputs(); i++) {
      float[] row = layer.weights()[i];
      for (int j = 0; j < layer.units(); j++) {
        transposed[j][i] = row[j];
      }
    }
  }

  private static void multiplyByDerivative(Activation activation, float[] output, int units, float[] delta) {
    for (int i = 0; i < units; i++) {
      delta[i] *= activation.derivative(output[i]);
    }
  }

  private static void add(float[] row, int width, float[] sum) {
    for (int j = 0; j < width; j++) {
      sum[j] += row[j];
    }
  }
}
