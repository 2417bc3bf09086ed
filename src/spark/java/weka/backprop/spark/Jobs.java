package weka.backprop.spark;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;

/** Runs Spark's jobs, names them in its web pages, and turns what they throw into sentences. */
final class Jobs {

  private Jobs() {
  }

  /** Names the jobs to come of this thread in Spark's web pages. */
  static void describe(SparkSession session, String description) {
    session.sparkContext().setJobDescription(description);
  }

  /**
   * Runs a job.
   *
   * @throws UserException if it failed for a reason that the user can do something about
   */
  static <T> T run(Callable<T> job) {
    try {
      return job.call();
    } catch (Exception e) {
      throw Failures.explain(e);
    }
  }
}
