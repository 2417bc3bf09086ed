package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

/** Whole training runs of the float32 engine against the oracle's in double precision, on random networks and data. */
class TrainerAgainstOracleTest {

  private static final int SEEDS = 10;
  private static final int EPOCHS = 4;

  static Stream<TrainingRun> runs() {
    return Problem.LOSSES.stream().flatMap(loss -> Stream.of("mean", "sum").flatMap(averaging ->
        Stream.of("sgd", "momentum", "nesterov", "adam").flatMap(optimizer -> Stream.of(0.0, 0.1).flatMap(l2 ->
            LongStream.range(0, SEEDS).mapToObj(seed -> TrainingRun.random(seed, loss, averaging, optimizer, l2))))));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void lossesAndParametersAreTheOracles(TrainingRun run) {
    Trace.assertEngineIsOracle(run);
  }

  /** More rows than the optimizer takes at a time, and enough work for several threads. */
  @ParameterizedTest
  @ValueSource(strings = {"sgd", "momentum", "nesterov", "adam"})
  void aLargeNetworkIsTrainedAsTheOracles(String optimizer) {
    Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh"), 60, 150, 70, 3);
    TrainingRun run = TrainingRun.random(1, problem, "mean", optimizer, 0.1);
    // Adam's step is as long for a gradient that is all rounding error; so many of them would take the runs apart.
    run.epsilon = 1e-3;
    Trace.assertEngineIsOracle(run);
  }

  /** Training by epochs is the same steps, over whatever mini-batches the shuffle made. */
  @ParameterizedTest
  @ValueSource(strings = {"mean", "sum"})
  void epochsAreStepsOverShuffledMiniBatches(String averaging) throws InterruptedException {
    TrainingRun run = TrainingRun.random(1, "crossentropy", averaging, "momentum", 0.1);
    Problem problem = run.problem();
    RecordingExamples examples = new RecordingExamples(problem.examples());
    Network network = problem.network();

    History history = Training.train(network, examples, run.settings().epochs(EPOCHS));

    ScalarTrainer oracle = new ScalarTrainer(run);
    double[] losses = new double[EPOCHS];
    int steps = examples.miniBatches().size();
    for (int s = 0; s < steps; s++) {
      int[] instances = examples.miniBatches().get(s);
      double loss = oracle.step(instances) * (run.isMean() ? problem.totalWeight(instances) : 1);
      losses[s * EPOCHS / steps] += loss / problem.totalWeight(problem.all());
    }
    assertEquals(EPOCHS, history.size());
    Trace actual = new Trace(history.epochs().stream().mapToDouble(History.Epoch::loss).toArray(),
        Parameters.of(network.layers()));
    assertEquals(Optional.empty(), new Trace(losses, oracle.parameters()).difference(actual, Tolerance.FLOAT));
  }
}
