package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** What the schemes make of their training data. */
class TrainingDataTest {

  private static final String QUICK = "-N 5 -H 4";

  private static String modelOf(Instances data) throws Exception {
    return Schemes.parameters(Schemes.built(Schemes.forClass(data.classAttribute().type(), QUICK), data));
  }

  /** The other attributes keep their order, so the network is the same wherever the class stands. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void theClassMayBeAnyAttribute(int classIndex) throws Exception {
    Instances last = DataSets.iris();
    Instances moved = DataSets.withClassAt(classIndex, last);
    assertEquals(modelOf(last), modelOf(moved));
    assertArrayEquals(Schemes.predictions(Schemes.built(Schemes.classifier(QUICK), last), last),
        Schemes.predictions(Schemes.built(Schemes.classifier(QUICK), moved), moved));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 5", "0, 2", "3, 3"})
  void sparseDataGiveTheModelOfDenseOnes(int classType, int classIndex) throws Exception {
    Instances dense = DataSets.mixed(60, classType, classIndex);
    Instances sparse = DataSets.sparse(dense);
    assertEquals(modelOf(dense), modelOf(sparse));
    assertArrayEquals(Schemes.predictions(Schemes.built(Schemes.forClass(classType, QUICK), dense), dense),
        Schemes.predictions(Schemes.built(Schemes.forClass(classType, QUICK), sparse), sparse));
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void dataThatAreMostlyZeroGiveTheSameModelHoweverTheyAreStored(int classType) throws Exception {
    Instances dense = DataSets.mostlyZero(60, classType);
    Instances sparse = DataSets.sparse(dense);
    assertEquals(modelOf(dense), modelOf(sparse));
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, QUICK), dense);
    assertArrayEquals(Schemes.predictions(scheme, dense), Schemes.predictions(scheme, sparse));
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC, Attribute.DATE})
  void instancesWithoutAClassValueAreAsIfTheyWereNotThere(int classType) throws Exception {
    Instances without = DataSets.mixed(60, classType, 2);
    Instances with = DataSets.concatenated(without, without);
    for (int i = 60; i < 120; i++) {
      with.instance(i).setValue(with.attribute("Numeric1"), 1e6);
      with.instance(i).setClassMissing();
    }
    assertEquals(modelOf(without), modelOf(with));
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void instancesOfWeightZeroAreAsIfTheyWereNotThere(int classType) throws Exception {
    Instances without = DataSets.mixed(60, classType, 5);
    Instances with = DataSets.concatenated(without, without);
    for (int i = 60; i < 120; i++) {
      with.instance(i).setValue(with.attribute("Numeric1"), 1e6);
      with.instance(i).setWeight(0);
    }
    assertEquals(modelOf(without), modelOf(with));
  }

  /** With full batches the order of instances matters only to rounding. */
  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void aWeightOfTwoIsAsGoodAsTwoCopies(int classType) throws Exception {
    String options = "-B 0 -O SGD -L 0.1 -F TANH -N 20 -H 4";
    Instances unweighted = DataSets.mixed(60, classType, 5);
    Instances weighted = new Instances(unweighted);
    Instances copied = new Instances(unweighted);
    for (int i = 0; i < 60; i += 3) {
      weighted.instance(i).setWeight(2);
      copied.add(unweighted.instance(i));
    }
    double[][] expected =
        Schemes.predictions(Schemes.built(Schemes.forClass(classType, options), copied), unweighted);
    double[][] byWeight =
        Schemes.predictions(Schemes.built(Schemes.forClass(classType, options), weighted), unweighted);
    for (int i = 0; i < 60; i++) {
      assertArrayEquals(expected[i], byWeight[i], 1e-4);
    }
    assertNotEquals(modelOf(unweighted), modelOf(weighted));
  }

  @Test
  void dataWithoutAnyUsableInstanceAreRejected() throws Exception {
    Instances empty = new Instances(DataSets.iris(), 0);
    assertRejected("Not enough training instances with class labels", empty);
    Instances weightless = DataSets.iris();
    weightless.forEach(instance -> instance.setWeight(0));
    assertRejected("none of the 150 training instances has a class value and a weight greater than 0", weightless);
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC, Attribute.DATE})
  void dataWithoutAnyClassValueAreRejected(int classType) throws Exception {
    Instances data = DataSets.mixed(20, classType, 5);
    data.forEach(Instance::setClassMissing);
    assertRejected("Not enough training instances with class labels", data);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void invalidWeightsAreRejected(double weight) throws Exception {
    Instances data = DataSets.iris();
    data.instance(7).setWeight(weight);
    assertRejected("A training instance has the weight " + weight, data);
  }

  @Test
  void infiniteValuesAreRejected() throws Exception {
    Instances data = DataSets.iris();
    data.instance(7).setValue(2, Double.NEGATIVE_INFINITY);
    assertRejected("Attribute 'petallength' has the value -Infinity", data);
    Instances target = DataSets.of("x numeric; y numeric", "1,1", "2,2", "3,3");
    target.instance(1).setClassValue(Double.POSITIVE_INFINITY);
    assertRejected("Attribute 'y' has the value Infinity", target);
  }

  private static void assertRejected(String message, Instances data) throws Exception {
    BackpropScheme scheme = Schemes.forClass(data.classAttribute().type(), QUICK);
    WekaException e = assertThrows(WekaException.class, () -> scheme.buildClassifier(data));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  /** A power of two changes no digit, so the models are the same to the last bit. */
  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void hugeValuesAreLearntFromAsOthersAre(int classType) throws Exception {
    Instances data = DataSets.mixed(60, classType, 5);
    Instances huge = new Instances(data);
    for (Instance instance : huge) {
      Attribute numeric = data.attribute("Numeric1");
      instance.setValue(numeric, instance.value(numeric) * 0x1p990);
    }
    assertEquals(modelOf(data), modelOf(huge));
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void aValueAbsurdlyFarOffIsPredictedFinitely(int classType) throws Exception {
    Instances data = DataSets.mixed(60, classType, 5);
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, QUICK), data);
    for (double value : new double[] {1e300, -1e300, Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
      Instance instance = new DenseInstance(data.instance(1));
      instance.setDataset(data);
      instance.setValue(data.attribute("Numeric1"), value);
      for (double prediction : scheme.distributionForInstance(instance)) {
        assertTrue(Double.isFinite(prediction), value + " gives " + prediction);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e300, 1e-310})
  void weightsOfAnyMagnitudeTrain(double weight) throws Exception {
    Instances data = DataSets.iris();
    data.forEach(instance -> instance.setWeight(weight));
    BackpropScheme scheme = Schemes.built(Schemes.classifier(""), data);
    assertEquals(0, scheme.classifyInstance(data.firstInstance()));
    assertEquals(2, scheme.classifyInstance(data.lastInstance()));
  }

  @Test
  void weightsWithTooLargeATotalAreRejected() throws Exception {
    Instances data = DataSets.iris();
    data.forEach(instance -> instance.setWeight(1e307));
    assertRejected("The weights of the training instances add up to Infinity", data);
    // A square of the class's distances from the mean, so weighted, would overflow.
    Instances oneHeavy = DataSets.of("x numeric; y numeric", "1,0", "2,1", "1,0,{1.7e308}");
    assertRejected("The weights of the training instances add up to 1.7E308", oneHeavy);
  }
}
