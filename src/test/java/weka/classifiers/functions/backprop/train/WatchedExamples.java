package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;

/** Training data that do something whenever a mini-batch has been taken of them. */
final class WatchedExamples extends ExamplesAround {

  private final Runnable watch;

  /** Data around others; {@code watch} is what they do. */
  WatchedExamples(Examples examples, Runnable watch) {
    super(examples);
    this.watch = watch;
  }

  /** Data that interrupt the thread that has taken so many mini-batches of them. */
  static WatchedExamples interruptingAt(int miniBatch, Examples examples) {
    int[] taken = {0};
    return new WatchedExamples(examples, () -> {
      if (++taken[0] == miniBatch) {
        Thread.currentThread().interrupt();
      }
    });
  }

  @Override
  public void fill(MiniBatch batch, int[] order, int from, int to) {
    super.fill(batch, order, from, to);
    watch.run();
  }
}
