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
  /** How often the data's training has diverged, and what that has reduced the learning rate to. */
  int reductions;
  double learningRateFactor = 1;
  /** A loss that training begins with; one that is many times as large has exploded. */
  double initialLoss;
  /** A hash of the data that all of this was measured on. */
  long data;
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
   * Forgets the epochs after the first so many, which have turned out to have spoilt the network; if the best one was
   * among them, the last of the others is that now. The network is as after that one already.
   */
  void removeEpochsAfter(int epochs) {
    if (history.size() <= epochs) {
      return;
    }
    boolean bestIsLost = best != null && history.bestEpoch() > epochs;
    history.removeAfter(epochs);
    if (bestIsLost) {
      best = null;
      bestLoss = Double.POSITIVE_INFINITY;
      if (epochs > 0) {
        observeValidation(history.last().validationLoss());
      }
    }
  }

  /**
   * Forgets what it knows of the data of its epochs so far, since training is resumed with others; losses by the
   * network that there is are to be measured before it is trained.
   */
  void forgetData() {
    stopping.restart(Double.POSITIVE_INFINITY);
    plateau.restart(Double.POSITIVE_INFINITY);
    plateaus = 0;
    learningRateFactor = 1;
    reductions = 0;
    initialLoss = 0;
  }

  /** Chooses the best network again, by losses on other data: the last one, or the one that was best. */
  void chooseBest(double lossOfLast, double lossOfBest) {
    if (best != null && lossOfBest < lossOfLast) {
      bestLoss = lossOfBest;
    } else {
      forgetBest();
      observeValidation(lossOfLast);
    }
  }

  /** The last network is the best one, since there is nothing to compare by. */
  void forgetBest() {
    best = null;
    bestLoss = Double.POSITIVE_INFINITY;
    history.setBestEpoch(history.size());
  }
}
