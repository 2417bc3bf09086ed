package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

class TrainerTest {

  private static final int ALL = 23;
  private final Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh"), ALL, 4, 6, 3);
  private final RecordingExamples examples = new RecordingExamples(problem.examples());

  /** Parameters after training. */
  private Parameters train(Examples data, Settings settings) throws InterruptedException {
    return Training.trained(problem.network(), data, settings);
  }

  @Test
  void everyEpochVisitsEveryInstanceOnce() throws InterruptedException {
    train(examples, settings().miniBatchSize(5).epochs(3));
    assertEquals(List.of(5, 5, 5, 5, 3, 5, 5, 5, 5, 3, 5, 5, 5, 5, 3), examples.sizes());
    for (int epoch = 0; epoch < 3; epoch++) {
      assertEquals(IntStream.range(0, ALL).boxed().toList(), examples.order(epoch).stream().sorted().toList());
    }
  }

  @Test
  void everyEpochHasAnOrderOfItsOwn() throws InterruptedException {
    train(examples, settings().miniBatchSize(5).epochs(3));
    assertNotEquals(examples.order(0), examples.order(1));
    assertNotEquals(examples.order(0), examples.order(2));
    assertNotEquals(examples.order(1), examples.order(2));
    assertNotEquals(IntStream.range(0, ALL).boxed().toList(), examples.order(0));
  }

  @Test
  void sameSeedGivesSameOrdersAndSameWeights() throws InterruptedException {
    RecordingExamples again = new RecordingExamples(problem.examples());
    Settings settings = settings().miniBatchSize(5).epochs(3).seed(42);
    assertEquals(Optional.empty(),
        Tolerance.EXACT.difference(train(examples, settings), train(again, settings)));
    assertEquals(IntStream.range(0, 3).mapToObj(examples::order).toList(),
        IntStream.range(0, 3).mapToObj(again::order).toList());
  }

  @Test
  void anotherSeedGivesOtherOrdersAndOtherWeights() throws InterruptedException {
    RecordingExamples other = new RecordingExamples(problem.examples());
    Settings settings = settings().miniBatchSize(5).epochs(3);
    Parameters weights = train(examples, settings.seed(1));
    assertNotEquals(Optional.empty(), Tolerance.FLOAT.difference(weights, train(other, settings.seed(2))));
    assertNotEquals(examples.order(0), other.order(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, ALL, ALL + 1, 1_000_000_000})
  void miniBatchesOfZeroOrOfMoreThanAllHoldAllInstances(int miniBatchSize) throws InterruptedException {
    train(examples, settings().miniBatchSize(miniBatchSize).epochs(2));
    assertEquals(List.of(ALL, ALL), examples.sizes());
  }

  @Test
  void noEpochsTrainNothing() throws InterruptedException {
    Parameters weights = train(examples, settings().epochs(0));
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(problem.initial(), weights));
    assertEquals(List.of(), examples.sizes());
  }

  /** Weights are exact in training by full batches only: else the copy may be in another mini-batch. */
  @ParameterizedTest
  @EnumSource
  void anInstanceOfWeightTwoIsTwoInstances(BatchAveraging averaging) throws InterruptedException {
    Settings settings = settings().averaging(averaging).learningRate(0.02).epochs(10);
    double[] weights = new double[ALL];
    Arrays.fill(weights, 1);
    weights[3] = 2;
    int[] doubled = IntStream.concat(IntStream.range(0, ALL), IntStream.of(3)).toArray();
    double[] ones = new double[ALL + 1];
    Arrays.fill(ones, 1);

    int[] all = IntStream.range(0, ALL).toArray();
    Parameters once = train(instances(all, weights), settings);

    assertEquals(Optional.empty(), Tolerance.FLOAT.difference(once, train(instances(doubled, ones), settings)));
    assertNotEquals(Optional.empty(),
        Tolerance.FLOAT.difference(once, train(instances(all, Arrays.copyOf(ones, ALL)), settings)));
  }

  private Examples instances(int[] rows, double[] weights) {
    double[][] inputs = Arrays.stream(rows).mapToObj(i -> problem.inputs()[i]).toArray(double[][]::new);
    double[][] targets = Arrays.stream(rows).mapToObj(i -> problem.targets()[i]).toArray(double[][]::new);
    return new Problem(problem.activations(), problem.loss(), inputs, targets, weights, problem.initial()).examples();
  }

  @Test
  void everyEpochTellsHowLongItTook() throws InterruptedException {
    long start = System.nanoTime();
    History history = Training.train(problem.network(), examples, settings().epochs(20));
    double elapsed = (System.nanoTime() - start) / 1e9;
    assertTrue(history.epochs().stream().allMatch(epoch -> epoch.seconds() > 0));
    double total = history.epochs().stream().mapToDouble(History.Epoch::seconds).sum();
    assertTrue(total < elapsed, total + " of " + elapsed);
  }

  @Test
  void anInterruptedThreadDoesNotTrain() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> train(examples, settings()));
  }

  @Test
  void anInterruptEndsTrainingBeforeTheNextMiniBatch() {
    Examples interrupting = WatchedExamples.interruptingAt(7, examples);
    assertThrows(InterruptedException.class,
        () -> train(interrupting, settings().miniBatchSize(5).epochs(1000)));
    assertTrue(examples.sizes().size() < 10, examples.sizes().size() + " mini-batches");
  }

  /** Five mini-batches are an epoch; the twelfth is in the third. */
  @ParameterizedTest
  @MethodSource("weka.classifiers.functions.backprop.train.DivergenceTest#optimizers")
  void anInterruptedEpochLeavesTheNetworkAsAfterTheLastWholeOne(Optimizer optimizer) throws InterruptedException {
    Settings settings = settings().optimizer(optimizer).miniBatchSize(5).epochs(4);
    TrainingState state = new TrainingState(problem.network(), optimizer);
    Examples interrupting = WatchedExamples.interruptingAt(12, problem.examples());
    Trainer trainer = Training.trainer(state, interrupting, null, settings.build());
    assertThrows(InterruptedException.class, () -> trainer.train(Integer.MAX_VALUE));
    assertEquals(2, state.history().size());
    Parameters two = train(problem.examples(), settings().optimizer(optimizer).miniBatchSize(5).epochs(2));
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(two, Parameters.of(state.network().layers())));

    trainer.train(Integer.MAX_VALUE);

    Parameters four = train(problem.examples(), settings);
    assertEquals(4, state.history().size());
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(four, Parameters.of(state.network().layers())));
    assertNotEquals(Optional.empty(), Tolerance.EXACT.difference(two, four));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e20, 1e38})
  void trainingThatDivergesFails(double learningRate) {
    Settings settings = settings().learningRate(learningRate).miniBatchSize(5).epochs(20);
    Problem steep = Problem.random(new Random(1), "squarederror", List.of("identity"), ALL, 4, 6, 3);
    DivergedException e = assertThrows(DivergedException.class,
        () -> Training.train(steep.network(), steep.examples(), settings));
    assertTrue(e.getMessage().contains("epoch 1"), e.getMessage());
  }

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }
}
