package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** It doesn't matter in what units values are measured, nor if the units of two attributes differ by 1e12. */
class UnitsTest {

  /** The same measured in other units. */
  private static Instances inUnits(Instances data, double first, double second, double classUnit) {
    Instances changed = new Instances(data);
    for (Instance instance : changed) {
      scale(instance, data.attribute("Numeric1"), first);
      scale(instance, data.attribute("Numeric2"), second);
      scale(instance, data.classAttribute(), classUnit);
    }
    return changed;
  }

  private static void scale(Instance instance, Attribute attribute, double unit) {
    instance.setValue(attribute, instance.value(attribute) * unit);
  }

  @ParameterizedTest
  @CsvSource({"1, STANDARDIZE", "1, UNIT_RANGE", "1, SYMMETRIC_RANGE",
      "0, STANDARDIZE", "0, UNIT_RANGE", "0, SYMMETRIC_RANGE"})
  void predictionsAreTheSameInAnyUnits(int classType, String scaling) throws Exception {
    Instances data = DataSets.mixed(200, classType, 5);
    double classUnit = classType == Attribute.NUMERIC ? 1e12 : 1;
    Instances changed = inUnits(data, 1e-6, 1e6, classUnit);
    String options = "-N 20 -H 6 -I " + scaling;
    double[][] expected = Schemes.predictions(Schemes.built(Schemes.forClass(classType, options), data), data);
    double[][] actual = Schemes.predictions(Schemes.built(Schemes.forClass(classType, options), changed), changed);
    for (int i = 0; i < expected.length; i++) {
      for (int k = 0; k < expected[i].length; k++) {
        assertEquals(expected[i][k], actual[i][k] / classUnit, 1e-4);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-O SGD -L 0.1"})
  void accuracyIsTheSameInAnyUnits(String options) throws Exception {
    Instances data = DataSets.iris();
    Instances changed = new Instances(data);
    for (Instance instance : changed) {
      scale(instance, data.attribute("sepallength"), 1e-6);
      scale(instance, data.attribute("petallength"), 1e6);
    }
    double accuracy = Schemes.accuracy(Schemes.classifier("-N 60 " + options), data);
    assertTrue(accuracy > 85, accuracy + " %");
    assertEquals(accuracy, Schemes.accuracy(Schemes.classifier("-N 60 " + options), changed), 1);
  }
}
