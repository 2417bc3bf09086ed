package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

/** Training on several threads; the network is large enough for the trainer to use them. */
class ThreadsTest {

  private final Problem problem =
      Problem.random(new Random(1), "crossentropy", List.of("tanh", "relu"), 150, 60, 100, 37, 5)
          .mostlyZero(new Random(2));

  private Parameters train(Examples examples, int threads) throws InterruptedException {
    return Training.trained(problem.network(), examples, settings().optimizer(new Optimizer.Momentum(0.9))
        .miniBatchSize(64).epochs(3).threads(threads));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void sameSeedGivesSameWeightsForAnyThreadCount(int threads) throws InterruptedException {
    for (Examples examples : List.of(problem.examples(), problem.sparseExamples())) {
      assertEquals(Optional.empty(), Tolerance.EXACT.difference(train(examples, 1), train(examples, threads)));
    }
  }

  /** Without this the test above might compare one thread with one thread. */
  @Test
  void threadsAreStartedForLargeStepsAndEndedWithTraining() throws InterruptedException {
    Examples examples = problem.examples();
    List<Long> workers = new ArrayList<>();
    Examples counting = new Examples() {
      @Override
      public int size() {
        return examples.size();
      }

      @Override
      public float[] target(int instance) {
        return examples.target(instance);
      }

      @Override
      public double weight(int instance) {
        return examples.weight(instance);
      }

      @Override
      public void fill(MiniBatch batch, int[] order, int from, int to) {
        examples.fill(batch, order, from, to);
        workers.add(workers());
      }
    };
    train(counting, 3);
    assertEquals(Collections.nCopies(9, 2L), workers);
    assertEquals(0, workers());
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("backprop worker")).count();
  }
}
