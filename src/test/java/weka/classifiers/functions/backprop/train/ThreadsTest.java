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
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

/** Training on several threads; the network is large enough for the trainer to use them. */
class ThreadsTest {

  private final Problem problem =
      Problem.random(new Random(1), "crossentropy", List.of("tanh", "relu"), 150, 60, 100, 37, 5)
          .mostlyZero(new Random(2));

  private Parameters train(Examples examples, int threads) throws InterruptedException {
    return Training.trained(problem.network(), examples, settings().optimizer(new Optimizer.Momentum(0.9, false))
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
    List<Long> workers = new ArrayList<>();
    train(new WatchedExamples(problem.examples(), () -> workers.add(workers())), 3);
    assertEquals(Collections.nCopies(10, 2L), workers);
    assertEquals(0, workers());
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("backprop worker")).count();
  }
}
