package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;

/**
 * Folds of data that no machine has in one place: a random number of each row says to which fold it belongs, if to any.
 */
public final class RandomFolds implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int count;
  private final double size;

  /**
   * Folds of the same size.
   *
   * @param count number of folds, 1 or more
   * @param size part of the rows in each of them, from 0 to 1 / count
   */
  public RandomFolds(int count, double size) {
    this.count = count;
    this.size = size;
  }

  /** Number of folds. */
  public int count() {
    return count;
  }

  /** Part of the rows in each of them. */
  public double size() {
    return size;
  }

  /**
   * The fold of a row, counted from 0; {@link #count} if it belongs to none.
   *
   * @param random number of the row, uniform from 0 to 1
   */
  public int of(double random) {
    return random < count * size ? (int) Math.min(count - 1.0, random / size) : count;
  }
}
