package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

class StepTrainerTest {

  private static final int ALL = 23;
  private final Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh"), ALL, 4, 6, 3);

  static Stream<Settings> optimizers() {
    return Stream.of(new Optimizer.Sgd(), new Optimizer.Momentum(0.9, true), new Optimizer.Adam())
        .map(optimizer -> settings().miniBatchSize(5).optimizer(optimizer));
  }

  /** Some of the examples, in that order. */
  private static Examples part(Examples all, List<Integer> indices) {
    return new Examples((k, batch, row) -> all.rows().read(indices.get(k), batch, row),
        indices.stream().map(all::target).toArray(float[][]::new),
        indices.stream().mapToDouble(all::weight).toArray());
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void stepsAreThoseOfAnEpochOnTheSameMiniBatches(Settings settings) throws InterruptedException {
    RecordingExamples recorded = new RecordingExamples(problem.examples());
    Parameters epoch = Training.trained(problem.network(), recorded, settings);
    List<Integer> order = recorded.order(0);
    Hyperparameters hyperparameters = settings.build();
    StepTrainer trainer = new StepTrainer(problem.network(), hyperparameters.optimizer());
    for (int from = 0; from < ALL; from += 5) {
      trainer.train(part(problem.examples(), order.subList(from, Math.min(ALL, from + 5))), hyperparameters);
    }
    assertEquals(5, trainer.steps());
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(epoch, Parameters.of(trainer.network().layers())));
  }

  @Test
  void theLossIsTheMeanBeforeTheStep() throws InterruptedException {
    Hyperparameters hyperparameters = settings().miniBatchSize(ALL).build();
    StepTrainer trainer = new StepTrainer(problem.network(), hyperparameters.optimizer());
    History history = Training.train(problem.network(), problem.examples(), settings());
    assertEquals(history.last().loss(), trainer.train(problem.examples(), hyperparameters), 1e-7);
  }

  @Test
  void hyperparametersMayChangeFromStepToStepButForTheOptimizer() throws InterruptedException {
    StepTrainer trainer = new StepTrainer(problem.network(), new Optimizer.Sgd());
    trainer.train(problem.examples(), settings().miniBatchSize(ALL).build());
    Parameters before = Parameters.of(trainer.network().layers());
    trainer.train(problem.examples(), settings().miniBatchSize(ALL + 7).learningRate(0.5).build());
    assertNotEquals(Optional.empty(),
        Tolerance.FLOAT.difference(before, Parameters.of(trainer.network().layers())));
    assertThrows(InvalidSettingException.class, () -> trainer.train(problem.examples(),
        settings().miniBatchSize(ALL).optimizer(new Optimizer.Adam()).build()));
  }

  /** By the formula, from the networks after each step. */
  @Test
  void theAverageApproachesTheNetworkStepByStep() throws InterruptedException {
    Hyperparameters hyperparameters = settings().miniBatchSize(ALL).build();
    StepTrainer trainer = new StepTrainer(problem.network(), hyperparameters.optimizer());
    double expected = problem.initial().weights()[0][0][0];
    for (int step = 1; step <= 3000; step++) {
      trainer.train(problem.examples(), hyperparameters);
      double share = Math.max(0.005, 9.0 / (step + 9));
      expected += share * (trainer.network().layers().get(0).weight(0, 0) - expected);
      if (step % 300 == 1) {
        assertEquals(expected, trainer.average().layers().get(0).weight(0, 0), 1e-4);
      }
    }
  }

  @Test
  void trainingThatDivergesIsRolledBackWithASmallerLearningRate() throws InterruptedException {
    Hyperparameters absurd = settings().miniBatchSize(ALL).learningRate(1e20).build();
    Network network = problem.network();
    StepTrainer trainer = new StepTrainer(network, absurd.optimizer());
    for (int step = 0; step < 40; step++) {
      trainer.train(problem.examples(), absurd);
      assertTrue(network.isFinite() && trainer.average().isFinite());
    }
    assertTrue(trainer.learningRateReductions() > 1, trainer.learningRateReductions() + " reductions");
  }

  @Test
  void anInterruptionEndsAStep() {
    Hyperparameters hyperparameters = settings().miniBatchSize(ALL).build();
    StepTrainer trainer = new StepTrainer(problem.network(), hyperparameters.optimizer());
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> trainer.train(problem.examples(), hyperparameters));
    assertEquals(Optional.empty(),
        Tolerance.EXACT.difference(problem.initial(), Parameters.of(trainer.network().layers())));
  }
}
