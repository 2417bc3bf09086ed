package weka.classifiers.functions.backprop.train;

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
   * The losses of all instances, and their scores.
   *
   * @param workers for as many parts as this loss has
   * @throws InterruptedException if the thread was interrupted
   */
  LossSum ofAll(Workers workers) throws InterruptedException {
    LossSum losses = new LossSum();
    int[] block = new int[Math.min(BLOCK, examples.size())];
    for (int from = 0; from < examples.size(); from += BLOCK) {
      int size = Math.min(BLOCK, examples.size() - from);
      for (int k = 0; k < size; k++) {
        block[k] = from + k;
      }
      examples.fill(batch, block, 0, size);
      workers.run(this::forwardAndLoss);
      Workers.checkInterrupt();
      losses.add(pass.total(batch), batch.totalWeight());
      losses.addScore(pass.totalScore(batch));
    }
    return losses;
  }

  /** The losses of the instances order[0] to order[size - 1], which fit into a block, on the calling thread. */
  LossSum of(int[] order, int size) {
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

  /** The losses of the instances order[0] to order[size - 1], by a network whose weighted sums are all 0. */
  LossSum ofZeros(int[] order, int size) {
    return ofConstant(new float[network.outputLayer().units()], order, size);
  }

  /** The losses of all instances, by a network whose weighted sums are all 0. */
  LossSum ofZeros() {
    return ofConstant(new float[network.outputLayer().units()]);
  }

  /** The losses of all instances, by a network whose weighted sums are always the same. */
  LossSum ofConstant(float[] sums) {
    return ofConstant(sums, null, examples.size());
  }

  /** Of the instances order[0] to order[size - 1]; {@code order} is null for that of the instances. */
  private LossSum ofConstant(float[] sums, int[] order, int size) {
    int outputs = sums.length;
    float[] delta = new float[outputs];
    LossSum losses = new LossSum();
    for (int k = 0; k < size; k++) {
      int i = order == null ? k : order[k];
      double weight = examples.weight(i);
      losses.add(weight * network.loss().delta(sums, examples.target(i), outputs, delta), weight);
    }
    return losses;
  }
}
