package weka.classifiers.functions.backprop.train;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.io.Serializable;

/**
 * How a network is trained. The legal intervals stand here, and in the records that this one holds, and nowhere else.
 *
 * @param learningRate step size α of each epoch
 * @param averaging of a mini-batch's gradient
 * @param miniBatchSize instances in a mini-batch; 0: all of them
 * @param optimizer rule that turns gradients into steps
 * @param seed of shuffling and dropout
 * @param threads that share the work of a training step, 1 or more; they don't change the result
 */
public record Hyperparameters(LearningRate learningRate, BatchAveraging averaging, int miniBatchSize,
    Optimizer optimizer, Regularization regularization, Stopping stopping, long seed, int threads)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Distance of the partitions' seeds. */
  private static final long PARTITION_SEEDS = 0xA0761D6478BD642FL;

  /**
   * Checks the values.
   *
   * @throws InvalidSettingException if one is outside its interval
   */
  public Hyperparameters {
    require(miniBatchSize >= 0, "miniBatchSize", miniBatchSize,
        "a whole number of 1 or more, or 0 for all instances at once");
    require(threads >= 1, "threads", threads, "a whole number of 1 or more");
  }

  /** The same, but for other ends of training. */
  public Hyperparameters with(Stopping other) {
    return new Hyperparameters(learningRate, averaging, miniBatchSize, optimizer, regularization, other, seed,
        threads);
  }

  /** The same with another seed and another number of threads. */
  public Hyperparameters with(long otherSeed, int otherThreads) {
    return new Hyperparameters(learningRate, averaging, miniBatchSize, optimizer, regularization, stopping, otherSeed,
        otherThreads);
  }

  /** The same with a seed of its own for each partition of a cluster; partition 0 has that of one machine. */
  Hyperparameters ofPartition(int partition) {
    return new Hyperparameters(learningRate, averaging, miniBatchSize, optimizer, regularization, stopping,
        seed + PARTITION_SEEDS * partition, threads);
  }
}
