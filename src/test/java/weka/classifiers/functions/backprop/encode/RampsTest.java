package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.encode.Rows.assertRows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** Inputs of a numeric attribute beside the scaled one: between quantiles, and where a small tree splits. */
class RampsTest {

  private static InputEncoder fit(Instances data, int pieces, int steps) throws Exception {
    return InputEncoder.fit(StatisticsScan.of(data, data, 1), data,
        new InputEncoding(InputScaling.NONE, pieces, steps));
  }

  private static float[] encode(InputEncoder encoder, double value) {
    return encoder.encode(new DenseInstance(1, new double[] {value, 0}));
  }

  private static Instances numbers(String classType, double... values) {
    Instances data = DataSets.of("x numeric; c " + classType);
    for (double value : values) {
      data.add(new DenseInstance(1, new double[] {value, value % 2}));
    }
    return data;
  }

  @Test
  void piecesRiseBetweenQuantilesAndHaveMeanZero() throws Exception {
    InputEncoder encoder = fit(numbers("{a, b}", 0, 1, 2, 10), 2, 0);
    assertEquals(3, encoder.width());
    // The pieces are 0 to 1 and 1 to 10: of the four values they are 0 1 1 1 and 0 0 1/9 1.
    double first = 3 / 4.0;
    double second = 10 / 36.0;
    assertRows(new double[][] {{0, -first, -second}, {1, 1 - first, -second}, {2, 1 - first, 1 / 9.0 - second},
        {10, 1 - first, 1 - second}, {-5, -first, -second}, {99, 1 - first, 1 - second}, {0.25, 0.25 - first, -second}},
        new float[][] {encode(encoder, 0), encode(encoder, 1), encode(encoder, 2), encode(encoder, 10),
            encode(encoder, -5), encode(encoder, 99), encode(encoder, 0.25)});
    assertArrayEquals(new String[] {"x", "x from 0.0 to 1.0", "x from 1.0 to 10.0"},
        encoder.names(numbers("{a, b}")));
  }

  @Test
  void aMissingValueHasTheInputsOfTheMean() throws Exception {
    Instances data = numbers("{a, b}", 0, 1, 2, 10, Double.NaN);
    for (InputEncoder encoder : new InputEncoder[] {fit(data, 3, 0), fit(data, 0, 3)}) {
      assertArrayEquals(encode(encoder, 13 / 4.0), encode(encoder, Double.NaN), 1e-6f);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8, 20})
  void aWeightCountsAsCopies(int pieces) throws Exception {
    Random random = new Random(pieces);
    Instances weighted = DataSets.of("x numeric; c {a, b}");
    Instances copies = new Instances(weighted, 0);
    for (int i = 0; i < 40; i++) {
      Instance instance = new DenseInstance(1, new double[] {random.nextGaussian(), random.nextInt(2)});
      int times = 1 + random.nextInt(4);
      for (int k = 0; k < times; k++) {
        copies.add(instance);
      }
      instance.setWeight(times);
      weighted.add(instance);
    }
    assertRows(Rows.of(fit(copies, pieces, 5), weighted), Rows.of(fit(weighted, pieces, 5), weighted));
  }

  @Test
  void equalQuantilesAreOne() throws Exception {
    double[] values = new double[100];
    Arrays.fill(values, 0, 90, 7);
    values[98] = 8;
    values[99] = 9;
    // 0, 7 and 9 are the quantiles.
    assertEquals(3, fit(numbers("{a, b}", values), 8, 0).width());
  }

  @Test
  void twoValuesNeedNoPieces() throws Exception {
    assertEquals(1, fit(numbers("{a, b}", 3, 5, 5, 3, 3), 8, 0).width());
  }

  @Test
  void dataThatAreMostlyZeroHaveNone() throws Exception {
    Instances data = DataSets.mostlyZero(60, Attribute.NOMINAL);
    assertEquals(fit(data, 0, 0).width(), fit(data, 8, 11).width());
  }

  @Test
  void dataOfManyNumericAttributesHaveNone() throws Exception {
    for (int attributes : new int[] {200, 201}) {
      StringBuilder names = new StringBuilder();
      for (int a = 0; a < attributes; a++) {
        names.append("x").append(a).append(" numeric; ");
      }
      Instances data = DataSets.of(names + "c {a, b}");
      Random random = new Random(1);
      for (int i = 0; i < 20; i++) {
        data.add(new DenseInstance(1, random.doubles(attributes + 1).toArray()));
        data.get(i).setClassValue(i % 2);
      }
      assertEquals(attributes == 200 ? 9 * 200 : 201, fit(data, 8, 0).width());
    }
  }

  /** The class changes at 3 and back at 7. */
  @ParameterizedTest
  @ValueSource(strings = {"{a, b}", "numeric"})
  void stepsAreWhereATreeSplits(String classType) throws Exception {
    Instances data = DataSets.of("x numeric; c " + classType);
    for (int i = 0; i < 100; i++) {
      data.add(new DenseInstance(1, new double[] {i / 10, i / 10 >= 3 && i / 10 < 7 ? 1 : 0}));
    }
    InputEncoder encoder = fit(data, 0, 11);
    assertArrayEquals(new String[] {"x", "x from 2.0 to 3.0", "x from 6.0 to 7.0"}, encoder.names(data));
    assertRows(new double[][] {{2, -0.7, -0.3}, {3, 0.3, -0.3}, {6, 0.3, -0.3}, {7, 0.3, 0.7}},
        new float[][] {encode(encoder, 2), encode(encoder, 3), encode(encoder, 6), encode(encoder, 7)});
  }

  /** By exhaustive search, with entropies from their definition. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void theFirstSplitIsTheBest(int seed) {
    Random random = new Random(seed);
    Instances data = DataSets.of("x numeric; c {a, b, d}");
    for (int i = 0; i < 60; i++) {
      double x = random.nextInt(25);
      data.add(new DenseInstance(0.5 + random.nextInt(3), new double[] {x, (int) (x / 12 + random.nextDouble())}));
    }
    SortedValues sorted = new SortedValues(data, 0);
    double best = Double.POSITIVE_INFINITY;
    int at = 0;
    double smallest = 0.02 * sorted.totalWeight();
    for (int i = 1; i < sorted.size(); i++) {
      double sum = entropy(sorted, 0, i) + entropy(sorted, i, sorted.size());
      boolean fits = weight(sorted, 0, i) >= smallest && weight(sorted, i, sorted.size()) >= smallest;
      if (fits && sorted.values[i - 1] < sorted.values[i] && sum < best - 1e-9) {
        best = sum;
        at = i;
      }
    }
    assertArrayEquals(new int[] {at}, SplitTree.splits(sorted, 3, 1));
    assertTrue(SplitTree.splits(sorted, 3, 11).length <= 11);
  }

  private static double weight(SortedValues data, int from, int to) {
    return Arrays.stream(data.weights, from, to).sum();
  }

  private static double entropy(SortedValues data, int from, int to) {
    double total = weight(data, from, to);
    double entropy = 0;
    for (int label = 0; label < 3; label++) {
      double weight = 0;
      for (int i = from; i < to; i++) {
        weight += data.classValues[i] == label ? data.weights[i] : 0;
      }
      entropy -= weight > 0 ? weight * Math.log(weight / total) : 0;
    }
    return entropy;
  }

  @Test
  void aClassThatDoesNotDependOnTheAttributeGivesNoSteps() throws Exception {
    Instances data = DataSets.of("x numeric; c {a, b}");
    for (int i = 0; i < 40; i++) {
      data.add(new DenseInstance(1, new double[] {i / 2, i % 2}));
    }
    assertEquals(1, fit(data, 0, 11).width());
  }

  /** Beside an instance of an enormous weight the others are less than rounding. */
  @Test
  void roundingGivesNoSteps() throws Exception {
    Random random = new Random(1);
    for (int round = 0; round < 100; round++) {
      Instances data = DataSets.of("x numeric; c numeric");
      for (int i = 0; i < 20; i++) {
        data.add(new DenseInstance(1, new double[] {random.nextInt(4), random.nextDouble()}));
      }
      data.get(random.nextInt(20)).setWeight(1e300);
      assertEquals(1, fit(data, 0, 3).width());
    }
  }

  @ParameterizedTest
  @EnumSource(InputScaling.class)
  void sparseAndDenseRowsAreTheSame(InputScaling scaling) throws Exception {
    Instances data = DataSets.mixed(60, Attribute.NOMINAL, 2);
    InputEncoder encoder = InputEncoder.fit(StatisticsScan.of(data, data, 1), data, new InputEncoding(scaling, 8, 11));
    SparseRows sparse = encoder.encodeSparse(DataSets.sparse(data));
    float[][] dense = Rows.of(encoder, data);
    assertArrayEquals(dense, Rows.of(encoder, DataSets.sparse(data)));
    for (int i = 0; i < dense.length; i++) {
      float[] row = new float[encoder.width()];
      for (int k = 0; k < sparse.columns()[i].length; k++) {
        row[sparse.columns()[i][k]] = sparse.values()[i][k];
      }
      assertArrayEquals(dense[i], row);
    }
  }

  @Test
  void theScaledInputStaysAsItIs() throws Exception {
    Instances data = DataSets.mixed(60, Attribute.NUMERIC, 2);
    InputEncoder plain = fit(data, 0, 0);
    InputEncoder ramps = fit(data, 4, 4);
    List<String> names = Arrays.asList(ramps.names(data));
    int[] columns = Arrays.stream(plain.names(data)).mapToInt(names::indexOf).toArray();
    for (Instance instance : data) {
      float[] row = ramps.encode(instance);
      float[] expected = plain.encode(instance);
      for (int j = 0; j < expected.length; j++) {
        assertEquals(expected[j], row[columns[j]]);
      }
    }
  }

  @Test
  void extremeValuesGiveFiniteInputs() throws Exception {
    double[] extreme = {-1.7e308, -1e-320, 0, 1e-320, 1e-310, 1, 1.7e308};
    for (String classType : new String[] {"{a, b}", "numeric"}) {
      InputEncoder encoder = fit(numbers(classType, extreme), 6, 6);
      for (double value : extreme) {
        for (int j = 1; j < encoder.width(); j++) {
          assertTrue(Math.abs(encode(encoder, value)[j]) <= 1, value + " gives " + encode(encoder, value)[j]);
        }
      }
    }
  }
}
