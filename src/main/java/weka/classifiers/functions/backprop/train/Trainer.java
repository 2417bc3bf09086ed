package weka.classifiers.functions.backprop.train;

import java.util.SplittableRandom;
import weka.classifiers.functions.backprop.network.Backpropagation;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;
import weka.classifiers.functions.backprop.network.Network;

/** Trains a network: epochs of mini-batches, each a forward and a backward pass and a step of the optimizer. */
public final class Trainer {

  private final Network network;
  private final Examples examples;
  private final TrainingSettings settings;
  private final int batchSize;
  private final Backpropagation backpropagation;
  private final OptimizerState state;
  private final MiniBatch batch;
  private final int[] order;
  private final History history = new History();

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
    backpropagation = new Backpropagation(network, batchSize);
    state = new OptimizerState(network.layers(), settings);
    batch = new MiniBatch(batchSize);
    order = new int[all];
  }

  /**
   * Trains all epochs.
   *
   * @return what happened
   * @throws InterruptedException if the thread was interrupted; the network is then half trained
   */
  public History train() throws InterruptedException {
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      history.add(epoch(epoch));
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
    double loss = backpropagation.run(batch, settings.averaging().scale(batch.totalWeight()));
    state.step(network.layers(), backpropagation.gradients());
    return loss;
  }

  /** Fisher and Yates' shuffle. It depends on the seed and the epoch's number alone, not on the epochs before. */
  private void shuffle(int epoch) {
    SplittableRandom random = new SplittableRandom(settings.seed() + 0x9E3779B97F4A7C15L * (epoch + 1));
    for (int k = 0; k < order.length; k++) {
      int other = random.nextInt(k + 1);
      order[k] = order[other];
      order[other] = k;
    }
  }
}
