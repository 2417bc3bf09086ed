package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.encode.Rows.assertRows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** Values at the limits of double neither overflow nor make a row that isn't finite. */
class ExtremeValuesTest {

  private static Instances numbers(double... values) {
    Instances data = DataSets.of("huge numeric; c {a, b}");
    for (double value : values) {
      data.add(new DenseInstance(1, new double[] {value, 0}));
    }
    return data;
  }

  @ParameterizedTest
  @EnumSource(value = InputScaling.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void hugeValuesAreScaledLikeOthers(InputScaling scaling) throws Exception {
    float[][] expected = Rows.of(numbers(1, -1, 0, 0.5), scaling);
    assertRows(expected, Rows.of(numbers(1e300, -1e300, 0, 0.5e300), scaling));
    assertRows(expected, Rows.of(numbers(1e-300, -1e-300, 0, 0.5e-300), scaling));
  }

  @ParameterizedTest
  @EnumSource(InputScaling.class)
  void aValueAbsurdlyFarOffGivesAFiniteRow(InputScaling scaling) throws Exception {
    InputEncoder encoder = Rows.fit(numbers(1, 2, 3), scaling);
    for (Instance instance : numbers(1e300, -1e300, Double.MAX_VALUE, -Double.MAX_VALUE, Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY)) {
      float input = encoder.encode(instance)[0];
      assertTrue(Math.abs(input) > 1e6 && Math.abs(input) < 1e12, instance + " became " + input);
      assertEquals(Math.signum(instance.value(0)), Math.signum(input));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void infiniteTrainingValuesAreRejectedByTheAttributesName(double infinite) {
    Instances data = numbers(1, 2, infinite);
    WekaException e = assertThrows(WekaException.class, () -> UsableInstances.select(data));
    assertEquals("Attribute 'huge' has the value " + infinite
        + " in the training data, but values must be finite or missing.", e.getMessage());
  }

  @Test
  void infiniteClassValuesAreRejectedByTheAttributesName() {
    Instances data = DataSets.of("x numeric; target numeric", "1,1", "2,2");
    data.instance(1).setClassValue(Double.NEGATIVE_INFINITY);
    WekaException e = assertThrows(WekaException.class, () -> UsableInstances.select(data));
    assertTrue(e.getMessage().startsWith("Attribute 'target' has the value -Infinity"), e.getMessage());
  }

  @Test
  void hugeClassValuesComeBack() throws Exception {
    Instances data = DataSets.of("x numeric; y numeric", "1,1e300", "2,-1e300", "3,0");
    NumericClass encoder = NumericClass.fit(data);
    float[][] targets = encoder.targets(data);
    assertEquals(1e300, encoder.decode(new double[] {targets[0][0]})[0], 1e294);
    assertEquals(-1e300, encoder.decode(new double[] {targets[1][0]})[0], 1e294);
  }

  @ParameterizedTest
  @EnumSource(value = InputScaling.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aRangeBeyondDoubleIsScaledLikeOthers(InputScaling scaling) throws Exception {
    Instances data = DataSets.of("x numeric; c {a, b}");
    for (double value : new double[] {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE}) {
      data.add(new DenseInstance(1, new double[] {value, 0}));
    }
    InputEncoder encoder = InputEncoder.fit(StatisticsScan.of(data, data, 1), data, InputEncoding.of(scaling));
    for (Instance instance : data) {
      float input = encoder.encode(instance)[0];
      assertTrue(Math.abs(input) < 2, instance + " becomes " + input);
    }
  }
}
