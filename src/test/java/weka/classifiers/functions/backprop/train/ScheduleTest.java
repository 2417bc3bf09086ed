package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.network.Problem;

/** Each schedule of the learning rate against its formula, for decay 0.5 over 4 epochs. */
class ScheduleTest {

  private static final double EXACT = 1e-15;

  /** A loss is never better than another by so much: no epoch but the first improves. */
  private static final double HOPELESS = 1e9;

  private static LearningRate rate(Schedule schedule) {
    return new LearningRate(0.25, schedule, 0.5, 4);
  }

  private static double[] factors(Schedule schedule, int epochs) {
    return IntStream.range(0, epochs).mapToDouble(epoch -> rate(schedule).factor(epoch, epochs, 0)).toArray();
  }

  @Test
  void constantNeverChanges() {
    assertArrayEquals(new double[] {1, 1, 1}, factors(Schedule.CONSTANT, 3));
  }

  @Test
  void exponentialFallsByTheSamePartInEveryEpoch() {
    double part = Math.pow(0.5, 0.25);
    assertArrayEquals(new double[] {1, part, part * part, part * part * part, 0.5, 0.5 * part},
        factors(Schedule.EXPONENTIAL, 6), EXACT);
  }

  @Test
  void stepFallsAtTheEndOfItsEpochs() {
    assertArrayEquals(new double[] {1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25}, factors(Schedule.STEP, 9));
  }

  @Test
  void cosineFallsFromOneToAlmostZero() {
    double h = Math.sqrt(0.5);
    assertArrayEquals(new double[] {1, (1 + h) / 2, 0.5, (1 - h) / 2}, factors(Schedule.COSINE, 4), EXACT);
    assertArrayEquals(new double[] {1}, factors(Schedule.COSINE, 1));
  }

  @Test
  void plateauFallsWithEveryPlateau() {
    LearningRate rate = rate(Schedule.PLATEAU);
    assertEquals(4, rate.plateauEpochs());
    for (int plateaus = 0; plateaus < 4; plateaus++) {
      assertEquals(Math.pow(0.5, plateaus), rate.factor(100, 200, plateaus));
    }
  }

  /** The rates that a training says it had. */
  private static double[] rates(Schedule schedule, int decayEpochs, double tolerance, int epochs)
      throws InterruptedException {
    Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh"), 23, 4, 6, 3);
    History history = Training.train(problem.network(), problem.examples(), settings().learningRate(0.25)
        .schedule(schedule, 0.5, decayEpochs).stopping(new Stopping(epochs, 0, 0, tolerance)));
    return history.epochs().stream().mapToDouble(History.Epoch::learningRate).toArray();
  }

  @Test
  void trainingMultipliesTheLearningRate() throws InterruptedException {
    for (Schedule schedule : EnumSet.complementOf(EnumSet.of(Schedule.PLATEAU))) {
      double[] expected = IntStream.range(0, 9).mapToDouble(e -> 0.25 * rate(schedule).factor(e, 9, 0)).toArray();
      assertArrayEquals(expected, rates(schedule, 4, 0, 9), EXACT, schedule.toString());
    }
  }

  @Test
  void theRateFallsWheneverTheLossHasNotImprovedForSoManyEpochs() throws InterruptedException {
    assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.125, 0.125, 0.0625, 0.0625},
        rates(Schedule.PLATEAU, 2, HOPELESS, 7));
  }

  @Test
  void theRateStaysWhileTheLossImproves() throws InterruptedException {
    assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25, 0.25}, rates(Schedule.PLATEAU, 1, 0, 5));
  }
}
