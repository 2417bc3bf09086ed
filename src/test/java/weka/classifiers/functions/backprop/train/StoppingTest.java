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
  private final Problem otherNoise = Problem.random(new Random(2), "crossentropy", List.of("tanh"), 300, 4, 12, 3);
  /** Targets that are half learnable: the network learns that first, and then overfits. */
  private final Problem few = noise.taught(3, 0.3);
  private final Problem others = otherNoise.taught(3, 0.3);
  /** Targets that the network predicts from the start, as far as it can be known. */
  private final Problem solved = noise.withTargets(noise.oracle(noise.initial()), 0);

  private Settings quick() {
    return settings().learningRate(0.02).optimizer(new Optimizer.Adam()).miniBatchSize(5);
  }

  private TrainingState train(Examples validation, Stopping stopping) throws InterruptedException {
    return train(validation, quick().stopping(stopping));
  }

  private TrainingState train(Examples validation, Settings settings) throws InterruptedException {
    return train(few, validation, settings);
  }

  private static TrainingState train(Problem problem, Examples validation, Settings settings)
      throws InterruptedException {
    TrainingState state = new TrainingState(problem.network(), settings.build().optimizer());
    Training.train(state, problem.examples(), validation, settings.build());
    return state;
  }

  private static Optional<String> difference(Network expected, Network actual) {
    return Tolerance.EXACT.difference(Parameters.of(expected.layers()), Parameters.of(actual.layers()));
  }

  /** The number of epochs after which the rule ends a training of these losses. */
  private static int expectedEnd(History all, ToDoubleFunction<History.Epoch> loss, int patience, double tolerance) {
    double best = Double.POSITIVE_INFINITY;
    double least = best;
    int since = 0;
    for (int epoch = 0; epoch < all.size(); epoch++) {
      double current = loss.applyAsDouble(all.epochs().get(epoch));
      since = current < best - tolerance ? 0 : since + 1;
      best = since == 0 ? current : best;
      least = Math.min(least, current);
      if (since >= patience && least < all.priorLoss()) {
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

    History stopped = train(others.examples(), new Stopping(MOST, patience, 0, tolerance)).history();

    assertEquals(end, stopped.size());
    assertEquals(History.End.STOPPED_EARLY, stopped.end());
  }

  @ParameterizedTest
  @CsvSource({"1, 0.01", "3, 0.01", "5, 0.1", "1, 0", "2, 0.2"})
  void withoutValidationTheTrainingLossCounts(int patience, double tolerance) throws InterruptedException {
    int end = expectedEnd(train(null, Stopping.after(MOST)).history(), History.Epoch::loss, patience, tolerance);
    assertTrue(end < MOST, "the training loss falls on and on: " + end);

    History stopped = train(null, new Stopping(MOST, patience, 0, tolerance)).history();

    assertEquals(end, stopped.size());
    assertEquals(History.End.CONVERGED, stopped.end());
  }

  @Test
  void withoutPatienceAllEpochsRun() throws InterruptedException {
    for (Examples validation : new Examples[] {null, others.examples()}) {
      History history = train(validation, new Stopping(30, 0, 0, 1000)).history();
      assertEquals(30, history.size());
      assertEquals(History.End.EPOCHS, history.end());
    }
  }

  /** One that can't be better by so much hasn't converged until its patience has run out. */
  @Test
  void epochsAreALimit() throws InterruptedException {
    History history = train(solved, null, still().stopping(new Stopping(30, 30, 0, 0))).history();
    assertEquals(30, history.size());
    assertEquals(History.End.EPOCHS, history.end());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void theBestEpochsNetworkIsThatOfATrainingOfSoManyEpochs(int patience) throws InterruptedException {
    TrainingState state = train(others.examples(), new Stopping(60, patience, 0, 0));
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
    TrainingState state = train(solved, solved.examples(), still().stopping(new Stopping(MOST, 3, 0, 0)));
    assertEquals(4, state.history().size());
    assertEquals(1, state.history().bestEpoch());
    assertEquals(History.End.STOPPED_EARLY, state.history().end());
  }

  /** The parameters stay as they are, so no epoch but the first is an improvement. */
  private static Settings still() {
    return settings().learningRate(1e-30).miniBatchSize(5);
  }

  /** It stops after four epochs more than the first, and is resumed for four. */
  @Test
  void aTrainingThatHasStoppedTriesAgainWhenItIsResumed() throws InterruptedException {
    Hyperparameters hopeless = still().stopping(new Stopping(MOST, 4, 0, 0.01)).build();
    TrainingState state = new TrainingState(solved.network(), hopeless.optimizer());
    Training.train(state, solved.examples(), null, hopeless);
    assertEquals(5, state.history().size());
    Training.train(state, solved.examples(), null, hopeless);
    assertEquals(9, state.history().size());
  }

  /** Its patience is that of one training, however often it is interrupted. */
  @Test
  void aTrainingThatHasNotStoppedYetKeepsCountingWhenItIsResumed() throws InterruptedException {
    Hyperparameters hopeless = still().stopping(new Stopping(MOST, 4, 0, 0.01)).build();
    TrainingState state = new TrainingState(solved.network(), hopeless.optimizer());
    Training.trainer(state, solved.examples(), null, hopeless).train(3);
    Training.train(state, solved.examples(), null, hopeless);
    assertEquals(5, state.history().size());
  }

  /** Four updates an epoch: twenty without improvement are five epochs more than the three of its patience. */
  @Test
  void patienceCountsUpdatesToo() throws InterruptedException {
    for (int updates : new int[] {0, 12, 13, 20, 21}) {
      int epochs = Math.max(3, (updates + 3) / 4);
      TrainingState state = train(solved, null, still().stopping(new Stopping(MOST, 3, updates, 0.01)));
      assertEquals(1 + epochs, state.history().size(), updates + " updates");
    }
  }

  @Test
  void anEpochOfPatienceIsFiftyUpdatesToo() {
    assertEquals(new Stopping(MOST, 20, 1000, 0), new Stopping(MOST, 20, 0));
    assertEquals(50L * Integer.MAX_VALUE, new Stopping(MOST, Integer.MAX_VALUE, 0).updates());
  }

  /** Of what is held out, with the distribution of what is trained on. */
  @Test
  void thePriorLossIsThatOfTheClassDistribution() throws InterruptedException {
    double[] prior = new double[3];
    for (int n = 0; n < few.size(); n++) {
      for (int j = 0; j < 3; j++) {
        prior[j] += few.weights()[n] * few.targets()[n][j] / few.totalWeight(few.all());
      }
    }
    double total = prior[0] + prior[1] + prior[2];
    double loss = 0;
    for (int n = 0; n < others.size(); n++) {
      for (int j = 0; j < 3; j++) {
        loss -= others.weights()[n] * others.targets()[n][j] * Math.log(prior[j] / total);
      }
    }
    assertEquals(loss / others.totalWeight(others.all()),
        train(others.examples(), Stopping.after(1)).history().priorLoss(), 1e-5);
  }

  /** Of the training data, if nothing is held out. */
  @Test
  void thePriorLossIsThatOfTheMean() throws InterruptedException {
    Problem numeric = Problem.random(new Random(1), "squarederror", List.of(), 30, 4, 1);
    double mean = 0;
    for (int n = 0; n < numeric.size(); n++) {
      mean += numeric.weights()[n] * numeric.targets()[n][0] / numeric.totalWeight(numeric.all());
    }
    double loss = 0;
    for (int n = 0; n < numeric.size(); n++) {
      loss += numeric.weights()[n] * Math.pow(numeric.targets()[n][0] - mean, 2);
    }
    assertEquals(loss / numeric.totalWeight(numeric.all()),
        train(numeric, null, still().stopping(Stopping.after(1))).history().priorLoss(), 1e-5);
  }

  /** It overfits from the first epochs on, and would otherwise have stopped after some twenty. */
  @Test
  void trainingDoesNotEndEarlyWhileNothingIsLearned() throws InterruptedException {
    History history = train(noise, otherNoise.examples(), quick().stopping(new Stopping(MOST, 3, 0, 0))).history();
    assertTrue(history.epochs().stream().allMatch(epoch -> epoch.validationLoss() >= history.priorLoss()));
    assertEquals(MOST, history.size());
    assertEquals(History.End.NO_BETTER_THAN_PRIOR, history.end());
  }

  /** 20 updates an epoch. */
  @Test
  void nothingIsLearnedAfterTenThousandUpdates() throws InterruptedException {
    History history = train(noise, otherNoise.examples(),
        quick().miniBatchSize(1).learningRate(1e-30).stopping(new Stopping(1000, 3, 0, 0))).history();
    assertEquals(501, history.size());
    assertEquals(History.End.NO_BETTER_THAN_PRIOR, history.end());
  }

  /** A training may be told to end sooner. */
  @Test
  void trainingInPiecesIsTrainingInOneGo() throws InterruptedException {
    Hyperparameters settings = quick().epochs(6).build();
    TrainingState state = new TrainingState(few.network(), settings.optimizer());
    Trainer trainer = Training.trainer(state, few.examples(), null, settings);
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
