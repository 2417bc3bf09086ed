package weka.classifiers.functions.backprop.stream;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.InvalidSettingException;

/**
 * How a stream is learnt.
 *
 * @param hyperparameters of the training steps, with a mini-batch of 1 or more and the sum as averaging
 * @param warmUp instances after which the statistics freeze, 1 or more
 * @param replayBuffer instances that are kept to be replayed, 0 or more
 * @param replays instances that are replayed for each new one, 0 or more
 */
public record StreamSettings(Hyperparameters hyperparameters, int warmUp, int replayBuffer, int replays) {

  /**
   * Checks the values.
   *
   * @throws InvalidSettingException if one is outside its interval
   */
  public StreamSettings {
    require(hyperparameters.miniBatchSize() >= 1, "miniBatchSize", hyperparameters.miniBatchSize(),
        "a whole number of 1 or more");
    require(warmUp >= 1, "warmUp", warmUp, "a whole number of 1 or more");
    require(replayBuffer >= 0, "replayBuffer", replayBuffer, "a whole number of 0 or more");
    require(replays >= 0, "replays", replays, "a whole number of 0 or more");
  }

  /** Whether anything is replayed. */
  boolean replaysAny() {
    return replays > 0 && replayBuffer > 0;
  }
}
