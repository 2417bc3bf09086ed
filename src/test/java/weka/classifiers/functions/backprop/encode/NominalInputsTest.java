package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static weka.classifiers.functions.backprop.encode.Rows.assertRows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Instances;
import weka.core.WekaException;

/** Nominal attributes become indicators of the values that occur in the training data. */
class NominalInputsTest {

  @Test
  void eachValueHasAnIndicator() throws Exception {
    Instances data = DataSets.of("n {r, g, b}; c {a, b}", "g,a", "r,b", "b,b");
    assertRows(new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}}, Rows.of(data, InputScaling.STANDARDIZE));
  }

  @Test
  void aBinaryAttributeIsOneInput() throws Exception {
    Instances data = DataSets.of("n {no, yes}; c {a, b}", "no,a", "yes,b");
    assertRows(new double[][] {{0}, {1}}, Rows.of(data, InputScaling.STANDARDIZE));
  }

  @Test
  void aValueNeverSeenInTrainingContributesNothing() throws Exception {
    InputEncoder encoder = Rows.fit(DataSets.of("n {r, g, b}; c {a, b}", "b,a", "r,b"), InputScaling.STANDARDIZE);
    Instances others = DataSets.of("n {r, g, b}; c {a, b}", "r,a", "g,a", "b,a");
    assertRows(new double[][] {{1, 0}, {0, 0}, {0, 1}}, Rows.of(encoder, others));
  }

  /** Weka hands over instances whose header has grown, for example by streaming or by InputMappedClassifier. */
  @Test
  void aValueThatTheTrainingHeaderDoesNotHaveContributesNothing() throws Exception {
    InputEncoder encoder = Rows.fit(DataSets.of("n {r, g, b}; c {a, b}", "b,a", "r,b", "g,a"), InputScaling.NONE);
    assertRows(new double[][] {{0, 0, 0}}, Rows.of(encoder, DataSets.of("n {r, g, b, x}; c {a, b}", "x,a")));
  }

  /** Weka lets programs set any number as the value of a nominal attribute. */
  @ParameterizedTest
  @ValueSource(doubles = {-1, 3, 0.5, 1e300, Double.POSITIVE_INFINITY})
  void aNumberThatIsNoLabelIsRejectedInTrainingByTheAttributesName(double value) {
    Instances data = DataSets.of("n {r, g, b}; c {x, y, z}", "b,x", "r,y");
    String sentence = " has the value " + value
        + " in the training data, but values must be missing or one of its 3 labels, counted from 0.";
    data.instance(1).setValue(0, value);
    assertEquals("Attribute 'n'" + sentence, assertThrows(WekaException.class,
        () -> UsableInstances.select(data)).getMessage());
    data.instance(1).setClassValue(value);
    assertEquals("Attribute 'c'" + sentence, assertThrows(WekaException.class,
        () -> UsableInstances.select(data)).getMessage());
  }

  @Test
  void aNumberThatIsNoLabelContributesNothingToAPrediction() throws Exception {
    Instances data = DataSets.of("n {r, g, b}; c {a, b}", "b,a", "r,b", "g,a");
    InputEncoder encoder = Rows.fit(data, InputScaling.NONE);
    data.instance(0).setValue(0, -1);
    data.instance(1).setValue(0, 3);
    assertRows(new double[][] {{0, 0, 0}, {0, 0, 0}, {0, 1, 0}}, Rows.of(encoder, data));
  }

  /** What sparse data don't store is 0, also of an attribute that has no label of that number. */
  @Test
  void anAttributeWithoutLabelsContributesNothingInSparseDataEither() throws Exception {
    Instances data = DataSets.of("n {}; x numeric; c {a, b}", "{1 5, 2 b}", "{1 6}", "{0 ?, 1 7}");
    assertRows(new double[][] {{5}, {6}, {7}}, Rows.of(data, InputScaling.NONE));
  }

  @Test
  void columnsFollowEachOtherInTheOrderOfTheAttributes() throws Exception {
    Instances data = DataSets.of("x numeric; n {r, g, b}; y numeric; m {no, yes}; c {a, b}",
        "1,r,2,no,a", "3,b,4,yes,b");
    assertRows(new double[][] {{1, 1, 0, 2, 0}, {3, 0, 1, 4, 1}}, Rows.of(data, InputScaling.NONE));
  }

  @Test
  void inputsAreCountedByTheHeaderAlone() {
    Instances header = DataSets.of("x numeric; d date yyyy; u {r}; m {r, g}; n {r, g, b}; c {a, b, c}");
    assertEquals(1 + 1 + 1 + 1 + 3, InputEncoder.countInputs(header));
  }
}
