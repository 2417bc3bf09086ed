package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.kernel.Kernel;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.LossPass;
import weka.classifiers.functions.backprop.network.MiniBatch;
import weka.classifiers.functions.backprop.network.Network;

/** The mean loss of a network on examples, without training on them. */
final class MeanLoss {

  /** Instances at a time: enough to keep the kernels busy, few enough for the second-level cache. */
  static final int BLOCK = 256;

  private final Network network;
  private final Examples examples;
  private final MiniBatch batch;
  private final LossPass pass;

  /** The loss of a network, computed in so many parts. */
  MeanLoss(Network network, Examples examples, int parts) {
    this.network = network;
    this.examples = examples;
    int capacity = Math.min(BLOCK, examples.size());
    batch = new MiniBatch(capacity);
    pass = new LossPass(network, capacity, parts);
  }

  /**
   * The losses of the instances order[0] to order[size - 1].
   *
   * @param order indices of instances; not modified
   * @throws InterruptedException if the thread was interrupted
   */
  LossSum compute(int[] order, int size, Workers workers) throws InterruptedException {
    LossSum losses = new LossSum();
    for (int from = 0; from < size; from += BLOCK) {
      examples.fill(batch, order, from, Math.min(from + BLOCK, size));
      workers.run(this::forwardAndLoss);
      Workers.checkInterrupt();
      losses.add(pass.total(batch), batch.totalWeight());
    }
    return losses;
  }

  /** The same for instances that fit into a block, on the calling thread. */
  LossSum compute(int[] order, int size) {
    examples.fill(batch, order, 0, size);
    forwardAndLoss(0);
    LossSum losses = new LossSum();
    losses.add(pass.total(batch), batch.totalWeight());
    return losses;
  }

  private void forwardAndLoss(int part) {
    pass.forward(batch, part);
    pass.loss(batch, 1, part);
  }

  /** The losses of a network whose weighted sums are all 0; {@code order} is null for that of the instances. */
  LossSum ofZeros(int[] order, int size) {
    int outputs = network.outputLayer().units();
    float[] zeros = new float[Kernel.padded(outputs)];
    float[] delta = new float[zeros.length];
    LossSum losses = new LossSum();
    for (int k = 0; k < size; k++) {
      int i = order == null ? k : order[k];
      double weight = examples.weight(i);
      losses.add(weight * network.loss().delta(zeros, examples.target(i), outputs, delta), weight);
    }
    return losses;
  }
}
