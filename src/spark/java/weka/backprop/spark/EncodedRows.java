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
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.RandomFolds;
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
  private final int partitions;
  private final long seed;
  private final RandomFolds folds;
  /** Sums of the labels' weights, by which classes are balanced, and of all weights; null: they are not. */
  private final double[] labelWeights;
  private final double totalWeight;

  /**
   * Rows for trainings.
   *
   * @param partitions that they are dealt out to
   * @param seed by which they are
   * @param folds that are kept apart, so that each can be held out
   * @param labelWeights sums of the labels' weights, by which classes are balanced; null: they are not
   * @param totalWeight sum of all weights
   */
  EncodedRows(RowReader reader, int partitions, long seed, RandomFolds folds, double[] labelWeights,
      double totalWeight) {
    this.reader = reader;
    this.partitions = partitions;
    this.seed = seed;
    this.folds = folds;
    this.labelWeights = labelWeights;
    this.totalWeight = totalWeight;
  }

  /** The weight of an instance in training. */
  ToDoubleFunction<Instance> weight() {
    return labelWeights == null ? Instance::weight : ClassBalance.balancedWeights(labelWeights, totalWeight);
  }

  /** The blocks of all partitions, kept in memory, or on disks where that is too small. */
  JavaRDD<RowBlock> run(JavaRDD<Row> rows, Broadcast<DataEncoding> encoding) {
    JavaPairRDD<BlockKey, RowBlock> dealt = rows
        .<Tuple2<BlockKey, RowBlock>>mapPartitionsWithIndex((source, part) -> new Blocks(source, part, encoding), false)
        .mapToPair(pair -> pair);
    return dealt.repartitionAndSortWithinPartitions(new BlockKey.ByTarget(partitions)).values()
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Rows of a full block: fewer for more partitions, so that a task needs no more memory for them. */
  static int rowsOfBlock(int width, int partitions) {
    int values = Math.min(BLOCK_VALUES, SENT_VALUES / REMEMBERED / partitions);
    return Math.max(1, values / Math.max(1, width));
  }

  /** The blocks that a partition of the data sends: one for each target and fold is filled at a time. */
  private final class Blocks implements Iterator<Tuple2<BlockKey, RowBlock>> {

    private final int source;
    private final Iterator<Row> rows;
    private final DataEncoding encoding;
    private final ToDoubleFunction<Instance> weight = weight();
    /** Instances of each fold and of none, for each target [(folds + 1) × partitions]. */
    private final List<List<Instance>> filling = new ArrayList<>();
    private final int[] sent = new int[partitions];
    private final int most;
    private final Queue<Tuple2<BlockKey, RowBlock>> full = new ArrayDeque<>();
    private long row;

    Blocks(int source, Iterator<Row> rows, Broadcast<DataEncoding> encoding) {
      this.source = source;
      this.rows = rows;
      this.encoding = encoding.value();
      most = rowsOfBlock(this.encoding.inputs().width(), partitions);
      for (int k = 0; k < (folds.count() + 1) * partitions; k++) {
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
      int target = (int) (RowNumber.PARTITION.of(seed, source, row) * partitions);
      int fold = folds.of(RowNumber.HELD_OUT.of(seed, source, row));
      row++;
      if (reader.isUsable(instance)) {
        int k = fold * partitions + target;
        filling.get(k).add(instance);
        if (filling.get(k).size() == most) {
          send(k);
        }
      }
    }

    private void send(int k) {
      if (!filling.get(k).isEmpty()) {
        int target = k % partitions;
        full.add(new Tuple2<>(new BlockKey(target, source, sent[target]++), block(filling.get(k), k / partitions)));
        filling.set(k, new ArrayList<>());
      }
    }

    private RowBlock block(List<Instance> instances, int fold) {
      InputEncoder inputs = encoding.inputs();
      SparseRows sparse = inputs.isSparse() ? inputs.encodeSparse(instances) : null;
      boolean nominal = encoding.classAttribute().isNominal();
      float[][] scaled = nominal ? null : encoding.classEncoder().targets(instances);
      float[] targets = new float[instances.size()];
      double[] weights = new double[targets.length];
      boolean same = true;
      for (int i = 0; i < targets.length; i++) {
        targets[i] = nominal ? (float) instances.get(i).classValue() : scaled[i][0];
        weights[i] = weight.applyAsDouble(instances.get(i));
        same &= weights[i] == 1;
      }
      return new RowBlock(sparse == null ? null : sparse.columns(),
          sparse == null ? inputs.encode(instances) : sparse.values(), targets, same ? null : weights, fold);
    }
  }
}
