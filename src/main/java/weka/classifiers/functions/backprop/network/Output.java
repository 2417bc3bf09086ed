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

    @Override
    double score(float[] sums, float[] target, int n) {
      int predicted = 0;
      for (int j = 1; j < n; j++) {
        predicted = sums[j] > sums[predicted] ? j : predicted;
      }
      return target[predicted];
    }

    @Override
    public double ofMean(double meanScore) {
      return meanScore;
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

    @Override
    double score(float[] sums, float[] target, int n) {
      double squares = 0;
      for (int j = 0; j < n; j++) {
        double error = (double) sums[j] - target[j];
        squares += error * error;
      }
      return squares;
    }

    @Override
    public double ofMean(double meanScore) {
      return Math.sqrt(meanScore);
    }
  };

  /**
   * The outputs O.
   *
   * @param sums weighted sums s of the output layer [n or longer]; not modified
   * @return outputs [n]
   */
  public abstract double[] apply(float[] sums, int n);

  /**
   * How good a prediction is, whatever the loss: 1 or 0 of probabilities, the greatest of which is the target's or not;
   * the squared error of a linear output.
   *
   * @param sums weighted sums s of the output layer [n or longer]; not modified
   * @param target T [n or longer]; not modified
   */
  abstract double score(float[] sums, float[] target, int n);

  /** The figure that people read, of the mean of {@link #score}: the accuracy from 0 to 1, or the RMSE. */
  public abstract double ofMean(double meanScore);

  /** The largest of the weighted sums. */
  static double max(float[] sums, int n) {
    float max = sums[0];
    for (int j = 1; j < n; j++) {
      max = Math.max(max, sums[j]);
    }
    return max;
  }
}
