package weka.classifiers.functions.backprop.network;

/** Encoded training data, from which mini-batches are filled. */
public interface Examples {

  /** Number of instances. */
  int size();

  /** The row of targets of an instance [outputs]; not a copy. */
  float[] target(int instance);

  /** The weight of an instance, greater than 0. */
  double weight(int instance);

  /**
   * Fills a mini-batch with the instances order[from] to order[to - 1].
   *
   * @param batch modified; its former instances are removed
   * @param order indices of instances; not modified
   */
  void fill(MiniBatch batch, int[] order, int from, int to);
}
