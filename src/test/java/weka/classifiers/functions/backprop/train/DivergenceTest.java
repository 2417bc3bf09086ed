package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.MiniBatch;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.ScalarNetwork;
import weka.classifiers.functions.backprop.network.Tolerance;

/** Training that diverges leaves the network as after the last good epoch. */
class DivergenceTest {

  private static final int ALL = 23;
  private final Problem problem = Problem.random(new Random(1), "squarederror", List.of("identity"), ALL, 4, 6, 3);

  static Stream<Optimizer> optimizers() {
    return Stream.of(new Optimizer.Sgd(), new Optimizer.Momentum(0.9, false), new Optimizer.Momentum(0.9, true),
        new Optimizer.Adam());
  }

  private Settings quick(Optimizer optimizer) {
    return settings().optimizer(optimizer).miniBatchSize(5).epochs(3);
  }

  private TrainingState start(Optimizer optimizer) {
    return new TrainingState(problem.network(), optimizer);
  }

  private History train(TrainingState state, Settings settings) throws InterruptedException {
    Training.train(state, problem.examples(), null, settings.build());
    return state.history();
  }

  private static Optional<String> difference(TrainingState expected, TrainingState actual) {
    return Tolerance.EXACT.difference(Parameters.of(expected.network().layers()),
        Parameters.of(actual.network().layers()));
  }

  /** Nothing is left of the epochs that diverged: the training is that of the smaller rate from the start. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void trainingStartsAgainWithATenthOfTheRate(Optimizer optimizer) throws InterruptedException {
    TrainingState state = start(optimizer);
    History history = train(state, quick(optimizer).learningRate(30));
    double rate = history.epochs().get(0).learningRate();
    assertTrue(history.learningRateReductions() > 0);
    assertEquals(30 * Math.pow(0.1, history.learningRateReductions()), rate, 1e-9);
    assertTrue(history.epochs().stream().allMatch(epoch -> Double.isFinite(epoch.loss())));
    assertTrue(state.network().isFinite());
    assertEquals(3, history.size());

    TrainingState small = start(optimizer);
    train(small, quick(optimizer).learningRate(rate));

    assertEquals(0, small.history().learningRateReductions());
    assertEquals(Optional.empty(), difference(small, state));
  }

  /** The optimizer's state and the order of the instances go back too. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void aLaterEpochGoesBackToTheOneBefore(Optimizer optimizer) throws InterruptedException {
    TrainingState state = start(optimizer);
    train(state, quick(optimizer).learningRate(0.01));
    assertEquals(0, state.history().learningRateReductions());
    train(state, quick(optimizer).learningRate(1e3).epochs(1));
    double rate = state.history().last().learningRate();
    assertTrue(state.history().learningRateReductions() > 0 && rate < 1e3);

    TrainingState expected = start(optimizer);
    train(expected, quick(optimizer).learningRate(0.01));
    train(expected, quick(optimizer).learningRate(rate).epochs(1));

    assertEquals(Optional.empty(), difference(expected, state));
    assertEquals(expected.history().last().loss(), state.history().last().loss());
  }

  /** An epoch's loss is taken before its steps, of which the last one, or the only one, may spoil the network too. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void anEpochIsGoodOnlyIfItsLastStepIs(Optimizer optimizer) throws InterruptedException {
    for (int miniBatchSize : new int[] {0, 5, 12}) {
      for (double rate : new double[] {0.1, 0.5, 1, 5, 10, 100, 1000}) {
        for (int epochs : new int[] {1, 10}) {
          TrainingState state = start(optimizer);
          History history = train(state, settings().optimizer(optimizer).miniBatchSize(miniBatchSize).epochs(epochs)
              .learningRate(rate));
          assertEquals(epochs, history.size());
          double first = history.epochs().get(0).loss();
          double last = loss(state);
          assertTrue(last <= 3 * first, rate + ": " + last + " after " + first);
        }
      }
    }
  }

  /** Nothing comes after it to show so; and what has been undone must not stay in the history. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void aLastEpochThatSpoilsTheNetworkIsTrainedAgain(Optimizer optimizer) throws InterruptedException {
    Settings oneStep = settings().optimizer(optimizer).epochs(1);
    TrainingState state = start(optimizer);
    train(state, oneStep.learningRate(100));
    assertEquals(1, state.history().size());
    double rate = state.history().last().learningRate();
    assertTrue(rate < 100);
    TrainingState small = start(optimizer);
    train(small, oneStep.learningRate(rate));
    assertEquals(0, small.history().learningRateReductions());
    assertEquals(Optional.empty(), difference(small, state));
  }

  /** Mean loss of the network as it is, by the oracle. */
  private double loss(TrainingState state) {
    ScalarNetwork oracle = problem.oracle(Parameters.of(state.network().layers()));
    double loss = 0;
    for (int n = 0; n < problem.size(); n++) {
      loss += problem.weights()[n] * oracle.loss(problem.inputs()[n], problem.targets()[n]);
    }
    return loss / problem.totalWeight(problem.all());
  }

  /** That the only step of an epoch has spoilt the network shows in the next one; then both are rolled back. */
  @Test
  void anEpochThatTheNextOneFindsSpoiltIsForgotten() throws InterruptedException {
    Settings wholeBatches = settings().epochs(4);
    TrainingState state = start(new Optimizer.Sgd());
    History history = train(state, wholeBatches.learningRate(30));
    double rate = history.last().learningRate();
    assertTrue(history.learningRateReductions() > 0);
    assertEquals(4, history.size());
    assertTrue(history.epochs().stream().allMatch(epoch -> epoch.learningRate() == rate));

    TrainingState small = start(new Optimizer.Sgd());
    train(small, wholeBatches.learningRate(rate));

    assertEquals(Optional.empty(), difference(small, state));
  }

  /** What it is measured by is the larger of the losses of the first mini-batch and of a network of zeros. */
  @Test
  void aNetworkThatBeginsFarOffDoesNotDiverge() throws InterruptedException {
    TrainingState state = start(new Optimizer.Sgd());
    Layer output = state.network().outputLayer();
    Arrays.fill(output.parameters()[output.inputs()], 100);
    History history = train(state, quick(new Optimizer.Sgd()).learningRate(1e-5));
    assertEquals(0, history.learningRateReductions());
    assertTrue(history.last().loss() < history.epochs().get(0).loss());
  }

  /** Its schedule continues from there. */
  @Test
  void theSmallerRateStays() throws InterruptedException {
    TrainingState state = start(new Optimizer.Sgd());
    train(state, quick(new Optimizer.Sgd()).learningRate(10).schedule(Schedule.STEP, 0.5, 1));
    double[] rates = state.history().epochs().stream().mapToDouble(History.Epoch::learningRate).toArray();
    assertArrayEquals(new double[] {rates[0], rates[0] / 2, rates[0] / 4}, rates, 1e-12);
    assertTrue(rates[0] < 10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e20, 1e38})
  void aHopelessTrainingEndsWithItsLastGoodNetwork(double rate) throws InterruptedException {
    TrainingState state = start(new Optimizer.Sgd());
    train(state, quick(new Optimizer.Sgd()).learningRate(0.01));
    Parameters good = Parameters.of(state.network().layers());

    DivergedException e = assertThrows(DivergedException.class,
        () -> train(state, quick(new Optimizer.Sgd()).learningRate(rate)));

    assertTrue(e.getMessage().contains("epoch 4"), e.getMessage());
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(good, Parameters.of(state.network().layers())));
    assertEquals(3, state.history().size());
    assertEquals(5, state.history().learningRateReductions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"crossentropy", "squarederror", "absoluteerror", "huber"})
  void noLossEndsInANetworkThatIsNotFinite(String loss) throws InterruptedException {
    for (double rate = 1e-3; rate < 1e12; rate *= 10) {
      Problem random = Problem.random(new Random(3), loss, List.of("relu", "relu"), ALL, 4, 6, 5, 3);
      Network network = random.network();
      try {
        History history = Training.train(network, random.examples(), quick(new Optimizer.Momentum(0.9, false))
            .learningRate(rate).epochs(5));
        double first = history.epochs().get(0).loss();
        assertTrue(history.last().loss() <= 3 * Math.max(first, 10), loss + " " + rate + ": " + history.last());
      } catch (DivergedException e) {
        assertTrue(rate > 10, loss + " " + rate + ": " + e.getMessage());
      }
      assertTrue(network.isFinite(), loss + " " + rate);
    }
  }

  /**
   * A loss is a mean by the instances' weights, and so must be what it is measured by. Here the heavy instances are far
   * from 0, and the many that hardly count are at 0.
   */
  @Test
  void aLossThatWeightsMakeLargeIsNoDivergence() throws InterruptedException {
    int n = 1000;
    Random random = new Random(1);
    float[][] inputs = new float[n][1];
    float[][] targets = new float[n][1];
    double[] weights = new double[n];
    Arrays.fill(weights, 1e-6);
    for (int i = 0; i < n; i++) {
      inputs[i][0] = (float) random.nextGaussian();
    }
    for (int i = 0; i < 2; i++) {
      targets[i][0] = 2 * i - 1;
      weights[i] = 1000;
    }
    // Its first prediction is 0, so that the first mini-batch, all at 0, has no loss.
    Network network = Problem.random(random, "squarederror", List.of(), 1, 1, 1).network();
    for (float[] row : network.outputLayer().parameters()) {
      Arrays.fill(row, 0);
    }
    History history = Training.train(network, new Examples(InputRows.dense(inputs), targets, weights),
        settings().learningRate(1e-3).miniBatchSize(10).epochs(2));
    assertEquals(0, history.learningRateReductions());
  }

  /** Losses of other data may be far larger, without anything having exploded. */
  @Test
  void trainingIsResumedWithDataOfLargerLosses() throws InterruptedException {
    TrainingState state = start(new Optimizer.Adam());
    train(state, quick(new Optimizer.Adam()).learningRate(0.01));
    double[][] far = Arrays.stream(problem.targets())
        .map(row -> Arrays.stream(row).map(y -> 100 * y).toArray()).toArray(double[][]::new);
    Examples larger = new Examples(problem.examples().rows(), Problem.toFloats(far), problem.weights());
    Training.train(state, larger, null, quick(new Optimizer.Adam()).learningRate(0.01).build());
    assertEquals(6, state.history().size());
    assertEquals(0, state.history().learningRateReductions());
  }

  /**
   * Updates after each instance, at a rate from MultilayerPerceptron: the losses of an epoch may hide that its network
   * is spoilt, and so may those of the next one. Seed 10 of these ended with both remembered networks spoilt.
   */
  @Test
  void trainingThatIsSpoiltForEpochsRecovers() throws InterruptedException {
    int recovered = 0;
    for (int seed = 1; seed <= 200; seed++) {
      Problem problem = sum(new Random(seed), 8);
      History history = Training.train(problem.network(), problem.examples(),
          settings().learningRate(0.3).miniBatchSize(1).epochs(30).seed(seed));
      assertEquals(30, history.size());
      recovered += history.learningRateReductions() > 0 ? 1 : 0;
    }
    assertTrue(recovered > 100, recovered + " recovered");
  }

  /** The sine of a sum of two inputs, standardised roughly. */
  private static Problem sum(Random random, int n) {
    Problem noise = Problem.random(random, "squarederror", List.of("tanh"), n, 2, 4, 1);
    double[][] targets = Arrays.stream(noise.inputs()).map(x -> new double[] {1.4 * Math.sin(x[0] - x[1])})
        .toArray(double[][]::new);
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return new Problem(noise.activations(), noise.loss(), noise.inputs(), targets, ones, noise.initial());
  }

  /** Which no learning rate could help. */
  @Test
  void aFirstNetworkThatIsHopelessIsNotBlamedOnTheLearningRate() {
    double[][] huge = Arrays.stream(problem.inputs())
        .map(row -> Arrays.stream(row).map(x -> 1e9 * x).toArray()).toArray(double[][]::new);
    Examples examples = new Examples(InputRows.dense(Problem.toFloats(huge)), Problem.toFloats(problem.targets()),
        problem.weights());
    Network network = problem.network();
    // The first mini-batch, by whose loss an explosion is seen, is predicted well.
    Examples zeroFirst = new ExamplesAround(examples) {
      private boolean begun;

      @Override
      public void fill(MiniBatch batch, int[] order, int from, int to) {
        (begun ? examples : problem.examples()).fill(batch, order, from, to);
        begun = true;
      }
    };
    DivergedException e = assertThrows(DivergedException.class,
        () -> Training.train(network, zeroFirst, settings().miniBatchSize(5).learningRate(1e-30).epochs(3)));
    assertFalse(e.isDueToLearningRate());
    assertFalse(e.getMessage().contains("learning rate"), e.getMessage());
  }

  /** A training that finds all networks that it remembers spoilt starts again with the first one. */
  @Test
  void inTheLastResortTrainingStartsAgainWithTheFirstNetwork() throws InterruptedException {
    Optimizer momentum = new Optimizer.Momentum(0.9, false);
    TrainingState state = start(momentum);
    train(state, quick(momentum).learningRate(1e-3));
    Parameters first = Parameters.of(state.network().layers());
    Divergence divergence = new Divergence(state, new SpoiltEpochs(2), quick(momentum).build());
    for (int epoch = 0; epoch < 4; epoch++) {
      divergence.remember();
      state.network().outputLayer().parameters()[0][0]++;
      state.optimizer().nextStep();
      assertEquals(epoch > 1, divergence.isIn(epoch > 1 ? 1e9 : 0));
      state.history().add(new History.Epoch(0, Double.NaN, Double.NaN, 1, 0), true);
    }
    divergence.rollBack(1);
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(first, Parameters.of(state.network().layers())));
    assertEquals(3, state.history().size());
    assertEquals(0, state.optimizer().steps());
    assertEquals(0, state.optimizer().slots(0, 0)[0][0]);
    assertEquals(0.1, state.learningRateFactor);
  }
}
