package weka.classifiers.functions.backprop.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;

/** A network without its parameters, which travel by themselves. */
final class NetworkShape implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int[] inputs;
  private final int[] units;
  private final Activation[] activations;
  private final Loss loss;

  NetworkShape(Network network) {
    List<Layer> layers = network.layers();
    inputs = layers.stream().mapToInt(Layer::inputs).toArray();
    units = layers.stream().mapToInt(Layer::units).toArray();
    activations = layers.stream().map(Layer::activation).toArray(Activation[]::new);
    loss = network.loss();
  }

  /** A network of this shape whose parameters are 0. */
  Network network() {
    List<Layer> layers = new ArrayList<>();
    for (int l = 0; l < units.length; l++) {
      layers.add(new Layer(inputs[l], units[l], activations[l]));
    }
    return new Network(layers, loss);
  }

  /** A training of a network of this shape, in a given state. */
  TrainingState state(FlatState flat, Optimizer optimizer) {
    TrainingState state = new TrainingState(network(), optimizer);
    flat.copyTo(state);
    return state;
  }
}
