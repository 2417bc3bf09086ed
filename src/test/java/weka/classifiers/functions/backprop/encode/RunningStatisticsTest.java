package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** One pass over a stream against two over the same data. */
class RunningStatisticsTest {

  private static final Instances HEADER = DataSets.of("x numeric; n {r, g, b}; s {no, yes}; y numeric");

  private static RunningStatistics of(Instances header, long warmUp, Iterable<Instance> instances) {
    RunningStatistics statistics = new RunningStatistics(header, warmUp);
    instances.forEach(statistics::add);
    return statistics;
  }

  private static DataEncoding encoding(Instances data, long warmUp) {
    return of(data, warmUp, data).encoding(data);
  }

  private static float[] row(DataEncoding encoding, double... values) {
    return encoding.inputs().encode(new DenseInstance(1, values));
  }

  /** Numbers around an offset, of which some are missing, with weights. */
  private static Instances numbers(int size, double offset, double scale) {
    Instances data = DataSets.of("x numeric; z numeric; y numeric");
    Random random = new Random(7);
    for (int i = 0; i < size; i++) {
      double x = i % 5 == 3 ? Double.NaN : offset + scale * random.nextGaussian();
      data.add(new DenseInstance(0.5 + random.nextInt(3), new double[] {x, random.nextDouble(), 100 + 3 * i}));
    }
    return data;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e300, 1e-300})
  void scalingIsThatOfTwoPasses(double scale) throws Exception {
    Instances data = numbers(200, 5 * scale, scale);
    InputEncoder expected = InputEncoder.fit(StatisticsScan.of(data, data, 1), data,
        InputEncoding.of(InputScaling.STANDARDIZE));
    DataEncoding actual = encoding(data, 1000);
    for (Instance instance : data) {
      assertArrayEquals(expected.encode(instance), actual.inputs().encode(instance), 1e-5f);
    }
    Scaling scaling = NumericClass.fit(data).scaling();
    NumericClass actualClass = (NumericClass) actual.classEncoder();
    assertEquals(scaling.offset(), actualClass.scaling().offset(), 1e-9);
    assertEquals(scaling.factor(), actualClass.scaling().factor(), 1e-12);
  }

  @Test
  void aSmallDeviationSurvivesBesideALargeMean() throws Exception {
    Instances data = numbers(200, 1e9, 1);
    InputEncoder expected = InputEncoder.fit(StatisticsScan.of(data, data, 1), data,
        InputEncoding.of(InputScaling.STANDARDIZE));
    for (Instance instance : data) {
      assertArrayEquals(expected.encode(instance), encoding(data, 1000).inputs().encode(instance), 1e-4f);
    }
  }

  @Test
  void statisticsFreezeAfterTheWarmUp() throws Exception {
    Instances data = numbers(200, 5, 2);
    RunningStatistics statistics = new RunningStatistics(data, 50);
    for (int i = 0; i < data.numInstances(); i++) {
      assertEquals(i < 50, statistics.add(data.instance(i)));
    }
    InputEncoder expected = InputEncoder.fit(StatisticsScan.of(data, data.subList(0, 50), 1), data.subList(0, 50),
        InputEncoding.of(InputScaling.STANDARDIZE));
    DataEncoding actual = statistics.encoding(data);
    assertArrayEquals(expected.encode(data.instance(199)), actual.inputs().encode(data.instance(199)), 1e-5f);
    assertEquals(NumericClass.fit(data.subList(0, 50)).scaling().offset(),
        ((NumericClass) actual.classEncoder()).scaling().offset(), 1e-9);
    assertEquals(200, statistics.instances());
  }

  @Test
  void aConstantAttributeIsAZeroAndFreezesWithTheFirstOtherValue() {
    Instances data = DataSets.of("x numeric; y {a, b}", "3,a", "3,b", "?,b", "3,a");
    RunningStatistics statistics = of(data, 2, data);
    assertArrayEquals(new float[] {0}, row(statistics.encoding(data), 1e6, 0));
    Instances others = DataSets.of("x numeric; y {a, b}", "3,a", "7,b", "100,b");
    assertFalse(statistics.add(others.instance(0)));
    assertTrue(statistics.add(others.instance(1)));
    assertFalse(statistics.add(others.instance(2)));
    // 3, 3, 3, 3 and 7: mean 3.8, standard deviation 1.6
    assertArrayEquals(new float[] {2}, row(statistics.encoding(data), 7, 0), 1e-6f);
  }

  @Test
  void everyLabelHasItsColumnFromTheBeginning() {
    DataEncoding encoding = new RunningStatistics(HEADER, 10).encoding(HEADER);
    assertArrayEquals(new String[] {"x", "n=r", "n=g", "n=b", "s=yes"}, encoding.inputNames());
    assertArrayEquals(new float[] {0, 0, 1, 0, 1}, row(encoding, 5, 1, 1, 0));
    assertArrayEquals(new float[] {0, 1, 0, 0, 0}, row(encoding, 5, 0, 0, 0));
  }

  @Test
  void aMissingLabelIsTheMostFrequentOneOfTheWarmUp() {
    Instances data = DataSets.of("n {r, g, b}; y {p, q}", "g,p", "b,p,{3}", "g,q", "?,q", "r,q", "r,q", "r,q", "r,q");
    assertArrayEquals(new float[] {0, 0, 1}, row(encoding(data, 4), Double.NaN, 0));
    assertArrayEquals(new float[] {1, 0, 0}, row(encoding(data, 8), Double.NaN, 0));
  }

  @Test
  void sparseInstancesCountAsDenseOnes() {
    Instances dense = DataSets.mostlyZero(60, Attribute.NOMINAL);
    Instances sparse = DataSets.sparse(dense);
    for (int i = 0; i < dense.numInstances(); i++) {
      assertArrayEquals(encoding(dense, 1000).inputs().encode(dense.instance(i)),
          encoding(sparse, 1000).inputs().encode(sparse.instance(i)));
    }
  }

  @Test
  void theClassHasAPriorBeforeItsFirstValue() {
    Instances labels = DataSets.of("x numeric; y {a, b, c}", "1,a", "1,a,{2}", "1,b");
    float third = (float) Math.log(1 / 3.0);
    assertArrayEquals(new float[] {third, third, third}, new RunningStatistics(labels, 10).prior());
    assertArrayEquals(new float[] {(float) Math.log(4 / 7.0), (float) Math.log(2 / 7.0), (float) Math.log(1 / 7.0)},
        of(labels, 10, labels).prior());
    NumericClass none = (NumericClass) new RunningStatistics(HEADER, 10).encoding(HEADER).classEncoder();
    assertArrayEquals(new double[] {0}, none.decode(new double[] {5}));
    assertArrayEquals(new float[1], new RunningStatistics(HEADER, 10).prior());
  }
}
