package weka.classifiers.functions.backprop.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The work of a training step divided into parts, for threads to share. */
class PartsTest {

  private static final int MOST = 9;
  private final Problem problem =
      Problem.random(new Random(1), "crossentropy", List.of("tanh", "relu"), 37, 143, 75, 16, 3)
          .mostlyZero(new Random(2));

  @ParameterizedTest
  @EnumSource
  void anyNumberOfPartsGivesTheSameBits(Problem.Storage storage) {
    MiniBatch batch = Problem.miniBatch(problem.examples(storage), problem.all());
    Gradients whole = new Gradients(problem.network(), problem.size());
    double loss = whole.run(batch, 1);
    for (int parts = 2; parts <= MOST; parts++) {
      Gradients divided = new Gradients(problem.network(), problem.size(), parts, 0);
      assertEquals(loss, divided.run(batch, 1), parts + " parts");
      assertEquals(Optional.empty(),
          Tolerance.EXACT.difference(whole.gradients(), divided.gradients()),
          parts + " parts");
    }
  }

  /** Parts of a step may be done at once, so each must do without the others of its step. */
  @Test
  void partsOfAStepMayBeDoneInAnyOrder() {
    MiniBatch batch = problem.miniBatch(problem.all());
    Gradients ascending = new Gradients(problem.network(), problem.size(), 4, 0);
    Gradients descending = new Gradients(problem.network(), problem.size(), 4, 0);
    double loss = ascending.run(batch, 1);

    assertEquals(loss, descending.run(batch, 1, 3, 2, 1, 0));
    assertEquals(Optional.empty(),
        Tolerance.EXACT.difference(ascending.gradients(), descending.gradients()));
  }

  /** Else the optimizer would leave a row where it is, or take its step twice. */
  @ParameterizedTest
  @EnumSource
  void everyRowOfParametersIsVisitedOnce(Problem.Storage storage) {
    MiniBatch batch = Problem.miniBatch(problem.examples(storage), problem.all());
    List<String> expected = new ArrayList<>();
    List<Layer> layers = problem.network().layers();
    for (int l = 0; l < layers.size(); l++) {
      addRows(l, 0, layers.get(l).inputs() + 1, expected);
    }
    expected.sort(null);
    for (int parts = 1; parts <= MOST; parts++) {
      Backpropagation backpropagation = new Backpropagation(problem.network(), problem.size(), parts, 0);
      List<String> visited = new ArrayList<>();
      for (int part = 0; part < parts; part++) {
        backpropagation.gradient(batch, part, (l, from, to) -> addRows(l, from, to, visited));
      }
      visited.sort(null);
      assertEquals(expected, visited, parts + " parts");
    }
  }

  private static void addRows(int layer, int from, int to, List<String> rows) {
    IntStream.range(from, to).forEach(row -> rows.add("layer " + layer + " row " + row));
  }
}
