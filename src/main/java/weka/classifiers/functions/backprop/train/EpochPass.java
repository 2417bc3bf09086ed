package weka.classifiers.functions.backprop.train;

import java.util.SplittableRandom;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;

/** Takes training through an epoch, or a part of one, on this machine: mini-batch by mini-batch in a random order. */
final class EpochPass {

  /** Told of each step. */
  @FunctionalInterface
  interface Observer {

    /**
     * Takes note of a mini-batch.
     *
     * @param loss Σ w E over the mini-batch, before the step
     * @param weight Σ w
     * @param part of the epoch that is done, up to 1
     * @return whether to continue
     */
    boolean step(double loss, double weight, double part) throws InterruptedException;
  }

  /**
   * Multiply-adds in a training step from which threads are worth while: below, about 30 microseconds of work, handing
   * it over costs more than it saves.
   */
  private static final double WORTH_THREADS = 1e6;

  /** Multiply-adds in a part at most, some 50 milliseconds of work: an interruption is noticed between parts. */
  private static final double LARGEST_PART = 5e8;

  /** Distance of the epochs' seeds: not SplittableRandom's own step, by which streams would overlap. */
  private static final long EPOCH_SEEDS = 0xD1342543DE82EF95L;

  private final Examples examples;
  private final long seed;
  private final int threads;
  private final int parts;
  private final MiniBatch batch;
  private final int batchSize;
  private final int[] order;
  private final TrainingStep step;

  /**
   * A pass over examples.
   *
   * @param state modified by training
   * @param examples at least one; not modified
   */
  EpochPass(TrainingState state, Examples examples, Hyperparameters hyperparameters) {
    this.examples = examples;
    seed = hyperparameters.seed();
    int all = examples.size();
    int size = hyperparameters.miniBatchSize();
    batchSize = size == 0 ? all : Math.min(all, size);
    batch = new MiniBatch(batchSize);
    order = new int[all];
    double work = 3.0 * batchSize * state.network().parameterCount();
    threads = work < WORTH_THREADS ? 1 : hyperparameters.threads();
    // No more: each part reads all weights on the way forward, and all of the mini-batch for its gradient.
    parts = Math.max(threads, (int) Math.ceil(work / LARGEST_PART));
    step = new TrainingStep(state, hyperparameters, batchSize, parts);
  }

  /** A team for the steps; to be closed. */
  Workers newWorkers() {
    return new Workers(threads, parts);
  }

  /** Parts that the work of a step is divided into. */
  int parts() {
    return parts;
  }

  /** Number of mini-batches in an epoch. */
  int batches() {
    return (order.length + batchSize - 1) / batchSize;
  }

  /** The order of the instances in the epoch that was shuffled last; not a copy. */
  int[] order() {
    return order;
  }

  /**
   * Fisher and Yates' shuffle of the instances' indices; the rows stay where they are. It depends on the seed and the
   * epoch's number alone, not on the epochs before.
   */
  void shuffle(int epoch) {
    SplittableRandom random = new SplittableRandom(seed + EPOCH_SEEDS * (epoch + 1));
    for (int k = 0; k < order.length; k++) {
      int other = random.nextInt(k + 1);
      order[k] = order[other];
      order[other] = k;
    }
  }

  /**
   * Trains on the mini-batches {@code from} to {@code to - 1} of the epoch, the last of which is what is left.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  void run(int from, int to, double learningRate, Workers workers, Observer observer) throws InterruptedException {
    boolean continues = true;
    for (int k = from; k < to && continues; k++) {
      int first = k * batchSize;
      int end = first + Math.min(batchSize, order.length - first);
      examples.fill(batch, order, first, end);
      double loss = step.take(batch, learningRate, workers);
      Workers.checkInterrupt();
      continues = observer.step(loss, batch.totalWeight(), end / (double) order.length);
    }
  }
}
