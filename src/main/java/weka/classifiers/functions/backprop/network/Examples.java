package weka.classifiers.functions.backprop.network;

/** Training data, from which mini-batches are filled. */
public class Examples {

  private final RowSource rows;
  private final float[][] targets;
  private final double[] weights;

  /**
   * Training data.
   *
   * @param rows the inputs of each instance
   * @param targets one row an instance [instances × outputs]; instances may share rows; not copied and not modified
   * @param weights instance weights, greater than 0 [instances]; not copied and not modified
   */
  public Examples(RowSource rows, float[][] targets, double[] weights) {
    this.rows = rows;
    this.targets = targets;
    this.weights = weights;
  }

  /** Number of instances. */
  public final int size() {
    return weights.length;
  }

  /** Where the inputs come from. */
  public final RowSource rows() {
    return rows;
  }

  /** The row of targets of an instance [outputs]; not a copy. */
  public final float[] target(int instance) {
    return targets[instance];
  }

  /** The weight of an instance, greater than 0. */
  public final double weight(int instance) {
    return weights[instance];
  }

  /** A hash of all rows, targets and weights in their order: the same for the same data, whatever they come from. */
  public final long fingerprint() {
    MiniBatch batch = new MiniBatch(1);
    long hash = size();
    for (int i = 0; i < size(); i++) {
      rows.read(i, batch, 0);
      hash = batch.inputs().hash(0, hash);
      hash = InputRows.hash(targets[i], targets[i].length, hash);
      hash = InputRows.HASH * hash + Double.hashCode(weights[i]);
    }
    return hash;
  }

  /**
   * Fills a mini-batch with the instances order[from] to order[to - 1].
   *
   * @param batch modified; its former instances are removed
   * @param order indices of instances; not modified
   */
  public void fill(MiniBatch batch, int[] order, int from, int to) {
    batch.clear();
    for (int k = from; k < to; k++) {
      int i = order[k];
      rows.read(i, batch, batch.size());
      batch.add(targets[i], weights[i]);
    }
  }
}
