package weka.classifiers.functions.backprop.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.core.DenseInstance;
import weka.core.Instance;

class ReplayBufferTest {

  private final Random random = new Random(1);
  private final ReplayBuffer buffer = new ReplayBuffer();

  private static List<Instance> numbered(int from, int to) {
    List<Instance> instances = new ArrayList<>();
    for (int i = from; i < to; i++) {
      instances.add(new DenseInstance(1, new double[] {i}));
    }
    return instances;
  }

  @Test
  void itKeepsAllThatItHasRoomFor() {
    buffer.add(numbered(0, 6), 10, random);
    buffer.add(numbered(6, 10), 10, random);
    assertEquals(10, new HashSet<>(buffer.draw(1000, random)).size());
  }

  @Test
  void itNeverHoldsMoreThanItsCapacity() {
    for (int i = 0; i < 500; i++) {
      buffer.add(numbered(7 * i, 7 * i + 7), 20, random);
      assertTrue(buffer.size() <= 20);
    }
    buffer.add(numbered(0, 1), 5, random);
    assertEquals(5, buffer.size());
  }

  /** By (1 - 1/n)^t for age t, the mean age in a buffer of n is n - 1. */
  @Test
  void theMeanAgeIsTheCapacity() {
    buffer.add(numbered(0, 100_000), 100, random);
    double total = 0;
    for (Instance instance : buffer.draw(20_000, random)) {
      total += 99_999 - instance.value(0);
    }
    assertEquals(99, total / 20_000, 40);
  }
}
