package weka.backprop.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

/** Rows of a partition of the data at random: those with the least random numbers, so that one pass finds them. */
final class RowSample {

  /** Rows of all partitions together. */
  private static final int ROWS = 10_000;
  /** Values of all partitions together, at most, where that leaves a thousand rows. */
  private static final int MOST_VALUES = 1 << 22;
  private static final int FEWEST_ROWS = 1000;

  /** A sampled row. */
  static final class Sampled implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final double number;
    private final long row;
    private final double heldOut;
    private final double weight;
    /** Attributes of the values, ascending; null for a dense row. */
    private final int[] indices;
    private final double[] values;

    private Sampled(double number, long row, double heldOut, Instance instance) {
      this.number = number;
      this.row = row;
      this.heldOut = heldOut;
      weight = instance.weight();
      indices = instance instanceof SparseInstance
          ? IntStream.range(0, instance.numValues()).map(instance::index).toArray() : null;
      values = IntStream.range(0, instance.numValues()).mapToDouble(instance::valueSparse).toArray();
    }

    private double number() {
      return number;
    }

    private long row() {
      return row;
    }

    /** The row's {@link RowNumber#HELD_OUT}. */
    double heldOut() {
      return heldOut;
    }

    /**
     * The row's instance.
     *
     * @param header of the data
     */
    Instance instance(Instances header) {
      Instance instance = indices == null ? new DenseInstance(weight, values)
          : new SparseInstance(weight, values, indices, header.numAttributes());
      instance.setDataset(header);
      return instance;
    }
  }

  private final int size;
  private final long seed;
  private final int partition;
  /** The row with the greatest number first. */
  private final PriorityQueue<Sampled> sampled =
      new PriorityQueue<>(Comparator.comparingDouble(Sampled::number).reversed());

  /**
   * A sample without any rows yet.
   *
   * @param size number of rows
   * @param partition of the data
   */
  RowSample(int size, long seed, int partition) {
    this.size = size;
    this.seed = seed;
    this.partition = partition;
  }

  /** How many rows to sample in each partition of data with so many attributes. */
  static int size(int attributes, int partitions) {
    return Math.max(1, Math.max(FEWEST_ROWS, Math.min(ROWS, MOST_VALUES / attributes)) / Math.max(1, partitions));
  }

  /** Takes the instance of a row of the partition, if its number is among the least. */
  void offer(Instance instance, long row) {
    double number = RowNumber.SAMPLE.of(seed, partition, row);
    if (sampled.size() < size || number < sampled.element().number) {
      sampled.add(new Sampled(number, row, RowNumber.HELD_OUT.of(seed, partition, row), instance));
      if (sampled.size() > size) {
        sampled.remove();
      }
    }
  }

  /** The sampled rows in the order of the data. */
  List<Sampled> rows() {
    List<Sampled> rows = new ArrayList<>(sampled);
    rows.sort(Comparator.comparingLong(Sampled::row));
    return rows;
  }
}
