package weka.classifiers.functions.backprop.network;

import weka.classifiers.functions.backprop.kernel.Kernel;

/**
 * The way forward and the loss of a mini-batch: all that validation needs, and the first half of a training step. All
 * buffers are allocated once. The work is divided by the mini-batch's rows into parts that any number of threads may do
 * at once, with the same result.
 */
public final class LossPass {

  private final ForwardPass pass;
  private final Loss loss;
  private final int outputs;
  /** Δ of the output layer [mini-batch × outputs]. */
  private final float[][] deltas;
  private final double[] losses;
  private final Workspace[] workspaces;

  /** Buffers for mini-batches of at most {@code capacity} instances, without dropout. */
  public LossPass(Network network, int capacity, int parts) {
    this(network, capacity, parts, 0);
  }

  /**
   * Buffers for mini-batches of at most {@code capacity} instances.
   *
   * @param dropout probability that a hidden unit's output is dropped, in [0, 1)
   */
  LossPass(Network network, int capacity, int parts, double dropout) {
    pass = new ForwardPass(network, capacity, dropout);
    loss = network.loss();
    outputs = network.outputLayer().units();
    deltas = Kernel.matrix(capacity, outputs);
    losses = new double[capacity];
    workspaces = new Workspace[parts];
    for (int part = 0; part < parts; part++) {
      workspaces[part] = new Workspace();
    }
  }

  /** O^l of all layers, for a part of the instances. */
  public void forward(MiniBatch batch, int part) {
    Partition rows = rows(batch);
    pass.run(batch.inputs(), rows.from(part), rows.from(part + 1), workspaces[part]);
  }

  /**
   * E and the output layer's Δ = w ∂E/∂s / divisor, for a part of the instances, where w are their weights.
   *
   * @param divisor 1 for the sum over the mini-batch, Σ w for the mean
   */
  public void loss(MiniBatch batch, double divisor, int part) {
    Partition rows = rows(batch);
    int to = rows.from(part + 1);
    float[][] sums = pass.sums();
    for (int row = rows.from(part); row < to; row++) {
      float[] delta = deltas[row];
      double weight = batch.weight(row);
      losses[row] = weight * loss.delta(sums[row], batch.target(row), outputs, delta);
      float factor = (float) (weight / divisor);
      for (int j = 0; j < outputs; j++) {
        delta[j] *= factor;
      }
    }
  }

  /** Σ w E of a mini-batch of which all parts have been done, in the order of its instances. */
  public double total(MiniBatch batch) {
    double total = 0;
    for (int row = 0; row < batch.size(); row++) {
      total += losses[row];
    }
    return total;
  }

  /** Σ w score of a mini-batch of which all parts have gone forward, in the order of its instances. */
  public double totalScore(MiniBatch batch) {
    double total = 0;
    for (int row = 0; row < batch.size(); row++) {
      total += batch.weight(row) * loss.output().score(pass.sums()[row], batch.target(row), outputs);
    }
    return total;
  }

  /** The rows of each part. */
  Partition rows(MiniBatch batch) {
    return new Partition(batch.size(), workspaces.length);
  }

  ForwardPass pass() {
    return pass;
  }

  /** Δ of the output layer [mini-batch × outputs]; not a copy. */
  float[][] deltas() {
    return deltas;
  }

  /** The scratch space of a part. */
  Workspace workspace(int part) {
    return workspaces[part];
  }
}
