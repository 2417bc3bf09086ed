package weka.classifiers.functions.backprop.network;

/**
 * Training data in memory.
 *
 * @param inputs one row an instance [instances × inputs]
 * @param targets one row an instance [instances × outputs]; instances may share rows
 * @param weights instance weights, greater than 0 [instances]
 */
public record DenseExamples(float[][] inputs, float[][] targets, double[] weights) implements Examples {

  @Override
  public int size() {
    return inputs.length;
  }

  @Override
  public float[] target(int instance) {
    return targets[instance];
  }

  @Override
  public double weight(int instance) {
    return weights[instance];
  }

  @Override
  public void fill(MiniBatch batch, int[] order, int from, int to) {
    batch.clear();
    for (int k = from; k < to; k++) {
      int i = order[k];
      batch.add(inputs[i], targets[i], weights[i]);
    }
  }
}
