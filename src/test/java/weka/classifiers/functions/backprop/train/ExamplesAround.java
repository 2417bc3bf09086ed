package weka.classifiers.functions.backprop.train;

import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;

/** Training data around others, which they are in all but what a test is about. */
abstract class ExamplesAround extends Examples {

  private final Examples examples;

  ExamplesAround(Examples examples) {
    super(examples.rows(), IntStream.range(0, examples.size()).mapToObj(examples::target).toArray(float[][]::new),
        IntStream.range(0, examples.size()).mapToDouble(examples::weight).toArray());
    this.examples = examples;
  }

  @Override
  public void fill(MiniBatch batch, int[] order, int from, int to) {
    examples.fill(batch, order, from, to);
  }
}
