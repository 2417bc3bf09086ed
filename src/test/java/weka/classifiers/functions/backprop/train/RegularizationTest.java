package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;

/** L2: λ·W joins the gradient of the weights, not of the biases. */
class RegularizationTest {

  private final Problem problem = Problem.random(new Random(1), "squarederror", List.of("tanh"), 23, 4, 6, 3);

  /** Trained where the loss is 0 and the data give no gradient, so that the penalty alone moves the parameters. */
  @Test
  void thePenaltyShrinksWeightsAndLeavesBiasesAlone() throws InterruptedException {
    Network network = problem.network();
    float[][] inputs = Problem.toFloats(problem.inputs());
    float[][] targets = Problem.toFloats(network.predict(InputRows.dense(inputs)));

    Parameters trained = Training.trained(network, new Examples(InputRows.dense(inputs), targets, problem.weights()),
        settings().learningRate(0.5).l2(0.1));

    assertArrayEquals(problem.initial().biases(), trained.biases());
    for (int l = 0; l < trained.weights().length; l++) {
      for (int i = 0; i < trained.weights()[l].length; i++) {
        double[] expected = Arrays.stream(problem.initial().weights()[l][i]).map(w -> w - 0.5 * 0.1 * w).toArray();
        assertArrayEquals(expected, trained.weights()[l][i], 1e-6);
      }
    }
  }

  @Test
  void aLargerPenaltyGivesSmallerWeights() throws InterruptedException {
    double[] norms = {norm(0), norm(0.01), norm(0.1), norm(1)};
    double[] descending = Arrays.stream(norms).map(n -> -n).sorted().map(n -> -n).toArray();
    assertArrayEquals(descending, norms);
    assertEquals(4, Arrays.stream(norms).distinct().count());
    assertTrue(norms[3] < 0.5 * norms[0], Arrays.toString(norms));
  }

  private double norm(double l2) throws InterruptedException {
    Parameters trained = Training.trained(problem.network(), problem.examples(),
        settings().learningRate(0.05).l2(l2).epochs(100));
    return Stream.of(trained.weights()).flatMap(Stream::of).flatMapToDouble(Arrays::stream).map(w -> w * w).sum();
  }
}
