package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.network.Network;

/**
 * Notices training that diverges, and rolls it back with a smaller learning rate. The loss of an epoch is taken before
 * its steps, so that it tells whether the epoch before was good, and only of the first steps of its own. Therefore the
 * state before the epoch is remembered, and an earlier one from which an epoch went well; in the last resort training
 * starts again with the network that it began with.
 */
final class Divergence {

  /** A loss so many times that of a network that knows nothing has exploded. */
  private static final double EXPLODED = 3;
  /** What the learning rate is multiplied by. */
  private static final double REDUCTION = 0.1;
  /**
   * So many times the loss of a network that knows nothing, a first network has a loss of random weights; where it is
   * larger, inputs are too large to learn from.
   */
  private static final double HOPELESS = 100;
  /** How often with the same data, before training is given up. */
  private static final int MOST_REDUCTIONS = 5;

  private final TrainingState state;
  private final Epochs epochs;
  private final boolean dropsOut;
  /** The network that training began with, and after how many epochs. */
  private final Network first;
  private final int firstEpoch;
  /** The state before the epoch, and one that is known to be sound. */
  private Snapshot before;
  private Snapshot sound;
  private boolean wentWell;

  /** Watches a training. */
  Divergence(TrainingState state, Epochs epochs, Hyperparameters hyperparameters) {
    this.state = state;
    this.epochs = epochs;
    dropsOut = hyperparameters.regularization().dropout() > 0 || hyperparameters.regularization().inputDropout() > 0;
    first = state.network().copy();
    firstEpoch = state.history().size();
    before = new Snapshot(state.network(), hyperparameters.optimizer());
    sound = new Snapshot(state.network(), hyperparameters.optimizer());
    sound.save(state);
    // Training may be resumed with data whose losses are larger than those of the data that it began with.
    begin(epochs.lossOfZeros());
  }

  /** Takes note of a loss by the network that training began with. */
  void begin(double loss) {
    state.initialLoss = Math.max(state.initialLoss, loss);
  }

  /** Remembers the state before an epoch. */
  void remember() {
    if (wentWell) {
      Snapshot oldest = sound;
      sound = before;
      before = oldest;
    }
    before.save(state);
  }

  /** Whether an epoch with this loss began with a spoilt network, or has spoilt it. */
  boolean isIn(double loss) throws InterruptedException {
    // What dropout leaves of few inputs or units may err by far, with a network that is as good as before.
    boolean exploded = !(loss <= EXPLODED * state.initialLoss) && (!dropsOut || isSpoilt());
    wentWell = loss <= state.initialLoss;
    return exploded || !state.network().isFinite();
  }

  /** Whether the network has become worse than one that knows nothing, by a sample of the training data. */
  boolean isSpoilt() throws InterruptedException {
    Epochs.Sample sample = epochs.sample();
    return !(sample.network() <= EXPLODED * Math.max(state.initialLoss, sample.zeros()));
  }

  /** Back to the state before the epoch. */
  void restore() {
    restore(before);
  }

  private void restore(Snapshot snapshot) {
    snapshot.restore(state);
    epochs.restart();
  }

  /**
   * Back to the state before the epoch, or to the latest one that is sound, with a smaller learning rate.
   *
   * @param learningRate that was too large
   * @throws DivergedException if that has been tried too often, or the first network is hopeless
   */
  void rollBack(double learningRate) throws InterruptedException {
    int epoch = before.epochs() + 1;
    restore(before);
    if (!isSound()) {
      restore(sound);
    }
    if (!isSound()) {
      restoreFirst();
    }
    before.save(state);
    wentWell = false;
    if (state.reductions == MOST_REDUCTIONS) {
      throw new DivergedException(epoch, learningRate);
    }
    state.reductions++;
    state.history().addLearningRateReduction();
    state.learningRateFactor *= REDUCTION;
  }

  /** Whether an epoch of tiny steps from here would not be taken for one that has diverged. */
  private boolean isSound() throws InterruptedException {
    return epochs.trainingLoss() <= EXPLODED * state.initialLoss && state.network().isFinite();
  }

  private void restoreFirst() throws InterruptedException {
    state.network().set(first);
    state.optimizer().clear();
    state.removeEpochsAfter(firstEpoch);
    epochs.restart();
    // Its loss may be larger than that of the first mini-batch, which is no fault of the learning rate.
    double loss = epochs.trainingLoss();
    double times = loss / epochs.lossOfZeros();
    if (!(times <= HOPELESS)) {
      throw new DivergedException(times);
    }
    begin(loss);
    sound.save(state);
  }
}
