package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static weka.classifiers.functions.backprop.encode.Rows.assertRows;

import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Instances;

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
