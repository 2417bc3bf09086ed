package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.kernel.Kernel;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Network;

/** Notices training that diverges, and takes it back to where the last epoch ended, with a smaller learning rate. */
final class Divergence {

  /** A loss so many times that of a network that knows nothing has exploded. */
  private static final double EXPLODED = 3;
  /** What the learning rate is multiplied by. */
  private static final double REDUCTION = 0.1;
  /** How often in a training, before it is given up. */
  private static final int MOST_REDUCTIONS = 5;

  private final TrainingState state;
  private final Examples examples;
  private final Network goodNetwork;
  private final OptimizerState goodOptimizer;

  Divergence(TrainingState state, Examples examples, Optimizer optimizer) {
    this.state = state;
    this.examples = examples;
    goodNetwork = state.network().copy();
    goodOptimizer = new OptimizerState(state.network().layers(), optimizer);
    // Training may go on with data whose losses are larger than those of the data that it began with.
    state.initialLoss = Math.max(state.initialLoss, lossOfZeros());
  }

  /** Takes note of the loss of the first mini-batch, before any step. */
  void begin(double loss) {
    state.initialLoss = Math.max(state.initialLoss, loss);
  }

  /** Mean loss of a network whose weighted sums are all 0. */
  private double lossOfZeros() {
    int outputs = state.network().outputLayer().units();
    float[] zeros = new float[Kernel.padded(outputs)];
    float[] delta = new float[zeros.length];
    double loss = 0;
    double weight = 0;
    for (int i = 0; i < examples.size(); i++) {
      loss += examples.weight(i) * state.network().loss().delta(zeros, examples.target(i), outputs, delta);
      weight += examples.weight(i);
    }
    return loss / weight;
  }

  /** Remembers the state before an epoch. */
  void remember() {
    goodNetwork.set(state.network());
    goodOptimizer.set(state.optimizer());
  }

  /** Whether an epoch with this loss has spoilt the network. */
  boolean isIn(double loss) {
    return !(loss <= EXPLODED * state.initialLoss) || !state.network().isFinite();
  }

  /** Back to the state before the epoch. */
  void undo() {
    state.network().set(goodNetwork);
    state.optimizer().set(goodOptimizer);
  }

  /**
   * Back to the state before the epoch, with a smaller learning rate.
   *
   * @param learningRate that was too large
   * @throws DivergedException if that has been tried too often
   */
  void goBack(double learningRate) {
    undo();
    if (state.history().learningRateReductions() == MOST_REDUCTIONS) {
      throw new DivergedException(state.history().size() + 1, learningRate);
    }
    state.history().addLearningRateReduction();
    state.learningRateFactor *= REDUCTION;
  }
}
