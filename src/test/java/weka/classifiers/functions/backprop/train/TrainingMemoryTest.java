package weka.classifiers.functions.backprop.train;

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
import weka.classifiers.functions.backprop.network.DenseExamples;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;

/** The memory that training takes is known before it takes any. */
class TrainingMemoryTest {

  private static final int INPUTS = 100;
  private static final int OUTPUTS = 3;

  private final List<HiddenLayer> hidden = new ArrayList<>();

  private static DenseExamples examples(int size) {
    float[][] targets = new float[size][OUTPUTS];
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      targets[i][i % OUTPUTS] = 1;
      weights[i] = 1;
    }
    return new DenseExamples(new float[size][INPUTS], targets, weights);
  }

  /** Bytes that this thread has allocated so far. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  /** References and headers are counted at their most. */
  private static void assertAbout(double expected, double actual) {
    assertTrue(actual < 1.01 * expected && actual > 0.9 * expected, actual + " bytes allocated, not " + expected);
  }

  @ParameterizedTest
  @CsvSource({
      "SGD, 32, 1000, 0, 0, 0",
      "NESTEROV, 32, 1000, 300, 0, 0",
      "ADAM, 32, 1000, 100, 0, 0",
      "ADAM, 0, 2000, 0, 0, 0",
      "ADAM, 500, 400, 600, 0.5, 0",
      "SGD, 1000, 2000, 0, 0.1, 0.2"})
  void itIsWhatStateAndTrainerAllocate(String optimizer, int miniBatch, int training, int validation, double dropout,
      double inputDropout) {
    hidden.add(new HiddenLayer(500, Activation.TANH));
    hidden.add(new HiddenLayer(301, Activation.RELU));
    TrainingSettings settings = settings().miniBatchSize(miniBatch).optimizer(switch (optimizer) {
      case "SGD" -> new Optimizer.Sgd();
      case "NESTEROV" -> new Optimizer.Nesterov(0.9);
      default -> new Optimizer.Adam();
    }).regularization(new Regularization(0, dropout, inputDropout, 0)).build();
    TrainingMemory memory = new TrainingMemory(new int[] {INPUTS, 500, 301, OUTPUTS}, settings);
    DenseExamples examples = examples(training);
    DenseExamples held = validation == 0 ? null : examples(validation);
    // The first time classes are loaded.
    for (int k = 0; k < 2; k++) {
      long start = allocated();
      TrainingState state = new TrainingState(Network.create(INPUTS, hidden, OUTPUTS, Loss.CROSS_ENTROPY,
          new SplittableRandom(1)), settings.optimizer());
      long middle = allocated();
      new Trainer(state, examples, held, settings);
      // Not trained, since vectors that aren't compiled yet are allocated; so the best epoch's network is still lacking.
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

  /** More than an int, or even a long, can count. */
  @Test
  void absurdSizesAreCounted() {
    int most = Integer.MAX_VALUE;
    double bytes = new TrainingMemory(new int[] {most, most, most}, settings().build()).trainer(most, most);
    assertTrue(bytes > 1e19 && bytes < 1e21, bytes + " bytes");
  }
}
