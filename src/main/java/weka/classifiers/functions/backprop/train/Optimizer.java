package weka.classifiers.functions.backprop.train;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.io.Serializable;

/**
 * A rule that turns a gradient g into a step of the parameters p. Life cycle: allocate {@link #slots} arrays of zeros
 * beside each array of parameters; at every training step ask once for that step's {@link Update}, then apply it to
 * each array of parameters.
 */
public sealed interface Optimizer extends Serializable {

  /** Number of arrays of state that go with an array of parameters. */
  int slots();

  /**
   * The update of one training step.
   *
   * @param rate step size α
   * @param t number of the step, counted from 1
   */
  Update at(double rate, long t);

  /** One training step of an array of parameters. */
  @FunctionalInterface
  interface Update {

    /**
     * Takes the step by the gradient a·g.
     *
     * @param p parameters [n or longer]; modified
     * @param a factor of g
     * @param g gradient of the loss, but for its factor [n or longer]; not modified
     * @param state the parameters' slots [slots × n or longer]; modified
     */
    void apply(float[] p, float a, float[] g, int n, float[][] state);
  }

  /** Stochastic gradient descent: p ← p - α g. */
  record Sgd() implements Optimizer {

    private static final long serialVersionUID = 1L;

    @Override
    public int slots() {
      return 0;
    }

    @Override
    public Update at(double rate, long t) {
      float alpha = (float) rate;
      return (p, a, g, n, state) -> {
        float step = alpha * a;
        for (int i = 0; i < n; i++) {
          p[i] -= step * g[i];
        }
      };
    }
  }

  /**
   * Momentum: v ← μ v + g, then p ← p - α v (Polyak, 1964), or p ← p - α (g + μ v), which is Nesterov's momentum as
   * reformulated by Sutskever et al. (2013).
   *
   * @param momentum μ, in [0, 1)
   */
  record Momentum(double momentum, boolean nesterov) implements Optimizer {

    private static final long serialVersionUID = 1L;

    public Momentum {
      requireFraction("momentum", momentum);
    }

    @Override
    public int slots() {
      return 1;
    }

    @Override
    public Update at(double rate, long t) {
      float alpha = (float) rate;
      float mu = (float) momentum;
      return nesterov ? (p, a, g, n, state) -> lookAhead(p, a, g, n, state[0], alpha, mu)
          : (p, a, g, n, state) -> follow(p, a, g, n, state[0], alpha, mu);
    }

    private static void follow(float[] p, float a, float[] g, int n, float[] v, float alpha, float mu) {
      for (int i = 0; i < n; i++) {
        v[i] = mu * v[i] + a * g[i];
        p[i] -= alpha * v[i];
      }
    }

    private static void lookAhead(float[] p, float a, float[] g, int n, float[] v, float alpha, float mu) {
      for (int i = 0; i < n; i++) {
        v[i] = mu * v[i] + a * g[i];
        p[i] -= alpha * (a * g[i] + mu * v[i]);
      }
    }
  }

  /**
   * Adam (Kingma and Ba, 2015), bias-corrected: m ← β1 m + (1 - β1) g, v ← β2 v + (1 - β2) g², p ← p - α m̂ / (√v̂ + ε)
   * with m̂ = m / (1 - β1^t) and v̂ = v / (1 - β2^t).
   *
   * @param beta1 β1, in [0, 1)
   * @param beta2 β2, in [0, 1)
   * @param epsilon ε, greater than 0
   */
  record Adam(double beta1, double beta2, double epsilon) implements Optimizer {

    private static final long serialVersionUID = 1L;

    public Adam {
      requireFraction("beta1", beta1);
      requireFraction("beta2", beta2);
      require((float) epsilon > 0 && epsilon <= Float.MAX_VALUE, "epsilon", epsilon,
          "a number greater than 0 that a float can hold");
    }

    /** With the values that Adam's authors recommend. */
    public Adam() {
      this(0.9, 0.999, 1e-8);
    }

    @Override
    public int slots() {
      return 2;
    }

    @Override
    public Update at(double rate, long t) {
      float b1 = (float) beta1;
      float c1 = (float) (1 - beta1);
      float b2 = (float) beta2;
      float c2 = (float) (1 - beta2);
      float eps = (float) epsilon;
      float alpha = (float) (rate / (1 - Math.pow(beta1, t)));
      float root = (float) (1 / Math.sqrt(1 - Math.pow(beta2, t)));
      return (p, a, g, n, state) -> {
        float[] m = state[0];
        float[] v = state[1];
        for (int i = 0; i < n; i++) {
          float gradient = a * g[i];
          m[i] = b1 * m[i] + c1 * gradient;
          v[i] = b2 * v[i] + c2 * gradient * gradient;
          p[i] -= alpha * m[i] / (root * (float) Math.sqrt(v[i]) + eps);
        }
      };
    }
  }

  private static void requireFraction(String setting, double value) {
    require(value >= 0 && value < 1, setting, value, "a number from 0 up to, but not including, 1");
  }
}
