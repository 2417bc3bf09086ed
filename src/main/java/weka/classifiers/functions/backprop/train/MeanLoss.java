package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.LossPass;
import weka.classifiers.functions.backprop.network.MiniBatch;
import weka.classifiers.functions.backprop.network.Network;

/** The mean loss of a network on examples, without training on them. */
final class MeanLoss {

  /** Instances at a time: enough to keep the kernels busy, few enough for the second-level cache. */
  static final int BLOCK = 256;

  private final Examples examples;
  private final MiniBatch batch;
  private final LossPass pass;

  /** The loss of a network, computed in so many parts. */
  MeanLoss(Network network, Examples examples, int parts) {
    this.examples = examples;
    int capacity = Math.min(BLOCK, examples.size());
    batch = new MiniBatch(capacity);
    pass = new LossPass(network, capacity, parts);
  }

  /**
   * Σ w E / Σ w over the instances order[0] to order[size - 1].
   *
   * @param order indices of instances; not modified
   * @throws InterruptedException if the thread was interrupted
   */
  double compute(int[] order, int size, Workers workers) throws InterruptedException {
    double loss = 0;
    double weight = 0;
    for (int from = 0; from < size; from += BLOCK) {
      examples.fill(batch, order, from, Math.min(from + BLOCK, size));
      workers.run(this::forwardAndLoss);
      Workers.checkInterrupt();
      loss += pass.total(batch);
      weight += batch.totalWeight();
    }
    return loss / weight;
  }

  /** The same for instances that fit into a block, on the calling thread. */
  double compute(int[] order, int size) {
    examples.fill(batch, order, 0, size);
    forwardAndLoss(0);
    return pass.total(batch) / batch.totalWeight();
  }

  private void forwardAndLoss(int part) {
    pass.forward(batch, part);
    pass.loss(batch, 1, part);
  }
}
