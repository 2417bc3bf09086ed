package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

/** A gradient g that is longer than a limit c becomes c g / |g|; the penalty of L2 is added afterwards. */
class GradientClippingTest {

  /** Less than the gradients are long at first, more than some are in the end. */
  private static final double LIMIT = 2;

  static Stream<TrainingRun> runs() {
    return Problem.LOSSES.stream().flatMap(loss -> Stream.of("sgd", "momentum", "adam").flatMap(optimizer ->
        Stream.of(0.0, 0.1).flatMap(l2 -> LongStream.range(0, 4).mapToObj(seed -> {
          TrainingRun run = TrainingRun.random(seed, loss, seed % 2 == 0 ? "mean" : "sum", optimizer, l2);
          run.maxGradientNorm = LIMIT;
          return run;
        }))));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void lossesAndParametersAreTheOracles(TrainingRun run) {
    Trace.assertEngineIsOracle(run);
  }

  /** Otherwise the test above would show nothing. */
  @Test
  void someGradientsAreLongerThanTheLimitAndSomeAreNot() {
    int clipped = 0;
    int steps = 0;
    for (TrainingRun run : runs().toList()) {
      ScalarTrainer oracle = new ScalarTrainer(run);
      for (int s = 0; s < run.steps; s++) {
        oracle.step(run.instances(s));
      }
      clipped += oracle.clipped();
      steps += run.steps;
    }
    assertTrue(clipped > steps / 10 && clipped < steps * 9 / 10, clipped + " of " + steps);
  }

  static Stream<Arguments> large() {
    return Stream.of(1, 3).flatMap(threads -> Stream.of(true, false).flatMap(sparse -> Stream.of("sgd", "adam")
        .flatMap(optimizer -> Stream.of(0.0, 0.1).map(l2 -> Arguments.of(threads, sparse, optimizer, l2)))));
  }

  /** Rows that no instance of a mini-batch touches must not keep an earlier length. */
  @ParameterizedTest(name = "{0} threads, sparse: {1}, {2}, l2 {3}")
  @MethodSource("large")
  void threadsAndSparseInputsMakeNoDifference(int threads, boolean sparse, String optimizer, double l2)
      throws InterruptedException {
    // Rows of 64 and 16 parameters, which have no padding.
    Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh"), 80, 150, 64, 16)
        .mostlyZero(new Random(2));
    TrainingRun run = TrainingRun.random(1, problem, "mean", optimizer, l2);
    run.batchSize = 40;
    run.epsilon = 1e-3;
    run.maxGradientNorm = 0.3;
    Examples data = sparse ? problem.sparseExamples() : problem.examples();
    RecordingExamples examples = new RecordingExamples(data);
    Network network = problem.network();

    Training.train(network, examples, run.settings().epochs(5).threads(threads));

    ScalarTrainer oracle = new ScalarTrainer(run);
    examples.miniBatches().forEach(oracle::step);
    assertTrue(oracle.clipped() > 0);
    assertEquals(Optional.empty(),
        Tolerance.FLOAT.difference(oracle.parameters(), Parameters.of(network.layers())));
  }

  @Test
  void aLimitThatNoGradientReachesChangesNothing() throws InterruptedException {
    Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh"), 23, 4, 6, 3);
    Settings settings = settings().optimizer(new Optimizer.Momentum(0.9, false)).miniBatchSize(5).epochs(3);
    Parameters free = Training.trained(problem.network(), problem.examples(), settings);
    Parameters limited = Training.trained(problem.network(), problem.examples(),
        settings.regularization(new Regularization(0, 0, 0, 1e300)));
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(free, limited));
  }
}
