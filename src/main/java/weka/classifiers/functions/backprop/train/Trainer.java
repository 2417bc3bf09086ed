package weka.classifiers.functions.backprop.train;

import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import weka.classifiers.functions.backprop.kernel.Kernels;
import weka.classifiers.functions.backprop.network.Backpropagation;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;
import weka.classifiers.functions.backprop.network.Network;

/**
 * Trains a network: epochs of mini-batches, each a forward and a backward pass and a step of the optimizer. Closing it
 * ends its threads.
 */
public final class Trainer implements AutoCloseable {

  /**
   * Multiply-adds in a training step from which threads are worth while: below, about 30 microseconds of work, handing
   * it over costs more than it saves.
   */
  private static final double WORTH_THREADS = 1e6;

  /** Parts of a step for each thread: more than one, so that the others take over from one that falls behind. */
  private static final int PARTS = 4;

  /** Distance of the epochs' seeds: not SplittableRandom's own step, by which streams would overlap. */
  private static final long EPOCH_SEEDS = 0xD1342543DE82EF95L;

  private final Network network;
  private final Examples examples;
  private final TrainingSettings settings;
  private final int batchSize;
  private final Backpropagation backpropagation;
  private final OptimizerState optimizer;
  private final Workers workers;
  private final MiniBatch batch;
  private final int[] order;
  private final History history = new History(Kernels.description());

  // The parts of a step, and what they work on: fields, so that a step allocates no lambdas.
  private final IntConsumer transpose;
  private final IntConsumer passes;
  private final IntConsumer update;
  private MiniBatch current;
  private double divisor;

  /**
   * A trainer that has done nothing yet.
   *
   * @param network modified by training
   * @param examples at least one; not modified
   */
  public Trainer(Network network, Examples examples, TrainingSettings settings) {
    this.network = network;
    this.examples = examples;
    this.settings = settings;
    int all = examples.size();
    batchSize = settings.miniBatchSize() == 0 ? all : Math.min(all, settings.miniBatchSize());
    batch = new MiniBatch(batchSize);
    order = new int[all];
    int threads = 3.0 * batchSize * network.parameters() < WORTH_THREADS ? 1 : settings.threads();
    int parts = threads == 1 ? 1 : PARTS * threads;
    backpropagation = new Backpropagation(network, batchSize, parts);
    optimizer = new OptimizerState(network.layers(), backpropagation.gradients(), settings);
    transpose = backpropagation::transpose;
    passes = part -> backpropagation.passes(current, divisor, part);
    update = part -> backpropagation.gradient(current, part, optimizer);
    // Last, since nobody would end the threads if anything above failed.
    workers = new Workers(threads, parts);
  }

  /**
   * Trains all epochs.
   *
   * @return what happened
   * @throws InterruptedException if the thread was interrupted; the network is then half trained
   * @throws DivergedException if the loss or a parameter is no longer finite
   */
  public History train() throws InterruptedException {
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      double loss = epoch(epoch);
      if (!Double.isFinite(loss) || !network.isFinite()) {
        throw new DivergedException(epoch);
      }
      history.add(loss);
    }
    return history;
  }

  /** One pass over the training data, the last mini-batch being what is left; returns the mean loss an instance. */
  private double epoch(int epoch) throws InterruptedException {
    shuffle(epoch);
    double loss = 0;
    double weight = 0;
    for (int from = 0; from < order.length; from += batchSize) {
      if (Thread.interrupted()) {
        throw new InterruptedException("Training was interrupted.");
      }
      examples.fill(batch, order, from, Math.min(from + batchSize, order.length));
      loss += step(batch);
      weight += batch.totalWeight();
    }
    return loss / weight;
  }

  /**
   * Trains one mini-batch.
   *
   * @param batch no larger than the settings' mini-batches; not modified
   * @return Σ w E over the mini-batch before the step
   */
  public double step(MiniBatch batch) {
    current = batch;
    divisor = settings.averaging().divisor(batch.totalWeight());
    optimizer.nextStep();
    workers.run(transpose);
    workers.run(passes);
    workers.run(update);
    return backpropagation.loss(batch);
  }

  /**
   * Fisher and Yates' shuffle of the instances' indices; the rows stay where they are. It depends on the seed and the
   * epoch's number alone, not on the epochs before.
   */
  private void shuffle(int epoch) {
    SplittableRandom random = new SplittableRandom(settings.seed() + EPOCH_SEEDS * (epoch + 1));
    for (int k = 0; k < order.length; k++) {
      int other = random.nextInt(k + 1);
      order[k] = order[other];
      order[other] = k;
    }
  }

  @Override
  public void close() {
    workers.close();
  }
}
