package weka.classifiers.functions.backprop.train;

import java.util.Arrays;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.ScalarNetwork;

/** The tests' oracle for training: one parameter after the other in double precision, straight from the formulas. */
final class ScalarTrainer {

  private final TrainingRun run;
  private final Problem problem;
  private final Parameters parameters;
  private final ScalarNetwork network;
  /** Velocities, or Adam's first moments, and Adam's second moments. */
  private final Parameters first;
  private final Parameters second;
  private int t;
  private int clipped;

  ScalarTrainer(TrainingRun run) {
    this.run = run;
    problem = run.problem();
    parameters = problem.initial().copy();
    network = problem.oracle(parameters);
    first = parameters.zerosLike();
    second = parameters.zerosLike();
  }

  Parameters parameters() {
    return parameters;
  }

  /** Trains with a mini-batch of the given instances; returns E before the step. */
  double step(int... instances) {
    double scale = run.isMean() ? 1 / problem.totalWeight(instances) : 1;
    double loss = 0;
    Parameters gradient = parameters.zerosLike();
    for (int n : instances) {
      double factor = scale * problem.weights()[n];
      loss += factor * network.loss(problem.inputs()[n], problem.targets()[n]);
      network.addGradient(problem.inputs()[n], problem.targets()[n], factor, gradient);
    }
    clip(gradient);
    t++;
    for (int l = 0; l < parameters.biases().length; l++) {
      for (int i = 0; i < parameters.weights()[l].length; i++) {
        double[] w = parameters.weights()[l][i];
        double[] g = gradient.weights()[l][i];
        for (int j = 0; j < w.length; j++) {
          g[j] += run.l2 * w[j];
        }
        update(w, g, first.weights()[l][i], second.weights()[l][i]);
      }
      update(parameters.biases()[l], gradient.biases()[l], first.biases()[l], second.biases()[l]);
    }
    return loss;
  }

  /** Scales the whole gradient, if it is too long, to the length that is allowed. */
  private void clip(Parameters gradient) {
    double norm = norm(gradient);
    if (run.maxGradientNorm > 0 && norm > run.maxGradientNorm) {
      clipped++;
      gradient.rows().values().forEach(row -> {
        for (int j = 0; j < row.length; j++) {
          row[j] *= run.maxGradientNorm / norm;
        }
      });
    }
  }

  private static double norm(Parameters gradient) {
    return Math.sqrt(gradient.rows().values().stream().flatMapToDouble(Arrays::stream).map(g -> g * g).sum());
  }

  /** Number of steps so far whose gradient was too long. */
  int clipped() {
    return clipped;
  }

  private void update(double[] p, double[] g, double[] v, double[] v2) {
    for (int j = 0; j < p.length; j++) {
      p[j] -= run.learningRate * switch (run.optimizer) {
        case "sgd" -> g[j];
        case "momentum" -> v[j] = run.momentum * v[j] + g[j];
        case "nesterov" -> g[j] + run.momentum * (v[j] = run.momentum * v[j] + g[j]);
        case "adam" -> {
          v[j] = run.beta1 * v[j] + (1 - run.beta1) * g[j];
          v2[j] = run.beta2 * v2[j] + (1 - run.beta2) * g[j] * g[j];
          double mean = v[j] / (1 - Math.pow(run.beta1, t));
          double variance = v2[j] / (1 - Math.pow(run.beta2, t));
          yield mean / (Math.sqrt(variance) + run.epsilon);
        }
        default -> throw new IllegalArgumentException("optimizer " + run.optimizer);
      };
    }
  }
}
