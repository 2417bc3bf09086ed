package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.OnlineBackpropagation;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

/** Training with mini-batches of one: in a way of its own where that suits, in the general one otherwise. */
class OnlineTrainingTest {

  private final Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh", "relu"), 23, 4, 5, 3, 2)
      .mostlyZero(new Random(2));

  static Stream<TrainingRun> runs() {
    return Problem.LOSSES.stream().flatMap(loss -> Stream.of("mean", "sum").flatMap(averaging ->
        Stream.of("sgd", "momentum", "nesterov", "adam").flatMap(optimizer -> Stream.of(0.0, 0.1).flatMap(l2 ->
            Stream.of(0.0, 2.0).flatMap(norm -> LongStream.range(0, 4).mapToObj(seed -> {
              TrainingRun run = TrainingRun.random(seed, loss, averaging, optimizer, l2);
              run.batchSize = 1;
              run.maxGradientNorm = norm;
              return run;
            }))))));
  }

  /** Whatever else is asked for than plain gradient descent is done. */
  @ParameterizedTest
  @MethodSource("runs")
  void lossesAndParametersAreTheOracles(TrainingRun run) {
    Trace.assertEngineIsOracle(run);
  }

  @Test
  void plainGradientDescentTakesOnlineSteps() throws InterruptedException {
    RecordingExamples examples = new RecordingExamples(problem.examples());
    Parameters trained = Training.trained(problem.network(), examples, online());

    Network network = problem.network();
    OnlineBackpropagation steps = new OnlineBackpropagation(network);
    examples.miniBatches().forEach(instances -> steps.step(problem.miniBatch(instances),
        problem.totalWeight(instances), 0.1f));
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(Parameters.of(network.layers()), trained));
  }

  /** The steps of every optimizer but plain gradient descent, whose momenta are kept from one to the next. */
  @ParameterizedTest
  @MethodSource
  void otherOptimizersTakeOnlineStepsToo(Optimizer optimizer) throws InterruptedException {
    RecordingExamples examples = new RecordingExamples(problem.examples());
    Parameters trained = Training.trained(problem.network(), examples, online().optimizer(optimizer));

    Network network = problem.network();
    OnlineBackpropagation steps = new OnlineBackpropagation(network);
    OptimizerState state = new OptimizerState(network.layers(), optimizer);
    examples.miniBatches().forEach(instances -> {
      Optimizer.Update update = optimizer.at(0.1, state.nextStep());
      steps.step(problem.miniBatch(instances), problem.totalWeight(instances),
          (l, i, row, o, delta, units) -> update.apply(row, o, delta, units, state.slots(l, i)));
    });
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(Parameters.of(network.layers()), trained));
  }

  static Stream<Optimizer> otherOptimizersTakeOnlineStepsToo() {
    return Stream.of(new Optimizer.Momentum(0.5, false), new Optimizer.Momentum(0.5, true), new Optimizer.Adam());
  }

  @ParameterizedTest
  @EnumSource
  void sparseRowsAreTrainedOnAsDenseOnes(Problem.Storage storage) throws InterruptedException {
    assertEquals(Optional.empty(), Tolerance.FLOAT.difference(
        Training.trained(problem.network(), problem.examples(), online()),
        Training.trained(problem.network(), problem.examples(storage), online())));
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0", "0, 0.4"})
  void eachKindOfDropoutChangesTraining(double dropout, double inputDropout) throws InterruptedException {
    assertNotEquals(Optional.empty(), Tolerance.FLOAT.difference(
        Training.trained(problem.network(), problem.examples(), online()),
        Training.trained(problem.network(), problem.examples(),
            online().regularization(new Regularization(0, dropout, inputDropout, 0)))));
  }

  private static Settings online() {
    return settings().miniBatchSize(1).epochs(3);
  }
}
