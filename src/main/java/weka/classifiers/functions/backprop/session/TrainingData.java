package weka.classifiers.functions.backprop.session;

import java.util.List;
import java.util.function.ToDoubleFunction;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.EncodedExamples;
import weka.classifiers.functions.backprop.network.Examples;
import weka.core.Instance;

/**
 * Instances to train with, and how they are encoded.
 *
 * @param instances with class values, and weights greater than 0
 * @param weight of an instance in training, greater than 0
 * @param encoding fitted to these instances, or to those that training began with
 */
record TrainingData(List<Instance> instances, ToDoubleFunction<Instance> weight, DataEncoding encoding) {

  /** Part of the free heap that encoded rows may take: Weka may need some for other things. */
  private static final double COMFORTABLE = 0.5;

  /** The same instances, encoded in another way. */
  TrainingData with(DataEncoding other) {
    return new TrainingData(instances, weight, other);
  }

  /**
   * Encodes some of the instances.
   *
   * @param reserved bytes that training needs beside the rows
   * @param threads that share the work
   * @throws InterruptedException if the thread was interrupted
   */
  Examples encode(List<Instance> part, double reserved, int threads) throws InterruptedException {
    return EncodedExamples.encode(part, weight, encoding.inputs(), encoding.classEncoder(),
        COMFORTABLE * (Heap.free() - reserved), threads);
  }
}
