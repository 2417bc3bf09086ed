package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;

/** Training data around others, which they are in all but what a test is about. */
interface ExamplesAround extends Examples {

  /** The others. */
  Examples examples();

  @Override
  default int size() {
    return examples().size();
  }

  @Override
  default float[] target(int instance) {
    return examples().target(instance);
  }

  @Override
  default double weight(int instance) {
    return examples().weight(instance);
  }

  @Override
  default void fill(MiniBatch batch, int[] order, int from, int to) {
    examples().fill(batch, order, from, to);
  }
}
