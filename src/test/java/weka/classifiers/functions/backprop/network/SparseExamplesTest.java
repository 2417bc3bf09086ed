package weka.classifiers.functions.backprop.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows without their zeros give what the whole rows would. */
class SparseExamplesTest {

  private final Problem problem =
      Problem.random(new Random(1), "crossentropy", List.of("tanh"), 23, 143, 6, 3).mostlyZero(new Random(2));
  private final Examples examples = problem.sparseExamples();
  private final InputRows rows = (InputRows) examples.rows();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 50})
  void gradientIsTheOracles(int parts) {
    for (Examples rows : List.of(examples, problem.splitExamples())) {
      Gradients backpropagation = new Gradients(problem.network(), problem.size(), parts, 0);
      backpropagation.run(Problem.miniBatch(rows, problem.all()), 1);
      assertEquals(Optional.empty(),
          Tolerance.FLOAT.difference(problem.gradient(1), backpropagation.gradients()));
    }
  }

  /** Buffers grow and are used again. */
  @Test
  void earlierMiniBatchesLeaveNoTrace() {
    Gradients used = new Gradients(problem.network(), problem.size());
    Gradients fresh = new Gradients(problem.network(), problem.size());
    MiniBatch batch = Problem.miniBatch(examples, 5, 1, 8);
    used.run(Problem.miniBatch(examples, 0), 1);
    used.run(Problem.miniBatch(examples, problem.all()), 1);

    assertEquals(fresh.run(batch, 1), used.run(batch, 1));
    assertEquals(Optional.empty(),
        Tolerance.EXACT.difference(fresh.gradients(), used.gradients()));
  }

  @ParameterizedTest
  @EnumSource
  void predictionsAreTheOracles(Problem.Storage storage) {
    double[][] predictions = problem.network().predict((InputRows) problem.examples(storage).rows());
    for (int n = 0; n < problem.size(); n++) {
      double[] expected = problem.oracle(problem.initial()).outputs(problem.inputs()[n]);
      assertEquals(Optional.empty(), Tolerance.FLOAT.difference("instance " + n, expected, predictions[n]));
    }
  }

  /** A hash of the data must not depend on what was read before, and tells other values in the dense columns apart. */
  @Test
  void fingerprintTellsDataApart() {
    Examples split = problem.splitExamples();
    long before = split.fingerprint();
    assertEquals(before, problem.splitExamples().fingerprint());
    ((InputRows) split.rows()).dense()[0][1]++;
    assertNotEquals(before, split.fingerprint());
  }

  /** A column counts as dense by its part of the rows, and columns are kept apart if most non-zeros are in them. */
  @Test
  void columnsOfMostNonZerosAreKeptApart() {
    assertArrayEquals(new int[] {1, 3}, DenseColumns.select(new int[] {5, 100, 0, 90, 20}, 100).columns());
    assertNull(DenseColumns.select(new int[] {5, 20, 0, 20, 5}, 100));
    int[] counts = new int[200];
    Arrays.fill(counts, 1);
    counts[7] = 100;
    assertNull(DenseColumns.select(counts, 100));
    counts[8] = 100;
    assertArrayEquals(new int[] {7, 8}, DenseColumns.select(counts, 100).columns());
  }

  /** Otherwise these tests would show nothing. */
  @Test
  void theDataHoldEmptyRowsAndFewValues() {
    assertEquals(0, rows.columns()[1].length);
    int values = List.of(rows.columns()).stream().mapToInt(columns -> columns.length).sum();
    assertTrue(values > 0 && values < problem.size() * 143 / 3, values + " values");
  }
}
