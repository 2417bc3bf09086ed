package weka.classifiers.functions.backprop.encode;

import static weka.classifiers.functions.backprop.encode.Rows.assertRows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Instances;

/** Numeric and date attributes are scaled by their values in the training data. */
class InputScalingTest {

  private static final Instances NUMERIC = DataSets.of("x numeric; c {a, b}", "0,a", "1,b", "2,a", "5,b");
  private static final Instances DATES = DataSets.of("d date yyyy-MM-dd; c {a, b}",
      "2001-01-01,a", "2001-01-02,b", "2001-01-03,a", "2001-01-06,b");

  /** The standard deviation of 0, 1, 2 and 5, whose mean is 2. */
  private static final double DEVIATION = Math.sqrt((4 + 1 + 0 + 9) / 4.0);

  @Test
  void standardizeGivesMean0AndDeviation1() throws Exception {
    double[][] expected = {{-2 / DEVIATION}, {-1 / DEVIATION}, {0}, {3 / DEVIATION}};
    assertRows(expected, Rows.of(NUMERIC, InputScaling.STANDARDIZE));
  }

  @Test
  void unitRangeGoesFrom0To1() throws Exception {
    assertRows(new double[][] {{0}, {0.2}, {0.4}, {1}}, Rows.of(NUMERIC, InputScaling.UNIT_RANGE));
  }

  @Test
  void symmetricRangeGoesFromMinus1To1() throws Exception {
    assertRows(new double[][] {{-1}, {-0.6}, {-0.2}, {1}}, Rows.of(NUMERIC, InputScaling.SYMMETRIC_RANGE));
  }

  @Test
  void noneLeavesValuesAsTheyAre() throws Exception {
    assertRows(new double[][] {{0}, {1}, {2}, {5}}, Rows.of(NUMERIC, InputScaling.NONE));
  }

  /** A date is a number near 1e12 that varies in its last digits, so its mean must not be lost in rounding. */
  @ParameterizedTest
  @EnumSource(value = InputScaling.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void datesAreScaledAsNumbersAre(InputScaling scaling) throws Exception {
    assertRows(Rows.of(NUMERIC, scaling), Rows.of(DATES, scaling));
  }

  @Test
  void aSmallDeviationSurvivesBesideALargeMean() throws Exception {
    Instances data = DataSets.of("x numeric; c {a, b}", "1000000001,a", "1000000003,b");
    assertRows(new double[][] {{-1}, {1}}, Rows.of(data, InputScaling.STANDARDIZE));
  }

  @Test
  void newValuesAreScaledByTheTrainingData() throws Exception {
    InputEncoder encoder = Rows.fit(NUMERIC, InputScaling.UNIT_RANGE);
    Instances others = DataSets.of("x numeric; c {a, b}", "-5,a", "10,b");
    assertRows(new double[][] {{-1}, {2}}, Rows.of(encoder, others));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void theClassIsNoInputWhereverItStands(int classIndex) throws Exception {
    Instances data = DataSets.of("x numeric; y numeric; z numeric", "1,10,100", "2,20,200");
    data.setClassIndex(classIndex);
    double[][] rows = {{1, 10, 100}, {2, 20, 200}};
    double[][] expected = new double[2][2];
    for (int i = 0; i < 2; i++) {
      for (int a = 0, column = 0; a < 3; a++) {
        if (a != classIndex) {
          expected[i][column++] = rows[i][a];
        }
      }
    }
    assertRows(expected, Rows.of(data, InputScaling.NONE));
  }
}
