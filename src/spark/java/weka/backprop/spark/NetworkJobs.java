package weka.backprop.spark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.session.DistributedBuild;
import weka.classifiers.functions.backprop.train.TrainingState;

/**
 * Trains the networks of a build one after the other, each on all of the cluster; two at a time took 1.1 times as long.
 * Networks with the same inputs follow one another, since they train on the same encoded rows.
 */
final class NetworkJobs {

  /** Steps of an epoch that a partition should have at least, where their number isn't the user's choice. */
  private static final int STEPS = 150;

  private final SparkSession session;
  private final TrainingRequest request;
  private final DistributedBuild build;
  private final Consumer<String> log;
  /** Of an epoch. */
  private final long rows;
  private final int partitions;

  /**
   * The training of a build.
   *
   * @param instances of the data
   * @param log is told of each epoch
   */
  NetworkJobs(SparkSession session, TrainingRequest request, DistributedBuild build, long instances,
      Consumer<String> log) {
    this.session = session;
    this.request = request;
    this.build = build;
    this.log = log;
    rows = Math.round(instances * (1 - build.folds().size()));
    partitions = choosePartitions();
  }

  /** As many as the cluster has cores, but each with enough mini-batches. */
  private int choosePartitions() {
    int cores = session.sparkContext().defaultParallelism();
    long steps = Math.round(rows / (double) Math.max(1, build.plans().get(0).hyperparameters().miniBatchSize()));
    if (request.partitions() == 0) {
      return (int) Math.max(1, Math.min(cores, steps / STEPS));
    }
    if (request.partitions() > 1 && steps / request.partitions() < STEPS / 3) {
      log.accept(String.format(Locale.ROOT, "Warning: each of the %d partitions has only %d mini-batches in an epoch, "
          + "so the network will be worse than that of one machine. Use fewer partitions (option -partitions) or "
          + "smaller mini-batches (option -B behind --).", request.partitions(), steps / request.partitions()));
    }
    return request.partitions();
  }

  /** Partitions that train at the same time. */
  int partitions() {
    return partitions;
  }

  /**
   * Trains all networks.
   *
   * @param encodings of the networks; those that are the same are the same object
   * @param encoded rows of this number of partitions
   * @param data that they are made of
   * @return the states of the networks after their last epochs
   */
  List<TrainingState> run(List<DataEncoding> encodings, EncodedRows encoded, JavaRDD<Row> data) throws Exception {
    List<NetworkJob> jobs = new ArrayList<>();
    for (int k = 0; k < encodings.size(); k++) {
      jobs.add(new NetworkJob(session, request, build, k, encodings.get(k), log));
    }
    for (DataEncoding encoding : new LinkedHashSet<>(encodings)) {
      Broadcast<DataEncoding> shared = JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(encoding);
      JavaRDD<RowBlock> blocks = encoded.run(data, shared);
      try {
        for (NetworkJob job : jobs) {
          if (job.encoding() == encoding) {
            job.run(blocks, rows);
          }
        }
      } finally {
        blocks.unpersist(false);
        shared.destroy();
      }
    }
    jobs.forEach(NetworkJob::deleteCheckpoint);
    return jobs.stream().map(NetworkJob::state).toList();
  }
}
