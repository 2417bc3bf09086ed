package weka.classifiers.functions.backprop.train;

/**
 * The mean of the states of a cluster's partitions, weighted by what they were trained on. Sums are doubles, added in
 * the order of the partitions.
 */
final class Average {

  private FlatState only;
  private double[][] sums;
  private double weight;
  private double steps;
  private int count;

  /** Adds the state of a partition whose examples weigh so much; not modified. */
  void add(FlatState state, double weight) {
    count++;
    this.weight += weight;
    steps += state.steps();
    if (count == 1) {
      only = state;
      return;
    }
    if (count == 2) {
      sums = new double[state.values().length][state.values()[0].length];
      accumulate(only, this.weight - weight);
      only = null;
    }
    accumulate(state, weight);
  }

  private void accumulate(FlatState state, double w) {
    for (int k = 0; k < sums.length; k++) {
      float[] values = state.values()[k];
      double[] sum = sums[k];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += w * values[i];
      }
    }
  }

  /** Whether nothing was added. */
  boolean isEmpty() {
    return count == 0;
  }

  /** The mean; the state of the only partition as it is, to the bit. */
  FlatState mean() {
    if (count == 1) {
      return only;
    }
    float[][] means = new float[sums.length][sums[0].length];
    for (int k = 0; k < sums.length; k++) {
      for (int i = 0; i < sums[k].length; i++) {
        means[k][i] = (float) (sums[k][i] / weight);
      }
    }
    return new FlatState(means, Math.round(steps / count));
  }
}
