package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.network.Network;

/**
 * Notices training that diverges, and takes it back with a smaller learning rate. The loss of an epoch is taken before
 * its steps, so that it tells whether the epoch before was good, and only of the first steps of its own: therefore the
 * states before the last two epochs are remembered.
 */
final class Divergence {

  /** A loss so many times that of a network that knows nothing has exploded. */
  private static final double EXPLODED = 3;
  /** What the learning rate is multiplied by. */
  private static final double REDUCTION = 0.1;
  /** How often in a training, before it is given up. */
  private static final int MOST_REDUCTIONS = 5;

  private final TrainingState state;
  private final Epochs epochs;
  private final boolean dropsOut;
  private Snapshot last;
  private Snapshot beforeLast;
  /** How many of the two hold a state. */
  private int remembered;

  /** Watches a training. */
  Divergence(TrainingState state, Epochs epochs, Hyperparameters hyperparameters) {
    this.state = state;
    this.epochs = epochs;
    dropsOut = hyperparameters.regularization().dropout() > 0 || hyperparameters.regularization().inputDropout() > 0;
    last = new Snapshot(state.network(), hyperparameters.optimizer());
    beforeLast = new Snapshot(state.network(), hyperparameters.optimizer());
    // Training may go on with data whose losses are larger than those of the data that it began with.
    state.initialLoss = Math.max(state.initialLoss, epochs.lossOfZeros());
  }

  /** Takes note of the loss of the first mini-batch, before any step. */
  void begin(double loss) {
    state.initialLoss = Math.max(state.initialLoss, loss);
  }

  /** Remembers the state before an epoch. */
  void remember() {
    Snapshot oldest = beforeLast;
    beforeLast = last;
    last = oldest;
    last.save(state);
    remembered = Math.min(2, remembered + 1);
  }

  /** Whether an epoch with this loss began with a spoilt network, or has spoilt it. */
  boolean isIn(double loss) throws InterruptedException {
    // What dropout leaves of few inputs or units may err by far, with a network that is as good as before.
    boolean exploded = !(loss <= EXPLODED * state.initialLoss) && (!dropsOut || isSpoilt());
    return exploded || !state.network().isFinite();
  }

  /** Whether the network has become worse than one that knows nothing, by a sample of the training data. */
  boolean isSpoilt() throws InterruptedException {
    Epochs.Sample sample = epochs.sample();
    return !(sample.network() <= EXPLODED * Math.max(state.initialLoss, sample.zeros()));
  }

  /** Back to the state before the epoch. */
  void restore() {
    restore(last);
  }

  private void restore(Snapshot snapshot) {
    snapshot.restore(state);
    epochs.restart();
  }

  /**
   * Back to the state before the epoch, or if that was spoilt already to the one before the epoch before, with a
   * smaller learning rate.
   *
   * @param learningRate that was too large
   * @throws DivergedException if that has been tried too often
   */
  void rollBack(double learningRate) throws InterruptedException {
    int epoch = state.history().size() + 1;
    restore();
    if (isSpoilt() && remembered == 2) {
      restore(beforeLast);
      last.save(state);
      remembered = 1;
      state.removeLastEpoch();
    }
    reduce(learningRate, epoch);
  }

  /**
   * Back to the state before an epoch that has ended, and is the last one, with a smaller learning rate.
   *
   * @param learningRate that was too large
   * @throws DivergedException if that has been tried too often
   */
  void rollBackLastEpoch(double learningRate) {
    int epoch = state.history().size();
    restore();
    remembered = 0;
    state.removeLastEpoch();
    reduce(learningRate, epoch);
  }

  private void reduce(double learningRate, int epoch) {
    if (state.history().learningRateReductions() == MOST_REDUCTIONS) {
      throw new DivergedException(epoch, learningRate);
    }
    state.history().addLearningRateReduction();
    state.learningRateFactor *= REDUCTION;
  }

  /** A network and its optimizer's state. */
  private static final class Snapshot {

    private final Network network;
    private final OptimizerState optimizerState;

    Snapshot(Network network, Optimizer optimizer) {
      this.network = network.copy();
      optimizerState = new OptimizerState(network.layers(), optimizer);
    }

    void save(TrainingState state) {
      network.set(state.network());
      optimizerState.set(state.optimizer());
    }

    void restore(TrainingState state) {
      state.network().set(network);
      state.optimizer().set(optimizerState);
    }
  }
}
