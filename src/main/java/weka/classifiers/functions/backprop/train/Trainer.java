package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Network;

/**
 * Trains a network epoch by epoch: learning rate, divergence, held-out losses, and when to end. The epochs themselves
 * are those of this machine or of a cluster.
 */
public final class Trainer {

  /**
   * Updates without improvement after which a network that is no better than one that knows no inputs isn't trained
   * any further, as many as 500 epochs of 640 instances in mini-batches of 32.
   */
  private static final long HOPELESS_UPDATES = 10_000;

  private final TrainingState state;
  private final Epochs epochs;
  private final Hyperparameters hyperparameters;
  private final TrainingListener listener;
  private final int lastEpoch;
  /** A hash of the data, and whether training is resumed with others than those of the epochs before. */
  private final long data;
  private final boolean isNewData;
  private final Divergence divergence;
  private double learningRate;
  private boolean hasMeasured;
  private boolean ended;

  /**
   * A trainer on this machine that continues from a state.
   *
   * @param state modified by training
   * @param examples at least one; not modified
   * @param validation examples by whose loss the best epoch is found; not modified; null: there are none
   * @param hyperparameters the most epochs of which are those to come
   * @param listener that training is reported to
   */
  public Trainer(TrainingState state, Examples examples, Examples validation, Hyperparameters hyperparameters,
      TrainingListener listener) {
    this(state, new LocalEpochs(state, examples, validation, hyperparameters), hyperparameters, listener);
  }

  /**
   * A trainer on a cluster that continues from a state.
   *
   * @param state modified by training
   * @param cluster that holds at least one example to train on
   * @param rounds how the partitions' networks are averaged
   * @param hyperparameters the most epochs of which are those to come
   * @param listener that training is reported to
   * @throws InterruptedException if the thread was interrupted
   */
  public static Trainer onCluster(TrainingState state, Cluster cluster, Rounds rounds, Hyperparameters hyperparameters,
      TrainingListener listener) throws InterruptedException {
    return new Trainer(state, new ClusterEpochs(state, cluster, rounds, hyperparameters), hyperparameters, listener);
  }

  private Trainer(TrainingState state, Epochs epochs, Hyperparameters hyperparameters, TrainingListener listener) {
    this.state = state;
    this.epochs = epochs;
    this.hyperparameters = hyperparameters;
    this.listener = listener;
    lastEpoch = state.history().size() + hyperparameters.stopping().epochs();
    data = epochs.fingerprint();
    isNewData = state.history().size() > 0 && state.data != data;
    if (isNewData) {
      state.forgetData();
    } else if (hasStopped()) {
      // A training that has stopped early is resumed to try once more.
      state.stopping.restart();
    }
    divergence = new Divergence(state, epochs, hyperparameters);
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
    epochs.open();
    try {
      measure();
      int target = (int) Math.min(Integer.MAX_VALUE, (long) state.history().size() + most);
      while (state.history().size() < target && !isDone()) {
        goodEpoch();
        // The next epoch would show what the steps of this one have done; after the last epoch there is none.
        if (isDone() && divergence.isSpoilt()) {
          divergence.rollBack(learningRate);
        }
      }
    } finally {
      epochs.close();
    }
  }

  /** Trains until the end. */
  public void train() throws InterruptedException {
    train(hyperparameters.stopping().epochs());
  }

  /** Measures what depends on the data, before the first epoch. */
  private void measure() throws InterruptedException {
    if (hasMeasured) {
      return;
    }
    state.history().setPriorLoss(epochs.priorLoss());
    if (isNewData) {
      divergence.begin(epochs.trainingLoss());
      measureBest();
    }
    state.data = data;
    hasMeasured = true;
  }

  /** Chooses between the network as it is and the best one so far, by the examples that are held out now. */
  private void measureBest() throws InterruptedException {
    if (!epochs.validates()) {
      state.forgetBest();
      return;
    }
    double loss = epochs.validationLoss();
    double lossOfBest = validationLossOf(state.best());
    state.chooseBest(loss, lossOfBest);
    state.stopping.restart(Math.min(loss, lossOfBest));
  }

  private double validationLossOf(Network other) throws InterruptedException {
    Network network = state.network();
    Network copy = network.copy();
    network.set(other);
    epochs.restart();
    try {
      return epochs.validationLoss();
    } finally {
      network.set(copy);
      epochs.restart();
    }
  }

  /** Whether training has ended. */
  public boolean isDone() {
    return ended || state.history().size() >= lastEpoch || hasStopped();
  }

  /** Whether the loss has stopped improving: not before the network is better than one that knows no inputs. */
  private boolean hasStopped() {
    Stopping stopping = hyperparameters.stopping();
    return stopping.patience() > 0 && state.stopping.epochs() >= stopping.patience()
        && state.stopping.updates() >= (isBetterThanPrior() ? stopping.updates() : HOPELESS_UPDATES);
  }

  private boolean isBetterThanPrior() {
    return !(state.stopping.least() >= state.history().priorLoss());
  }

  /** An epoch, from the same weights again with a smaller learning rate if it diverges. */
  private void goodEpoch() throws InterruptedException {
    divergence.remember();
    long steps = state.optimizer().steps();
    long start = System.nanoTime();
    double loss;
    double validationLoss;
    try {
      for (loss = epoch(); !isCut() && divergence.isIn(loss); loss = epoch()) {
        divergence.rollBack(learningRate);
      }
      validationLoss = !epochs.validates() || isCut() ? Double.NaN : epochs.validationLoss();
    } catch (InterruptedException e) {
      divergence.restore();
      throw e;
    }
    if (isCut()) {
      divergence.restore();
      state.history().setEnd(History.End.ENDED_BY_USER, state.stopping.epochs());
      return;
    }
    boolean best = !epochs.validates() || state.observeValidation(validationLoss);
    state.history().add(
        new History.Epoch(loss, validationLoss, epochs.validates() ? epochs.validationScore() : Double.NaN,
            learningRate, (System.nanoTime() - start) / 1e9), best);
    observe(epochs.validates() ? validationLoss : loss, state.optimizer().steps() - steps);
    listener.epoch(state.history(), lastEpoch);
  }

  /** Whether training has been ended within an epoch; the first one is always completed. */
  private boolean isCut() {
    return ended && state.history().size() > 0;
  }

  /** Takes note of the loss that counts. */
  private void observe(double loss, long updates) {
    double tolerance = hyperparameters.stopping().tolerance();
    state.stopping.observe(loss, tolerance, updates);
    state.plateau.observe(loss, tolerance, updates);
    if (state.plateau.epochs() >= hyperparameters.learningRate().plateauEpochs()) {
      state.plateaus++;
      state.plateau.restart();
    }
    state.history().setEnd(end(), state.stopping.epochs());
  }

  private History.End end() {
    if (ended) {
      return History.End.ENDED_BY_USER;
    }
    if (!isBetterThanPrior()) {
      return History.End.NO_BETTER_THAN_PRIOR;
    }
    if (!hasStopped()) {
      return History.End.EPOCHS;
    }
    return epochs.validates() ? History.End.STOPPED_EARLY : History.End.CONVERGED;
  }

  /** One pass over the training data; returns the mean loss an instance. */
  private double epoch() throws InterruptedException {
    int epoch = state.history().size();
    learningRate = hyperparameters.learningRate().initial() * state.learningRateFactor
        * hyperparameters.learningRate().factor(epoch, lastEpoch, state.plateaus);
    Epochs.Losses losses = epochs.train(epoch, learningRate, part -> {
      ended |= !listener.shouldContinue(state.history(), part, lastEpoch);
      return !isCut();
    });
    if (epoch == 0) {
      divergence.begin(losses.first());
    }
    return losses.mean();
  }
}
