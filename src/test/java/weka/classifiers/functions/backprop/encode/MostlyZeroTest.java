package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.encode.Rows.assertRows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** In data that are mostly zero, zeros stay zeros, so that rows can do without them. */
class MostlyZeroTest {

  private static final Instances MOSTLY_ZERO = DataSets.of("x numeric; y numeric; c {a, b}",
      "0,0,a", "0,0,b", "0,-4,a", "2,0,b");
  /** 5 zeros of 8 are not enough. */
  private static final Instances OFTEN_ZERO = DataSets.of("x numeric; y numeric; c {a, b}",
      "0,0,a", "0,0,b", "1,-4,a", "2,0,b");

  @Test
  void valuesAreDividedByTheRootMeanSquareOfThoseThatArentZero() throws Exception {
    Instances data = DataSets.of("x numeric; y numeric; c {a, b}", "0,0,a", "0,?,b", "0,-4,a", "2,0,b", "0,0,a",
        "4,0,a", "0,0,b", "0,0,b", "0,0,b", "0,0,b");
    double root = Math.sqrt((2 * 2 + 4 * 4) / 2.0);
    assertRows(new double[][] {{0, 0}, {0, -4.0 / 9 / 4}, {0, -1}, {2 / root, 0}, {0, 0}, {4 / root, 0}, {0, 0},
        {0, 0}, {0, 0}, {0, 0}},
        Rows.of(data, InputScaling.STANDARDIZE));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNIT_RANGE", "SYMMETRIC_RANGE"})
  void valuesAreDividedByTheLargestMagnitude(InputScaling scaling) throws Exception {
    assertRows(new double[][] {{0, 0}, {0, 0}, {0, -1}, {1, 0}}, Rows.of(MOSTLY_ZERO, scaling));
  }

  @Test
  void valuesStayAsTheyAreWithoutScaling() throws Exception {
    assertRows(new double[][] {{0, 0}, {0, 0}, {0, -4}, {2, 0}}, Rows.of(MOSTLY_ZERO, InputScaling.NONE));
  }

  @ParameterizedTest
  @EnumSource(value = InputScaling.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void otherDataAreShifted(InputScaling scaling) throws Exception {
    float[] zeros = Rows.of(OFTEN_ZERO, scaling)[0];
    assertTrue(zeros[0] != 0 || zeros[1] != 0);
  }

  /** Two thirds of the instances, but four fifths of the weight. */
  @Test
  void zerosCountByWeight() throws Exception {
    String attributes = "x numeric; c {a, b}";
    assertNotEquals(0, Rows.of(DataSets.of(attributes, "0,a", "0,b", "3,b"), InputScaling.STANDARDIZE)[0][0]);
    assertEquals(0, Rows.of(DataSets.of(attributes, "0,a,{2}", "0,b,{2}", "3,b"), InputScaling.STANDARDIZE)[0][0]);
  }

  @Test
  void zerosOfHugeWeightLeaveTheOtherValuesTheirMagnitude() throws Exception {
    Instances data = DataSets.of("x numeric; c {a, b}", "0,a", "-3,b", "4,b", "0,b,{1e300}");
    double root = Math.sqrt((3 * 3 + 4 * 4) / 2.0);
    assertRows(new double[][] {{0}, {-3 / root}, {4 / root}, {0}}, Rows.of(data, InputScaling.STANDARDIZE));
  }

  @Test
  void aMissingValueIsTakenForTheMeanNonetheless() throws Exception {
    Instances data = DataSets.of("x numeric; c {a, b}", "0,a", "0,b", "0,a", "0,a", "10,b", "?,b");
    assertEquals(0.2f, Rows.of(data, InputScaling.UNIT_RANGE)[5][0]);
  }

  @ParameterizedTest
  @EnumSource(InputScaling.class)
  void sparseRowsAreDenseRowsWithoutZeros(InputScaling scaling) throws Exception {
    for (Instances data : List.of(DataSets.sparse(OFTEN_ZERO), DataSets.mixed(100, Attribute.NOMINAL, 2),
        DataSets.creditG(), DataSets.mostlyZero(100, Attribute.NUMERIC),
        DataSets.sparse(DataSets.mostlyZero(100, Attribute.NOMINAL)))) {
      InputEncoder encoder = Rows.fit(new Instances(data, 0, Math.min(20, data.numInstances())), scaling);
      for (Instance instance : data) {
        SparseRowBuilder builder = new SparseRowBuilder();
        encoder.encodeSparse(instance, builder);
        assertSparseRow(encoder.encode(instance), builder.row());
      }
    }
  }

  private static void assertSparseRow(float[] row, SparseRow sparse) {
    float[] expanded = new float[row.length];
    int last = -1;
    for (int k = 0; k < sparse.columns().length; k++) {
      assertTrue(sparse.columns()[k] > last, "columns ascend");
      assertTrue(sparse.values()[k] != 0, "zeros are left out");
      last = sparse.columns()[k];
      expanded[last] = sparse.values()[k];
    }
    assertEquals(sparse.columns().length, sparse.values().length);
    assertArrayEquals(row, expanded);
  }

  @Test
  void rowsAreKeptSparseWhereMostInputsAreZero() throws Exception {
    assertTrue(Rows.fit(DataSets.mostlyZero(100, Attribute.NOMINAL), InputScaling.STANDARDIZE).isSparse());
    assertFalse(Rows.fit(DataSets.iris(), InputScaling.STANDARDIZE).isSparse());
    assertFalse(Rows.fit(DataSets.iris(), InputScaling.NONE).isSparse());
    // The labels of a nominal attribute are indicators, of which one is 1.
    assertTrue(Rows.fit(DataSets.of("n {a, b, c, d, e}; c {a, b}", "a,a", "b,a", "c,b", "d,b", "e,b"),
        InputScaling.STANDARDIZE).isSparse());
  }
}
