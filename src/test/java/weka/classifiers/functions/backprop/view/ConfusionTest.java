package weka.classifiers.functions.backprop.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;

class ConfusionTest {

  private final Confusion confusion = Confusion.of(DataSets.of("x numeric; predicted {a,b,c}; class {a,b,c}",
      "1,a,a", "2,a,a", "3,b,a", "4,a,a", "5,b,b", "6,?,b", "7,b,?"));

  @Test
  void rowsAreActualAndColumnsPredictedClasses() {
    assertArrayEquals(new int[] {3, 1, 0}, confusion.counts()[0]);
    assertArrayEquals(new int[] {0, 1, 0}, confusion.counts()[1]);
  }

  @Test
  void coloursArePartsOfTheActualClassAndErrorsHaveTheOther() {
    assertArrayEquals(new double[] {0.75, -0.25, 0}, confusion.cells().shades()[0], 1e-12);
    assertArrayEquals(new double[] {0, 0, 0}, confusion.cells().shades()[2], 1e-12);
    assertEquals("1", confusion.cells().texts()[0][1]);
    assertEquals("1 instances of a predicted as b (25.0 % of a)", confusion.cells().tips()[0][1]);
  }

  @Test
  void aCellHasItsInstances() {
    assertEquals(1, confusion.instances(0, 1).numInstances());
    assertEquals(3, confusion.instances(0, 1).get(0).value(0));
  }

  @Test
  void summaryCountsWhatIsRight() {
    assertTrue(confusion.summary().startsWith("4 of 5 instances are right (80.00 %)."), confusion.summary());
  }

  @Test
  void theTableHasARowForEachCell() {
    assertEquals("actual,predicted,instances,part of actual class\na,a,3,0.75\na,b,1,0.25",
        String.join("\n", confusion.csv().lines().limit(3).toList()));
  }
}
