package weka.classifiers.functions.backprop.network;

/**
 * Training data in memory that are mostly zero.
 *
 * @param columns of each row's values, ascending [instances × non-zeros]
 * @param values that aren't 0 [instances × non-zeros]
 * @param targets one row an instance [instances × outputs]; instances may share rows
 * @param weights instance weights, greater than 0 [instances]
 */
public record SparseExamples(int[][] columns, float[][] values, float[][] targets, double[] weights)
    implements Examples {

  @Override
  public int size() {
    return columns.length;
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
      batch.add(columns[i], values[i], targets[i], weights[i]);
    }
  }
}
