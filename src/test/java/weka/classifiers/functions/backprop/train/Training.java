package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.Parameters;

/** Trains for tests, without a listener. */
public final class Training {

  private Training() {
  }

  /**
   * Trains all epochs from a state on.
   *
   * @param state modified
   * @param validation null for none
   */
  public static void train(TrainingState state, Examples examples, Examples validation,
      Hyperparameters hyperparameters) throws InterruptedException {
    trainer(state, examples, validation, hyperparameters).train(Integer.MAX_VALUE);
  }

  /** A trainer; {@code validation} is null for none. */
  static Trainer trainer(TrainingState state, Examples examples, Examples validation,
      Hyperparameters hyperparameters) {
    return new Trainer(state, examples, validation, hyperparameters, TrainingListener.NONE);
  }

  /**
   * Trains all epochs.
   *
   * @param network modified
   */
  static History train(Network network, Examples examples, Settings settings) throws InterruptedException {
    TrainingState state = new TrainingState(network, settings.build().optimizer());
    train(state, examples, null, settings.build());
    return state.history();
  }

  /** The parameters after all epochs. */
  static Parameters trained(Network network, Examples examples, Settings settings) throws InterruptedException {
    train(network, examples, settings);
    return Parameters.of(network.layers());
  }
}
