package weka.classifiers.functions.backprop.network;

/**
 * Activation functions O = σ(s) of hidden layers. Each gives its derivative from its output alone, so a forward pass
 * need keep nothing but the outputs. Every method is a loop of its own over one or two rows, which C2 vectorises.
 */
public enum Activation {

  /** σ(s) = 1 / (1 + e^-s), σ' = O (1 - O). */
  SIGMOID {
    @Override
    void apply(float[] s, int n) {
      for (int j = 0; j < n; j++) {
        s[j] = Tanh.sigmoid(s[j]);
      }
    }

    @Override
    void multiplyByDerivative(float[] output, int n, float[] delta) {
      for (int j = 0; j < n; j++) {
        delta[j] *= output[j] * (1 - output[j]);
      }
    }
  },

  /** σ(s) = tanh s, σ' = 1 - O². */
  TANH {
    @Override
    void apply(float[] s, int n) {
      for (int j = 0; j < n; j++) {
        s[j] = Tanh.tanh(s[j]);
      }
    }

    @Override
    void multiplyByDerivative(float[] output, int n, float[] delta) {
      for (int j = 0; j < n; j++) {
        delta[j] *= 1 - output[j] * output[j];
      }
    }
  },

  /** Rectified linear unit: σ(s) = max(0, s), but at most {@link #LIMIT}; σ' = 1 where O &gt; 0, else 0. */
  RELU {
    @Override
    void apply(float[] s, int n) {
      for (int j = 0; j < n; j++) {
        s[j] = Math.max(0, Math.min(LIMIT, s[j]));
      }
    }

    @Override
    void multiplyByDerivative(float[] output, int n, float[] delta) {
      // Without a branch, which C2 would not vectorise: the factor is 1 for every normal float greater than 0.
      for (int j = 0; j < n; j++) {
        delta[j] *= Math.min(1, output[j] * Float.MAX_VALUE);
      }
    }

    @Override
    double initialVariance(int inputs, int outputs) {
      return 2.0 / inputs;
    }
  },

  /** σ(s) = s, but from -{@link #LIMIT} to {@link #LIMIT}; σ' = 1. */
  IDENTITY {
    @Override
    void apply(float[] s, int n) {
      for (int j = 0; j < n; j++) {
        s[j] = Math.max(-LIMIT, Math.min(LIMIT, s[j]));
      }
    }

    @Override
    void multiplyByDerivative(float[] output, int n, float[] delta) {
      // times 1
    }
  };

  /**
   * Largest output: the next layer's sums of as large ones, by weights that are finite, stay within a float. Only
   * absurd learning rates lead there, and infinities of either sign would make NaN.
   */
  private static final float LIMIT = 1e18f;

  /**
   * O = σ(s).
   *
   * @param s weighted sums [n or longer]; modified: they become the outputs
   */
  abstract void apply(float[] s, int n);

  /**
   * Δ ← σ'(s) Δ, given the outputs O = σ(s).
   *
   * @param output O [n or longer]; not modified
   * @param delta Δ [n or longer]; modified
   */
  abstract void multiplyByDerivative(float[] output, int n, float[] delta);

  /** σ(s). */
  public final float value(float s) {
    float[] row = {s};
    apply(row, 1);
    return row[0];
  }

  /** σ'(s), given the output O = σ(s). */
  public final float derivative(float output) {
    float[] row = {1};
    multiplyByDerivative(new float[] {output}, 1, row);
    return row[0];
  }

  /**
   * Variance of a layer's initial weights that keeps the scale of outputs and deltas from layer to layer: 2 / (inputs +
   * outputs) after Glorot and Bengio (2010), or 2 / inputs for units of which half are silent, after He et al. (2015).
   */
  double initialVariance(int inputs, int outputs) {
    return 2.0 / (inputs + outputs);
  }
}
