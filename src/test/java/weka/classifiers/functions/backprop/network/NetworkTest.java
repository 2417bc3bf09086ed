package weka.classifiers.functions.backprop.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  static Stream<String> losses() {
    return Problem.LOSSES.stream();
  }

  private static Network create(long seed, HiddenLayer... hidden) {
    return Network.create(3, List.of(hidden), 2, Loss.CROSS_ENTROPY, new SplittableRandom(seed));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void predictionsAreTheOraclesOutputs(String loss) {
    LongStream.range(0, 50).forEach(seed -> {
      Problem problem = Problem.random(new Random(seed), loss);
      double[][] predictions = problem.network().predict(InputRows.dense(Problem.toFloats(problem.inputs())));
      assertEquals(problem.size(), predictions.length);
      for (int n = 0; n < problem.size(); n++) {
        double[] expected = problem.oracle(problem.initial()).outputs(problem.inputs()[n]);
        assertEquals(Optional.empty(), Tolerance.FLOAT.difference("outputs", expected, predictions[n]),
            "seed " + seed + ", instance " + n);
      }
    });
  }

  @Test
  void predictionsDependOnTheInstanceAlone() {
    Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh", "relu"), 23, 5, 17, 6, 3);
    float[][] inputs = Problem.toFloats(problem.inputs());
    Network network = problem.network();
    double[][] together = network.predict(InputRows.dense(inputs));
    for (int n = 0; n < inputs.length; n++) {
      assertArrayEquals(network.predict(InputRows.dense(new float[][] {inputs[n]}))[0], together[n], "instance " + n);
    }
  }

  @Test
  void manyThreadsMayPredictAtOnce() {
    Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh"), 50, 5, 17, 3);
    float[][] inputs = Problem.toFloats(problem.inputs());
    Network network = problem.network();
    double[][] expected = network.predict(InputRows.dense(inputs));
    IntStream.range(0, 200).parallel()
        .forEach(k -> assertArrayEquals(expected, network.predict(InputRows.dense(inputs))));
  }

  @Test
  void predictingNothingGivesNothing() {
    assertEquals(0, create(1).predict(InputRows.dense(new float[0][])).length);
  }

  @Test
  void layersMustFitTogether() {
    List<Layer> layers = List.of(new Layer(3, 5, Activation.TANH), new Layer(4, 2, Activation.IDENTITY));
    String message = assertThrows(IllegalArgumentException.class, () -> new Network(layers, Loss.SQUARED_ERROR))
        .getMessage();
    assertTrue(message.contains("4") && message.contains("5"), message);
  }

  @Test
  void theOutputLayersActivationMustBeTheIdentity() {
    List<Layer> layers = List.of(new Layer(3, 2, Activation.TANH));
    assertThrows(IllegalArgumentException.class, () -> new Network(layers, Loss.SQUARED_ERROR));
  }

  @Test
  void parametersAreCountedWithoutPadding() {
    Network network = create(1, new HiddenLayer(5, Activation.TANH), new HiddenLayer(4, Activation.RELU));
    assertEquals((3 + 1) * 5 + (5 + 1) * 4 + (4 + 1) * 2, network.parameterCount());
  }

  @Test
  void sameSeedGivesSameInitialWeights() {
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(initial(1), initial(1)));
    assertNotEquals(Optional.empty(), Tolerance.EXACT.difference(initial(1), initial(2)));
  }

  private static Parameters initial(long seed) {
    return Parameters.of(create(seed, new HiddenLayer(5, Activation.TANH)).layers());
  }

  /** With parameters of 1e9, large inputs would give sums that aren't. */
  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -1e9f, Float.MAX_VALUE})
  void aNetworkIsFiniteIfAllItsParametersAre(float value) {
    Network network = create(1, new HiddenLayer(17, Activation.TANH));
    assertTrue(network.isFinite());
    network.layers().get(0).parameters()[2][16] = value;
    assertFalse(network.isFinite());
    network.layers().get(0).parameters()[2][16] = 1e8f;
    assertTrue(network.isFinite());
    network.outputLayer().parameters()[17][1] = value;
    assertFalse(network.isFinite());
  }

  /** With the largest weights that count as finite, and the largest inputs that there are. */
  @ParameterizedTest
  @ValueSource(strings = {"RELU", "IDENTITY"})
  void probabilitiesAreNumbersHoweverDeepAndFarTheNetworkGoes(Activation activation) {
    SplittableRandom random = new SplittableRandom(1);
    for (int depth = 1; depth <= 8; depth++) {
      Network network = create(depth, Collections.nCopies(depth, new HiddenLayer(20, activation))
          .toArray(HiddenLayer[]::new));
      for (Layer layer : network.layers()) {
        for (int i = 0; i < layer.inputs(); i++) {
          for (int j = 0; j < layer.units(); j++) {
            layer.parameters()[i][j] = random.nextBoolean() ? 3e8f : -3e8f;
          }
        }
      }
      assertTrue(network.isFinite());
      double[] dense = network.predict(InputRows.dense(new float[][] {{1e9f, -1e9f, 1e9f}}))[0];
      assertEquals(1, dense[0] + dense[1], 1e-12);
      InputRows sparse = new InputRows(new int[][] {{0, 1, 2}}, new float[][] {{1e9f, -1e9f, 1e9f}});
      assertArrayEquals(dense, network.predict(sparse)[0]);
      for (double output : network.lastHidden(new float[] {1e9f, -1e9f, 1e9f})) {
        assertTrue(Double.isFinite(output), "depth " + depth + ": " + output);
      }
    }
  }

  /** It is scratch space of the kernels. */
  @Test
  void paddingOfParametersChangesNothing() {
    Network network = create(1, new HiddenLayer(17, Activation.TANH));
    float[][] inputs = {{1, 2, 3}};
    double[] expected = network.predict(InputRows.dense(inputs))[0];
    for (Layer layer : network.layers()) {
      for (float[] row : layer.parameters()) {
        Arrays.fill(row, layer.units(), row.length, Float.NaN);
      }
    }
    assertArrayEquals(expected, network.predict(InputRows.dense(inputs))[0]);
    assertTrue(network.isFinite());
  }

  /** After Glorot and Bengio (2010), or He et al. (2015) for rectified linear units; 48 weights fill their row. */
  @ParameterizedTest
  @CsvSource({"SIGMOID, 0.01", "TANH, 0.01", "RELU, 0.0131579", "IDENTITY, 0.01"})
  void initialWeightsHaveTheVarianceThatSuitsTheActivation(Activation activation, double variance) {
    Network network = Network.create(152, List.of(new HiddenLayer(48, activation)), 2, Loss.CROSS_ENTROPY,
        new SplittableRandom(1));
    Parameters initial = Parameters.of(network.layers());
    double[] weights = Stream.of(initial.weights()[0]).flatMapToDouble(Arrays::stream).toArray();
    assertEquals(0, Arrays.stream(weights).average().orElseThrow(), 0.01);
    assertEquals(variance, Arrays.stream(weights).map(w -> w * w).average().orElseThrow(), 0.05 * variance);
    assertArrayEquals(new double[48], initial.biases()[0]);
  }

  @Test
  void aNetworkOfZerosPredictsTheUniformDistribution() {
    assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25},
        Network.constant(2, new float[4], Loss.CROSS_ENTROPY).predict(InputRows.dense(new float[][] {{1, -1}}))[0]);
  }

  /** With no inputs at all, too. */
  @Test
  void aConstantNetworkPredictsItsSums() {
    for (int inputs = 0; inputs < 3; inputs++) {
      Network network = Network.constant(inputs, new float[] {0.5f, -2, 7}, Loss.SQUARED_ERROR);
      InputRows zeros = InputRows.dense(new float[][] {new float[inputs]});
      assertArrayEquals(new double[] {0.5, -2, 7}, network.predict(zeros)[0]);
    }
  }

  @Test
  void aCopyHasTheSameParametersButOfItsOwn() {
    Network network = create(1, new HiddenLayer(17, Activation.TANH));
    Network copy = network.copy();
    assertEquals(Optional.empty(),
        Tolerance.EXACT.difference(Parameters.of(network.layers()), Parameters.of(copy.layers())));
    assertEquals(network.layers().stream().map(Layer::activation).toList(),
        copy.layers().stream().map(Layer::activation).toList());
    copy.outputLayer().parameters()[17][1] = 5;
    assertEquals(0, network.outputLayer().bias(1));
    network.set(copy);
    assertEquals(5, network.outputLayer().bias(1));
  }

  /** They are what the output layer sums: here O = Σ_i w_ij h_i + b_j. */
  @ParameterizedTest
  @MethodSource("hidden")
  void theLastHiddenOutputsAreWhatTheOutputsAreSummedFrom(List<String> activations, int[] sizes) {
    Problem problem = Problem.random(new Random(1), "squarederror", activations, 1, sizes);
    Network network = problem.network();
    float[] input = Problem.toFloats(problem.inputs())[0];
    double[] hidden = network.lastHidden(input);
    assertEquals(network.lastHiddenLayer().orElseThrow().units(), hidden.length);
    int last = activations.size();
    double[] expected = problem.initial().biases()[last].clone();
    for (int i = 0; i < hidden.length; i++) {
      for (int j = 0; j < expected.length; j++) {
        expected[j] += problem.initial().weights()[last][i][j] * hidden[i];
      }
    }
    assertEquals(Optional.empty(),
        Tolerance.FLOAT.difference("outputs", expected, network.predict(InputRows.dense(new float[][] {input}))[0]));
  }

  static Stream<Arguments> hidden() {
    return Stream.of(Arguments.of(List.of("tanh"), new int[] {4, 6, 3}),
        Arguments.of(List.of("tanh", "relu"), new int[] {4, 6, 17, 3}),
        Arguments.of(List.of("sigmoid", "relu", "tanh"), new int[] {4, 6, 5, 7, 3}));
  }

  @Test
  void aNetworkWithoutHiddenLayersHasNoLastOne() {
    assertEquals(Optional.empty(), create(1).lastHiddenLayer());
  }
}
