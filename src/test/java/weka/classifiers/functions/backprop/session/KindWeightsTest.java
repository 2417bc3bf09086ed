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
    double third = 1.0 / 3;
    assertArrayEquals(new double[] {1.0 / 6, 0.5, 0, third},
        KindWeights.fit(4, weights -> 1e4 * (Math.pow(weights[0] - 1.0 / 6, 2) + Math.pow(weights[1] - 0.5, 2)
            + Math.pow(weights[3] - third, 2))), 1e-12);
  }

  /** The loss -4 w_1 + 6 · 2 (w_1 - 1/2)² is least at w_1 = 1/2 + 4/24. */
  @Test
  void littleEvidenceIsDrawnToEqualWeights() {
    assertArrayEquals(new double[] {2.0 / 3, 1.0 / 3}, KindWeights.fit(2, weights -> -4 * weights[0]), 1e-12);
  }

  @Test
  void oneKindHasAllTheWeight() {
    assertArrayEquals(new double[] {1}, KindWeights.fit(1, weights -> 7));
  }
}
