package weka.classifiers.functions.backprop.train;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/** The course of a training: the mean loss an instance of each epoch, taken before each step of that epoch. */
public final class History implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String kernel;
  private double[] losses = new double[16];
  private int epochs;

  /** The history of a training that computes with the given kernel and has not begun. */
  History(String kernel) {
    this.kernel = kernel;
  }

  void add(double loss) {
    if (epochs == losses.length) {
      losses = Arrays.copyOf(losses, 2 * epochs);
    }
    losses[epochs++] = loss;
  }

  /** What the training computed with, for people. */
  public String kernel() {
    return kernel;
  }

  /** Number of epochs that ran. */
  public int epochs() {
    return epochs;
  }

  /** Mean loss of an instance in an epoch, counted from 0. */
  public double loss(int epoch) {
    return losses[Objects.checkIndex(epoch, epochs)];
  }
}
