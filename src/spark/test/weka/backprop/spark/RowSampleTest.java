package weka.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

class RowSampleTest {

  private static final Instances HEADER = new Instances("data",
      new ArrayList<>(List.of(new Attribute("a"), new Attribute("b"), new Attribute("c"))), 0);

  private static List<Double> rows(int size, long seed, int rows) {
    RowSample sample = new RowSample(size, seed, 3);
    for (int row = 0; row < rows; row++) {
      sample.offer(new DenseInstance(1, new double[] {row, 0, 0}), row);
    }
    return sample.rows().stream().map(sampled -> sampled.instance(HEADER).value(0)).toList();
  }

  /** Wide data of Spark's vectors would be too large otherwise. */
  @Test
  void sparseRowsStaySparse() {
    RowSample sample = new RowSample(2, 1, 0);
    sample.offer(new SparseInstance(2, new double[] {0, 5, 0}), 0);
    sample.offer(new DenseInstance(3, new double[] {0, 5, Double.NaN}), 1);
    Instance sparse = sample.rows().get(0).instance(HEADER);
    assertEquals("{1 5},{2}", sparse.toString());
    assertEquals(1, sparse.numValues());
    assertEquals("0,5,?,{3}", sample.rows().get(1).instance(HEADER).toString());
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
