package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static weka.classifiers.functions.backprop.encode.Rows.assertRows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Instances;

/** Missing values are taken for the mean or the mode; attributes that never vary are left out. */
class MissingValuesTest {

  @ParameterizedTest
  @EnumSource(InputScaling.class)
  void aMissingNumberIsTakenForTheMeanOfTheOthers(InputScaling scaling) throws Exception {
    InputEncoder encoder = Rows.fit(DataSets.of("x numeric; c {a, b}", "1,a", "?,b", "2,a", "6,b"), scaling);
    Instances missing = DataSets.of("x numeric; c {a, b}", "?,a");
    Instances mean = DataSets.of("x numeric; c {a, b}", "3,a");
    assertRows(Rows.of(encoder, mean), Rows.of(encoder, missing));
  }

  @Test
  void aMissingDateIsTakenForTheMeanOfTheOthers() throws Exception {
    Instances data = DataSets.of("d date yyyy-MM-dd; c {a, b}", "2001-01-01,a", "2001-01-05,b", "?,a");
    assertRows(new double[][] {{0}, {1}, {0.5}}, Rows.of(data, InputScaling.UNIT_RANGE));
  }

  @Test
  void aMissingNominalValueIsTakenForTheMode() throws Exception {
    Instances data = DataSets.of("n {r, g, b}; c {a, b}", "r,a", "b,b", "b,a", "?,b");
    assertRows(new double[][] {{1, 0}, {0, 1}, {0, 1}, {0, 1}}, Rows.of(data, InputScaling.STANDARDIZE));
  }

  @Test
  void aMissingBinaryValueIsTakenForTheMode() throws Exception {
    Instances mostlyYes = DataSets.of("n {no, yes}; c {a, b}", "yes,a", "yes,b", "no,a", "?,b");
    Instances mostlyNo = DataSets.of("n {no, yes}; c {a, b}", "yes,a", "no,b", "no,a", "?,b");
    assertEquals(1, Rows.of(mostlyYes, InputScaling.STANDARDIZE)[3][0]);
    assertEquals(0, Rows.of(mostlyNo, InputScaling.STANDARDIZE)[3][0]);
  }

  @Test
  void modeAndMeanComeFromTheTrainingDataAlone() throws Exception {
    InputEncoder encoder = Rows.fit(DataSets.of("n {r, g, b}; x numeric; c {a, b}", "r,1,a", "g,3,b", "g,5,a"),
        InputScaling.NONE);
    Instances others = DataSets.of("n {r, g, b}; x numeric; c {a, b}", "r,100,a", "r,100,b", "?,?,a");
    assertRows(new double[][] {{1, 0, 100}, {1, 0, 100}, {0, 1, 3}}, Rows.of(encoder, others));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n numeric", "n {5, 6}", "n {4, 5, 6}"})
  void anAttributeThatNeverVariesContributesNothingEvenLater(String attribute) throws Exception {
    Instances constant = DataSets.of(attribute + "; x numeric; c {a, b}", "5,1,a", "5,2,b", "?,3,a");
    InputEncoder encoder = Rows.fit(constant, InputScaling.NONE);
    assertEquals(1, encoder.width());
    Instances others = DataSets.of(attribute + "; x numeric; c {a, b}", "5,7,a", "6,7,a", "?,7,a");
    assertRows(new double[][] {{7}, {7}, {7}}, Rows.of(encoder, others));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n numeric", "n date yyyy", "n {2005, 2006}", "n {2005, 2006, 2007}", "n {}"})
  void anAttributeWhoseValuesAreAllMissingContributesNothingEvenLater(String attribute) throws Exception {
    InputEncoder encoder = Rows.fit(DataSets.of(attribute + "; x numeric; c {a, b}", "?,1,a", "?,2,b"),
        InputScaling.NONE);
    assertEquals(1, encoder.width());
    String later = attribute.endsWith("{}") ? "?" : "2005";
    assertRows(new double[][] {{7}, {8}},
        Rows.of(encoder, DataSets.of(attribute + "; x numeric; c {a, b}", later + ",7,a", "?,8,b")));
  }
}
