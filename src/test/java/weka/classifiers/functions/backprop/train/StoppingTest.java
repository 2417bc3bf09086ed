package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

/** When training ends, and with which weights. */
class StoppingTest {

  private static final int MOST = 200;

  /** Random targets: there is nothing to learn but the training data themselves. */
  private final Problem noise = Problem.random(new Random(1), "crossentropy", List.of("tanh"), 20, 4, 12, 3);
  private final Problem others = Problem.random(new Random(2), "crossentropy", List.of("tanh"), 300, 4, 12, 3);

  private Settings quick() {
    return settings().learningRate(0.02).optimizer(new Optimizer.Adam()).miniBatchSize(5);
  }

  private TrainingState train(Examples validation, Stopping stopping) throws InterruptedException {
    return train(validation, quick().stopping(stopping));
  }

  private TrainingState train(Examples validation, Settings settings) throws InterruptedException {
    TrainingState state = new TrainingState(noise.network(), settings.build().optimizer());
    Training.train(state, noise.examples(), validation, settings.build());
    return state;
  }

  private static Optional<String> difference(Network expected, Network actual) {
    return Tolerance.EXACT.difference(Parameters.of(expected.layers()), Parameters.of(actual.layers()));
  }

  /** The number of epochs after which the rule ends a training of these losses. */
  private static int expectedEnd(History all, ToDoubleFunction<History.Epoch> loss, int patience, double tolerance) {
    double best = Double.POSITIVE_INFINITY;
    int since = 0;
    for (int epoch = 0; epoch < all.size(); epoch++) {
      double current = loss.applyAsDouble(all.epochs().get(epoch));
      since = current < best - tolerance ? 0 : since + 1;
      best = since == 0 ? current : best;
      if (since == patience) {
        return epoch + 1;
      }
    }
    return all.size();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "3, 0", "10, 0", "3, 0.001", "3, 0.01", "20, 0.01", "2, 0.1"})
  void trainingEndsWhenTheValidationLossHasNotImproved(int patience, double tolerance) throws InterruptedException {
    History all = train(others.examples(), Stopping.after(MOST)).history();
    int end = expectedEnd(all, History.Epoch::validationLoss, patience, tolerance);
    assertTrue(end < MOST, "the data overfit too late: " + end);

    History stopped = train(others.examples(), new Stopping(MOST, patience, tolerance)).history();

    assertEquals(end, stopped.size());
    assertEquals(History.End.STOPPED_EARLY, stopped.end());
  }

  @ParameterizedTest
  @CsvSource({"1, 0.01", "3, 0.01", "5, 0.1", "1, 0", "2, 1000"})
  void withoutValidationTheTrainingLossCounts(int patience, double tolerance) throws InterruptedException {
    int end = expectedEnd(train(null, Stopping.after(MOST)).history(), History.Epoch::loss, patience, tolerance);
    assertTrue(end < MOST, "the training loss falls on and on: " + end);

    History stopped = train(null, new Stopping(MOST, patience, tolerance)).history();

    assertEquals(end, stopped.size());
    assertEquals(History.End.CONVERGED, stopped.end());
  }

  @Test
  void withoutPatienceAllEpochsRun() throws InterruptedException {
    for (Examples validation : new Examples[] {null, others.examples()}) {
      History history = train(validation, new Stopping(30, 0, 1000)).history();
      assertEquals(30, history.size());
      assertEquals(History.End.EPOCHS, history.end());
    }
  }

  /** One that can't be better by so much hasn't converged until its patience has run out. */
  @Test
  void epochsAreALimit() throws InterruptedException {
    History history = train(null, new Stopping(30, 30, 1000)).history();
    assertEquals(30, history.size());
    assertEquals(History.End.EPOCHS, history.end());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void theBestEpochsNetworkIsThatOfATrainingOfSoManyEpochs(int patience) throws InterruptedException {
    TrainingState state = train(others.examples(), new Stopping(60, patience, 0));
    int best = state.history().bestEpoch();
    assertTrue(best > 1 && best < state.history().size(), "best epoch " + best);
    double least = state.history().epochs().stream().mapToDouble(History.Epoch::validationLoss).min().orElseThrow();
    assertEquals(least, state.history().epochs().get(best - 1).validationLoss());

    TrainingState exactly = train(null, Stopping.after(best));

    assertEquals(Optional.empty(), difference(exactly.network(), state.best()));
    assertNotEquals(Optional.empty(), difference(state.network(), state.best()));
  }

  @Test
  void withoutValidationTheLastEpochIsTheBest() throws InterruptedException {
    TrainingState state = train(null, Stopping.after(7));
    assertEquals(7, state.history().bestEpoch());
    assertEquals(Optional.empty(), difference(state.network(), state.best()));
  }

  /** The mean over the instances, by their weights, of the network after the epoch. */
  @Test
  void theValidationLossIsThatOfTheNetworkAfterTheEpoch() throws InterruptedException {
    TrainingState state = train(others.examples(), Stopping.after(3));
    double loss = 0;
    for (int n = 0; n < others.size(); n++) {
      loss += others.weights()[n]
          * others.oracle(Parameters.of(state.network().layers())).loss(others.inputs()[n], others.targets()[n]);
    }
    assertEquals(loss / others.totalWeight(others.all()), state.history().last().validationLoss(), 1e-5);
  }

  /** More than the trainer takes at a time, on several threads. */
  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void theValidationLossIsTheSameForAnyThreadCount(int threads) throws InterruptedException {
    Problem large = Problem.random(new Random(1), "crossentropy", List.of("tanh", "relu"), 150, 60, 100, 37, 5);
    Problem held = Problem.random(new Random(2), "crossentropy", List.of("tanh", "relu"), 601, 60, 100, 37, 5);
    double[][] losses = new double[2][];
    for (int k = 0; k < 2; k++) {
      Hyperparameters settings = settings().miniBatchSize(64).epochs(2).threads(k == 0 ? 1 : threads).build();
      TrainingState state = new TrainingState(large.network(), settings.optimizer());
      Training.train(state, large.examples(), held.examples(), settings);
      losses[k] = state.history().epochs().stream().mapToDouble(History.Epoch::validationLoss).toArray();
    }
    assertEquals(Optional.empty(), Tolerance.EXACT.difference("validation losses", losses[0], losses[1]));
  }

  /** One whose loss does not fall any more, not even by rounding, since nothing moves. */
  @Test
  void anEqualLossIsNoImprovement() throws InterruptedException {
    Settings still = settings().learningRate(1e-30).stopping(new Stopping(MOST, 3, 0));
    TrainingState state = train(others.examples(), still);
    assertEquals(4, state.history().size());
    assertEquals(1, state.history().bestEpoch());
    assertEquals(History.End.STOPPED_EARLY, state.history().end());
  }

  /** No epoch but the first can improve by so much: it stops after four more, and is resumed for four. */
  @Test
  void aTrainingThatHasStoppedTriesAgainWhenItGoesOn() throws InterruptedException {
    Hyperparameters hopeless = quick().stopping(new Stopping(MOST, 4, 1000)).build();
    TrainingState state = new TrainingState(noise.network(), hopeless.optimizer());
    Training.train(state, noise.examples(), null, hopeless);
    assertEquals(5, state.history().size());
    Training.train(state, noise.examples(), null, hopeless);
    assertEquals(9, state.history().size());
  }

  /** Its patience is that of one training, however often it is interrupted. */
  @Test
  void aTrainingThatHasNotStoppedYetKeepsCountingWhenItGoesOn() throws InterruptedException {
    Hyperparameters hopeless = quick().stopping(new Stopping(MOST, 4, 1000)).build();
    TrainingState state = new TrainingState(noise.network(), hopeless.optimizer());
    Training.trainer(state, noise.examples(), null, hopeless).train(3);
    Training.train(state, noise.examples(), null, hopeless);
    assertEquals(5, state.history().size());
  }

  /** A training may be told to end sooner. */
  @Test
  void trainingInPiecesIsTrainingInOneGo() throws InterruptedException {
    Hyperparameters settings = quick().epochs(6).build();
    TrainingState state = new TrainingState(noise.network(), settings.optimizer());
    Trainer trainer = Training.trainer(state, noise.examples(), null, settings);
    trainer.train(2);
    assertEquals(2, state.history().size());
    trainer.train(0);
    trainer.train(3);
    assertEquals(5, state.history().size());
    trainer.train(1000);
    assertEquals(6, state.history().size());
    assertTrue(trainer.isDone());
    assertEquals(Optional.empty(), difference(train(null, Stopping.after(6)).network(), state.network()));
  }
}
