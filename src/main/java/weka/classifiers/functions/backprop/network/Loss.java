package weka.classifiers.functions.backprop.network;

/**
 * A loss together with the {@link Output} it belongs to. Each constant gives the loss E, for the last layer's weighted
 * sums s, and the output's delta ∂E/∂s in one pass. E is always minimised.
 */
public enum Loss {

  /**
   * O = softmax(s), E = -Σ_j l_j ln O_j. The targets l may be soft. With L = max s + ln Σ e^(s_j - max s) this is
   * E = Σ_j l_j (L - s_j), finite for all finite s, and Δ_i = -Σ_j l_j (1{i=j} - O_i) = O_i Σ_j l_j - l_i.
   */
  CROSS_ENTROPY(Output.SOFTMAX) {
    @Override
    public double delta(float[] sums, float[] targets, int n, float[] delta) {
      double max = Output.max(sums, n);
      double total = 0;
      double targetTotal = 0;
      double dot = 0;
      for (int j = 0; j < n; j++) {
        // One power in n is known: a twentieth of a small network's training time.
        delta[j] = sums[j] == max ? 1 : (float) Math.exp(sums[j] - max);
        total += delta[j];
        targetTotal += targets[j];
        dot += targets[j] * (max - sums[j]);
      }
      double scale = targetTotal / total;
      for (int j = 0; j < n; j++) {
        delta[j] = (float) (delta[j] * scale - targets[j]);
      }
      return dot + targetTotal * Math.log(total);
    }
  },

  /** O = s, E = Σ_j (y_j - O_j)², without a factor ½, so Δ_j = -2 (y_j - O_j). */
  SQUARED_ERROR(Output.LINEAR) {
    @Override
    public double delta(float[] sums, float[] targets, int n, float[] delta) {
      double loss = 0;
      for (int j = 0; j < n; j++) {
        float error = targets[j] - sums[j];
        loss += (double) error * error;
        delta[j] = -2 * error;
      }
      return loss;
    }
  },

  /** O = s, E = Σ_j |y_j - O_j|, Δ_j = -sign(y_j - O_j): the prediction becomes a median, which outliers don't move. */
  ABSOLUTE_ERROR(Output.LINEAR) {
    @Override
    public double delta(float[] sums, float[] targets, int n, float[] delta) {
      double loss = 0;
      for (int j = 0; j < n; j++) {
        float error = targets[j] - sums[j];
        loss += Math.abs(error);
        delta[j] = -Math.signum(error);
      }
      return loss;
    }
  },

  /**
   * O = s, squared for errors e = y - O up to 1 and linear beyond (Huber, 1964): E = Σ_j e² where |e| ≤ 1, else
   * 2 |e| - 1, so Δ_j = -2 max(-1, min(1, e)).
   */
  HUBER(Output.LINEAR) {
    @Override
    public double delta(float[] sums, float[] targets, int n, float[] delta) {
      double loss = 0;
      for (int j = 0; j < n; j++) {
        float error = targets[j] - sums[j];
        float clipped = Math.max(-1, Math.min(1, error));
        loss += (double) clipped * (2 * error - clipped);
        delta[j] = -2 * clipped;
      }
      return loss;
    }
  };

  private final Output output;

  Loss(Output output) {
    this.output = output;
  }

  /** The output that belongs to the loss. */
  public Output output() {
    return output;
  }

  /**
   * The loss of one instance, and its delta.
   *
   * @param sums weighted sums s of the output layer [n or longer]; not modified
   * @param targets l or y [n or longer]; not modified
   * @param delta Δ = ∂E/∂s [n or longer]; modified
   * @return E
   */
  public abstract double delta(float[] sums, float[] targets, int n, float[] delta);
}
