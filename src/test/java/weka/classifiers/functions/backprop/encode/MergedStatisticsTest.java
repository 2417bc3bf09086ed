package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static weka.classifiers.functions.backprop.encode.Rows.assertRows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Instance;
import weka.core.Instances;

/** Statistics of parts of the data, merged, are those of all data. */
class MergedStatisticsTest {

  private static final int ROWS = 200;

  /** Values of all kinds: large beside a small deviation, mostly zero, constant, missing, nominal, and weights. */
  private static Instances data() {
    Random random = new Random(1);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(1e9 + random.nextGaussian() + "," + (random.nextInt(5) == 0 ? random.nextGaussian() : 0) + ",3,"
          + (random.nextInt(4) == 0 ? "?" : random.nextDouble()) + "," + "rgb?".charAt(random.nextInt(4)) + ","
          + random.nextGaussian() + ",{" + (1 + random.nextInt(3)) + "}");
    }
    return DataSets.of("large numeric; zeros numeric; constant numeric; gaps numeric; n {r, g, b}; y numeric",
        rows.toArray(String[]::new));
  }

  private static List<List<Instance>> parts(Instances data, int count) {
    List<List<Instance>> parts = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      parts.add(new ArrayList<>());
    }
    // Of different sizes, and one of them empty if there are enough.
    for (int i = 0; i < data.size(); i++) {
      parts.get((int) Math.sqrt(i) % Math.max(1, count - 1)).add(data.get(i));
    }
    return parts;
  }

  private static StatisticsScan merged(Instances data, int count) {
    List<List<Instance>> parts = parts(data, count);
    StatisticsScan all = new StatisticsScan(data);
    for (List<Instance> part : parts) {
      StatisticsScan scan = new StatisticsScan(data);
      part.forEach(scan::scan);
      all.mergeScan(scan);
    }
    all.endScan();
    List<StatisticsScan> seconds = new ArrayList<>();
    for (List<Instance> part : parts) {
      StatisticsScan scan = all.afterScan();
      part.forEach(scan::accumulate);
      seconds.add(scan);
    }
    seconds.forEach(all::mergeAccumulation);
    all.endAccumulation();
    return all;
  }

  @ParameterizedTest
  @EnumSource(InputScaling.class)
  void rowsAreThoseOfASinglePass(InputScaling scaling) throws Exception {
    Instances data = data();
    float[][] expected = Rows.of(Rows.fit(data, scaling), data);
    assertRows(expected, Rows.of(InputEncoder.fit(merged(data, 7), data, InputEncoding.of(scaling)), data));
    assertRows(expected, Rows.of(
        InputEncoder.fit(merged(DataSets.sparse(data), 3), data, InputEncoding.of(scaling)), data));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void aNumericClassIsStandardisedAlike(int parts) throws Exception {
    Instances data = data();
    Scaling expected = NumericClass.fit(data).scaling();
    Scaling actual = NumericClass.of(merged(data, parts)).scaling();
    assertEquals(expected.offset(), actual.offset(), 1e-12);
    assertEquals(expected.factor(), actual.factor(), 1e-12);
  }

  @Test
  void instancesAndLabelsAreCounted() throws Exception {
    Instances data = data();
    data.setClassIndex(4);
    data.removeIf(Instance::classIsMissing);
    StatisticsScan scan = merged(data, 4);
    assertEquals(data.size(), scan.instances());
    assertEquals(data.sumOfWeights(), scan.totalWeight());
    double[] weights = new double[3];
    data.forEach(instance -> weights[(int) instance.classValue()] += instance.weight());
    assertArrayEquals(weights, scan.labelWeights());
  }
}
