package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;

/**
 * Training data that do something whenever a mini-batch has been taken of them.
 *
 * @param watch what they do
 */
record WatchedExamples(Examples examples, Runnable watch) implements ExamplesAround {

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
    ExamplesAround.super.fill(batch, order, from, to);
    watch.run();
  }
}
