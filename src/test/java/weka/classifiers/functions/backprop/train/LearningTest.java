package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;

/** Problems that no network without hidden units can learn. */
class LearningTest {

  private static final float[][] XOR = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

  @ParameterizedTest
  @EnumSource(names = {"SIGMOID", "TANH"})
  void xorIsClassified(Activation activation) throws InterruptedException {
    float[][] classes = {{1, 0}, {0, 1}, {0, 1}, {1, 0}};
    Network network = train(XOR, classes, Loss.CROSS_ENTROPY, List.of(new HiddenLayer(4, activation)),
        settings().learningRate(0.5).optimizer(new Optimizer.Momentum(0.9, false)).epochs(1000));
    assertEquals(1, accuracy(network, XOR, classes));
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGMOID", "TANH"})
  void xorIsApproximated(Activation activation) throws InterruptedException {
    float[][] values = {{0}, {1}, {1}, {0}};
    Network network = train(XOR, values, Loss.SQUARED_ERROR, List.of(new HiddenLayer(4, activation)),
        settings().learningRate(0.1).optimizer(new Optimizer.Momentum(0.9, false)).epochs(3000));
    double[][] predictions = network.predict(InputRows.dense(XOR));
    for (int n = 0; n < XOR.length; n++) {
      assertEquals(values[n][0], predictions[n][0], 0.05, Arrays.toString(XOR[n]));
    }
  }

  /** Lang and Witbrock's two spirals (1988): 97 points on each of two arms that coil three times about each other. */
  @Test
  void twoSpiralsAreToldApart() throws InterruptedException {
    float[][] points = new float[194][];
    float[][] classes = new float[194][];
    for (int k = 0; k < 97; k++) {
      double angle = k * Math.PI / 16;
      double radius = 6.5 * (104 - k) / 104;
      float x = (float) (radius * Math.sin(angle));
      float y = (float) (radius * Math.cos(angle));
      points[2 * k] = new float[] {x, y};
      classes[2 * k] = new float[] {1, 0};
      points[2 * k + 1] = new float[] {-x, -y};
      classes[2 * k + 1] = new float[] {0, 1};
    }
    Network network = train(points, classes, Loss.CROSS_ENTROPY,
        List.of(new HiddenLayer(20, Activation.TANH), new HiddenLayer(20, Activation.TANH)),
        settings().learningRate(0.01).optimizer(new Optimizer.Adam()).epochs(3000));
    double accuracy = accuracy(network, points, classes);
    assertTrue(accuracy >= 0.98, "accuracy " + accuracy);
  }

  private static Network train(float[][] inputs, float[][] targets, Loss loss, List<HiddenLayer> hidden,
      Settings settings) throws InterruptedException {
    double[] weights = new double[inputs.length];
    Arrays.fill(weights, 1);
    Network network =
        Network.create(inputs[0].length, hidden, targets[0].length, loss, new SplittableRandom(1));
    Training.train(network, new Examples(InputRows.dense(inputs), targets, weights), settings);
    return network;
  }

  /** Fraction of instances whose most probable class is the right one. */
  private static double accuracy(Network network, float[][] inputs, float[][] classes) {
    double[][] predictions = network.predict(InputRows.dense(inputs));
    int right = 0;
    for (int n = 0; n < inputs.length; n++) {
      int predicted = predictions[n][0] > predictions[n][1] ? 0 : 1;
      right += classes[n][predicted] == 1 ? 1 : 0;
    }
    return (double) right / inputs.length;
  }
}
