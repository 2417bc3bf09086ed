package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

/** Training that is resumed with other data than those before: what depends on data is measured again. */
class ResumeWithOtherDataTest {

  private final Problem first = labelled(1, 200, 0, 1);
  private final Problem firstHeldOut = labelled(2, 50, 0, 1);
  private final Problem second = labelled(3, 200, 0, 1, 2);
  private final Problem secondHeldOut = labelled(4, 50, 0, 1, 2);

  /** The label is that of the largest of the first inputs, among the labels that occur. */
  private static Problem labelled(long seed, int n, int... labels) {
    Problem random = Problem.random(new Random(seed), "crossentropy", List.of("tanh"), n, 3, 16, 3);
    double[][] targets = new double[n][3];
    for (int i = 0; i < n; i++) {
      double[] x = random.inputs()[i];
      targets[i][Arrays.stream(labels).boxed().max((a, b) -> Double.compare(x[a], x[b])).orElseThrow()] = 1;
    }
    return new Problem(random.activations(), random.loss(), random.inputs(), targets, random.weights(),
        random.initial());
  }

  private static Settings adam() {
    return settings().optimizer(new Optimizer.Adam()).learningRate(0.01).miniBatchSize(10);
  }

  private TrainingState trained(Settings settings) throws InterruptedException {
    TrainingState state = new TrainingState(first.network(), settings.build().optimizer());
    Training.train(state, first.examples(), firstHeldOut.examples(), settings.build());
    return state;
  }

  private static double loss(Problem problem, TrainingState state) {
    double loss = 0;
    for (int n = 0; n < problem.size(); n++) {
      loss += problem.weights()[n] * problem.oracle(Parameters.of(state.best().layers()))
          .loss(problem.inputs()[n], problem.targets()[n]);
    }
    return loss / problem.totalWeight(problem.all());
  }

  /** Whose loss on the label that it hasn't seen would be taken for an explosion. */
  @Test
  void aLabelThatWasAbsentIsLearned() throws InterruptedException {
    TrainingState state = trained(adam().stopping(Stopping.after(300)));
    double before = loss(secondHeldOut, state);
    assertTrue(before > 3 * Math.log(3), "a loss of " + before);

    Training.train(state, second.examples(), secondHeldOut.examples(), adam().stopping(Stopping.after(50)).build());

    assertEquals(0, state.history().learningRateReductions());
    assertTrue(state.history().bestEpoch() > 300, "best epoch " + state.history().bestEpoch());
    assertTrue(loss(secondHeldOut, state) < 0.3, "a loss of " + loss(secondHeldOut, state));
  }

  /** The losses of the data before, which the new ones can't reach, don't count. */
  @Test
  void patienceStartsAgain() throws InterruptedException {
    Settings patient = adam().stopping(new Stopping(100, 5, 0, 0));
    TrainingState state = trained(patient);
    int epochs = state.history().size();
    Training.train(state, second.examples(), secondHeldOut.examples(), patient.build());
    assertTrue(state.history().size() > epochs + 15, state.history().size() + " epochs after " + epochs);
    assertTrue(state.history().bestEpoch() > epochs, state.history().bestEpoch() + " after " + epochs);
  }

  @Test
  void theBestNetworkStaysThatIfItIsBetterOnTheOtherDataToo() throws InterruptedException {
    Settings steps = adam().stopping(Stopping.after(20));
    TrainingState state = trained(steps);
    int best = state.history().bestEpoch();
    assertEquals(20, best);
    Parameters parameters = Parameters.of(state.best().layers());
    // An epoch that makes it worse, by the data that were held out first, and by those after.
    Training.train(state, second.examples(), firstHeldOut.examples(), steps.epochs(1).learningRate(1).build());
    Training.train(state, first.examples(), labelled(5, 60, 0, 1).examples(),
        steps.epochs(1).learningRate(1e-30).build());
    assertEquals(best, state.history().bestEpoch());
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(parameters, Parameters.of(state.best().layers())));
  }

  @Test
  void theLastNetworkIsTheBestIfNothingIsHeldOutAnyMore() throws InterruptedException {
    TrainingState state = trained(adam().stopping(Stopping.after(20)));
    Training.train(state, second.examples(), null, adam().stopping(Stopping.after(10)).build());
    assertEquals(30, state.history().bestEpoch());
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(Parameters.of(state.network().layers()),
        Parameters.of(state.best().layers())));
  }

  @Test
  void plateausAndReductionsOfTheDataBeforeDoNotCount() throws InterruptedException {
    Settings settings = settings().learningRate(100).miniBatchSize(10).schedule(Schedule.PLATEAU, 0.5, 1)
        .stopping(new Stopping(8, 0, 0, 1e9));
    TrainingState state = trained(settings);
    assertTrue(state.plateaus > 0);
    assertTrue(state.history().learningRateReductions() > 0);
    int reductions = state.history().learningRateReductions();
    Training.train(state, second.examples(), secondHeldOut.examples(), settings.epochs(1).learningRate(0.125).build());
    assertEquals(0.125, state.history().last().learningRate());
    assertEquals(reductions, state.history().learningRateReductions());
  }

  /** An interruption of what is measured leaves the network as it was, and it is measured when training is resumed. */
  @Test
  void measuringIsInterrupted() throws InterruptedException {
    TrainingState state = trained(adam().stopping(Stopping.after(20)));
    Parameters before = Parameters.of(state.network().layers());
    for (int fill = 1; fill <= 2; fill++) {
      Examples interrupting = WatchedExamples.interruptingAt(fill, secondHeldOut.examples());
      Trainer trainer =
          Training.trainer(state, second.examples(), interrupting, adam().stopping(Stopping.after(30)).build());
      assertThrows(InterruptedException.class, () -> trainer.train(1));
      assertEquals(20, state.history().size());
      assertEquals(Optional.empty(), Tolerance.EXACT.difference(before, Parameters.of(state.network().layers())));
    }
    Training.train(state, second.examples(), secondHeldOut.examples(), adam().stopping(Stopping.after(30)).build());
    assertEquals(0, state.history().learningRateReductions());
    assertTrue(state.history().bestEpoch() > 20);
  }

  /** On a cluster as well. */
  @Test
  void aClusterMeasuresAsOneMachineDoes() throws InterruptedException {
    Settings settings = adam().stopping(new Stopping(30, 5, 0, 0));
    TrainingState alone = trained(settings);
    TrainingState cluster = trained(settings);
    Training.train(alone, second.examples(), secondHeldOut.examples(), settings.build());
    Trainer.onCluster(cluster, new InProcessCluster(
        InProcessCluster.deal(second.examples(), secondHeldOut.examples(), 1), 1), new Rounds(1, 0, 1),
        settings.build(), TrainingListener.NONE).train(Integer.MAX_VALUE);
    assertArrayEquals(losses(alone), losses(cluster));
    assertEquals(alone.history().bestEpoch(), cluster.history().bestEpoch());
    assertEquals(alone.history().priorLoss(), cluster.history().priorLoss());
  }

  private static double[] losses(TrainingState state) {
    return state.history().epochs().stream().mapToDouble(History.Epoch::validationLoss).toArray();
  }

  /** Other inputs, targets, weights or order, dense or sparse: what is hashed is what is trained on. */
  @Test
  void otherDataAreNoticed() {
    Examples examples = first.examples();
    assertEquals(examples.fingerprint(), labelled(1, 200, 0, 1).examples().fingerprint());
    for (int part = 0; part < 3; part++) {
      double[][] inputs = Arrays.stream(first.inputs()).map(double[]::clone).toArray(double[][]::new);
      double[][] targets = Arrays.stream(first.targets()).map(double[]::clone).toArray(double[][]::new);
      double[] weights = first.weights().clone();
      inputs[7][1] += part == 0 ? 1 : 0;
      targets[7][1] += part == 1 ? 1 : 0;
      weights[7] += part == 2 ? 1 : 0;
      Problem other = new Problem(first.activations(), first.loss(), inputs, targets, weights, first.initial());
      assertNotEquals(examples.fingerprint(), other.examples().fingerprint());
      assertNotEquals(first.sparseExamples().fingerprint(), other.sparseExamples().fingerprint());
    }
  }
}
