package weka.classifiers.functions.backprop.explain;

import java.util.List;

/**
 * The loss of training steps whose learning rate grows from one to the next.
 *
 * @param points in the order of the steps
 */
public record LearningRateCurve(List<Point> points) {

  /** Steps at either side by which a slope is estimated, so that one mini-batch alone doesn't decide. */
  private static final int SIDE = 3;

  /**
   * A step.
   *
   * @param loss of the mini-batch before the step
   * @param smoothed mean of the losses so far, the latest counting most
   */
  public record Point(double rate, double loss, double smoothed) {
  }

  /**
   * The learning rate at which the smoothed loss falls most steeply over the logarithm of the rate: the middle of the
   * steps from {@value #SIDE} before to {@value #SIDE} after. NaN if there are too few steps, or the loss never falls.
   */
  public double steepest() {
    double steepest = 0;
    double rate = Double.NaN;
    for (int k = SIDE; k < points.size() - SIDE; k++) {
      Point before = points.get(k - SIDE);
      Point after = points.get(k + SIDE);
      double slope = (after.smoothed - before.smoothed) / Math.log(after.rate / before.rate);
      if (slope < steepest) {
        steepest = slope;
        rate = points.get(k).rate;
      }
    }
    return rate;
  }
}
