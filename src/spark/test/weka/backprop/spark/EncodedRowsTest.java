package weka.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How encoded rows are packed. */
class EncodedRowsTest {

  /** Spark's shuffle keeps a hundred blocks of each partition, or an executor with little memory would be lost. */
  @ParameterizedTest
  @CsvSource({"1, 784", "8, 28", "32, 800", "64, 2000", "200, 50", "2000, 10", "2000, 5000"})
  void blocksOnTheirWayTakeAsMuchMemoryForAnyNumberOfPartitions(int partitions, int width) {
    int rows = EncodedRows.rowsOfBlock(width, partitions);
    long bytes = 4L * width * rows * 100 * partitions;
    assertTrue(rows == 1 || bytes <= 64 << 20, bytes + " bytes");
  }

  /** Each takes some hundred bytes besides. */
  @ParameterizedTest
  @CsvSource({"1, 28, 2340", "8, 28, 748", "64, 28, 93", "8, 100000, 1", "2000, 0, 83"})
  void blocksHaveManyRowsIfThatTakesLittleMemory(int partitions, int width, int rows) {
    assertEquals(rows, EncodedRows.rowsOfBlock(width, partitions));
  }
}
