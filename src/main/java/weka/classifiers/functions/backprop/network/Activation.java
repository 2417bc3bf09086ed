package weka.classifiers.functions.backprop.network;

/**
 * Activation functions O = σ(s) of hidden layers. Each gives its derivative from its output alone, so a forward pass
 * need keep nothing but the outputs.
 */
public enum Activation {

  /** σ(s) = 1 / (1 + e^-s), σ' = O (1 - O). */
  SIGMOID {
    @Override
    public float value(float s) {
      return (float) (1 / (1 + Math.exp(-s)));
    }

    @Override
    public float derivative(float output) {
      return output * (1 - output);
    }
  },

  /** σ(s) = tanh s, σ' = 1 - O². */
  TANH {
    @Override
    public float value(float s) {
      return (float) Math.tanh(s);
    }

    @Override
    public float derivative(float output) {
      return 1 - output * output;
    }
  },

  /** Rectified linear unit: σ(s) = max(0, s), σ' = 1 where O &gt; 0, else 0. */
  RELU {
    @Override
    public float value(float s) {
      return Math.max(0, s);
    }

    @Override
    public float derivative(float output) {
      return output > 0 ? 1 : 0;
    }

    @Override
    double initialVariance(int inputs, int outputs) {
      return 2.0 / inputs;
    }
  },

  /** σ(s) = s, σ' = 1. */
  IDENTITY {
    @Override
    public float value(float s) {
      return s;
    }

    @Override
    public float derivative(float output) {
      return 1;
    }
  };

  /** σ(s). */
  public abstract float value(float s);

  /** σ'(s), given the output O = σ(s). */
  public abstract float derivative(float output);

  /**
   * Variance of a layer's initial weights that keeps the scale of outputs and deltas from layer to layer: 2 / (inputs +
   * outputs) after Glorot and Bengio (2010), or 2 / inputs for units of which half are silent, after He et al. (2015).
   */
  double initialVariance(int inputs, int outputs) {
    return 2.0 / (inputs + outputs);
  }
}
