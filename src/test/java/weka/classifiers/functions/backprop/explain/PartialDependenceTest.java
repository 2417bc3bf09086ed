package weka.classifiers.functions.backprop.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.DenseInstance;
import weka.core.Instances;

class PartialDependenceTest {

  private static final double EPSILON = 1e-12;

  private final Instances data = DataSets.of("a numeric; b {x,y,z}; c numeric",
      "1,x,0", "3,y,0", "2,x,0", "?,z,0");

  private PartialDependence of(int attribute, double a, double b) throws Exception {
    return PartialDependence.of(new Formula(i -> a * i.value(0) + b * i.value(1)), data, attribute, 0, 100, 1,
        part -> { });
  }

  @Test
  void fewNumbersAreTheValuesAndCurvesAreThoseOfTheInstances() throws Exception {
    PartialDependence dependence = of(0, 2, 10);
    assertArrayEquals(new double[] {1, 2, 3}, dependence.values());
    assertArrayEquals(new double[] {2, 4, 6}, dependence.curves()[0], EPSILON);
    assertArrayEquals(new double[] {12, 14, 16}, dependence.curves()[1], EPSILON);
    // The mean of b is (0 + 1 + 0 + 2) / 4.
    assertArrayEquals(new double[] {9.5, 11.5, 13.5}, dependence.mean(), EPSILON);
  }

  @Test
  void ofANominalAttributeEveryLabelIsAValue() throws Exception {
    data.remove(3);
    PartialDependence dependence = of(1, 1, 10);
    assertArrayEquals(new double[] {0, 1, 2}, dependence.values());
    assertArrayEquals(new double[] {2, 12, 22}, dependence.mean(), EPSILON);
  }

  @Test
  void manyNumbersAreRepresentedByThirtyEvenlySpacedOnes() throws Exception {
    for (int k = 0; k <= 58; k++) {
      data.add(new DenseInstance(1, new double[] {k / 2.0, 0, 0}));
    }
    PartialDependence dependence = of(0, 1, 0);
    assertEquals(30, dependence.values().length);
    assertEquals(0, dependence.values()[0]);
    assertEquals(29, dependence.values()[29], EPSILON);
    assertEquals(1, dependence.values()[1], EPSILON);
  }

  @Test
  void progressIsToldAndAnInterruptStops() throws Exception {
    List<Double> progress = new ArrayList<>();
    PartialDependence.of(new Formula(i -> 0), data, 0, 0, 2, 1, progress::add);
    assertEquals(1.0, progress.get(progress.size() - 1));
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> of(0, 1, 1));
  }
}
