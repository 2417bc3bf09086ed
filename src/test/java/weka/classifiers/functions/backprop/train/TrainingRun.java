package weka.classifiers.functions.backprop.train;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;

/**
 * A training run as the golden JSON files describe it, the fields named as theirs; fields that a file lacks keep the
 * values given here. Both the engine and the oracle can run it.
 */
final class TrainingRun {

  String name;
  List<String> activations = List.of();
  String loss;
  String averaging = "mean";
  int batchSize;
  int steps;
  String optimizer = "sgd";
  double learningRate;
  double momentum = 0.9;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-8;
  double l2;
  /** 0: no limit. */
  double maxGradientNorm;
  double[][] X;
  double[][] T;
  double[] instanceWeights;
  double[][][] initialWeights;
  double[][] initialBiases;
  double[] losses;
  double[][][] finalWeights;
  double[][] finalBiases;

  static TrainingRun read(Path file) {
    try {
      return new Gson().fromJson(Files.readString(file), TrainingRun.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A run of tens of steps on random data and a random network. */
  static TrainingRun random(long seed, String loss, String averaging, String optimizer, double l2) {
    Random random = new Random(seed);
    return random(seed, Problem.random(random, loss), random, averaging, optimizer, l2);
  }

  /** The same on a given problem. */
  static TrainingRun random(long seed, Problem problem, String averaging, String optimizer, double l2) {
    return random(seed, problem, new Random(seed), averaging, optimizer, l2);
  }

  private static TrainingRun random(long seed, Problem problem, Random random, String averaging, String optimizer,
      double l2) {
    String loss = problem.loss();
    TrainingRun run = new TrainingRun();
    run.name = String.join(" ", "seed " + seed + ":", loss, averaging, optimizer, "l2", String.valueOf(l2));
    run.activations = problem.activations();
    run.loss = loss;
    run.averaging = averaging;
    // Rarely a divisor of n, so that smaller mini-batches occur; sometimes all instances at once.
    run.batchSize = 1 + random.nextInt(problem.size());
    run.steps = 20 + random.nextInt(30);
    run.optimizer = optimizer;
    // Small enough for a smooth descent: where training diverges, rounding errors grow without bound too.
    run.learningRate = (loss.equals("crossentropy") ? 0.05 : 0.01)
        / (averaging.equals("sum") && !optimizer.equals("adam") ? 2 * run.batchSize : 1);
    run.momentum = 0.5 + 0.4 * random.nextDouble();
    run.beta1 = 0.8 + 0.1 * random.nextDouble();
    run.beta2 = 0.9 + 0.09 * random.nextDouble();
    run.epsilon = 1e-8;
    run.l2 = l2;
    run.X = problem.inputs();
    run.T = problem.targets();
    run.instanceWeights = problem.weights();
    run.initialWeights = problem.initial().weights();
    run.initialBiases = problem.initial().biases();
    return run;
  }

  Problem problem() {
    double[] weights = instanceWeights;
    if (weights == null) {
      weights = new double[X.length];
      Arrays.fill(weights, 1);
    }
    return new Problem(activations, loss, X, T, weights, new Parameters(initialWeights, initialBiases));
  }

  /** A step's mini-batch. */
  int[] instances(int step) {
    int from = step * batchSize % X.length;
    return IntStream.range(from, Math.min(from + batchSize, X.length)).toArray();
  }

  boolean isMean() {
    return switch (averaging) {
      case "mean" -> true;
      case "sum" -> false;
      default -> throw new IllegalArgumentException("averaging " + averaging);
    };
  }

  /** The settings that the engine needs for it. */
  Settings settings() {
    return Settings.settings().learningRate(learningRate).miniBatchSize(batchSize)
        .regularization(new Regularization(l2, 0, 0, maxGradientNorm))
        .averaging(BatchAveraging.valueOf(averaging.toUpperCase(Locale.ROOT)))
        .optimizer(switch (optimizer) {
          case "sgd" -> new Optimizer.Sgd();
          case "momentum" -> new Optimizer.Momentum(momentum, false);
          case "nesterov" -> new Optimizer.Momentum(momentum, true);
          case "adam" -> new Optimizer.Adam(beta1, beta2, epsilon);
          default -> throw new IllegalArgumentException("optimizer " + optimizer);
        });
  }

  /** What the file says that happens. */
  Trace recorded() {
    return new Trace(losses, new Parameters(finalWeights, finalBiases));
  }

  @Override
  public String toString() {
    return name;
  }
}
