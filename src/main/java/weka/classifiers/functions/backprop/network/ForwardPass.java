package weka.classifiers.functions.backprop.network;

import java.util.Arrays;
import java.util.List;
import weka.classifiers.functions.backprop.kernel.Kernel;
import weka.classifiers.functions.backprop.kernel.Kernels;

/**
 * The loss of mini-batches that are not trained on. All buffers are allocated once. The work is divided into parts
 * that share no row, which any number of threads may do at once with the same result.
 */
public final class ForwardPass {

  private final List<Layer> layers;
  private final Loss loss;
  private final int parts;
  /** O^l of each layer [mini-batch × units]. */
  private final float[][][] outputs;
  private final float[][] scratch;
  private final float[][] delta;
  private final double[] losses;

  /** Buffers for mini-batches of at most {@code capacity} instances. */
  public ForwardPass(Network network, int capacity, int parts) {
    this.layers = network.layers();
    this.loss = network.loss();
    this.parts = parts;
    outputs = new float[layers.size()][][];
    Arrays.setAll(outputs, l -> Kernel.matrix(capacity, layers.get(l).units()));
    scratch = new float[parts][];
    Arrays.setAll(scratch, part -> Layer.scratch());
    delta = Kernel.matrix(parts, network.outputLayer().units());
    losses = new double[capacity];
  }

  /** Computes the loss of a part of a mini-batch's instances. */
  public void run(MiniBatch batch, int part) {
    int from = (int) ((long) batch.size() * part / parts);
    int to = (int) ((long) batch.size() * (part + 1) / parts);
    Kernel kernel = Kernels.get();
    layers.get(0).forward(kernel, batch, outputs[0], from, to, scratch[part]);
    for (int l = 1; l < outputs.length; l++) {
      layers.get(l).forward(kernel, outputs[l - 1], outputs[l], from, to, scratch[part]);
    }
    int last = outputs.length - 1;
    int units = layers.get(last).units();
    for (int row = from; row < to; row++) {
      losses[row] = batch.weights[row] * loss.delta(outputs[last][row], batch.targets[row], units, delta[part]);
    }
  }

  /** Σ w E of a mini-batch of which all parts have been run, in the order of its instances. */
  public double loss(MiniBatch batch) {
    double total = 0;
    for (int row = 0; row < batch.size(); row++) {
      total += losses[row];
    }
    return total;
  }
}
