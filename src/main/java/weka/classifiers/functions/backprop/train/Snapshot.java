package weka.classifiers.functions.backprop.train;

import java.io.Serializable;
import weka.classifiers.functions.backprop.network.Network;

/** A network and its optimizer's state after some epochs or steps. */
final class Snapshot implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Network network;
  private final OptimizerState optimizerState;
  private int epochs;

  /** Room for the states of a network, which is not modified. */
  Snapshot(Network network, Optimizer optimizer) {
    this.network = network.copy();
    optimizerState = new OptimizerState(network.layers(), optimizer);
  }

  /** Remembers a state; not modified. */
  void save(TrainingState state) {
    network.set(state.network());
    optimizerState.set(state.optimizer());
    epochs = state.history().size();
  }

  /** Sets a state to what was remembered. */
  void restore(TrainingState state) {
    state.network().set(network);
    state.optimizer().set(optimizerState);
    state.removeEpochsAfter(epochs);
  }

  /** Number of epochs before it. */
  int epochs() {
    return epochs;
  }
}
