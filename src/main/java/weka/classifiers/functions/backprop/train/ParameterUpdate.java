package weka.classifiers.functions.backprop.train;

import java.util.List;
import weka.classifiers.functions.backprop.network.Backpropagation;
import weka.classifiers.functions.backprop.network.Layer;

/** The last part of a training step: applies an optimizer to rows of parameters whose gradients are ready. */
final class ParameterUpdate implements Backpropagation.GradientRows {

  private final List<Layer> layers;
  private final List<Layer> gradients;
  private final OptimizerState state;
  private final Optimizer optimizer;
  private final float l2;
  private Optimizer.Update step;
  private float gradientScale = 1;

  /**
   * An update of a network's parameters.
   *
   * @param layers the network's; modified by updates
   * @param gradients of the same shapes; in updates, those of the weights become g + λ·W
   * @param state modified by updates
   */
  ParameterUpdate(List<Layer> layers, List<Layer> gradients, OptimizerState state, Hyperparameters settings) {
    this.layers = layers;
    this.gradients = gradients;
    this.state = state;
    optimizer = settings.optimizer();
    l2 = (float) settings.regularization().l2();
  }

  /** Begins a step, in which each row of parameters is updated once. */
  void nextStep(double learningRate) {
    step = optimizer.at(learningRate, state.nextStep());
  }

  /** Multiplies the gradients of the steps to come. */
  void scaleGradient(double factor) {
    gradientScale = (float) factor;
  }

  /** Updates the parameter rows {@code from} to {@code to - 1} of layer l; the row after those of W is b. */
  @Override
  public void ready(int l, int from, int to) {
    Layer layer = layers.get(l);
    Layer gradient = gradients.get(l);
    int units = layer.units();
    for (int i = from; i < to; i++) {
      float[] p = layer.parameters()[i];
      float[] g = scaled(gradient.parameters()[i], units);
      if (l2 > 0 && i < layer.inputs()) {
        addPenalty(p, g, units);
      }
      step.apply(p, g, units, state.slots(l, i));
    }
  }

  /** A gradient of 0 moves a parameter that has a momentum or a penalty, but no other. */
  @Override
  public boolean wantsZeros() {
    return optimizer.slots() > 0 || l2 > 0;
  }

  private float[] scaled(float[] g, int units) {
    if (gradientScale != 1) {
      for (int j = 0; j < units; j++) {
        g[j] *= gradientScale;
      }
    }
    return g;
  }

  /** g ← g + λ w: the gradient of ½ λ Σ w². */
  private void addPenalty(float[] w, float[] g, int units) {
    for (int j = 0; j < units; j++) {
      g[j] += l2 * w[j];
    }
  }
}
