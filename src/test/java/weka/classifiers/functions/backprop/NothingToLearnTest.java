package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instances;

/** Where nothing can be learnt, the schemes predict the prior distribution or the mean, and say why. */
class NothingToLearnTest {

  /** Biases are floats. */
  private static final double FLOAT = 1e-7;

  private static final String NO_ATTRIBUTE = "''";

  /** Instances that differ in the class alone. */
  private static Instances data(String attributes, String type, String values, String... classes) {
    String[] rows = new String[classes.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = values + classes[i];
    }
    return DataSets.of(attributes + "y " + type, rows);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      NO_ATTRIBUTE + "|" + NO_ATTRIBUTE,
      "x numeric; | '5,'",
      "x numeric; | '?,'",
      "n {r, g, b}; d date yyyy; | 'g,2001,'"})
  void thePriorDistributionIsPredicted(String attributes, String values) throws Exception {
    Instances data = data(attributes, "{a, b, c, d}", values, "a", "b", "a", "c", "?", "a,{3}");
    BackpropScheme scheme = Schemes.built(Schemes.classifier(""), data);
    assertArrayEquals(new double[] {5 / 7.0, 1 / 7.0, 1 / 7.0, 0}, scheme.distributionForInstance(data.firstInstance()),
        FLOAT);
    assertEquals(0, scheme.classifyInstance(data.firstInstance()));
    assertTrue(scheme.toString().contains("Always predicts the prior distribution of the class, since no attribute "
        + "beside the class varies in the training data."), scheme.toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      NO_ATTRIBUTE + "|" + NO_ATTRIBUTE,
      "x numeric; | '5,'",
      "x numeric; | '?,'",
      "n {r, g, b}; d date yyyy; | 'g,2001,'"})
  void theMeanIsPredicted(String attributes, String values) throws Exception {
    Instances data = data(attributes, "numeric", values, "1", "2", "?", "4,{5}");
    BackpropScheme scheme = Schemes.built(Schemes.regressor(""), data);
    assertEquals(23 / 7.0, scheme.classifyInstance(data.firstInstance()), 1e-15);
    assertTrue(scheme.toString().contains("Always predicts the mean of the class, since no attribute beside the class "
        + "varies in the training data."), scheme.toString());
  }

  /** Such as the mean of 0.1, 0.1 and 0.1, which is 0.10000000000000002 if it is computed as a sum by 3. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, -7, 1e300, 4e-320, 0})
  void aNumericClassThatNeverVariesIsPredictedToTheLastBit(double value) throws Exception {
    Instances data = DataSets.of("x numeric; y numeric", "1,0", "2,0", "3,0");
    data.forEach(instance -> instance.setClassValue(value));
    BackpropScheme scheme = Schemes.built(Schemes.regressor(""), data);
    data.firstInstance().setValue(0, 1e300);
    assertArrayEquals(new double[][] {{value}, {value}, {value}}, Schemes.predictions(scheme, data));
    assertTrue(scheme.toString().contains("Always predicts the mean of the class, since the class never varies in the "
        + "training data."), scheme.toString());
  }

  @Test
  void aDateClassThatNeverVariesIsPredictedToTheLastBit() throws Exception {
    Instances data = DataSets.of("x numeric; y date yyyy-MM-dd", "1,2001-02-03", "2,2001-02-03", "3,?");
    BackpropScheme scheme = Schemes.built(Schemes.regressor(""), data);
    assertEquals(data.firstInstance().classValue(), scheme.classifyInstance(data.instance(2)));
  }

  /** Labels that never occur in the training data don't keep a classifier from learning. */
  @Test
  void aNominalClassOfWhichOneLabelOccursIsPredicted() throws Exception {
    Instances data = DataSets.of("x numeric; y {a, b, c}", "1,b", "2,b", "3,b");
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-L 0.1"), data);
    assertEquals(1, scheme.classifyInstance(data.firstInstance()));
    assertTrue(scheme.distributionForInstance(data.firstInstance())[1] > 0.9);
  }
}
