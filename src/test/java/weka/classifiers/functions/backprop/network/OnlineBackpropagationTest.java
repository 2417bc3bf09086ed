package weka.classifiers.functions.backprop.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps of single examples against finite differences and the general step, over random networks. */
class OnlineBackpropagationTest {

  private static final double STEP = 1e-6;
  /** No rectified unit's sum and no absolute error may come near its kink by a step: it has no derivative there. */
  private static final double CLEAR_OF_KINKS = 1e-3;
  private static final float RATE = 0.75f;

  /** A random network and an instance that weighs more or less than 1; what fails names it. */
  record Case(String loss, boolean mean, long seed) {

    Problem problem() {
      Random random = new Random(seed);
      int[] sizes = random.ints(2 + random.nextInt(4), 1, 10).toArray();
      List<String> activations = random.ints(sizes.length - 2, 0, Problem.ACTIVATIONS.size())
          .mapToObj(Problem.ACTIVATIONS::get).toList();
      return Stream.generate(() -> Problem.random(random, loss, activations, 1, sizes))
          .filter(p -> p.oracle(p.initial()).distanceFromKinks(p.inputs(), p.targets()) > CLEAR_OF_KINKS)
          .findFirst().orElseThrow();
    }

    double divisor(Problem problem) {
      return mean ? problem.weights()[0] : 1;
    }
  }

  static Stream<Case> cases() {
    return Problem.LOSSES.stream().flatMap(loss -> Stream.of(true, false).flatMap(mean -> LongStream.range(0, 60)
        .mapToObj(seed -> new Case(loss, mean, seed))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aStepIsTheRateTimesTheFiniteDifferenceOfTheLoss(Case c) {
    Problem problem = c.problem();
    Parameters before = problem.initial();
    Parameters gradient = FiniteDifferences.of(parameters -> loss(problem, parameters) / c.divisor(problem), before,
        STEP);
    Network network = problem.network();

    double loss = new OnlineBackpropagation(network).step(problem.miniBatch(0), c.divisor(problem), RATE);

    assertEquals(Optional.empty(), Tolerance.FLOAT.difference("loss", new double[] {loss(problem, before)},
        new double[] {loss}), c::toString);
    assertEquals(Optional.empty(), Tolerance.FLOAT.difference(step(before, gradient),
        Parameters.of(network.layers())), c::toString);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aStepIsTheGeneralOne(Case c) {
    Problem problem = c.problem();
    MiniBatch batch = problem.miniBatch(0);
    Gradients general = new Gradients(problem.network(), 1);
    double loss = general.run(batch, c.divisor(problem));
    Network network = problem.network();

    assertEquals(loss, new OnlineBackpropagation(network).step(batch, c.divisor(problem), RATE), 1e-5 * (1 + loss));
    assertEquals(Optional.empty(), new Tolerance(1e-5, 1e-5).difference(
        step(problem.initial(), general.gradients()), Parameters.of(network.layers())), c::toString);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRowUpdateIsGivenTheGradientOfEachRowOnce(Case c) {
    Problem problem = c.problem();
    MiniBatch batch = problem.miniBatch(0);
    Network plain = problem.network();
    double loss = new OnlineBackpropagation(plain).step(batch, c.divisor(problem), RATE);
    Network network = problem.network();

    assertEquals(loss, new OnlineBackpropagation(network).step(batch, c.divisor(problem),
        (l, i, row, o, delta, units) -> {
          for (int j = 0; j < units; j++) {
            row[j] -= RATE * o * delta[j];
          }
        }));
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(Parameters.of(plain.layers()),
        Parameters.of(network.layers())), c::toString);
  }

  @Test
  void earlierStepsLeaveNoTrace() {
    Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh", "relu"), 2, 4, 5, 3, 2);
    Network network = problem.network();
    OnlineBackpropagation used = new OnlineBackpropagation(network);
    used.step(problem.miniBatch(0), 1, RATE);
    Network copy = network.copy();

    assertEquals(new OnlineBackpropagation(copy).step(problem.miniBatch(1), 1, RATE),
        used.step(problem.miniBatch(1), 1, RATE));
    assertEquals(Optional.empty(),
        Tolerance.EXACT.difference(Parameters.of(copy.layers()), Parameters.of(network.layers())));
  }

  @Test
  void itSuitsSmallNetworks() {
    assertTrue(OnlineBackpropagation.suits(network(8, 16, 2)));
    assertFalse(OnlineBackpropagation.suits(network(784, 128, 10)));
    assertFalse(OnlineBackpropagation.suits(network(2, 500, 2)));
  }

  private static Network network(int inputs, int units, int outputs) {
    return Network.create(inputs, List.of(new HiddenLayer(units, Activation.TANH)), outputs, Loss.CROSS_ENTROPY,
        new Random(1));
  }

  /** p - α g. */
  private static Parameters step(Parameters before, Parameters gradient) {
    Parameters after = before.copy();
    after.rows().forEach((name, row) -> {
      for (int j = 0; j < row.length; j++) {
        row[j] -= RATE * gradient.rows().get(name)[j];
      }
    });
    return after;
  }

  /** w E. */
  private static double loss(Problem problem, Parameters parameters) {
    return problem.weights()[0] * problem.oracle(parameters).loss(problem.inputs()[0], problem.targets()[0]);
  }
}
