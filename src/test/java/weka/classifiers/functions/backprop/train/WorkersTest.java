package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

  private static final IntConsumer NOTHING = part -> {
  };

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyPartOfEveryTaskIsDoneOnce(int parts) {
    int tasks = 500;
    // Not atomic: run() must make what the parts wrote visible to the caller.
    int[] done = new int[parts];
    try (Workers workers = new Workers(parts, parts)) {
      for (int task = 1; task <= tasks; task++) {
        workers.run(part -> done[part]++);
        int[] expected = new int[parts];
        Arrays.fill(expected, task);
        assertArrayEquals(expected, done);
      }
    }
  }

  /** Parts that wait for each other end only if each has a thread of its own. */
  @Test
  void partsAreDoneAtTheSameTime() {
    CountDownLatch all = new CountDownLatch(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Workers workers = new Workers(3, 3)) {
      workers.run(part -> {
        threads.add(Thread.currentThread());
        all.countDown();
        await(all);
      });
    }
    assertEquals(3, threads.size());
    assertTrue(threads.contains(Thread.currentThread()));
  }

  /** One thread waits in its part until the other has done all the rest. */
  @Test
  void aThreadThatIsHeldUpIsNotWaitedForMoreThanOnePart() {
    CountDownLatch rest = new CountDownLatch(7);
    try (Workers workers = new Workers(2, 8)) {
      workers.run(part -> {
        if (part == 0) {
          await(rest);
        } else {
          rest.countDown();
        }
      });
    }
    assertEquals(0, rest.getCount());
  }

  /** The caller has done its part long before. */
  @Test
  void runReturnsOnlyWhenTheOthersHaveDoneTheirParts() {
    CountDownLatch both = new CountDownLatch(2);
    Thread caller = Thread.currentThread();
    boolean[] done = new boolean[1];
    try (Workers workers = new Workers(2, 2)) {
      workers.run(part -> {
        both.countDown();
        await(both);
        if (Thread.currentThread() != caller) {
          long end = System.nanoTime() + 50_000_000;
          while (System.nanoTime() < end) {
            Thread.onSpinWait();
          }
          done[0] = true;
        }
      });
      assertTrue(done[0]);
    }
  }

  /** A program may end while they wait. */
  @Test
  void threadsKeepNoProgramRunning() {
    CountDownLatch both = new CountDownLatch(2);
    Thread caller = Thread.currentThread();
    boolean[] daemon = new boolean[1];
    try (Workers workers = new Workers(2, 2)) {
      workers.run(part -> {
        both.countDown();
        await(both);
        if (Thread.currentThread() != caller) {
          daemon[0] = Thread.currentThread().isDaemon();
        }
      });
      assertTrue(daemon[0]);
    }
  }

  @Test
  void closedWorkersRejectATask() {
    Workers workers = new Workers(2, 2);
    workers.close();
    assertThrows(IllegalStateException.class, () -> workers.run(NOTHING));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aFailureReachesTheCaller(int failing) {
    IllegalStateException failure = new IllegalStateException("part " + failing);
    try (Workers workers = new Workers(3, 3)) {
      assertSame(failure, assertThrows(IllegalStateException.class, () -> workers.run(part -> {
        if (part == failing) {
          throw failure;
        }
      })));
      assertDoesNotThrow(() -> workers.run(NOTHING));
    }
  }

  @Test
  void failuresOfOneTaskAreNotThoseOfTheNext() {
    try (Workers workers = new Workers(3, 3)) {
      assertThrows(IllegalStateException.class, () -> workers.run(part -> {
        throw new IllegalStateException("part " + part);
      }));
      assertDoesNotThrow(() -> workers.run(NOTHING));
    }
  }

  /** The parts still write to what the caller owns. */
  @Test
  void anInterruptedCallerWaitsForAllParts() {
    int[] done = new int[3];
    try (Workers workers = new Workers(3, 3)) {
      Thread.currentThread().interrupt();
      workers.run(part -> {
        for (int k = 0; k < 100_000; k++) {
          done[part] = k;
          Thread.onSpinWait();
        }
      });
      assertArrayEquals(new int[] {99_999, 99_999, 99_999}, done);
    }
    assertTrue(Thread.currentThread().isInterrupted());
  }

  @Test
  void closingEndsTheThreads() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Workers workers = new Workers(4, 4)) {
      CountDownLatch all = new CountDownLatch(4);
      workers.run(part -> {
        threads.add(Thread.currentThread());
        all.countDown();
        await(all);
      });
    }
    threads.remove(Thread.currentThread());
    assertEquals(Set.of("backprop worker 1", "backprop worker 2", "backprop worker 3"),
        threads.stream().map(Thread::getName).collect(Collectors.toSet()));
    threads.forEach(thread -> assertTrue(!thread.isAlive(), thread.getName()));
  }

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
