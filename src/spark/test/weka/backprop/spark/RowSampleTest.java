package weka.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.core.DenseInstance;

class RowSampleTest {

  private static List<Double> rows(int size, long seed, int rows) {
    RowSample sample = new RowSample(size, seed, 3);
    for (int row = 0; row < rows; row++) {
      sample.offer(new DenseInstance(1, new double[] {row}), row);
    }
    return sample.rows().stream().map(RowSample.Sampled::values).map(values -> values[0]).toList();
  }

  /** The mean of 200 of the numbers to 10,000 has a standard deviation of 204, and their first decile as many below. */
  @Test
  void rowsAreSampledEvenly() {
    List<Double> sample = rows(200, 1, 10_000);
    assertEquals(200, sample.size());
    assertEquals(5000, sample.stream().mapToDouble(Double::doubleValue).average().orElse(0), 600);
    assertEquals(20, sample.stream().filter(row -> row < 1000).count(), 13);
    assertEquals(sample.stream().sorted().toList(), sample);
  }

  @Test
  void theSeedChoosesTheRows() {
    assertEquals(rows(20, 1, 1000), rows(20, 1, 1000));
    assertTrue(!rows(20, 1, 1000).equals(rows(20, 2, 1000)));
  }

  @Test
  void fewRowsAreAllSampled() {
    assertEquals(List.of(0.0, 1.0, 2.0), rows(20, 1, 3));
  }

  @ParameterizedTest
  @CsvSource({"10, 1, 10000", "10, 4, 2500", "784, 1, 5349", "100000, 1, 1000", "100000, 5000, 1", "5, 0, 10000"})
  void wideDataAreSampledLess(int attributes, int partitions, int rows) {
    assertEquals(rows, RowSample.size(attributes, partitions));
  }
}
