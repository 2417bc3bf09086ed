package weka.classifiers.functions.backprop.train;

import java.util.List;
import weka.classifiers.functions.backprop.kernel.Kernel;
import weka.classifiers.functions.backprop.network.Layer;

/** Applies an optimizer to all parameters of a network, and keeps its state for each row of them. */
final class OptimizerState {

  private final Optimizer optimizer;
  private final double learningRate;
  private final float l2;
  /** State of the parameters [layers][rows of W, then b][slots][units]. */
  private final float[][][][] slots;
  private long steps;

  OptimizerState(List<Layer> layers, TrainingSettings settings) {
    optimizer = settings.optimizer();
    learningRate = settings.learningRate();
    l2 = (float) settings.l2();
    slots = new float[layers.size()][][][];
    for (int l = 0; l < slots.length; l++) {
      Layer layer = layers.get(l);
      slots[l] = new float[layer.inputs() + 1][optimizer.slots()][Kernel.padded(layer.units())];
    }
  }

  /**
   * One step of all parameters.
   *
   * @param layers the network's; modified
   * @param gradients of the same shapes; those of the weights become g + λ·W
   */
  void step(List<Layer> layers, List<Layer> gradients) {
    Optimizer.Update update = optimizer.at(learningRate, ++steps);
    for (int l = 0; l < slots.length; l++) {
      Layer layer = layers.get(l);
      Layer gradient = gradients.get(l);
      int units = layer.units();
      for (int i = 0; i < layer.inputs(); i++) {
        float[] w = layer.weights()[i];
        float[] g = gradient.weights()[i];
        if (l2 > 0) {
          addPenalty(w, g, units);
        }
        update.apply(w, g, units, slots[l][i]);
      }
      update.apply(layer.biases(), gradient.biases(), units, slots[l][layer.inputs()]);
    }
  }

  /** g ← g + λ w: the gradient of ½ λ Σ w². */
  private void addPenalty(float[] w, float[] g, int units) {
    for (int j = 0; j < units; j++) {
      g[j] += l2 * w[j];
    }
  }
}
