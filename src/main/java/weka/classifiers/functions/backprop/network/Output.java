package weka.classifiers.functions.backprop.network;

/** What a network's outputs O are of the weighted sums s of its last layer. */
public enum Output {

  /** O_j = e^(s_j) / Σ_k e^(s_k): probabilities. */
  SOFTMAX {
    @Override
    public double[] apply(float[] sums, int n) {
      double max = max(sums, n);
      double[] outputs = new double[n];
      double total = 0;
      for (int j = 0; j < n; j++) {
        outputs[j] = Math.exp(sums[j] - max);
        total += outputs[j];
      }
      for (int j = 0; j < n; j++) {
        outputs[j] /= total;
      }
      return outputs;
    }
  },

  /** O = s. */
  LINEAR {
    @Override
    public double[] apply(float[] sums, int n) {
      double[] outputs = new double[n];
      for (int j = 0; j < n; j++) {
        outputs[j] = sums[j];
      }
      return outputs;
    }
  };

  /**
   * The outputs O.
   *
   * @param sums weighted sums s of the output layer [n or longer]; not modified
   * @return outputs [n]
   */
  public abstract double[] apply(float[] sums, int n);

  /** The largest of the weighted sums. */
  static double max(float[] sums, int n) {
    float max = sums[0];
    for (int j = 1; j < n; j++) {
      max = Math.max(max, sums[j]);
    }
    return max;
  }
}
