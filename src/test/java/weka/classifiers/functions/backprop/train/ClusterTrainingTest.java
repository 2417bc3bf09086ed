package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

/** Training on a cluster: like that of one machine, and the same whatever happens to its tasks. */
class ClusterTrainingTest {

  private static final Rounds ALONE = new Rounds(1, 0, 1);
  private static final Rounds USUAL = new Rounds(3, 0.5, 2);

  private final Problem problem =
      Problem.random(new Random(1), "crossentropy", List.of("tanh", "identity"), 61, 4, 6, 3).taught(2, 0.5);
  private final Examples training = InProcessCluster.part(problem.examples(), 0, 2);
  private final Examples validation = InProcessCluster.part(problem.examples(), 1, 2);

  private static Settings usual() {
    return settings().optimizer(new Optimizer.Adam()).learningRate(0.01).miniBatchSize(3).epochs(4);
  }

  private TrainingState start(Settings settings) {
    return new TrainingState(problem.network(), settings.build().optimizer());
  }

  private static TrainingState train(TrainingState state, Cluster cluster, Rounds rounds, Settings settings)
      throws InterruptedException {
    Trainer.onCluster(state, cluster, rounds, settings.build(), TrainingListener.NONE).train();
    return state;
  }

  private TrainingState train(int partitions, long chance, Rounds rounds, Settings settings)
      throws InterruptedException {
    return train(start(settings), new InProcessCluster(InProcessCluster.deal(training, validation, partitions), chance),
        rounds, settings);
  }

  /** The losses and rates of each epoch; without the seconds, which differ. */
  private static List<String> course(TrainingState state) {
    List<String> course = new ArrayList<>();
    state.history().epochs().forEach(epoch -> course.add(epoch.loss() + " " + epoch.validationLoss() + " "
        + epoch.learningRate()));
    course.add(state.history().bestEpoch() + " " + state.history().end() + " "
        + state.history().learningRateReductions());
    return course;
  }

  private static void assertSame(TrainingState expected, TrainingState actual) {
    assertEquals(course(expected), course(actual));
    assertArrayEquals(FlatState.copyOf(expected).values(), FlatState.copyOf(actual).values());
    assertEquals(expected.optimizer().steps(), actual.optimizer().steps());
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(Parameters.of(expected.best().layers()),
        Parameters.of(actual.best().layers())));
  }

  static Stream<Settings> settingsOfAllKinds() {
    return Stream.of(usual(), usual().optimizer(new Optimizer.Sgd()),
        usual().optimizer(new Optimizer.Momentum(0.9, true)),
        usual().regularization(new Regularization(0.01, 0.3, 0.2, 1)), usual().miniBatchSize(0),
        usual().schedule(Schedule.COSINE, 0.5, 1), usual().schedule(Schedule.PLATEAU, 0.5, 1),
        usual().stopping(new Stopping(50, 2, 0, 0.01)), usual().learningRate(1e4),
        usual().optimizer(new Optimizer.Sgd()).learningRate(1e3));
  }

  @ParameterizedTest
  @MethodSource("settingsOfAllKinds")
  void onePartitionTrainsAsOneMachineToTheBit(Settings settings) throws InterruptedException {
    TrainingState expected = start(settings);
    Training.train(expected, training, validation, settings.build());
    assertSame(expected, train(1, 1, ALONE, settings));
    // Where nothing is averaged, rounds are but pauses; the losses are added up in another order.
    assertArrayEquals(FlatState.copyOf(expected).values(),
        FlatState.copyOf(train(1, 1, new Rounds(4, 0, 1), settings)).values());
  }

  @Test
  void onePartitionWithoutValidationTrainsAsOneMachineToTheBit() throws InterruptedException {
    TrainingState expected = start(usual());
    Training.train(expected, training, null, usual().build());
    assertSame(expected, train(start(usual()),
        new InProcessCluster(InProcessCluster.deal(training, null, 1), 1), ALONE, usual()));
  }

  @ParameterizedTest
  @MethodSource("settingsOfAllKinds")
  @Tag("slow")
  void orderAndRepetitionOfTasksChangeNoBit(Settings settings) throws InterruptedException {
    TrainingState expected = train(5, 1, USUAL, settings);
    for (long chance = 2; chance < 5; chance++) {
      assertSame(expected, train(5, chance, USUAL, settings));
    }
  }

  @Test
  void emptyPartitionsDoNotCount() throws InterruptedException {
    List<Shard> shards = new ArrayList<>(InProcessCluster.deal(training, validation, 2));
    TrainingState expected = train(start(usual()), new InProcessCluster(shards, 1), USUAL, usual());
    shards.add(new Shard(InProcessCluster.part(null, 0, 1), InProcessCluster.part(null, 0, 1)));
    assertSame(expected, train(start(usual()), new InProcessCluster(shards, 1), USUAL, usual()));
  }

  /** A partition of a single mini-batch has nothing to do in two of three rounds. */
  @Test
  void partitionsOfFewerMiniBatchesThanRoundsSitSomeOut() throws InterruptedException {
    Examples few = InProcessCluster.part(training, 0, 15);
    List<Shard> shards = List.of(new Shard(training, validation), new Shard(few, InProcessCluster.part(null, 0, 1)));
    TrainingState state = train(start(usual()), new InProcessCluster(shards, 1), USUAL, usual());
    assertEquals(4, state.history().size());
    assertTrue(state.network().isFinite());
  }

  /** One step of SGD in each of two partitions is one step with the mean of their gradients. */
  @Test
  void theAverageOfSingleStepsIsTheStepOfTheAverage() throws InterruptedException {
    Settings settings = settings().learningRate(0.1).epochs(1);
    TrainingState whole = start(settings);
    Training.train(whole, training, null, settings.build());
    TrainingState parts = train(start(settings),
        new InProcessCluster(InProcessCluster.deal(training, null, 2), 1), ALONE, settings);
    assertEquals(whole.history().last().loss(), parts.history().last().loss(), 1e-6);
    assertEquals(Optional.empty(), new Tolerance(1e-6, 1e-6).difference(Parameters.of(whole.network().layers()),
        Parameters.of(parts.network().layers())));
  }

  @Test
  void momentumCarriesAveragesOn() throws InterruptedException {
    Settings settings = settings().learningRate(0.1).epochs(2);
    List<Shard> shards = InProcessCluster.deal(training, null, 2);
    float[] start = FlatState.copyOf(start(settings)).values()[0];
    float[] first = parameters(shards, settings().learningRate(0.1).epochs(1), 0.5);
    assertArrayEquals(parameters(shards, settings().learningRate(0.1).epochs(1), 0), first, 1e-6f);
    // The second average begins at the first, and the step to it is half the first one longer.
    TrainingState second = start(settings);
    train(second, new InProcessCluster(shards, 1), new Rounds(1, 0.5, 1), settings);
    TrainingState without = start(settings);
    train(without, new InProcessCluster(shards, 1), new Rounds(1, 0, 1), settings);
    float[] expected = FlatState.copyOf(without).values()[0];
    for (int i = 0; i < expected.length; i++) {
      expected[i] += 0.5f * (first[i] - start[i]);
    }
    assertArrayEquals(expected, FlatState.copyOf(second).values()[0], 1e-6f);
  }

  private float[] parameters(List<Shard> shards, Settings settings, double momentum) throws InterruptedException {
    return FlatState.copyOf(train(start(settings), new InProcessCluster(shards, 1), new Rounds(1, momentum, 1),
        settings)).values()[0];
  }

  /** The parts' shuffles and dropout differ, even where their data are the same. */
  @Test
  void partitionsDrawOtherNumbers() throws InterruptedException {
    NetworkShape shape = new NetworkShape(problem.network());
    LocalRound round = new LocalRound(shape, usual().build(), 0, 0.01, 0, 1);
    FlatState start = FlatState.copyOf(start(usual()));
    Shard shard = new Shard(training, validation);
    float[] a = round.run(0, start, shard).state().values()[0];
    assertArrayEquals(a, round.run(0, start, shard).state().values()[0]);
    assertFalse(Arrays.equals(a, round.run(1, start, shard).state().values()[0]));
  }

  @Test
  void divergenceIsRolledBackOnClustersToo() throws InterruptedException {
    Settings wild = usual().optimizer(new Optimizer.Sgd()).learningRate(3e3);
    TrainingState state = train(3, 1, USUAL, wild);
    assertTrue(state.history().learningRateReductions() > 0);
    assertTrue(state.network().isFinite());
    assertEquals(4, state.history().size());
    Settings hopeless = usual().optimizer(new Optimizer.Sgd()).learningRate(1e30);
    assertThrows(DivergedException.class, () -> train(3, 1, USUAL, hopeless));
  }

  @Test
  void trainingStopsEarlyAndKeepsTheBestEpoch() throws InterruptedException {
    Settings settings = usual().learningRate(0.05).stopping(new Stopping(200, 3, 0, 0));
    TrainingState state = train(2, 1, USUAL, settings);
    History history = state.history();
    assertEquals(History.End.STOPPED_EARLY, history.end());
    assertTrue(history.size() < 200);
    assertEquals(history.size() - 3, history.bestEpoch());
  }

  /** A saved state and what moves the averages are all that is needed to continue with the same bits. */
  @Test
  void trainingContinuesFromACheckpointToTheSameBits() throws InterruptedException {
    Rounds rounds = new Rounds(2, 0, 2);
    TrainingState expected = train(3, 1, rounds, usual());
    TrainingState half = train(3, 1, rounds, usual().epochs(2));
    TrainingState read = InProcessCluster.copy(half);
    assertSame(expected, train(read, new InProcessCluster(InProcessCluster.deal(training, validation, 3), 2), rounds,
        usual().epochs(2)));
  }

  @Test
  void aListenerEndsTrainingBetweenRounds() throws InterruptedException {
    TrainingState state = start(usual());
    InProcessCluster cluster = new InProcessCluster(InProcessCluster.deal(training, validation, 2), 1);
    Trainer.onCluster(state, cluster, USUAL, usual().build(),
        (history, part, lastEpoch) -> history.size() < 1 || part < 0.5).train();
    assertEquals(1, state.history().size());
    assertEquals(History.End.ENDED_BY_USER, state.history().end());
  }

  @Test
  void roundsSuitPartitionsAndSteps() {
    assertEquals(new Rounds(1, 0, 1), Rounds.suiting(1, 1000));
    assertEquals(new Rounds(1, 0, Math.sqrt(3)), Rounds.suiting(3, 1000));
    assertEquals(new Rounds(4, 0.5, 2), Rounds.suiting(4, 1000));
    assertEquals(new Rounds(2, 0.5, Math.sqrt(8)), Rounds.suiting(8, 149));
    assertEquals(new Rounds(1, 0.5, Math.sqrt(8)), Rounds.suiting(8, 49));
    assertThrows(InvalidSettingException.class, () -> new Rounds(0, 0, 1));
    assertThrows(InvalidSettingException.class, () -> new Rounds(1, 1, 1));
    assertThrows(InvalidSettingException.class, () -> new Rounds(1, 0, Double.NaN));
  }
}
