package weka.classifiers.functions.backprop.network;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Backpropagation from beginning to end, on one thread: all parts of each of its steps in turn. */
final class Gradients {

  private final Network network;
  private final int parts;
  private final Backpropagation backpropagation;

  /** In one part, without dropout. */
  Gradients(Network network, int capacity) {
    this(network, capacity, 1, 0);
  }

  Gradients(Network network, int capacity, int parts, double dropout) {
    this.network = network;
    this.parts = parts;
    backpropagation = new Backpropagation(network, capacity, parts, dropout);
  }

  void dropoutSeed(long seed) {
    backpropagation.dropoutSeed(seed);
  }

  /** Computes the gradient of Σ w E / divisor over the mini-batch; returns Σ w E. */
  double run(MiniBatch batch, double divisor) {
    return run(batch, divisor, IntStream.range(0, parts).toArray());
  }

  /** The same with the parts of each step in an order. */
  double run(MiniBatch batch, double divisor, int... order) {
    each(order, backpropagation::transpose);
    each(order, part -> {
      backpropagation.forward(batch, part);
      backpropagation.loss(batch, divisor, part);
      backpropagation.backward(batch, part);
    });
    each(order, part -> backpropagation.gradient(batch, part, (l, from, to) -> { }));
    return backpropagation.totalLoss(batch);
  }

  private static void each(int[] order, IntConsumer step) {
    IntStream.of(order).forEach(step);
  }

  /** The gradient that was computed last. */
  Parameters gradients() {
    return Parameters.of(network.layers(), backpropagation.gradients());
  }
}
