package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;
import weka.core.Utils;

/** However many threads prepare training data, the rows have the same bits. */
class ThreadTeamTest {

  /** So many that threads get a part. */
  private static final int INSTANCES = 1_100;
  private static final int ATTRIBUTES = 1_000;

  private static Instances data;

  /** Weighted instances of both kinds; numeric attributes that are mostly 0, some missing, and a few nominal ones. */
  @BeforeAll
  static void createData() {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int a = 0; a < ATTRIBUTES; a++) {
      attributes.add(a % 50 == 1 ? new Attribute("n" + a, List.of("a", "b", "c")) : new Attribute("x" + a));
    }
    attributes.set(ATTRIBUTES - 1, new Attribute("class", List.of("a", "b")));
    data = new Instances("data", attributes, INSTANCES);
    data.setClassIndex(ATTRIBUTES - 1);
    Random random = new Random(1);
    for (int i = 0; i < INSTANCES; i++) {
      double[] values = new double[ATTRIBUTES];
      for (int a = 0; a < ATTRIBUTES; a++) {
        if (random.nextInt(10) == 0) {
          values[a] = attributes.get(a).isNominal() ? random.nextInt(2) : random.nextGaussian();
        }
      }
      values[random.nextInt(ATTRIBUTES - 1)] = Utils.missingValue();
      double weight = 0.1 + random.nextDouble();
      data.add(random.nextBoolean() ? new SparseInstance(weight, values) : new DenseInstance(weight, values));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STANDARDIZE", "UNIT_RANGE"})
  void encodedDataAreTheSameForAnyNumberOfThreads(InputScaling scaling) throws Exception {
    long expected = fingerprint(scaling, 1);
    for (int threads : new int[] {2, 3, 7}) {
      assertEquals(expected, fingerprint(scaling, threads), threads + " threads");
    }
  }

  private static long fingerprint(InputScaling scaling, int threads) throws Exception {
    InputEncoder inputs =
        InputEncoder.fit(StatisticsScan.of(data, data, threads), data, InputEncoding.of(scaling));
    return EncodedExamples.encode(data, Instance::weight, inputs, new NominalClass(2), 1e9, threads).fingerprint();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyNumberIsWorkedOnOnce(int threads) throws Exception {
    int[] done = new int[13];
    ThreadTeam.divide(done.length, 1e9, threads, (from, to) -> IntStream.range(from, to).forEach(k -> done[k]++));
    assertArrayEquals(IntStream.generate(() -> 1).limit(done.length).toArray(), done);
  }

  @Test
  void littleWorkIsDoneByTheCaller() throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    ThreadTeam.divide(100, 100, 4, (from, to) -> threads.add(Thread.currentThread()));
    assertEquals(Set.of(Thread.currentThread()), threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatAPartThrowsIsThrown(int threads) {
    assertEquals("from 0", assertThrows(IllegalArgumentException.class,
        () -> ThreadTeam.divide(2, 1e9, threads, (from, to) -> {
          throw new IllegalArgumentException("from " + from);
        })).getMessage());
  }
}
