package weka.classifiers.functions.backprop.network;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A feed-forward network of dense layers: hidden layers O^l = σ(O^(l-1)·W^l + b^l), then an output layer whose weighted
 * sums the {@link Loss} turns into outputs. Any number of threads may predict with it, unless one of them trains it.
 */
public final class Network implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ArrayList<Layer> layers;
  private final Loss loss;

  /**
   * A network of the given layers.
   *
   * @param layers at least one, each with as many inputs as the one before has units; the last is the output layer,
   *        whose activation is the identity since the loss owns the output
   * @throws IllegalArgumentException if the layers don't fit together
   */
  public Network(List<Layer> layers, Loss loss) {
    check(layers);
    this.layers = new ArrayList<>(layers);
    this.loss = loss;
  }

  private static void check(List<Layer> layers) {
    for (int l = 1; l < layers.size(); l++) {
      if (layers.get(l).inputs() != layers.get(l - 1).units()) {
        throw new IllegalArgumentException("Layer " + l + " has " + layers.get(l).inputs()
            + " inputs, but the layer before has " + layers.get(l - 1).units() + " units.");
      }
    }
    if (layers.get(layers.size() - 1).activation() != Activation.IDENTITY) {
      throw new IllegalArgumentException("The output layer's activation must be the identity.");
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    try {
      check(layers);
    } catch (RuntimeException e) {
      throw (IOException) new InvalidObjectException("not a network: " + e.getMessage()).initCause(e);
    }
  }

  /** A network with the given hidden layers and random initial weights. */
  public static Network create(int inputs, List<HiddenLayer> hidden, int outputs, Loss loss, RandomGenerator random) {
    List<Layer> layers = new ArrayList<>();
    int width = inputs;
    for (HiddenLayer layer : hidden) {
      layers.add(new Layer(width, layer.units(), layer.activation()));
      width = layer.units();
    }
    layers.add(new Layer(width, outputs, Activation.IDENTITY));
    for (Layer layer : layers) {
      layer.initialize(random);
    }
    return new Network(layers, loss);
  }

  /**
   * A network without hidden layers and with weights of 0, whose weighted sums never change.
   *
   * @param sums of the output layer [outputs]
   */
  public static Network constant(int inputs, float[] sums, Loss loss) {
    Layer layer = new Layer(inputs, sums.length, Activation.IDENTITY);
    System.arraycopy(sums, 0, layer.parameters()[inputs], 0, sums.length);
    return new Network(List.of(layer), loss);
  }

  /** A network of the same layers with parameters of its own. */
  public Network copy() {
    List<Layer> copies = new ArrayList<>();
    for (Layer layer : layers) {
      copies.add(new Layer(layer.inputs(), layer.units(), layer.activation()));
    }
    Network copy = new Network(copies, loss);
    copy.set(this);
    return copy;
  }

  /** Takes over the parameters of a network of the same layers. */
  public void set(Network other) {
    for (int l = 0; l < layers.size(); l++) {
      layers.get(l).set(other.layers.get(l));
    }
  }

  /**
   * Whether all weights and biases are finite, and so small (below some 3e8) that sums stay finite even for inputs of
   * 1e9 and hidden outputs of 1e18. Absurd learning rates lead to larger ones, by which training data may nonetheless
   * be predicted well.
   */
  public boolean isFinite() {
    for (Layer layer : layers) {
      if (!layer.isFinite()) {
        return false;
      }
    }
    return true;
  }

  /** The layers, from the first hidden one to the output; their parameters may be modified. */
  public List<Layer> layers() {
    return layers;
  }

  /** The output layer. */
  public Layer outputLayer() {
    return layers.get(layers.size() - 1);
  }

  public Loss loss() {
    return loss;
  }

  /** Number of weights and biases. */
  public long parameterCount() {
    long count = 0;
    for (Layer layer : layers) {
      count += layer.parameterCount();
    }
    return count;
  }

  /**
   * Predicts.
   *
   * @param inputs X [rows × inputs]; not modified
   * @return outputs O [rows × outputs]
   */
  public double[][] predict(InputRows inputs) {
    float[][] sums = forward(inputs).sums();
    double[][] outputs = new double[sums.length][];
    for (int row = 0; row < sums.length; row++) {
      outputs[row] = loss.output().apply(sums[row], outputLayer().units());
    }
    return outputs;
  }

  /**
   * The weighted sums s of the output layer, of which {@link #predict} makes outputs.
   *
   * @param inputs X [rows × inputs]; not modified
   * @return [rows × outputs or more]
   */
  public float[][] sums(InputRows inputs) {
    return forward(inputs).sums();
  }

  private ForwardPass forward(InputRows inputs) {
    ForwardPass pass = new ForwardPass(this, inputs.size());
    pass.run(inputs, 0, inputs.size(), new Workspace());
    return pass;
  }

  /** The last hidden layer. */
  public Optional<Layer> lastHiddenLayer() {
    return layers.size() == 1 ? Optional.empty() : Optional.of(layers.get(layers.size() - 2));
  }

  /**
   * Outputs of the last hidden layer, which there must be.
   *
   * @param inputs of one instance [inputs]; not modified
   * @return [units of the layer]
   */
  public double[] lastHidden(float[] inputs) {
    int last = layers.size() - 2;
    float[][] outputs = forward(InputRows.dense(new float[][] {inputs})).outputs(last);
    return Output.LINEAR.apply(outputs[0], layers.get(last).units());
  }
}
