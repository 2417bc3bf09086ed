package weka.classifiers.functions.backprop.train;

import java.util.List;
import weka.classifiers.functions.backprop.kernel.Kernel;
import weka.classifiers.functions.backprop.network.Backpropagation;
import weka.classifiers.functions.backprop.network.Layer;

/** Applies an optimizer to the parameters of a network, and keeps its state for each row of them. */
final class OptimizerState implements Backpropagation.GradientRows {

  private final List<Layer> layers;
  private final List<Layer> gradients;
  private final Optimizer optimizer;
  private final double learningRate;
  private final float l2;
  /** State of the parameters [layers][rows of W, then b][slots][units]. */
  private final float[][][][] slots;
  private long steps;
  private Optimizer.Update step;

  /**
   * State before the first step.
   *
   * @param layers the network's; modified by updates
   * @param gradients of the same shapes; in updates, those of the weights become g + λ·W
   */
  OptimizerState(List<Layer> layers, List<Layer> gradients, TrainingSettings settings) {
    this.layers = layers;
    this.gradients = gradients;
    optimizer = settings.optimizer();
    learningRate = settings.learningRate();
    l2 = (float) settings.l2();
    slots = new float[layers.size()][][][];
    for (int l = 0; l < slots.length; l++) {
      Layer layer = layers.get(l);
      slots[l] = new float[layer.inputs() + 1][optimizer.slots()][Kernel.padded(layer.units())];
    }
  }

  /** Begins a step, in which each row of parameters is updated once. */
  void nextStep() {
    step = optimizer.at(learningRate, ++steps);
  }

  /** Updates the parameter rows {@code from} to {@code to - 1} of layer l; the row after those of W is b. */
  @Override
  public void ready(int l, int from, int to) {
    Layer layer = layers.get(l);
    Layer gradient = gradients.get(l);
    int units = layer.units();
    for (int i = from; i < Math.min(to, layer.inputs()); i++) {
      float[] w = layer.weights()[i];
      float[] g = gradient.weights()[i];
      if (l2 > 0) {
        addPenalty(w, g, units);
      }
      step.apply(w, g, units, slots[l][i]);
    }
    if (to > layer.inputs()) {
      step.apply(layer.biases(), gradient.biases(), units, slots[l][layer.inputs()]);
    }
  }

  /** A gradient of 0 moves a parameter that has a momentum or a penalty, but no other. */
  @Override
  public boolean wantsZeros() {
    return optimizer.slots() > 0 || l2 > 0;
  }

  /** g ← g + λ w: the gradient of ½ λ Σ w². */
  private void addPenalty(float[] w, float[] g, int units) {
    for (int j = 0; j < units; j++) {
      g[j] += l2 * w[j];
    }
  }
}
