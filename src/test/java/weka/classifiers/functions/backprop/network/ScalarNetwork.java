package weka.classifiers.functions.backprop.network;

import java.util.Arrays;
import java.util.List;

/**
 * The tests' oracle: a network computed unit by unit in double precision, straight from the formulas. It shares no code
 * with the engine and names activations and losses as the golden runs do.
 */
public final class ScalarNetwork {

  private final double[][][] w;
  private final double[][] b;
  private final List<String> activations;
  private final String loss;
  private final int last;
  /** s, O and Δ of each layer, for the instance of the last call. */
  private final double[][] s;
  private final double[][] o;
  private final double[][] delta;
  /** What the outputs of hidden layers are multiplied by. */
  private final double[][] factors;

  /**
   * The oracle for the given parameters.
   *
   * @param parameters not copied: modifying them modifies the network
   * @param activations one for each hidden layer: sigmoid, tanh, relu, identity
   * @param loss crossentropy, squarederror, absoluteerror or huber
   */
  public ScalarNetwork(Parameters parameters, List<String> activations, String loss) {
    w = parameters.weights();
    b = parameters.biases();
    this.activations = activations;
    this.loss = loss;
    last = b.length - 1;
    s = parameters.zerosLike().biases();
    o = parameters.zerosLike().biases();
    delta = parameters.zerosLike().biases();
    factors = parameters.zerosLike().biases();
    for (double[] layer : factors) {
      Arrays.fill(layer, 1);
    }
  }

  /** Multiplies the outputs of a hidden layer from now on, as dropout does. */
  void multiply(int layer, double[] by) {
    System.arraycopy(by, 0, factors[layer], 0, by.length);
  }

  /** The outputs, O_j = σ(s_j) with s_j = b_j + Σ_i w_ij O_i, layer by layer; not a copy. */
  public double[] outputs(double[] x) {
    for (int l = 0; l <= last; l++) {
      double[] in = l == 0 ? x : o[l - 1];
      for (int j = 0; j < s[l].length; j++) {
        double sum = b[l][j];
        for (int i = 0; i < in.length; i++) {
          sum += w[l][i][j] * in[i];
        }
        s[l][j] = sum;
        if (l < last) {
          o[l][j] = factors[l][j] * sigma(activations.get(l), sum);
        }
      }
    }
    finish();
    return o[last];
  }

  /** Softmax or linear outputs, as the loss has it. */
  private void finish() {
    double total = 0;
    for (int j = 0; j < s[last].length; j++) {
      total += Math.exp(s[last][j]);
    }
    for (int j = 0; j < s[last].length; j++) {
      o[last][j] = isCrossEntropy() ? Math.exp(s[last][j]) / total : s[last][j];
    }
  }

  /** E of one instance: -Σ_j l_j ln O_j, or the sum over the errors y_j - O_j of their squares or the like. */
  public double loss(double[] x, double[] target) {
    double[] output = outputs(x);
    double e = 0;
    for (int j = 0; j < output.length; j++) {
      e += isCrossEntropy() ? -target[j] * Math.log(output[j]) : errorLoss(target[j] - output[j]);
    }
    return e;
  }

  /** e², |e|, or e² up to 1 and beyond the straight line of the same value and slope. */
  private double errorLoss(double e) {
    return switch (loss) {
      case "squarederror" -> e * e;
      case "absoluteerror" -> Math.abs(e);
      case "huber" -> Math.abs(e) <= 1 ? e * e : 1 + 2 * (Math.abs(e) - 1);
      default -> throw new IllegalArgumentException("loss " + loss);
    };
  }

  /** Its derivative with respect to e. */
  private double errorLossPrime(double e) {
    return switch (loss) {
      case "squarederror" -> 2 * e;
      case "absoluteerror" -> e > 0 ? 1 : -1;
      case "huber" -> e > 1 ? 2 : e < -1 ? -2 : 2 * e;
      default -> throw new IllegalArgumentException("loss " + loss);
    };
  }

  /** Adds factor · ∂E/∂w_ij = factor · O_i Δ_j and factor · ∂E/∂b_j = factor · Δ_j of one instance to a gradient. */
  public void addGradient(double[] x, double[] target, double factor, Parameters gradient) {
    outputs(x);
    outputDelta(target);
    for (int l = last; l > 0; l--) {
      for (int i = 0; i < o[l - 1].length; i++) {
        double sum = 0;
        for (int j = 0; j < delta[l].length; j++) {
          sum += w[l][i][j] * delta[l][j];
        }
        delta[l - 1][i] = factors[l - 1][i] * sigmaPrime(activations.get(l - 1), s[l - 1][i]) * sum;
      }
    }
    for (int l = 0; l <= last; l++) {
      double[] in = l == 0 ? x : o[l - 1];
      for (int j = 0; j < delta[l].length; j++) {
        for (int i = 0; i < in.length; i++) {
          gradient.weights()[l][i][j] += factor * in[i] * delta[l][j];
        }
        gradient.biases()[l][j] += factor * delta[l][j];
      }
    }
  }

  /** Δ_i = -Σ_j l_j (1{i=j} - O_i), or -E'(y_i - O_i). */
  private void outputDelta(double[] target) {
    for (int i = 0; i < target.length; i++) {
      if (isCrossEntropy()) {
        delta[last][i] = 0;
        for (int j = 0; j < target.length; j++) {
          delta[last][i] -= target[j] * ((i == j ? 1 : 0) - o[last][i]);
        }
      } else {
        delta[last][i] = -errorLossPrime(target[i] - o[last][i]);
      }
    }
  }

  /** Least distance of a rectified unit's weighted sum, or of an absolute error, from the kink at 0. */
  double distanceFromKinks(double[][] inputs, double[][] targets) {
    double distance = Double.POSITIVE_INFINITY;
    for (int n = 0; n < inputs.length; n++) {
      outputs(inputs[n]);
      for (int j = 0; loss.equals("absoluteerror") && j < s[last].length; j++) {
        distance = Math.min(distance, Math.abs(targets[n][j] - s[last][j]));
      }
      for (int l = 0; l < last; l++) {
        for (int j = 0; activations.get(l).equals("relu") && j < s[l].length; j++) {
          distance = Math.min(distance, Math.abs(s[l][j]));
        }
      }
    }
    return distance;
  }

  private boolean isCrossEntropy() {
    return switch (loss) {
      case "crossentropy" -> true;
      case "squarederror", "absoluteerror", "huber" -> false;
      default -> throw new IllegalArgumentException("loss " + loss);
    };
  }

  private static double sigma(String activation, double s) {
    return switch (activation) {
      case "sigmoid" -> 1 / (1 + Math.exp(-s));
      case "tanh" -> Math.tanh(s);
      case "relu" -> s > 0 ? s : 0;
      case "identity" -> s;
      default -> throw new IllegalArgumentException("activation " + activation);
    };
  }

  private static double sigmaPrime(String activation, double s) {
    return switch (activation) {
      case "sigmoid" -> Math.exp(-s) / Math.pow(1 + Math.exp(-s), 2);
      case "tanh" -> 1 / Math.pow(Math.cosh(s), 2);
      case "relu" -> s > 0 ? 1 : 0;
      case "identity" -> 1;
      default -> throw new IllegalArgumentException("activation " + activation);
    };
  }
}
