package weka.classifiers.functions.backprop.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;

/** Training data that remember the mini-batches that were taken of them. */
final class RecordingExamples extends ExamplesAround {

  private final List<int[]> miniBatches = new ArrayList<>();

  RecordingExamples(Examples examples) {
    super(examples);
  }

  @Override
  public void fill(MiniBatch batch, int[] order, int from, int to) {
    miniBatches.add(Arrays.copyOfRange(order, from, to));
    super.fill(batch, order, from, to);
  }

  /** The instances of each mini-batch; after them a sample was taken to see whether training had diverged. */
  List<int[]> miniBatches() {
    return miniBatches.subList(0, Math.max(0, miniBatches.size() - 1));
  }

  /** Numbers of instances of the mini-batches. */
  List<Integer> sizes() {
    return miniBatches().stream().map(batch -> batch.length).toList();
  }

  /** The order of all instances in an epoch. */
  List<Integer> order(int epoch) {
    return miniBatches().stream().flatMapToInt(Arrays::stream).skip((long) epoch * size()).limit(size()).boxed()
        .toList();
  }
}
