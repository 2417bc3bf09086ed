package weka.backprop.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import weka.classifiers.functions.backprop.encode.StatisticsScan;
import weka.classifiers.functions.backprop.encode.UsableInstances;
import weka.core.Instance;
import weka.core.WekaException;

/** The two passes of the statistics, merged in the order of the partitions. */
final class StatisticsJobs implements Serializable {

  @Serial
  private static final long serialVersionUID = 1L;

  /** The first pass over a partition. */
  private static final class First implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final StatisticsScan scan;
    private final ArrayList<RowSample.Sampled> sample;
    private final long rows;

    First(StatisticsScan scan, List<RowSample.Sampled> sample, long rows) {
      this.scan = scan;
      this.sample = new ArrayList<>(sample);
      this.rows = rows;
    }
  }

  /**
   * What both passes give.
   *
   * @param scan of all instances
   * @param sample of them
   */
  record Result(StatisticsScan scan, List<RowSample.Sampled> sample) {
  }

  private final RowReader reader;
  private final long seed;

  /**
   * The passes over data.
   *
   * @param seed of the sample
   */
  StatisticsJobs(RowReader reader, long seed) {
    this.reader = reader;
    this.seed = seed;
  }

  /**
   * Both passes.
   *
   * @param rows that the reader's columns were selected from
   * @throws UserException if there is nothing to train with, or a value is invalid
   */
  Result run(SparkSession session, JavaRDD<Row> rows) {
    Jobs.describe(session, "backprop: statistics, first pass");
    int each = RowSample.size(reader.header().numAttributes(), rows.getNumPartitions());
    List<First> firsts = Jobs.run(() -> rows
        .mapPartitionsWithIndex((index, part) -> List.of(first(index, part, each)).iterator(), false).collect());
    StatisticsScan all = new StatisticsScan(reader.header());
    List<RowSample.Sampled> sample = new ArrayList<>();
    long count = 0;
    for (First first : firsts) {
      all.mergeScan(first.scan);
      count += first.rows;
      sample.addAll(first.sample);
    }
    try {
      UsableInstances.requireSome(all.instances(), count, all.totalWeight());
    } catch (WekaException e) {
      throw new UserException(e.getMessage(), e);
    }
    all.endScan();
    Jobs.describe(session, "backprop: statistics, second pass");
    Broadcast<StatisticsScan> shared = JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(all);
    List<StatisticsScan> seconds = Jobs.run(() -> rows
        .mapPartitions(part -> List.of(second(part, shared.value())).iterator()).collect());
    seconds.forEach(all::mergeAccumulation);
    all.endAccumulation();
    shared.destroy();
    return new Result(all, sample);
  }

  private First first(int partition, Iterator<Row> rows, int size) {
    StatisticsScan scan = new StatisticsScan(reader.header());
    RowSample sample = new RowSample(size, seed, partition);
    long count = 0;
    while (rows.hasNext()) {
      Instance instance = reader.read(rows.next(), 0);
      if (reader.isUsable(instance)) {
        scan.scan(instance);
        sample.offer(instance, count);
      }
      count++;
    }
    return new First(scan, sample.rows(), count);
  }

  private StatisticsScan second(Iterator<Row> rows, StatisticsScan first) {
    // What was broadcast is shared by the tasks of an executor.
    StatisticsScan scan = first.afterScan();
    while (rows.hasNext()) {
      Instance instance = reader.read(rows.next(), 0);
      if (reader.isUsable(instance)) {
        scan.accumulate(instance);
      }
    }
    return scan;
  }
}
