package weka.classifiers.functions.backprop.train;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A team of threads, the caller's among them, that do the parts of one task after another. A free thread takes the
 * next part, so that a thread which the system has suspended holds up no more than its part. Tasks are tens of
 * microseconds, so the threads wait spinning for a while before they sleep; an executor's queue would cost as much as
 * the work. Of training steps the caller does all parts alone while that is faster, see {@link TeamTrial}.
 */
final class Workers implements AutoCloseable {

  /** Turns of a spinning wait, some 50 microseconds, before a thread sleeps. */
  private static final int SPINS = 2_000;
  /** Longest sleep, should a wake-up be missed. */
  private static final int SLEEP_NANOS = 100_000;

  private final int parts;
  private final Thread[] threads;
  private final TeamTrial trial = new TeamTrial();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final AtomicInteger unfinished = new AtomicInteger();
  /** The next part that nobody has taken; set last for a new task, so a thread that takes a part sees the task. */
  private final AtomicInteger next;
  private IntConsumer task;
  private volatile boolean closed;
  private volatile Thread caller;

  /** A team of {@code size} threads, for tasks of {@code parts} parts. */
  Workers(int size, int parts) {
    this.parts = parts;
    next = new AtomicInteger(parts);
    threads = new Thread[size - 1];
    for (int k = 0; k < threads.length; k++) {
      threads[k] = new Thread(this::work, "backprop worker " + (k + 1));
      threads[k].setDaemon(true);
      threads[k].start();
    }
  }

  /** Begins the tasks of a training step. */
  void beginStep() {
    if (threads.length > 0) {
      trial.begin(System.nanoTime());
    }
  }

  /** Ends the tasks of a training step. */
  void endStep() {
    if (threads.length > 0) {
      trial.end(System.nanoTime());
    }
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
    if (parts == 1 || !trial.usesTeam()) {
      // Nobody to tell: handing over would take some 4 % of a small network's time.
      for (int part = 0; part < parts; part++) {
        task.accept(part);
      }
      return;
    }
    this.task = task;
    caller = Thread.currentThread();
    failure.set(null);
    unfinished.set(parts);
    next.set(0);
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    takeParts();
    // Even after a failure: the others still write to what the caller owns.
    for (int spins = 0; unfinished.get() > 0; spins++) {
      pause(spins);
    }
    rethrow(failure.get());
  }

  /**
   * Ends a loop over many tasks when the thread was interrupted, which is all that Weka does to stop its user's work.
   *
   * @throws InterruptedException if it was
   */
  static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("Training was interrupted.");
    }
  }

  private void work() {
    int spins = 0;
    while (!closed) {
      if (next.get() < parts) {
        takeParts();
        spins = 0;
      } else {
        pause(spins++);
      }
    }
  }

  private void takeParts() {
    for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
      try {
        task.accept(part);
      } catch (Throwable e) {
        failure.compareAndSet(null, e);
      }
      if (unfinished.decrementAndGet() == 0) {
        LockSupport.unpark(caller);
      }
    }
  }

  private static void pause(int spins) {
    if (spins < SPINS) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(SLEEP_NANOS);
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  /** Ends the threads, and returns when they have ended. */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
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
