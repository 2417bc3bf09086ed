package weka.classifiers.functions.backprop.view;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The trainings of one run, such as those that a Start in the Explorer leads to: the model of all data and one for each
 * fold. They have one thread, which no other run has.
 */
final class MonitorRun {

  /** Runs that are remembered. */
  private static final int MOST = 100;
  private static final Map<Long, MonitorRun> RUNS = new LinkedHashMap<>();

  private int trainings;
  private volatile boolean closed;
  private volatile boolean stopped;

  /** A run that nobody else knows. */
  MonitorRun() {
  }

  /** The run of the current thread. */
  static MonitorRun current() {
    synchronized (RUNS) {
      MonitorRun run = RUNS.computeIfAbsent(Thread.currentThread().getId(), thread -> new MonitorRun());
      if (RUNS.size() > MOST) {
        RUNS.remove(RUNS.keySet().iterator().next());
      }
      return run;
    }
  }

  /** Counts one more training; returns its number, from 1. */
  synchronized int next() {
    trainings++;
    return trainings;
  }

  /** The user wants no window for this run any more. */
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  /** The user wants each training of this run to end after its first epoch, or now. */
  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }
}
