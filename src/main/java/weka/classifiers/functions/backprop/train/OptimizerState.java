package weka.classifiers.functions.backprop.train;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import weka.classifiers.functions.backprop.network.Layer;

/** What an optimizer keeps from step to step: its slots for each row of parameters, and the number of steps. */
final class OptimizerState implements Serializable {

  private static final long serialVersionUID = 1L;

  /** State of the parameters [layers][inputs + 1][slots][units]. */
  private final float[][][][] slots;
  private long steps;

  /** State before the first step. */
  OptimizerState(List<Layer> layers, Optimizer optimizer) {
    slots = new float[layers.size()][][][];
    for (int l = 0; l < slots.length; l++) {
      Layer layer = layers.get(l);
      slots[l] = new float[layer.inputs() + 1][optimizer.slots()][layer.units()];
    }
  }

  /** Begins a step; returns its number, counted from 1. */
  long nextStep() {
    return ++steps;
  }

  /** Number of steps. */
  long steps() {
    return steps;
  }

  /** Sets the number of steps, of a state that was taken over from elsewhere. */
  void setSteps(long steps) {
    this.steps = steps;
  }

  /** Number of slots of a row of parameters. */
  int slotCount() {
    return slots[0][0].length;
  }

  /** The slots of a row of a layer's parameters [slots][units]; the last row is that of b. */
  float[][] slots(int l, int row) {
    return slots[l][row];
  }

  /** Back to the state before the first step. */
  void clear() {
    steps = 0;
    for (float[][][] layer : slots) {
      for (float[][] row : layer) {
        for (float[] slot : row) {
          Arrays.fill(slot, 0);
        }
      }
    }
  }

  /** Takes over the state of the same optimizer for a network of the same layers. */
  void set(OptimizerState other) {
    steps = other.steps;
    for (int l = 0; l < slots.length; l++) {
      for (int row = 0; row < slots[l].length; row++) {
        for (int k = 0; k < slots[l][row].length; k++) {
          System.arraycopy(other.slots[l][row][k], 0, slots[l][row][k], 0, slots[l][row][k].length);
        }
      }
    }
  }
}
