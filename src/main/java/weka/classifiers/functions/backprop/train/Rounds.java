package weka.classifiers.functions.backprop.train;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

/**
 * How often, and how, the partitions' networks are averaged.
 *
 * @param perEpoch averages in an epoch, 1 or more
 * @param momentum β of the step from average to average (SlowMo: Wang et al., 2020), in [0, 1)
 * @param rateFactor what the partitions' learning rate is multiplied by, greater than 0: the noise of an average of P
 *        networks is smaller by √P
 */
public record Rounds(int perEpoch, double momentum, double rateFactor) {

  /** Partitions up to which averages need no momentum, and an epoch no second one. */
  private static final int FEW = 3;
  private static final int USUAL_ROUNDS = 4;
  private static final double USUAL_MOMENTUM = 0.5;
  /** Steps that a partition should take between averages, so that they differ by more than noise. */
  private static final int LEAST_STEPS = 50;

  /**
   * Checks the values.
   *
   * @throws InvalidSettingException if one is outside its interval
   */
  public Rounds {
    require(perEpoch >= 1, "rounds", perEpoch, "a whole number of 1 or more");
    require(momentum >= 0 && momentum < 1, "momentum", momentum, "a number from 0 up to, but not including, 1");
    require(rateFactor > 0 && rateFactor <= Float.MAX_VALUE, "rateFactor", rateFactor, "a number greater than 0");
  }

  /**
   * What suits most trainings.
   *
   * @param partitions that hold data
   * @param steps that a partition takes in an epoch
   */
  public static Rounds suiting(int partitions, int steps) {
    boolean few = partitions <= FEW;
    int perEpoch = few ? 1 : Math.max(1, Math.min(USUAL_ROUNDS, steps / LEAST_STEPS));
    return new Rounds(perEpoch, few ? 0 : USUAL_MOMENTUM, Math.sqrt(partitions));
  }
}
