package weka.classifiers.functions.backprop.network;

/**
 * The instances of one training step. The rows are references into the training data, so that filling a mini-batch
 * copies nothing.
 */
public final class MiniBatch {

  final float[][] inputs;
  final float[][] targets;
  final double[] weights;
  private int size;

  /** An empty mini-batch with room for {@code capacity} instances. */
  public MiniBatch(int capacity) {
    inputs = new float[capacity][];
    targets = new float[capacity][];
    weights = new double[capacity];
  }

  /** Removes all instances. */
  public void clear() {
    size = 0;
  }

  /**
   * Adds an instance.
   *
   * @param input X's row; not copied and not modified
   * @param target the row of targets; not copied and not modified
   * @param weight the instance's weight, 0 or more
   */
  public void add(float[] input, float[] target, double weight) {
    inputs[size] = input;
    targets[size] = target;
    weights[size++] = weight;
  }

  /** Number of instances. */
  public int size() {
    return size;
  }

  /** Number of instances that there is room for. */
  public int capacity() {
    return inputs.length;
  }

  /** Sum of the instances' weights. */
  public double totalWeight() {
    double total = 0;
    for (int row = 0; row < size; row++) {
      total += weights[row];
    }
    return total;
  }
}
