package weka.classifiers.functions.backprop.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Threads that encode parts of the data, or train networks, side by side. A task gives the same bits as alone, since it
 * shares nothing that is written to.
 */
public final class ThreadTeam {

  /** Values from which threads pay: reading them is some 2 milliseconds of work. */
  private static final double WORTH_THREADS = 1e6;

  /** Work on the numbers {@code from} to {@code to - 1}. */
  @FunctionalInterface
  interface Range {

    void run(int from, int to) throws InterruptedException;
  }

  private ThreadTeam() {
  }

  /**
   * Divides work on the numbers below {@code size} among threads, if there is enough.
   *
   * @param values that are read in all
   * @throws InterruptedException if the thread was interrupted; no work is then being done any more
   */
  static void divide(int size, double values, int threads, Range work) throws InterruptedException {
    int parts = values < WORTH_THREADS ? 1 : threads;
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = (int) ((long) size * part / parts);
      int to = (int) ((long) size * (part + 1) / parts);
      tasks.add(() -> {
        work.run(from, to);
        return true;
      });
    }
    run(tasks, parts);
  }

  /**
   * Does tasks in their order, so many at a time.
   *
   * @return whether one of them has returned true
   * @throws InterruptedException if the thread or a task was interrupted; no task is then running any more
   * @throws RuntimeException or an error, what a task threw
   */
  public static boolean run(List<Callable<Boolean>> tasks, int threads) throws InterruptedException {
    int size = Math.min(threads, tasks.size());
    return size == 1 ? runHere(tasks) : runOn(Executors.newFixedThreadPool(size, ThreadTeam::thread), tasks);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "backprop network");
    thread.setDaemon(true);
    return thread;
  }

  private static boolean runHere(List<Callable<Boolean>> tasks) throws InterruptedException {
    boolean any = false;
    try {
      for (Callable<Boolean> task : tasks) {
        any |= task.call();
      }
    } catch (Exception e) {
      throw rethrown(e);
    }
    return any;
  }

  private static boolean runOn(ExecutorService threads, List<Callable<Boolean>> tasks) throws InterruptedException {
    List<Future<Boolean>> results = new ArrayList<>();
    tasks.forEach(task -> results.add(threads.submit(task)));
    boolean any = false;
    try {
      for (Future<Boolean> result : results) {
        any |= result.get();
      }
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } finally {
      end(threads);
    }
    return any;
  }

  /** Returns when no task is running, since the others still write to what the caller owns. */
  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    boolean interrupted = false;
    while (!threads.isTerminated()) {
      try {
        threads.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static RuntimeException rethrown(Throwable failure) throws InterruptedException {
    if (failure instanceof InterruptedException interruption) {
      throw interruption;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
  }
}
