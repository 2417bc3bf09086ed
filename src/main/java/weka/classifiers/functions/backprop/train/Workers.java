package weka.classifiers.functions.backprop.train;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A team of threads that do the parts of one task after another: part 0 on the caller's thread, each other part on a
 * thread of its own. Tasks are tens of microseconds, so the threads wait spinning for a while before they sleep; an
 * executor's queue would cost as much as the work.
 */
final class Workers implements AutoCloseable {

  /** Turns of a spinning wait, some 50 microseconds, before a thread sleeps. */
  private static final int SPINS = 2_000;

  private final Thread[] threads;
  private final Throwable[] failures;
  private final AtomicInteger unfinished = new AtomicInteger();
  private IntConsumer task;
  /** Number of the task; written last, so a thread that sees it sees the task as well. */
  private volatile int round;
  private volatile boolean closed;
  private volatile Thread caller;

  /** A team for tasks of {@code parts} parts. */
  Workers(int parts) {
    threads = new Thread[parts - 1];
    failures = new Throwable[parts - 1];
    for (int k = 0; k < threads.length; k++) {
      int worker = k;
      threads[k] = new Thread(() -> work(worker), "backprop worker " + (k + 1));
      threads[k].setDaemon(true);
      threads[k].start();
    }
  }

  /** Number of parts. */
  int parts() {
    return threads.length + 1;
  }

  /**
   * Does all parts of a task, and returns when they are done.
   *
   * @throws RuntimeException or an error, what a part threw
   * @throws IllegalStateException if the team is closed
   */
  void run(IntConsumer task) {
    if (closed) {
      throw new IllegalStateException("The workers have been closed.");
    }
    this.task = task;
    caller = Thread.currentThread();
    Arrays.fill(failures, null);
    unfinished.set(threads.length);
    round++;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    try {
      task.accept(0);
    } finally {
      // Even after a failure: the others still write to what the caller owns.
      await();
    }
    rethrow();
  }

  private void await() {
    for (int spins = 0; unfinished.get() > 0; spins++) {
      pause(spins);
    }
  }

  private static void pause(int spins) {
    if (spins < SPINS) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(100_000);
    }
  }

  private void work(int worker) {
    int done = 0;
    while (true) {
      for (int spins = 0; round == done; spins++) {
        if (closed) {
          return;
        }
        pause(spins);
      }
      done++;
      try {
        task.accept(worker + 1);
      } catch (Throwable e) {
        failures[worker] = e;
      }
      if (unfinished.decrementAndGet() == 0) {
        LockSupport.unpark(caller);
      }
    }
  }

  private void rethrow() {
    for (Throwable failure : failures) {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure != null) {
        throw (RuntimeException) failure;
      }
    }
  }

  /** Ends the threads, and returns when they have ended. */
  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
