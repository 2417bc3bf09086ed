package weka.classifiers.functions.backprop.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients by backpropagation against finite differences of the oracle's loss, over random networks. */
class GradientCheckTest {

  private static final int CASES = 60;
  private static final double STEP = 1e-6;
  /** No rectified unit's sum and no absolute error may come near its kink by a step: it has no derivative there. */
  private static final double CLEAR_OF_KINKS = 1e-3;
  /** What is left of double precision after the subtraction of two losses. */
  private static final Tolerance FINITE_DIFFERENCE = new Tolerance(1e-5, 1e-6);

  /** A random network with data; what fails names it. */
  record Case(String loss, boolean mean, long seed) {

    Problem problem() {
      Random random = new Random(seed);
      return Stream.generate(() -> Problem.random(random, loss))
          .filter(p -> p.oracle(p.initial()).distanceFromKinks(p.inputs(), p.targets()) > CLEAR_OF_KINKS)
          .findFirst().orElseThrow();
    }
  }

  static Stream<Case> cases() {
    return Problem.LOSSES.stream().flatMap(loss -> Stream.of(true, false).flatMap(mean -> LongStream.range(0, CASES)
        .mapToObj(seed -> new Case(loss, mean, seed))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientIsTheFiniteDifferenceOfTheLoss(Case c) {
    Problem problem = c.problem();
    double divisor = divisor(c, problem);
    Gradients backpropagation = new Gradients(problem.network(), problem.size());

    double loss = backpropagation.run(problem.miniBatch(problem.all()), divisor);

    assertEquals(Optional.empty(), Tolerance.FLOAT.difference("loss",
        new double[] {loss(problem, problem.initial(), 1)}, new double[] {loss}), c::toString);
    assertEquals(Optional.empty(), Tolerance.FLOAT.difference(finiteDifferences(problem, divisor),
        backpropagation.gradients()), c::toString);
  }

  /** The oracle's deltas are checked too, so that it may be trusted where it is compared with whole training runs. */
  @ParameterizedTest
  @MethodSource("cases")
  @Tag("slow")
  void gradientOfTheOracleIsTheFiniteDifferenceOfTheLoss(Case c) {
    Problem problem = c.problem();
    double divisor = divisor(c, problem);
    assertEquals(Optional.empty(),
        FINITE_DIFFERENCE.difference(finiteDifferences(problem, divisor), problem.gradient(divisor)), c::toString);
  }

  static Stream<int[]> largeSizes() {
    return Stream.of(new int[] {150, 41, 70, 3}, new int[] {144, 48, 64, 16});
  }

  /** More rows and columns than the engine takes at a time, and rows that fill their vectors. */
  @ParameterizedTest
  @MethodSource("largeSizes")
  void gradientOfALargeNetworkIsTheOracles(int[] sizes) {
    Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh", "sigmoid"), 70, sizes);
    Gradients backpropagation = new Gradients(problem.network(), problem.size());
    backpropagation.run(problem.miniBatch(problem.all()), 1);
    assertEquals(Optional.empty(),
        Tolerance.FLOAT.difference(problem.gradient(1), backpropagation.gradients()));
  }

  @Test
  void earlierMiniBatchesLeaveNoTrace() {
    Problem problem = new Case("crossentropy", true, 1).problem();
    Gradients used = new Gradients(problem.network(), problem.size());
    Gradients fresh = new Gradients(problem.network(), 1);
    used.run(problem.miniBatch(problem.all()), 1);

    assertEquals(fresh.run(problem.miniBatch(0), 1), used.run(problem.miniBatch(0), 1));
    assertEquals(Optional.empty(),
        Tolerance.EXACT.difference(fresh.gradients(), used.gradients()));
  }

  private static double divisor(Case c, Problem problem) {
    return c.mean ? problem.totalWeight(problem.all()) : 1;
  }

  private static Parameters finiteDifferences(Problem problem, double divisor) {
    return FiniteDifferences.of(parameters -> loss(problem, parameters, divisor), problem.initial(), STEP);
  }

  /** Σ w E / divisor. */
  private static double loss(Problem problem, Parameters parameters, double divisor) {
    ScalarNetwork oracle = problem.oracle(parameters);
    double total = 0;
    for (int n = 0; n < problem.size(); n++) {
      total += problem.weights()[n] * oracle.loss(problem.inputs()[n], problem.targets()[n]);
    }
    return total / divisor;
  }
}
