package weka.classifiers.functions.backprop.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;

/** Training data that remember the mini-batches that were taken of them. */
final class RecordingExamples implements Examples {

  private final Examples examples;
  private final List<int[]> miniBatches = new ArrayList<>();

  RecordingExamples(Examples examples) {
    this.examples = examples;
  }

  @Override
  public int size() {
    return examples.size();
  }

  @Override
  public float[] target(int instance) {
    return examples.target(instance);
  }

  @Override
  public double weight(int instance) {
    return examples.weight(instance);
  }

  @Override
  public void fill(MiniBatch batch, int[] order, int from, int to) {
    miniBatches.add(Arrays.copyOfRange(order, from, to));
    examples.fill(batch, order, from, to);
  }

  /** The instances of each mini-batch. */
  List<int[]> miniBatches() {
    return miniBatches;
  }

  /** Numbers of instances of the mini-batches. */
  List<Integer> sizes() {
    return miniBatches.stream().map(batch -> batch.length).toList();
  }

  /** The order of all instances in an epoch. */
  List<Integer> order(int epoch) {
    return miniBatches.stream().flatMapToInt(Arrays::stream).skip((long) epoch * size()).limit(size()).boxed()
        .toList();
  }
}
