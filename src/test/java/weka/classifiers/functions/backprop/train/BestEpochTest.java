package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.network.DenseExamples;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;

/** The epoch of the least validation loss is the best one, whatever the losses. */
class BestEpochTest {

  private static Examples example(float target) {
    return new DenseExamples(new float[][] {{1}}, new float[][] {{target}}, new double[] {1});
  }

  private static TrainingState trained(float target, double validationWeight, double learningRate)
      throws InterruptedException {
    Examples validation =
        new DenseExamples(new float[][] {{1}}, new float[][] {{target}}, new double[] {validationWeight});
    Network network = Network.create(1, List.of(), 1, Loss.SQUARED_ERROR, new SplittableRandom(1));
    TrainingState state = new TrainingState(network, new Optimizer.Sgd());
    new Trainer(state, example(1), validation, settings().learningRate(learningRate).epochs(3).build()).train();
    return state;
  }

  /** The first epoch goes far beyond 1, towards 1000: it explodes, but is the better for what is held out. */
  @Test
  void anEpochThatIsTakenBackIsNotTheBest() throws InterruptedException {
    TrainingState state = trained(1000, 1, 10);
    History history = state.history();
    assertTrue(history.learningRateReductions() > 0);
    assertTrue(history.bestEpoch() > 0);
    double weight = state.best().outputLayer().weights()[0][0];
    double bias = state.best().outputLayer().biases()[0];
    assertEquals(Math.pow(1000 - weight - bias, 2),
        history.epochs().get(history.bestEpoch() - 1).validationLoss(), 1);
  }

  @Test
  void theFirstEpochIsTheBestIfAllLossesAreInfinite() throws InterruptedException {
    TrainingState state = trained(1e10f, 1e300, 0.1);
    assertEquals(Double.POSITIVE_INFINITY, state.history().last().validationLoss());
    assertEquals(1, state.history().bestEpoch());
  }
}
