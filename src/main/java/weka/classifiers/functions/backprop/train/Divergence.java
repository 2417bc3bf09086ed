package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.kernel.Kernel;
import weka.classifiers.functions.backprop.network.Examples;
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
  /** Instances by which a network is judged. */
  private static final int SAMPLE = MeanLoss.BLOCK;

  private final TrainingState state;
  private final boolean dropsOut;
  private final Examples examples;
  private final int[] order;
  private final MeanLoss meanLoss;
  private Snapshot last;
  private Snapshot beforeLast;
  /** How many of the two hold a state. */
  private int remembered;

  /**
   * Watches a training.
   *
   * @param order of the instances in an epoch, at random
   */
  Divergence(TrainingState state, Examples examples, Hyperparameters hyperparameters, int[] order) {
    this.state = state;
    dropsOut = hyperparameters.regularization().dropout() > 0 || hyperparameters.regularization().inputDropout() > 0;
    this.examples = examples;
    this.order = order;
    meanLoss = new MeanLoss(state.network(), examples, 1);
    last = new Snapshot(state.network(), hyperparameters.optimizer());
    beforeLast = new Snapshot(state.network(), hyperparameters.optimizer());
    // Training may go on with data whose losses are larger than those of the data that it began with.
    state.initialLoss = Math.max(state.initialLoss, lossOfZeros(null, examples.size()));
  }

  /** Takes note of the loss of the first mini-batch, before any step. */
  void begin(double loss) {
    state.initialLoss = Math.max(state.initialLoss, loss);
  }

  /** Mean loss of a network whose weighted sums are all 0, over the first instances in an order; null: in theirs. */
  private double lossOfZeros(int[] order, int instances) {
    int outputs = state.network().outputLayer().units();
    float[] zeros = new float[Kernel.padded(outputs)];
    float[] delta = new float[zeros.length];
    double loss = 0;
    double weight = 0;
    for (int k = 0; k < instances; k++) {
      int i = order == null ? k : order[k];
      loss += examples.weight(i) * state.network().loss().delta(zeros, examples.target(i), outputs, delta);
      weight += examples.weight(i);
    }
    return loss / weight;
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
  boolean isIn(double loss) {
    // What dropout leaves of few inputs or units may err by far, with a network that is as good as before.
    boolean exploded = !(loss <= EXPLODED * state.initialLoss) && (!dropsOut || isSpoilt());
    return exploded || !state.network().isFinite();
  }

  /** Whether the network has become worse than one that knows nothing, by a sample of the training data. */
  boolean isSpoilt() {
    int instances = Math.min(SAMPLE, order.length);
    double loss = meanLoss.compute(order, instances);
    return !(loss <= EXPLODED * Math.max(state.initialLoss, lossOfZeros(order, instances)));
  }

  /** Back to the state before the epoch. */
  void restore() {
    last.restore(state);
  }

  /**
   * Back to the state before the epoch, or if that was spoilt already to the one before the epoch before, with a
   * smaller learning rate.
   *
   * @param learningRate that was too large
   * @throws DivergedException if that has been tried too often
   */
  void rollBack(double learningRate) {
    int epoch = state.history().size() + 1;
    restore();
    if (isSpoilt() && remembered == 2) {
      beforeLast.restore(state);
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
