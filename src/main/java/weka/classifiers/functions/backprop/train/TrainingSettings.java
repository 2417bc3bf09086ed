package weka.classifiers.functions.backprop.train;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

/**
 * How a network is trained. The legal intervals stand here, and in the records that this one holds, and nowhere else.
 *
 * @param learningRate step size α, greater than 0
 * @param schedule of the learning rate
 * @param averaging of a mini-batch's gradient
 * @param miniBatchSize instances in a mini-batch; 0: all of them
 * @param optimizer rule that turns gradients into steps
 * @param seed of shuffling and dropout
 * @param threads that share the work of a training step, 1 or more; they don't change the result
 */
public record TrainingSettings(double learningRate, Schedule schedule, BatchAveraging averaging, int miniBatchSize,
    Optimizer optimizer, Regularization regularization, Stopping stopping, long seed, int threads) {

  /**
   * Checks the values.
   *
   * @throws InvalidSettingException if one is outside its interval
   */
  public TrainingSettings {
    // The engine computes with floats, in which a tiny rate would be 0 and a huge one infinite.
    require((float) learningRate > 0 && learningRate <= Float.MAX_VALUE, "learningRate", learningRate,
        "a number greater than 0 that a float can hold (1e-45 to 3e38)");
    require(miniBatchSize >= 0, "miniBatchSize", miniBatchSize,
        "a whole number of 1 or more, or 0 for all instances at once");
    require(threads >= 1, "threads", threads, "a whole number of 1 or more");
  }

  /** The same, but for other ends of training. */
  public TrainingSettings with(Stopping other) {
    return new TrainingSettings(learningRate, schedule, averaging, miniBatchSize, optimizer, regularization, other,
        seed, threads);
  }
}
