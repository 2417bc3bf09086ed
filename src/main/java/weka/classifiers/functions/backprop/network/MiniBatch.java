package weka.classifiers.functions.backprop.network;

/**
 * The instances of one training step: rows of inputs, either all dense or all sparse, with targets and weights. The
 * rows are references into the training data, so that filling a mini-batch copies nothing.
 */
public final class MiniBatch {

  /** Dense rows of inputs, or the values of sparse ones. */
  final float[][] inputs;
  /** The columns of a sparse row's values, ascending; null for dense rows. */
  final int[][] columns;
  final float[][] targets;
  final double[] weights;
  /** Room for rows in which inputs are dropped; null as long as there are none. */
  private final float[][] dropped;
  private int size;
  private double totalWeight;

  /** An empty mini-batch with room for {@code capacity} instances. */
  public MiniBatch(int capacity) {
    inputs = new float[capacity][];
    columns = new int[capacity][];
    targets = new float[capacity][];
    weights = new double[capacity];
    dropped = new float[capacity][];
  }

  /** Removes all instances. */
  public void clear() {
    size = 0;
    totalWeight = 0;
  }

  /**
   * Adds an instance with a dense row.
   *
   * @param input X's row; not copied and not modified
   * @param target the row of targets; not copied and not modified
   * @param weight the instance's weight, greater than 0
   */
  public void add(float[] input, float[] target, double weight) {
    add(null, input, target, weight);
  }

  /**
   * Adds an instance with a sparse row.
   *
   * @param inputColumns columns of X's row that aren't 0, ascending; not copied and not modified
   * @param inputValues the values in these columns; not copied and not modified
   * @param target the row of targets; not copied and not modified
   * @param weight the instance's weight, greater than 0
   */
  public void add(int[] inputColumns, float[] inputValues, float[] target, double weight) {
    columns[size] = inputColumns;
    inputs[size] = inputValues;
    targets[size] = target;
    weights[size++] = weight;
    totalWeight += weight;
  }

  /**
   * Replaces the rows of inputs by copies in which inputs are dropped; sparse rows keep their columns, and lose the
   * inputs that they would as dense rows.
   *
   * @param p probability that an input is dropped, in [0, 1)
   * @param seed of what is dropped
   */
  public void dropInputs(double p, long seed) {
    for (int row = 0; row < size; row++) {
      float[] x = inputs[row];
      if (dropped[row] == null || dropped[row].length < x.length) {
        dropped[row] = new float[x.length];
      }
      if (columns[row] == null) {
        Dropout.factors(Dropout.seed(seed, row), p, dropped[row], x.length);
      } else {
        Dropout.factors(Dropout.seed(seed, row), p, columns[row], dropped[row]);
      }
      for (int k = 0; k < x.length; k++) {
        dropped[row][k] *= x[k];
      }
      inputs[row] = dropped[row];
    }
  }

  /** Whether the rows are sparse. */
  boolean isSparse() {
    return size > 0 && columns[0] != null;
  }

  /** Number of instances. */
  public int size() {
    return size;
  }

  /** Sum of the instances' weights. */
  public double totalWeight() {
    return totalWeight;
  }
}
