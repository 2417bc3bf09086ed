package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

/** Training on rows without their zeros. */
class SparseTrainingTest {

  static Stream<Arguments> optimizers() {
    return Stream.of(new Optimizer.Sgd(), new Optimizer.Momentum(0.9, false), new Optimizer.Momentum(0.9, true),
        new Optimizer.Adam(0.9, 0.999, 1e-3)).flatMap(optimizer -> Stream.of(0.0, 0.1).map(l2 ->
            Arguments.of(optimizer, l2)));
  }

  /** An input that is 0 in a whole mini-batch has no gradient, but its weights may have momentum or a penalty. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void isTrainingOnWholeRows(Optimizer optimizer, double l2) throws InterruptedException {
    Problem problem = Problem.random(new Random(1), "squarederror", List.of("tanh"), 40, 30, 7, 3)
        .mostlyZero(new Random(2));
    Settings settings = settings().optimizer(optimizer).l2(l2).learningRate(0.01).miniBatchSize(3).epochs(3);
    for (Problem.Storage storage : Problem.Storage.values()) {
      assertEquals(Optional.empty(),
          Tolerance.FLOAT.difference(Training.trained(problem.network(), problem.examples(), settings),
              Training.trained(problem.network(), problem.examples(storage), settings)));
    }
  }
}
