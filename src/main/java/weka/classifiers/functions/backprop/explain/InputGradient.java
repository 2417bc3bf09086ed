package weka.classifiers.functions.backprop.explain;

import java.util.List;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.Output;

/** The way of one row through a network and back, for the gradient of an output with respect to the inputs. */
final class InputGradient {

  private final Network network;
  /** The row, then the outputs of each layer, the last one's being its weighted sums. */
  private final float[][] outputs;

  /** Goes forward. The network and the row are not modified. */
  InputGradient(Network network, float[] row) {
    this.network = network;
    List<Layer> layers = network.layers();
    outputs = new float[layers.size() + 1][];
    outputs[0] = row;
    for (int l = 0; l < layers.size(); l++) {
      outputs[l + 1] = forward(layers.get(l), outputs[l]);
    }
  }

  private static float[] forward(Layer layer, float[] inputs) {
    float[] outputs = new float[layer.units()];
    for (int j = 0; j < outputs.length; j++) {
      double sum = layer.bias(j);
      for (int i = 0; i < inputs.length; i++) {
        sum += (double) inputs[i] * layer.weight(i, j);
      }
      outputs[j] = layer.activation().value((float) sum);
    }
    return outputs;
  }

  /** The weighted sums of the output layer [outputs]. */
  float[] sums() {
    return outputs[outputs.length - 1];
  }

  /**
   * The gradient with respect to the inputs, Σ_j δ_j ∂s_j/∂x [inputs].
   *
   * @param outputDelta δ, that with respect to the weighted sums [outputs]; not modified
   */
  double[] of(double[] outputDelta) {
    List<Layer> layers = network.layers();
    double[] delta = outputDelta;
    for (int l = layers.size() - 1; l >= 0; l--) {
      Layer layer = layers.get(l);
      double[] before = new double[layer.inputs()];
      for (int i = 0; i < before.length; i++) {
        for (int j = 0; j < layer.units(); j++) {
          before[i] += layer.weight(i, j) * delta[j];
        }
        before[i] *= l == 0 ? 1 : layers.get(l - 1).activation().derivative(outputs[l][i]);
      }
      delta = before;
    }
    return delta;
  }

  /** ∂O_k/∂s: for softmax O_k (1{j=k} - O_j), for linear outputs 1{j=k}. */
  static double[] outputDelta(Output form, float[] sums, int k) {
    double[] delta = new double[sums.length];
    if (form == Output.SOFTMAX) {
      double[] probabilities = form.apply(sums, delta.length);
      for (int j = 0; j < delta.length; j++) {
        delta[j] = probabilities[k] * ((j == k ? 1 : 0) - probabilities[j]);
      }
    } else {
      delta[k] = 1;
    }
    return delta;
  }
}
