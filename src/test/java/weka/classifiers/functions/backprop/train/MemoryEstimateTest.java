package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;

/** The memory that training takes is known before it takes any. */
class MemoryEstimateTest {

  private static final int INPUTS = 100;
  private static final int OUTPUTS = 3;
  private static final int SMALL_OBJECTS = 50_000;

  private final List<HiddenLayer> hidden = new ArrayList<>();

  private static Examples examples(int size) {
    float[][] targets = new float[size][OUTPUTS];
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      targets[i][i % OUTPUTS] = 1;
      weights[i] = 1;
    }
    return new Examples(InputRows.dense(new float[size][INPUTS]), targets, weights);
  }

  /** Bytes that this thread has allocated so far. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  /** References and headers are counted at their most. */
  private static void assertAbout(double expected, double actual) {
    assertTrue(actual < 1.01 * expected + SMALL_OBJECTS && actual > 0.9 * expected, actual + " bytes allocated, not "
        + expected);
  }

  @ParameterizedTest
  @CsvSource({
      "500, 301, SGD, 32, 1000, 0, 0",
      "500, 301, NESTEROV, 32, 1000, 300, 0",
      "500, 301, ADAM, 32, 1000, 100, 0",
      "500, 301, ADAM, 0, 2000, 0, 0",
      "500, 301, ADAM, 500, 400, 600, 0.5",
      "500, 301, SGD, 1000, 2000, 0, 0.1",
      "300, 16, SGD, 1, 200000, 100000, 0",
      "1, 3000, MOMENTUM, 4, 9, 5, 0"})
  void itIsWhatStateAndTrainerAllocate(int first, int second, String optimizer, int miniBatch, int training,
      int validation, double dropout) {
    hidden.add(new HiddenLayer(first, Activation.TANH));
    hidden.add(new HiddenLayer(second, Activation.RELU));
    Hyperparameters settings = settings().miniBatchSize(miniBatch).optimizer(switch (optimizer) {
      case "SGD" -> new Optimizer.Sgd();
      case "NESTEROV" -> new Optimizer.Momentum(0.9, true);
      case "MOMENTUM" -> new Optimizer.Momentum(0.9, false);
      default -> new Optimizer.Adam();
    }).regularization(new Regularization(0, dropout, 0, 0)).build();
    MemoryEstimate memory = new MemoryEstimate(new int[] {INPUTS, first, second, OUTPUTS}, settings);
    Examples examples = examples(training);
    Examples held = validation == 0 ? null : examples(validation);
    // The first time classes are loaded.
    for (int k = 0; k < 2; k++) {
      long start = allocated();
      TrainingState state = new TrainingState(Network.create(INPUTS, hidden, OUTPUTS, Loss.CROSS_ENTROPY,
          new SplittableRandom(1)), settings.optimizer());
      assertEquals(memory.state(), MemoryEstimate.of(state.network(), settings).state());
      long middle = allocated();
      Training.trainer(state, examples, held, settings);
      // Not trained, since vectors that aren't compiled yet are allocated; so the best epoch's network is still
      // lacking.
      if (held != null) {
        state.observeValidation(1);
      }
      long end = allocated();
      if (k == 1) {
        assertAbout(memory.state(), middle - start);
        assertAbout(memory.trainer(training, validation), end - middle);
      }
    }
  }

  /** Inputs that are dropped are dropped from copies: 100 floats and 12 of padding, and the array itself. */
  @ParameterizedTest
  @CsvSource({"32, 1000, 32", "32, 7, 7", "0, 1000, 1000"})
  void droppedInputsTakeAMiniBatchMore(int miniBatch, int training, int rows) {
    Settings plain = settings().miniBatchSize(miniBatch);
    int[] widths = {INPUTS, 50, OUTPUTS};
    double without = new MemoryEstimate(widths, plain.build()).rows(training, 9);
    double with = new MemoryEstimate(widths, plain.regularization(new Regularization(0, 0, 0.2, 0)).build())
        .rows(training, 9);
    assertEquals(rows * (24 + 4 * 112), with - without);
  }

  /** More than an int, or even a long, can count. */
  @Test
  void absurdSizesAreCounted() {
    int most = Integer.MAX_VALUE;
    double bytes = new MemoryEstimate(new int[] {most, most, most}, settings().build()).trainer(most, most);
    assertTrue(bytes > 1e19 && bytes < 1e21, bytes + " bytes");
  }
}
