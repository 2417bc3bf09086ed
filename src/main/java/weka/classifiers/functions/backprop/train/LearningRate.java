package weka.classifiers.functions.backprop.train;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.io.Serializable;

/**
 * The step size α, and how it changes from epoch to epoch.
 *
 * @param initial α of the first epoch, greater than 0
 * @param schedule what it is multiplied by in later epochs
 * @param decay γ of the schedule, between 0 and 1
 * @param decayEpochs d of the schedule, 1 or more
 */
public record LearningRate(double initial, Schedule schedule, double decay, int decayEpochs) implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * Checks the values, those too that the schedule doesn't use.
   *
   * @throws InvalidSettingException if one is outside its interval
   */
  public LearningRate {
    // The engine computes with floats, in which a tiny rate would be 0 and a huge one infinite.
    require((float) initial > 0 && initial <= Float.MAX_VALUE, "learningRate", initial,
        "a number greater than 0 that a float can hold (1e-45 to 3e38)");
    require(decay > 0 && decay < 1, "decay", decay, "a number between 0 and 1");
    require(decayEpochs >= 1, "decayEpochs", decayEpochs, "a whole number of 1 or more");
  }

  /** The same α in every epoch. */
  public static LearningRate constant(double rate) {
    return new LearningRate(rate, Schedule.CONSTANT, 0.5, 1);
  }

  /**
   * What {@link #initial} is multiplied by.
   *
   * @param epoch counted from 0
   * @param epochs most that will run in all
   * @param plateaus how often the loss has stopped improving for {@link #plateauEpochs}
   */
  double factor(int epoch, int epochs, int plateaus) {
    return schedule.factor(this, epoch, epochs, plateaus);
  }

  /** Epochs without improvement that are a plateau. */
  int plateauEpochs() {
    return schedule == Schedule.PLATEAU ? decayEpochs : Integer.MAX_VALUE;
  }
}
