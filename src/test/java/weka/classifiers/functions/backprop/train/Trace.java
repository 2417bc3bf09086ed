package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import weka.classifiers.functions.backprop.network.MiniBatch;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

/**
 * What happens in a training run.
 *
 * @param losses E of each step's mini-batch before the step
 * @param parameters after the last step
 */
record Trace(double[] losses, Parameters parameters) {

  /** The engine's. */
  static Trace ofEngine(TrainingRun run) {
    Problem problem = run.problem();
    Network network = problem.network();
    double[] losses = new double[run.steps];
    Hyperparameters settings = run.settings().build();
    TrainingStep step = new TrainingStep(new TrainingState(network, settings.optimizer()), settings, run.batchSize, 1);
    double rate = settings.learningRate().initial();
    try (Workers workers = new Workers(1, 1)) {
      for (int s = 0; s < run.steps; s++) {
        MiniBatch batch = problem.miniBatch(run.instances(s));
        losses[s] = step.take(batch, rate, workers) / (run.isMean() ? batch.totalWeight() : 1);
      }
    }
    return new Trace(losses, Parameters.of(network.layers()));
  }

  /** The oracle's. */
  static Trace ofOracle(TrainingRun run) {
    ScalarTrainer trainer = new ScalarTrainer(run);
    double[] losses = new double[run.steps];
    for (int s = 0; s < run.steps; s++) {
      losses[s] = trainer.step(run.instances(s));
    }
    return new Trace(losses, trainer.parameters());
  }

  /** Fails unless the engine does what the oracle does, up to float's rounding. */
  static void assertEngineIsOracle(TrainingRun run) {
    assertEquals(Optional.empty(), ofOracle(run).difference(ofEngine(run), Tolerance.FLOAT), run.name);
  }

  /** A description of the first difference; empty if there is none. */
  Optional<String> difference(Trace actual, Tolerance tolerance) {
    return tolerance.difference("losses", losses, actual.losses)
        .or(() -> tolerance.difference(parameters, actual.parameters));
  }
}
