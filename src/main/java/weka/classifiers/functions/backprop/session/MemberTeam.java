package weka.classifiers.functions.backprop.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that train members side by side. A member gets the same bits as alone, since it shares nothing. */
final class MemberTeam {

  private MemberTeam() {
  }

  /**
   * Does tasks in their order, so many at a time.
   *
   * @return whether one of them has returned true
   * @throws InterruptedException if the thread or a task was interrupted; no task is then running any more
   * @throws RuntimeException or an error, what a task threw
   */
  static boolean run(List<Callable<Boolean>> tasks, int threads) throws InterruptedException {
    int size = Math.min(threads, tasks.size());
    return size == 1 ? runHere(tasks) : runOn(Executors.newFixedThreadPool(size, MemberTeam::thread), tasks);
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
