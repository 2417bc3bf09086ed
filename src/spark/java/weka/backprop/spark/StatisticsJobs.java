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

  /** Rows of all partitions by which the part of the inputs that aren't 0 is estimated. */
  private static final int SAMPLE = 1000;

  /** The first pass over a partition. */
  private static final class First implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final StatisticsScan scan;
    private final ArrayList<double[]> sample = new ArrayList<>();
    private long rows;

    First(StatisticsScan scan) {
      this.scan = scan;
    }
  }

  private final RowReader reader;

  StatisticsJobs(RowReader reader) {
    this.reader = reader;
  }

  /**
   * Both passes.
   *
   * @param rows that the reader's columns were selected from
   * @param sample a few instances are added to it
   * @throws UserException if there is nothing to train with, or a value is invalid
   */
  StatisticsScan run(SparkSession session, JavaRDD<Row> rows, List<Instance> sample) {
    Jobs.describe(session, "backprop: statistics, first pass");
    int each = Math.max(1, SAMPLE / Math.max(1, rows.getNumPartitions()));
    List<First> firsts = Jobs.run(() -> rows.mapPartitions(part -> List.of(first(part, each)).iterator()).collect());
    StatisticsScan all = new StatisticsScan(reader.header());
    long count = 0;
    for (First first : firsts) {
      all.mergeScan(first.scan);
      count += first.rows;
      first.sample.forEach(values -> sample.add(reader.instance(values)));
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
    return all;
  }

  private First first(Iterator<Row> rows, int sample) {
    First first = new First(new StatisticsScan(reader.header()));
    while (rows.hasNext()) {
      Instance instance = reader.read(rows.next(), 0);
      first.rows++;
      if (reader.isUsable(instance)) {
        first.scan.scan(instance);
        if (first.sample.size() < sample) {
          first.sample.add(instance.toDoubleArray());
        }
      }
    }
    return first;
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
