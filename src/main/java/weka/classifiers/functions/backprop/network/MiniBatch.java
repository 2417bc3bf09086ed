package weka.classifiers.functions.backprop.network;

/**
 * The instances of one training step: rows of inputs, either all dense or all sparse, with targets and weights. The
 * rows are references into the training data, so that filling a mini-batch copies nothing.
 */
public final class MiniBatch {

  private InputRows inputs;
  /** Values in columns of sparse rows that are kept apart, if any are. */
  private final float[][] dense;
  private final float[][] targets;
  private final double[] weights;
  /** Arrays for rows that are not references, and for their dense columns; null until they are needed. */
  private final float[][] room;
  private final float[][] denseRoom;
  private int size;
  private double totalWeight;

  /** An empty mini-batch with room for {@code capacity} instances. */
  public MiniBatch(int capacity) {
    inputs = InputRows.dense(new float[capacity][]);
    dense = new float[capacity][];
    targets = new float[capacity][];
    weights = new double[capacity];
    room = new float[capacity][];
    denseRoom = new float[capacity][];
  }

  /** Removes all instances. */
  void clear() {
    size = 0;
    keepApart(null);
    totalWeight = 0;
  }

  /** Adds an instance, in the row of inputs that was set last; the target is not copied and not modified. */
  void add(float[] target, double weight) {
    targets[size] = target;
    weights[size++] = weight;
    totalWeight += weight;
  }

  /**
   * Sets a row of inputs.
   *
   * @param columns of a sparse row, ascending; null for a dense one; not copied and not modified
   * @param values of the row; not copied and not modified
   */
  public void setInputs(int row, int[] columns, float[] values) {
    inputs.columns()[row] = columns;
    inputs.values()[row] = values;
  }

  /**
   * Sets those inputs of a sparse row that are kept apart; other rows must have the same ones.
   *
   * @param values in these columns; not copied and not modified
   */
  public void setDense(int row, DenseColumns columns, float[] values) {
    keepApart(columns);
    dense[row] = values;
  }

  private void keepApart(DenseColumns columns) {
    if (inputs.denseColumns() != columns) {
      inputs = new InputRows(inputs.columns(), inputs.values(), columns, columns == null ? null : dense);
    }
  }

  /** An array of this mini-batch's own for a row of inputs, of {@code width} values or more. */
  public float[] room(int row, int width) {
    return room(room, row, width);
  }

  private static float[] room(float[][] rooms, int row, int width) {
    if (rooms[row] == null || rooms[row].length < width) {
      rooms[row] = new float[width];
    }
    return rooms[row];
  }

  /**
   * Replaces the rows {@code from} to {@code to - 1} of inputs by copies in which inputs are dropped; sparse rows keep
   * their columns, and lose the inputs that they would as dense rows.
   *
   * @param p probability that an input is dropped, in [0, 1)
   * @param seed of what is dropped
   */
  void dropInputs(double p, long seed, int from, int to) {
    DenseColumns apart = inputs.denseColumns();
    for (int row = from; row < to; row++) {
      long rowSeed = Dropout.seed(seed, row);
      float[] x = inputs.values()[row];
      inputs.values()[row] = dropped(rowSeed, p, inputs.columns()[row], x, room(row, x.length));
      if (apart != null) {
        dense[row] = dropped(rowSeed, p, apart.columns(), dense[row], room(denseRoom, row, apart.size()));
      }
    }
  }

  private static float[] dropped(long seed, double p, int[] columns, float[] x, float[] result) {
    Dropout.drop(seed, p, columns, x, result);
    return result;
  }

  /** X; rows from {@link #size} on are those of earlier mini-batches. */
  InputRows inputs() {
    return inputs;
  }

  /** Whether the rows of inputs are sparse. */
  public boolean isSparse() {
    return inputs.isSparse();
  }

  /** The targets of a row [outputs]. */
  public float[] target(int row) {
    return targets[row];
  }

  /** The weight of a row. */
  public double weight(int row) {
    return weights[row];
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
