package weka.classifiers.functions.backprop.train;

import java.io.Serializable;
import weka.classifiers.functions.backprop.kernel.Kernels;
import weka.classifiers.functions.backprop.network.Network;

/**
 * The state of a training after some epochs. With it and the training data, training can be resumed exactly where it
 * stopped.
 */
public final class TrainingState implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Network network;
  private final OptimizerState optimizer;
  private final History history = new History(Kernels.description());
  /** Counts epochs to the end of training and to the next plateau. */
  final Patience stopping = new Patience();
  final Patience plateau = new Patience();
  /** How often the loss has stopped improving. */
  int plateaus;
  /** What divergence has reduced the learning rate to. */
  double learningRateFactor = 1;
  /** A loss that training begins with; one that is many times as large has exploded. */
  double initialLoss;
  /** The network of the least validation loss; null if there is no validation. */
  private Network best;
  private double bestLoss = Double.POSITIVE_INFINITY;

  /**
   * The state before the first epoch.
   *
   * @param network modified by training
   */
  public TrainingState(Network network, Optimizer optimizer) {
    this.network = network;
    this.optimizer = new OptimizerState(network.layers(), optimizer);
  }

  /** The network after the last epoch. */
  public Network network() {
    return network;
  }

  /** The network of the best epoch: that of the least validation loss, or else the last one. */
  public Network best() {
    return best == null ? network : best;
  }

  /** The epochs so far. */
  public History history() {
    return history;
  }

  OptimizerState optimizer() {
    return optimizer;
  }

  /** Takes note of a validation loss after an epoch; returns whether it is the best so far. */
  boolean observeValidation(double loss) {
    // The first one is best even if it is infinite, as weights of 1e300 may make it.
    if (best != null && !(loss < bestLoss)) {
      return false;
    }
    bestLoss = Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    if (best == null) {
      best = network.copy();
    } else {
      best.set(network);
    }
    return true;
  }

  /**
   * Forgets the last epoch, which has turned out to have spoilt the network; if it was the best one, the one before is
   * that now. The network is as after that one already.
   */
  void removeLastEpoch() {
    boolean wasBest = best != null && history.bestEpoch() == history.size();
    history.removeLast();
    if (wasBest) {
      best = null;
      bestLoss = Double.POSITIVE_INFINITY;
      if (history.size() > 0) {
        observeValidation(history.last().validationLoss());
      }
    }
  }
}
