package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.Parameters;

/** Trains for tests. */
final class Training {

  private Training() {
  }

  /**
   * Trains all epochs.
   *
   * @param network modified
   */
  static History train(Network network, Examples examples, Settings settings) throws InterruptedException {
    TrainingState state = new TrainingState(network, settings.build().optimizer());
    new Trainer(state, examples, settings.build()).train();
    return state.history();
  }

  /** The parameters after all epochs. */
  static Parameters trained(Network network, Examples examples, Settings settings) throws InterruptedException {
    train(network, examples, settings);
    return Parameters.of(network.layers());
  }
}
