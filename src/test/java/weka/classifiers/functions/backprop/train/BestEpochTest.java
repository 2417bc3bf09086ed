package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;

/** The epoch of the least validation loss is the best one, whatever the losses. */
class BestEpochTest {

  private static Examples example(float target) {
    return new Examples(InputRows.dense(new float[][] {{1}}), new float[][] {{target}}, new double[] {1});
  }

  private static TrainingState trained(float target, double validationWeight, double learningRate)
      throws InterruptedException {
    Examples validation =
        new Examples(InputRows.dense(new float[][] {{1}}), new float[][] {{target}}, new double[] {validationWeight});
    Network network = Network.create(1, List.of(), 1, Loss.SQUARED_ERROR, new SplittableRandom(1));
    TrainingState state = new TrainingState(network, new Optimizer.Sgd());
    Training.train(state, example(1), validation, settings().learningRate(learningRate).epochs(3).build());
    return state;
  }

  /** The first epoch goes far beyond 1, towards 1000: it explodes, but is the better for what is held out. */
  @Test
  void anEpochThatIsRolledBackIsNotTheBest() throws InterruptedException {
    TrainingState state = trained(1000, 1, 10);
    History history = state.history();
    assertTrue(history.learningRateReductions() > 0);
    assertTrue(history.bestEpoch() > 0);
    double weight = state.best().outputLayer().weight(0, 0);
    double bias = state.best().outputLayer().bias(0);
    assertEquals(Math.pow(1000 - weight - bias, 2),
        history.epochs().get(history.bestEpoch() - 1).validationLoss(), 1);
  }

  @Test
  void theFirstEpochIsTheBestIfAllLossesAreInfinite() throws InterruptedException {
    TrainingState state = trained(1e10f, 1e300, 0.1);
    assertEquals(Double.POSITIVE_INFINITY, state.history().last().validationLoss());
    assertEquals(1, state.history().bestEpoch());
  }

  private static TrainingState untrained() {
    return new TrainingState(Network.create(1, List.of(), 1, Loss.SQUARED_ERROR, new SplittableRandom(1)),
        new Optimizer.Sgd());
  }

  /** An epoch after which the network has a given weight, and errs so much on what is held out. */
  private static void epoch(TrainingState state, float weight, double validationLoss) {
    state.network().outputLayer().parameters()[0][0] = weight;
    state.history().add(new History.Epoch(1, validationLoss, Double.NaN, 0.1, 0),
        state.observeValidation(validationLoss));
  }

  private static void assertBest(int epoch, float weight, TrainingState state) {
    assertEquals(epoch, state.history().bestEpoch());
    assertEquals(weight, state.best().outputLayer().weight(0, 0));
  }

  @Test
  void ifTheBestEpochIsForgottenTheOneBeforeIsBest() {
    TrainingState state = untrained();
    epoch(state, 1, 5);
    epoch(state, 2, 3);
    assertBest(2, 2, state);
    state.network().outputLayer().parameters()[0][0] = 1;
    state.removeEpochsAfter(1);
    assertBest(1, 1, state);
    epoch(state, 3, 4);
    assertBest(2, 3, state);
  }

  @Test
  void ifAnotherEpochIsForgottenTheBestStays() {
    TrainingState state = untrained();
    epoch(state, 1, 3);
    epoch(state, 2, 5);
    state.network().outputLayer().parameters()[0][0] = 1;
    state.removeEpochsAfter(1);
    epoch(state, 3, 4);
    assertBest(1, 1, state);
  }

  @Test
  void ifTheOnlyEpochIsForgottenTheNextIsBest() {
    TrainingState state = untrained();
    epoch(state, 1, 3);
    state.removeEpochsAfter(0);
    epoch(state, 2, 5);
    assertBest(1, 2, state);
  }
}
