package weka.classifiers.functions.backprop.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class KindWeightsTest {

  @Test
  void withoutEvidenceKindsCountTheSame() {
    double third = 1.0 / 3;
    assertArrayEquals(new double[] {third, third, third}, KindWeights.fit(3, weights -> 0));
  }

  @Test
  void muchEvidenceDecides() {
    assertArrayEquals(new double[] {0.2, 0.8}, KindWeights.fit(2, weights -> 1e4 * Math.abs(weights[1] - 0.8)), 1e-12);
  }

  /** The loss -5 w_1 + 6 · 2 (w_1 - 1/2)² is least at w_1 = 1/2 + 5/24, where the grid has 0.7. */
  @Test
  void littleEvidenceIsDrawnToEqualWeights() {
    assertArrayEquals(new double[] {0.7, 0.3}, KindWeights.fit(2, weights -> -5 * weights[0]), 1e-12);
  }

  @Test
  void oneKindHasAllTheWeight() {
    assertArrayEquals(new double[] {1}, KindWeights.fit(1, weights -> 7));
  }
}
