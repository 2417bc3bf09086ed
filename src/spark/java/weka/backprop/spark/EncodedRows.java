package weka.backprop.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.ToDoubleFunction;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import weka.classifiers.functions.backprop.encode.ClassBalance;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.SparseRows;
import weka.core.Instance;

/**
 * Encodes the rows once, and deals them out to the partitions that will train on them: at random, but by a hash of a
 * seed and a row's place in the data, so that whoever repeats it deals alike.
 */
final class EncodedRows implements Serializable {

  @Serial
  private static final long serialVersionUID = 1L;

  /** Values of a block, at most: enough to make its overhead small. */
  private static final int BLOCK_VALUES = 1 << 16;
  /** Values that a task keeps in memory while it sends blocks to all partitions, about. */
  private static final int SENT_VALUES = 1 << 24;
  /**
   * Blocks for each partition that stay in memory after they are sent: Java's streams of objects remember what they
   * wrote, and Spark makes them forget it only after as many objects (spark.serializer.objectStreamReset).
   */
  private static final int REMEMBERED = 100;

  private final RowReader reader;
  private final Broadcast<DataEncoding> encoding;
  private final int partitions;
  private final long seed;
  private final double partHeldOut;
  /** Sums of the labels' weights, by which classes are balanced, and of all weights; null: they are not. */
  private final double[] labelWeights;
  private final double totalWeight;

  EncodedRows(RowReader reader, Broadcast<DataEncoding> encoding, int partitions, long seed, double percentHeldOut,
      double[] labelWeights, double totalWeight) {
    this.reader = reader;
    this.encoding = encoding;
    this.partitions = partitions;
    this.seed = seed;
    partHeldOut = percentHeldOut / 100;
    this.labelWeights = labelWeights;
    this.totalWeight = totalWeight;
  }

  /** The blocks of all partitions, kept in memory, or on disks where that is too small. */
  JavaRDD<RowBlock> run(JavaRDD<Row> rows) {
    JavaPairRDD<BlockKey, RowBlock> dealt = rows
        .<Tuple2<BlockKey, RowBlock>>mapPartitionsWithIndex(Blocks::new, false)
        .mapToPair(pair -> pair);
    return dealt.repartitionAndSortWithinPartitions(new BlockKey.ByTarget(partitions)).values()
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Rows of a full block: fewer for more partitions, so that a task needs no more memory for them. */
  static int rowsOfBlock(int width, int partitions) {
    int values = Math.min(BLOCK_VALUES, SENT_VALUES / REMEMBERED / partitions);
    return Math.max(1, values / Math.max(1, width));
  }

  /** SplitMix64's mixing of the seed, the partition of the data, the row's place in it, and a purpose. */
  static double random(long seed, int source, long row, int purpose) {
    long z = seed + 0x9E3779B97F4A7C15L * (row + 1) + 0xD1342543DE82EF95L * (source + 1)
        + 0xAF251AF3B0F025B5L * purpose;
    for (int k = 0; k < 2; k++) {
      z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
      z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
      z ^= z >>> 31;
    }
    return (z >>> 11) * 0x1p-53;
  }

  /** The blocks that a partition of the data sends: one for each target and purpose is filled at a time. */
  private final class Blocks implements Iterator<Tuple2<BlockKey, RowBlock>> {

    private final int source;
    private final Iterator<Row> rows;
    private final ToDoubleFunction<Instance> weight = labelWeights == null ? Instance::weight
        : ClassBalance.balancedWeights(labelWeights, totalWeight);
    /** Instances for training, then those held out [2 × partitions]. */
    private final List<List<Instance>> filling = new ArrayList<>();
    private final int[] sent = new int[partitions];
    private final int most;
    private final Queue<Tuple2<BlockKey, RowBlock>> full = new ArrayDeque<>();
    private long row;

    Blocks(Integer source, Iterator<Row> rows) {
      this.source = source;
      this.rows = rows;
      most = rowsOfBlock(encoding.value().inputs().width(), partitions);
      for (int k = 0; k < 2 * partitions; k++) {
        filling.add(new ArrayList<>());
      }
    }

    @Override
    public boolean hasNext() {
      while (full.isEmpty() && rows.hasNext()) {
        deal(reader.read(rows.next(), 0));
      }
      if (full.isEmpty()) {
        for (int k = 0; k < filling.size(); k++) {
          send(k);
        }
      }
      return !full.isEmpty();
    }

    @Override
    public Tuple2<BlockKey, RowBlock> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return full.remove();
    }

    private void deal(Instance instance) {
      int target = (int) (random(seed, source, row, 0) * partitions);
      boolean heldOut = random(seed, source, row, 1) < partHeldOut;
      row++;
      if (reader.isUsable(instance)) {
        int k = heldOut ? partitions + target : target;
        filling.get(k).add(instance);
        if (filling.get(k).size() == most) {
          send(k);
        }
      }
    }

    private void send(int k) {
      if (!filling.get(k).isEmpty()) {
        int target = k % partitions;
        full.add(new Tuple2<>(new BlockKey(target, source, sent[target]++), block(filling.get(k), k >= partitions)));
        filling.set(k, new ArrayList<>());
      }
    }

    private RowBlock block(List<Instance> instances, boolean heldOut) {
      DataEncoding encoder = encoding.value();
      SparseRows sparse = encoder.inputs().isSparse() ? encoder.inputs().encodeSparse(instances) : null;
      boolean nominal = encoder.classAttribute().isNominal();
      float[][] scaled = nominal ? null : encoder.classEncoder().targets(instances);
      float[] targets = new float[instances.size()];
      double[] weights = new double[targets.length];
      boolean same = true;
      for (int i = 0; i < targets.length; i++) {
        targets[i] = nominal ? (float) instances.get(i).classValue() : scaled[i][0];
        weights[i] = weight.applyAsDouble(instances.get(i));
        same &= weights[i] == 1;
      }
      return new RowBlock(sparse == null ? null : sparse.columns(),
          sparse == null ? encoder.inputs().encode(instances) : sparse.values(), targets, same ? null : weights,
          heldOut);
    }
  }
}
