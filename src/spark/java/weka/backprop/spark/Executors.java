package weka.backprop.spark;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** The cluster's executors. */
final class Executors {

  private static final int POLL_MILLIS = 200;

  private Executors() {
  }

  /**
   * Waits for the first executor: Spark itself would wait for ever where a cluster has no room.
   *
   * @throws UserException if none has come after so many seconds
   */
  static void await(SparkSession session, int seconds) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    // The driver is among them.
    while (!context.isLocal() && session.sparkContext().statusTracker().getExecutorInfos().length < 2) {
      if (System.nanoTime() > end) {
        throw new UserException("The cluster " + context.master() + " gave no executor within " + seconds + " seconds. "
            + "Check that it has workers with free cores and enough memory (--executor-memory), or wait longer "
            + "(option -wait).");
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UserException("Waiting for executors was interrupted.", e);
      }
    }
  }
}
