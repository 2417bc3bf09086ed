package weka.classifiers.functions.backprop.train;

import java.io.Serializable;
import weka.classifiers.functions.backprop.network.Network;

/**
 * An exponential moving average of a network's parameters, a ← a + c (p - a) at each step (after Polyak and Juditsky,
 * 1992). A constant learning rate leaves the parameters fluctuating about a good place; their mean predicts better, and
 * still follows where they move.
 */
final class MovingAverage implements Serializable {

  private static final long serialVersionUID = 1L;

  /** c in the long run: the mean is of the last 200 steps or so. */
  private static final double SHARE = 0.005;
  /** c of step t is HEAD_START / (t + HEAD_START) at first, so that the beginning is forgotten soon. */
  private static final double HEAD_START = 9;

  private final Network network;

  /** An average that is as the network, which is not modified. */
  MovingAverage(Network network) {
    this.network = network.copy();
  }

  /** The averaged network; further steps modify it. */
  Network network() {
    return network;
  }

  /** Forgets all parameters but those of a network; not modified. */
  void restart(Network other) {
    network.set(other);
  }

  /**
   * Adds the parameters after a step.
   *
   * @param other not modified
   * @param step its number, counted from 1
   */
  void add(Network other, long step) {
    float share = (float) Math.max(SHARE, HEAD_START / (step + HEAD_START));
    for (int l = 0; l < network.layers().size(); l++) {
      float[][] average = network.layers().get(l).parameters();
      float[][] parameters = other.layers().get(l).parameters();
      for (int i = 0; i < average.length; i++) {
        approach(average[i], parameters[i], share);
      }
    }
  }

  private static void approach(float[] average, float[] parameters, float share) {
    for (int j = 0; j < average.length; j++) {
      average[j] += share * (parameters[j] - average[j]);
    }
  }
}
