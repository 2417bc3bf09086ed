package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

/** Training with dropout of hidden units and of inputs. */
class DropoutTrainingTest {

  /** So small that no weight changes. */
  private static final double NO_STEP = 1e-30;

  private final Problem problem =
      Problem.random(new Random(1), "crossentropy", List.of("tanh", "relu"), 150, 60, 100, 37, 5)
          .mostlyZero(new Random(2));

  private static Settings settingsWith(double dropout, double inputDropout) {
    return settings().optimizer(new Optimizer.Momentum(0.9, false)).miniBatchSize(64).epochs(3)
        .regularization(new Regularization(0.01, dropout, inputDropout, 1));
  }

  private Parameters train(Examples examples, Settings settings) throws InterruptedException {
    return Training.trained(problem.network(), examples, settings);
  }

  /** Gradients are clipped and weights penalised too, so that all that threads share is there. */
  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void sameSeedGivesSameWeightsForAnyThreadCount(int threads) throws InterruptedException {
    for (Examples examples : List.of(problem.examples(), problem.sparseExamples())) {
      assertEquals(Optional.empty(), Tolerance.EXACT.difference(
          train(examples, settingsWith(0.4, 0.2).threads(1)),
          train(examples, settingsWith(0.4, 0.2).threads(threads))));
    }
  }

  @Test
  void sparseRowsAreTrainedOnAsDenseOnes() throws InterruptedException {
    assertEquals(Optional.empty(), Tolerance.FLOAT.difference(
        train(problem.examples(), settingsWith(0.4, 0.2)), train(problem.sparseExamples(), settingsWith(0.4, 0.2))));
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0", "0, 0.4"})
  void eachKindOfDropoutChangesTraining(double dropout, double inputDropout) throws InterruptedException {
    assertNotEquals(Optional.empty(), Tolerance.FLOAT.difference(
        train(problem.examples(), settingsWith(0, 0)), train(problem.examples(), settingsWith(dropout, inputDropout))));
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0", "0, 0.4"})
  void everySeedAndEveryEpochDropsOtherUnits(double dropout, double inputDropout) throws InterruptedException {
    // One instance, whose place in the mini-batch no seed can change.
    Problem one = Problem.random(new Random(1), "crossentropy", List.of("tanh", "relu"), 1, 60, 100, 37, 5);
    Settings still = settingsWith(dropout, inputDropout).learningRate(NO_STEP);
    History history = Training.train(one.network(), one.examples(), still);
    History other = Training.train(one.network(), one.examples(), still.seed(2));
    assertEquals(3, history.epochs().stream().map(History.Epoch::loss).distinct().count());
    assertNotEquals(history.last().loss(), other.last().loss());
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0", "0, 0.4"})
  void nothingIsDroppedInValidation(double dropout, double inputDropout) throws InterruptedException {
    double[] losses = new double[2];
    for (int k = 0; k < 2; k++) {
      Hyperparameters settings =
          settingsWith(k * dropout, k * inputDropout).optimizer(new Optimizer.Sgd()).learningRate(NO_STEP)
              .regularization(new Regularization(0, k * dropout, k * inputDropout, 0)).build();
      TrainingState state = new TrainingState(problem.network(), settings.optimizer());
      Training.train(state, problem.examples(), problem.examples(), settings);
      losses[k] = state.history().last().validationLoss();
      assertEquals(k == 0, Math.abs(losses[k] - state.history().last().loss()) < 1e-6);
    }
    assertEquals(losses[0], losses[1]);
  }

  /** The weights don't change, so nothing can diverge; but what few inputs or units are left of has other losses. */
  @ParameterizedTest
  @CsvSource({"0.9, 0", "0, 0.9"})
  void aLossThatDropoutMakesLargeIsNoDivergence(double dropout, double inputDropout) throws InterruptedException {
    Problem few = Problem.random(new Random(1), "squarederror", List.of("identity"), 5, 3, 3, 2);
    History history = Training.train(few.network(), few.examples(),
        settings().learningRate(NO_STEP).epochs(50).regularization(new Regularization(0, dropout, inputDropout, 0)));
    DoubleSummaryStatistics losses = history.epochs().stream().mapToDouble(History.Epoch::loss).summaryStatistics();
    assertTrue(losses.getMax() > 10 * losses.getMin(), losses.toString());
    assertEquals(0, history.learningRateReductions());
  }
}
