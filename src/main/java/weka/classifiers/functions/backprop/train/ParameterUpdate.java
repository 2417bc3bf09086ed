package weka.classifiers.functions.backprop.train;

import java.util.List;
import weka.classifiers.functions.backprop.network.Backpropagation;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.OnlineBackpropagation;

/** The last part of a training step: applies an optimizer to rows of parameters whose gradients are ready. */
final class ParameterUpdate implements Backpropagation.RowVisitor, OnlineBackpropagation.RowUpdate {

  private final List<Layer> layers;
  private final float[][][] gradients;
  private final OptimizerState state;
  private final Optimizer optimizer;
  private final float l2;
  private Optimizer.Update step;
  private float gradientScale = 1;

  /**
   * An update of a network's parameters.
   *
   * @param state whose parameters and optimizer's slots are modified by updates
   * @param gradients [layers][inputs + 1 × units]; in updates, those of the weights become g + λ·W
   */
  ParameterUpdate(TrainingState state, float[][][] gradients, Hyperparameters hyperparameters) {
    layers = state.network().layers();
    this.gradients = gradients;
    this.state = state.optimizer();
    optimizer = hyperparameters.optimizer();
    l2 = (float) hyperparameters.regularization().l2();
  }

  /** Begins a step, counted from 1, in which each row of parameters is updated once. */
  void begin(double learningRate, long number) {
    step = optimizer.at(learningRate, number);
  }

  /** Sets what gradients are multiplied by before they are applied. */
  void scaleGradient(double factor) {
    gradientScale = (float) factor;
  }

  @Override
  public void visit(int l, int from, int to) {
    Layer layer = layers.get(l);
    int units = layer.units();
    for (int i = from; i < to; i++) {
      float[] p = layer.parameters()[i];
      float[] g = gradients[l][i];
      if (gradientScale != 1) {
        scale(g, units);
      }
      // Biases, the last row, have no penalty.
      if (l2 > 0 && i < layer.inputs()) {
        addPenalty(p, g, units);
      }
      step.apply(p, 1, g, units, state.slots(l, i));
    }
  }

  @Override
  public void move(int l, int i, float[] w, float o, float[] delta, int units) {
    step.apply(w, o, delta, units, state.slots(l, i));
  }

  /** A gradient of 0 moves a parameter that has a momentum or a penalty, but no other. */
  @Override
  public boolean wantsZeros() {
    return optimizer.slots() > 0 || l2 > 0;
  }

  private void scale(float[] g, int units) {
    for (int j = 0; j < units; j++) {
      g[j] *= gradientScale;
    }
  }

  /** g ← g + λ w: the gradient of ½ λ Σ w². */
  private void addPenalty(float[] w, float[] g, int units) {
    for (int j = 0; j < units; j++) {
      g[j] += l2 * w[j];
    }
  }
}
