package weka.classifiers.functions.backprop.train;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;

/** Trains a network: epochs of mini-batches, each a forward and a backward pass and a step of the optimizer. */
public final class Trainer {

  /**
   * Multiply-adds in a training step from which threads are worth while: below, about 30 microseconds of work, handing
   * it over costs more than it saves.
   */
  private static final double WORTH_THREADS = 1e6;

  /** Parts of a step for each thread: more than one, so that the others take over from one that falls behind. */
  private static final int PARTS = 4;

  /** Multiply-adds in a part at most, some 50 milliseconds of work: an interruption is noticed between parts. */
  private static final double LARGEST_PART = 5e8;

  /** Distance of the epochs' seeds: not SplittableRandom's own step, by which streams would overlap. */
  private static final long EPOCH_SEEDS = 0xD1342543DE82EF95L;

  private final TrainingState state;
  private final Examples examples;
  private final Hyperparameters hyperparameters;
  private final TrainingListener listener;
  private final int lastEpoch;
  private final int threads;
  private final int parts;
  private final MiniBatch batch;
  private final int batchSize;
  private final int[] order;
  private final TrainingStep step;
  private final Divergence divergence;
  /** Of the examples that are held out; null if there are none. */
  private final MeanLoss validation;
  private final int[] validationOrder;
  private Workers workers;
  private double learningRate;
  private boolean ended;

  /**
   * A trainer that continues from a state.
   *
   * @param state modified by training
   * @param examples at least one; not modified
   * @param validation examples by whose loss the best epoch is found; not modified; null: there are none
   * @param hyperparameters the most epochs of which are those to come
   * @param listener that training is reported to
   */
  public Trainer(TrainingState state, Examples examples, Examples validation, Hyperparameters hyperparameters,
      TrainingListener listener) {
    this.state = state;
    this.examples = examples;
    this.hyperparameters = hyperparameters;
    this.listener = listener;
    lastEpoch = state.history().size() + hyperparameters.stopping().epochs();
    if (hasStopped()) {
      // A training that has stopped early is resumed to try once more.
      state.stopping.restart();
    }
    int all = examples.size();
    int size = hyperparameters.miniBatchSize();
    batchSize = size == 0 ? all : Math.min(all, size);
    batch = new MiniBatch(batchSize);
    order = new int[all];
    double work = 3.0 * batchSize * state.network().parameterCount();
    threads = work < WORTH_THREADS ? 1 : hyperparameters.threads();
    parts = Math.max(threads == 1 ? 1 : PARTS * threads, (int) Math.ceil(work / LARGEST_PART));
    workers = new Workers(1, parts);
    step = new TrainingStep(state, hyperparameters, batchSize, parts);
    divergence = new Divergence(state, examples, hyperparameters, order);
    this.validation = validation == null ? null : new MeanLoss(state.network(), validation, parts);
    validationOrder = validation == null ? null : IntStream.range(0, validation.size()).toArray();
    learningRate = hyperparameters.learningRate().initial();
  }

  /**
   * Trains until an end is reached.
   *
   * @param most epochs, but no more than the hyperparameters allow in all
   * @throws InterruptedException if the thread was interrupted; the network is then as after the last whole epoch
   * @throws DivergedException if the loss explodes with ever smaller learning rates too; the network is then as after
   *         the last good epoch
   */
  public void train(int most) throws InterruptedException {
    try (Workers team = new Workers(threads, parts)) {
      workers = team;
      int target = (int) Math.min(Integer.MAX_VALUE, (long) state.history().size() + most);
      while (state.history().size() < target && !isDone()) {
        goodEpoch();
        // The next epoch would show what the steps of this one have done; after the last epoch there is none.
        if (isDone() && divergence.isSpoilt()) {
          divergence.rollBackLastEpoch(learningRate);
        }
      }
    } finally {
      workers = new Workers(1, parts);
    }
  }

  /** Trains until the end. */
  public void train() throws InterruptedException {
    train(hyperparameters.stopping().epochs());
  }

  /** Whether training has come to its end. */
  public boolean isDone() {
    return ended || state.history().size() >= lastEpoch || hasStopped();
  }

  private boolean hasStopped() {
    int patience = hyperparameters.stopping().patience();
    return patience > 0 && state.stopping.isExhausted(patience);
  }

  /** An epoch, from the same weights again with a smaller learning rate if it diverges. */
  private void goodEpoch() throws InterruptedException {
    divergence.remember();
    long start = System.nanoTime();
    double loss;
    double validationLoss;
    try {
      for (loss = epoch(); !isCut() && divergence.isIn(loss); loss = epoch()) {
        divergence.rollBack(learningRate);
      }
      validationLoss = validation == null || isCut() ? Double.NaN
          : validation.compute(validationOrder, validationOrder.length, workers);
    } catch (InterruptedException e) {
      divergence.restore();
      throw e;
    }
    if (isCut()) {
      divergence.restore();
      state.history().setEnd(History.End.ENDED_BY_USER);
      return;
    }
    boolean best = validation == null || state.observeValidation(validationLoss);
    state.history().add(
        new History.Epoch(loss, validationLoss, learningRate, (System.nanoTime() - start) / 1e9), best);
    observe(validation == null ? loss : validationLoss);
    listener.epoch(state.history(), lastEpoch);
  }

  /** Whether training has been ended within an epoch; the first one is always completed. */
  private boolean isCut() {
    return ended && state.history().size() > 0;
  }

  /** Takes note of the loss that counts. */
  private void observe(double loss) {
    double tolerance = hyperparameters.stopping().tolerance();
    state.stopping.observe(loss, tolerance);
    state.plateau.observe(loss, tolerance);
    if (state.plateau.isExhausted(hyperparameters.learningRate().plateauEpochs())) {
      state.plateaus++;
      state.plateau.restart();
    }
    state.history().setEnd(end());
  }

  private History.End end() {
    if (ended) {
      return History.End.ENDED_BY_USER;
    }
    if (!hasStopped()) {
      return History.End.EPOCHS;
    }
    return validation == null ? History.End.CONVERGED : History.End.STOPPED_EARLY;
  }

  /** One pass over the training data, the last mini-batch being what is left; returns the mean loss an instance. */
  private double epoch() throws InterruptedException {
    int epoch = state.history().size();
    learningRate = hyperparameters.learningRate().initial() * state.learningRateFactor
        * hyperparameters.learningRate().factor(epoch, lastEpoch, state.plateaus);
    shuffle(epoch);
    double loss = 0;
    double weight = 0;
    for (int from = 0; from < order.length && !isCut(); from += batchSize) {
      examples.fill(batch, order, from, Math.min(from + batchSize, order.length));
      double batchLoss = step.take(batch, learningRate, workers);
      Workers.checkInterrupt();
      loss += batchLoss;
      weight += batch.totalWeight();
      if (epoch == 0 && from == 0) {
        divergence.begin(batchLoss / weight);
      }
      double part = Math.min(1, (from + batchSize) / (double) order.length);
      ended |= !listener.shouldContinue(state.history(), part, lastEpoch);
    }
    return loss / weight;
  }

  /**
   * Fisher and Yates' shuffle of the instances' indices; the rows stay where they are. It depends on the seed and the
   * epoch's number alone, not on the epochs before.
   */
  private void shuffle(int epoch) {
    SplittableRandom random = new SplittableRandom(hyperparameters.seed() + EPOCH_SEEDS * (epoch + 1));
    for (int k = 0; k < order.length; k++) {
      int other = random.nextInt(k + 1);
      order[k] = order[other];
      order[other] = k;
    }
  }
}
