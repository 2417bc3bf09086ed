package weka.classifiers.functions.backprop.train;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.ForwardPass;
import weka.classifiers.functions.backprop.network.MiniBatch;
import weka.classifiers.functions.backprop.network.Network;

/** The mean loss of examples that are not trained on. */
final class ValidationLoss {

  /** Instances at a time: enough to keep the kernels busy, few enough for the second-level cache. */
  static final int BLOCK = 256;

  private final Examples examples;
  private final MiniBatch batch;
  private final ForwardPass pass;
  private final int[] order;
  private final IntConsumer forward;

  /** The loss of a network, computed in so many parts. */
  ValidationLoss(Network network, Examples examples, int parts) {
    this.examples = examples;
    int capacity = Math.min(BLOCK, examples.size());
    batch = new MiniBatch(capacity);
    pass = new ForwardPass(network, capacity, parts);
    order = IntStream.range(0, examples.size()).toArray();
    forward = part -> pass.run(batch, part);
  }

  /** Σ w E / Σ w. */
  double compute(Workers workers) throws InterruptedException {
    double loss = 0;
    double weight = 0;
    for (int from = 0; from < order.length; from += BLOCK) {
      examples.fill(batch, order, from, Math.min(from + BLOCK, order.length));
      workers.run(forward);
      Trainer.checkInterrupt();
      loss += pass.loss(batch);
      weight += batch.totalWeight();
    }
    return loss / weight;
  }
}
