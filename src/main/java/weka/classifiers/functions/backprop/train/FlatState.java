package weka.classifiers.functions.backprop.train;

import java.io.Serializable;
import java.util.List;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Network;

/**
 * A network's parameters and its optimizer's state in a few plain arrays, as they travel between machines: whatever
 * serializer a cluster uses, it copies them whole and fast.
 */
public final class FlatState implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The parameters, then each of the optimizer's slots [1 + slots][parameters]. */
  private final float[][] values;
  private final long steps;

  FlatState(float[][] values, long steps) {
    this.values = values;
    this.steps = steps;
  }

  /** The parameters and the optimizer's state after some training. */
  static FlatState copyOf(TrainingState state) {
    List<Layer> layers = state.network().layers();
    float[][] values = new float[1 + state.optimizer().slotCount()][Math.toIntExact(state.network().parameterCount())];
    int at = 0;
    for (int l = 0; l < layers.size(); l++) {
      int units = layers.get(l).units();
      for (int row = 0; row <= layers.get(l).inputs(); row++) {
        System.arraycopy(layers.get(l).parameters()[row], 0, values[0], at, units);
        for (int k = 1; k < values.length; k++) {
          System.arraycopy(state.optimizer().slots(l, row)[k - 1], 0, values[k], at, units);
        }
        at += units;
      }
    }
    return new FlatState(values, state.optimizer().steps());
  }

  /** Sets the parameters of a network of the same shape. */
  void copyTo(Network network) {
    int at = 0;
    for (Layer layer : network.layers()) {
      for (float[] row : layer.parameters()) {
        System.arraycopy(values[0], at, row, 0, layer.units());
        at += layer.units();
      }
    }
  }

  /** Sets the parameters and the optimizer's state of a training of the same shape. */
  void copyTo(TrainingState state) {
    copyTo(state.network());
    List<Layer> layers = state.network().layers();
    int at = 0;
    for (int l = 0; l < layers.size(); l++) {
      int units = layers.get(l).units();
      for (int row = 0; row <= layers.get(l).inputs(); row++) {
        for (int k = 1; k < values.length; k++) {
          System.arraycopy(values[k], at, state.optimizer().slots(l, row)[k - 1], 0, units);
        }
        at += units;
      }
    }
    state.optimizer().setSteps(steps);
  }

  /** The parameters, then each of the optimizer's slots [1 + slots][parameters]; not a copy. */
  float[][] values() {
    return values;
  }

  /** Number of the optimizer's steps. */
  long steps() {
    return steps;
  }

  /** The same with other parameters, which are not copied. */
  FlatState withParameters(float[] parameters) {
    float[][] others = values.clone();
    others[0] = parameters;
    return new FlatState(others, steps);
  }

  /** Bytes that it takes to send it. */
  public long bytes() {
    return 4L * values.length * values[0].length;
  }
}
