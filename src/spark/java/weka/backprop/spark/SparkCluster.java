package weka.backprop.spark;

import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import weka.classifiers.functions.backprop.kernel.Kernels;
import weka.classifiers.functions.backprop.train.Cluster;
import weka.classifiers.functions.backprop.train.FlatState;
import weka.classifiers.functions.backprop.train.ShardTask;

/** Runs a training's tasks as Spark's jobs: a task of Spark for each partition, and nothing that outlives it. */
final class SparkCluster implements Cluster {

  /** Bytes of results that the driver keeps at a time, at most, where there are more of them than cores. */
  private static final long MOST_BYTES = 256L << 20;

  private final SparkSession session;
  private final JavaRDD<RowBlock> blocks;
  private final int partitions;
  private final int outputs;
  private final int heldOut;
  private final int cores;
  private FlatState sent;
  private Broadcast<FlatState> broadcast;

  /**
   * A cluster that holds encoded rows.
   *
   * @param outputs number of labels; 0 for a numeric class
   * @param heldOut the fold that is held out
   */
  SparkCluster(SparkSession session, JavaRDD<RowBlock> blocks, int outputs, int heldOut) {
    this.session = session;
    this.blocks = blocks;
    this.outputs = outputs;
    this.heldOut = heldOut;
    partitions = blocks.getNumPartitions();
    cores = session.sparkContext().defaultParallelism();
  }

  @Override
  public int partitions() {
    return partitions;
  }

  @Override
  public <R extends Serializable> void run(ShardTask<R> task, FlatState state, Consumer<R> results)
      throws InterruptedException {
    Broadcast<FlatState> shared = send(state);
    String kernel = Kernels.get().name();
    int labels = outputs;
    int fold = heldOut;
    JavaRDD<R> all = blocks.mapPartitionsWithIndex((partition, rows) -> {
      requireKernel(kernel);
      return List.of(task.run(partition, shared.value(), Shards.of(rows, labels, fold))).iterator();
    }, true);
    int wave = (int) Math.min(partitions, Math.max(cores, MOST_BYTES / Math.max(1, state.bytes())));
    for (int from = 0; from < partitions; from += wave) {
      int[] numbers = IntStream.range(from, Math.min(from + wave, partitions)).toArray();
      for (List<R> result : Jobs.run(() -> all.collectPartitions(numbers))) {
        result.forEach(results);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("Training was interrupted.");
      }
    }
  }

  /** Several tasks may start from the same state. */
  private Broadcast<FlatState> send(FlatState state) {
    if (sent != state) {
      close();
      broadcast = JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(state);
      sent = state;
    }
    return broadcast;
  }

  /** The same arithmetic everywhere: the bits of the result must not depend on which executor did what. */
  private static void requireKernel(String kernel) {
    String mine = Kernels.get().name();
    if (!mine.equals(kernel)) {
      throw new UserException("The driver computes with the kernel '" + kernel + "', but an executor with '" + mine
          + "'. Give both the Vector API (--driver-java-options \"--add-modules jdk.incubator.vector\" --conf "
          + "\"spark.executor.extraJavaOptions=--add-modules jdk.incubator.vector\"), or neither.");
    }
  }

  /** Lets go of what was sent. */
  void close() {
    if (broadcast != null) {
      broadcast.destroy();
      broadcast = null;
      sent = null;
    }
  }
}
