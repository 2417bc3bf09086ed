package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Attribute;
import weka.core.Instances;

/** Training data with little or nothing in them. */
class FewInstancesTest {

  /** Attributes of each type, and a class of a type. */
  private static Instances data(String classAttribute, String... rows) {
    return DataSets.of("x numeric; n {r, g, b}; d date yyyy; y " + classAttribute, rows);
  }

  private static BackpropScheme schemeFor(Instances data, String options) throws Exception {
    return Schemes.forClass(data.classAttribute().type(), options);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{a, b}", "numeric", "date yyyy"})
  void noInstancesAreRejectedInASentence(String classAttribute) throws Exception {
    Instances data = data(classAttribute);
    BackpropScheme scheme = schemeFor(data, "");
    Exception e = assertThrows(Exception.class, () -> scheme.buildClassifier(data));
    String start = scheme.getClass().getName() + ": Not enough training instances with class labels";
    assertTrue(e.getMessage().startsWith(start), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {a, b, c}   | b    | ''
      {a, b, c}   | b    | -V 50 -refit
      {a, b, c}   | b    | -resume -B 1 -balance
      numeric     | 0.1  | ''
      numeric     | 0.1  | -V 50 -refit
      date yyyy   | 2001 | -resume -B 1 -loss ABSOLUTE""")
  void oneInstanceIsAlwaysPredicted(String classAttribute, String value, String options) throws Exception {
    for (String row : new String[] {"5,g,1999,", "?,?,?,"}) {
      Instances data = data(classAttribute, row + value);
      BackpropScheme scheme = Schemes.built(schemeFor(data, options), data);
      for (String other : new String[] {row, "1e300,b,?,", "?,?,?,"}) {
        double[] expected = data.classAttribute().isNominal() ? new double[] {0, 1, 0}
            : new double[] {data.firstInstance().classValue()};
        assertArrayEquals(expected,
            scheme.distributionForInstance(data(classAttribute, other + "?").firstInstance()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{a, b}", "numeric", "date yyyy"})
  void twoInstancesAreLearnt(String classAttribute) throws Exception {
    String[] values = classAttribute.startsWith("{") ? new String[] {"a", "b"} : new String[] {"2001", "2002"};
    Instances data = data(classAttribute, "1,r,1999," + values[0], "2,g,2000," + values[1]);
    BackpropScheme scheme = Schemes.built(schemeFor(data, "-E 0"), data);
    double range = Math.abs(data.instance(0).classValue() - data.instance(1).classValue());
    assertEquals(data.instance(0).classValue(), scheme.classifyInstance(data.instance(0)), range / 20);
    assertEquals(data.instance(1).classValue(), scheme.classifyInstance(data.instance(1)), range / 20);
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void aMiniBatchLargerThanTheDataIsAllOfThem(int classType) throws Exception {
    Instances data = DataSets.mixed(60, classType, 5);
    String all = Schemes.parameters(Schemes.built(Schemes.forClass(classType, "-N 5 -H 4 -V 0 -B 0"), data));
    for (String size : new String[] {"60", "61", "1000000", "2147483647"}) {
      assertEquals(all,
          Schemes.parameters(Schemes.built(Schemes.forClass(classType, "-N 5 -H 4 -V 0 -B " + size), data)));
    }
  }

  /** The value that there is can't say anything that the class doesn't say without it. */
  @ParameterizedTest
  @CsvSource({"0, 5", "1, g", "2, 1999"})
  void anAttributeOfWhichOneValueIsKnownCountsForNothing(int attribute, String known) throws Exception {
    for (String classAttribute : new String[] {"{1, 2}", "numeric"}) {
      Instances data = DataSets.of("x numeric; n {r, g, b}; d date yyyy; z numeric; y " + classAttribute,
          "?,?,?,1,1", "?,?,?,2,2", "?,?,?,3,2", "?,?,?,4,1");
      data.instance(2).setValue(attribute,
          data(classAttribute, "5,g,1999,?").firstInstance().value(attribute));
      BackpropScheme scheme = Schemes.built(schemeFor(data, "-N 5"), data);
      assertEquals("input 1", Schemes.layers(scheme).get(0), known);
    }
  }

  @Test
  void aClassLabelThatNeverOccursIsHardlyEverPredicted() throws Exception {
    Instances data = data("{never, a, b}", "1,r,?,a", "2,r,?,b", "3,g,?,a", "4,b,?,b", "5,g,?,b", "6,b,?,a");
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-L 0.01 -N 200"), data);
    for (double[] distribution : scheme.distributionsForInstances(data)) {
      assertTrue(distribution[0] > 0 && distribution[0] < 0.05, distribution[0] + " for the label never seen");
    }
  }
}
