package weka.classifiers.functions.backprop.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReliabilityBinsTest {

  private static final double EPSILON = 1e-12;

  private final ReliabilityBins bins = new ReliabilityBins();

  @Test
  void aBinHoldsItsUpperEdge() {
    bins.add(0, false, 1);
    bins.add(0.1, false, 2);
    bins.add(0.1000001, false, 4);
    bins.add(1, true, 8);
    assertEquals(3, bins.weight(0));
    assertEquals(4, bins.weight(1));
    assertEquals(8, bins.weight(9));
    assertEquals(15, bins.totalWeight());
  }

  @Test
  void calibrationErrorWeighsTheBinsByTheirWeight() {
    // Mean probability (2 · 0.65 + 1 · 0.68) / 3 = 0.66 and frequency 2/3; then 0.95 and 0.
    bins.add(0.65, true, 2);
    bins.add(0.68, false, 1);
    bins.add(0.95, false, 1);
    assertEquals(0.66, bins.meanProbability(6), EPSILON);
    assertEquals(2 / 3.0, bins.frequency(6), EPSILON);
    assertEquals(0.75 * (2 / 3.0 - 0.66) + 0.25 * 0.95, bins.expectedCalibrationError(), EPSILON);
  }

  @Test
  void standardErrorIsThatOfTheBinomialDistribution() {
    for (int k = 0; k < 16; k++) {
      bins.add(0.55, k < 4, 1);
    }
    assertEquals(Math.sqrt(0.25 * 0.75 / 16), bins.standardError(5), EPSILON);
  }

  @Test
  void weightsThatAreAllTheSameDoNotMatterToTheStandardError() {
    for (int k = 0; k < 16; k++) {
      bins.add(0.55, k < 4, 7);
    }
    assertEquals(Math.sqrt(0.25 * 0.75 / 16), bins.standardError(5), EPSILON);
  }

  @Test
  void emptyBinsHaveNoMean() {
    bins.add(0.5, true, 0);
    bins.add(Double.NaN, true, 1);
    assertTrue(Double.isNaN(bins.meanProbability(4)));
    assertTrue(Double.isNaN(bins.expectedCalibrationError()));
  }
}
