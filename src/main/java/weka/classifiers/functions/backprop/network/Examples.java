package weka.classifiers.functions.backprop.network;

/**
 * Encoded training data.
 *
 * @param inputs one row an instance [instances × inputs]
 * @param targets one row an instance [instances × outputs]
 * @param weights instance weights [instances]
 */
public record Examples(float[][] inputs, float[][] targets, double[] weights) {

  /** Number of instances. */
  public int size() {
    return inputs.length;
  }

  /** Fills a mini-batch with the instances order[from] to order[to - 1]. */
  public void fill(MiniBatch batch, int[] order, int from, int to) {
    batch.clear();
    for (int k = from; k < to; k++) {
      int i = order[k];
      batch.add(inputs[i], targets[i], weights[i]);
    }
  }
}
