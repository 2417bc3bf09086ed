package weka.classifiers.functions.backprop.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dropout: what is dropped, and the gradient that is left. */
class DropoutTest {

  private static final long SEED = 42;
  private static final double P = 0.4;
  private static final double STEP = 1e-6;
  private static final double TWO_TO_32 = 1L << 32;

  private static float[] factors(long seed, double p, int n) {
    float[] factors = new float[n];
    Dropout.factors(seed, p, factors, n);
    return factors;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.999})
  void theWantedPartIsDroppedAndTheExpectationStays(double p) {
    int n = 100_000;
    double dropped = 0;
    double sum = 0;
    for (float factor : factors(SEED, p, n)) {
      assertTrue(factor == 0 || factor == (float) (1 / (1 - p)), factor + " at p = " + p);
      dropped += factor == 0 ? 1 : 0;
      sum += factor;
    }
    // Five standard deviations of a binomial distribution.
    double tolerance = 5 * Math.sqrt(p * (1 - p) / n);
    assertEquals(p, dropped / n, tolerance);
    assertEquals(1, sum / n, tolerance / (1 - p) + 1e-6);
  }

  /** Neighbouring seeds, rows and layers drop as if they knew nothing of each other. */
  @Test
  void rowsDropIndependently() {
    int n = 100_000;
    float[] one = factors(Dropout.seed(SEED, 0), 0.5, n);
    for (long other : new long[] {Dropout.seed(SEED, 1), Dropout.seed(SEED + 1, 0), Dropout.seed(one.length, 0), SEED,
        Dropout.seed(Dropout.seed(SEED, 0), 0)}) {
      float[] two = factors(other, 0.5, n);
      int both = 0;
      for (int j = 0; j < n; j++) {
        both += one[j] == 0 && two[j] == 0 ? 1 : 0;
      }
      assertEquals(0.25, (double) both / n, 0.01);
    }
  }

  @Test
  void sameSeedDropsTheSame() {
    assertArrayEquals(factors(SEED, 0.5, 100), factors(SEED, 0.5, 100));
    assertArrayEquals(factors(SEED, 0.5, 10), Arrays.copyOf(factors(SEED, 0.5, 100), 10));
    assertNotEquals(Arrays.toString(factors(SEED, 0.5, 100)), Arrays.toString(factors(SEED + 1, 0.5, 100)));
  }

  /** Of SplitMix64, which is SplittableRandom's generator. */
  @Test
  void seedsAndDrawsAreThoseOfAKnownGenerator() {
    SplittableRandom generator = new SplittableRandom(SEED);
    long[] draws = LongStream.generate(generator::nextLong).limit(100).toArray();
    float[] factors = factors(SEED, P, draws.length);
    for (int k = 0; k < draws.length; k++) {
      assertEquals(draws[k], Dropout.seed(SEED, k));
      assertEquals((draws[k] >>> 32) / TWO_TO_32 < P, factors[k] == 0, "draw " + k);
    }
  }

  /** A draw is in [0, 1), so what is at p or beyond is kept. */
  @Test
  void aDrawThatIsTheProbabilityIsKept() {
    double draw = (Dropout.seed(SEED, 0) >>> 32) / TWO_TO_32;
    assertNotEquals(0, factors(SEED, draw, 1)[0]);
    assertEquals(0, factors(SEED, draw + 1 / TWO_TO_32, 1)[0]);
  }

  /** Σ w E / divisor by the oracle, with what the engine drops in its rows. */
  private static double loss(Problem problem, Parameters parameters, double divisor) {
    ScalarNetwork oracle = problem.oracle(parameters);
    double total = 0;
    for (int row = 0; row < problem.size(); row++) {
      drop(problem, oracle, row);
      total += problem.weights()[row] * oracle.loss(problem.inputs()[row], problem.targets()[row]);
    }
    return total / divisor;
  }

  private static void drop(Problem problem, ScalarNetwork oracle, int row) {
    for (int l = 0; l < problem.activations().size(); l++) {
      int units = problem.initial().biases()[l].length;
      float[] factors = factors(Dropout.seed(Dropout.seed(SEED, l), row), P, units);
      double[] exact = new double[units];
      Arrays.setAll(exact, j -> factors[j]);
      oracle.multiply(l, exact);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"crossentropy", "squarederror"})
  void gradientIsTheFiniteDifferenceOfTheLossThatDropoutLeaves(String loss) {
    for (long seed = 0; seed < 20; seed++) {
      Problem problem =
          Problem.random(new Random(seed), loss, List.of("tanh", "sigmoid", "identity"), 9, 5, 7, 6, 8, 3);
      double divisor = problem.totalWeight(problem.all());
      Gradients backpropagation = new Gradients(problem.network(), problem.size(), 1, P);
      backpropagation.dropoutSeed(SEED);
      double total = backpropagation.run(problem.miniBatch(problem.all()), divisor);

      assertEquals(Optional.empty(), Tolerance.FLOAT.difference("loss",
          new double[] {loss(problem, problem.initial(), 1)}, new double[] {total}), "seed " + seed);
      assertEquals(Optional.empty(), Tolerance.FLOAT.difference(finiteDifferences(problem, divisor),
          backpropagation.gradients()), "seed " + seed);
    }
  }

  private static Parameters finiteDifferences(Problem problem, double divisor) {
    return FiniteDifferences.of(parameters -> loss(problem, parameters, divisor), problem.initial(), STEP);
  }

  @Test
  void anotherSeedDropsOtherUnits() {
    Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh"), 9, 5, 17, 3);
    Gradients backpropagation = new Gradients(problem.network(), problem.size(), 1, P);
    backpropagation.dropoutSeed(SEED);
    double loss = backpropagation.run(problem.miniBatch(problem.all()), 1);
    assertEquals(loss, backpropagation.run(problem.miniBatch(problem.all()), 1));
    backpropagation.dropoutSeed(SEED + 1);
    assertNotEquals(loss, backpropagation.run(problem.miniBatch(problem.all()), 1));
  }

  @Test
  void anyNumberOfPartsDropsTheSame() {
    Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh", "relu"), 37, 43, 75, 16, 3);
    Gradients whole = new Gradients(problem.network(), problem.size(), 1, P);
    whole.dropoutSeed(SEED);
    double loss = whole.run(problem.miniBatch(problem.all()), 1);
    for (int parts = 2; parts <= 9; parts++) {
      Gradients divided = new Gradients(problem.network(), problem.size(), parts, P);
      divided.dropoutSeed(SEED);
      assertEquals(loss, divided.run(problem.miniBatch(problem.all()), 1), parts + " parts");
      assertEquals(Optional.empty(),
          Tolerance.EXACT.difference(whole.gradients(), divided.gradients()),
          parts + " parts");
    }
  }

  /** Rows without their zeros lose the same inputs as whole rows. */
  @Test
  void sparseRowsLoseTheInputsThatDenseRowsLose() {
    Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh"), 23, 143, 6, 3)
        .mostlyZero(new Random(2));
    List<Parameters> gradients = new ArrayList<>();
    for (Problem.Storage storage : Problem.Storage.values()) {
      Examples examples = problem.examples(storage);
      MiniBatch batch = Problem.miniBatch(examples, problem.all());
      Gradients backpropagation = new Gradients(problem.network(), problem.size());
      // The rows of an earlier mini-batch, of other lengths, are dropped into the same room.
      batch.dropInputs(P, SEED, 0, batch.size());
      examples.fill(batch, new int[] {7, 3, 5, 1}, 0, 4);
      batch.dropInputs(P, SEED, 0, batch.size());
      backpropagation.run(batch, 1);
      gradients.add(backpropagation.gradients());
    }
    assertEquals(Optional.empty(), Tolerance.FLOAT.difference(gradients.get(0), gradients.get(1)));
    assertEquals(Optional.empty(), Tolerance.FLOAT.difference(gradients.get(0), gradients.get(2)));
  }

  /** They are the training data. */
  @Test
  void droppingInputsLeavesTheExamplesAlone() {
    for (Problem.Storage storage : Problem.Storage.values()) {
      Problem problem = Problem.random(new Random(1), "crossentropy", List.of(), 5, 30, 3);
      Examples examples = problem.examples(storage);
      Gradients backpropagation = new Gradients(problem.network(), 5);
      double before = backpropagation.run(Problem.miniBatch(examples, problem.all()), 1);
      MiniBatch batch = Problem.miniBatch(examples, problem.all());
      batch.dropInputs(P, SEED, 0, batch.size());
      assertNotEquals(before, backpropagation.run(batch, 1));
      assertEquals(before, backpropagation.run(Problem.miniBatch(examples, problem.all()), 1));
    }
  }
}
