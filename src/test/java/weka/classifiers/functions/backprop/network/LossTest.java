package weka.classifiers.functions.backprop.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LossTest {

  private static final float STEP = 1e-2f;

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 20000", "2, 10000"})
  void crossEntropyOfHugeSumsIsExact(int target, double loss) {
    float[] sums = {1e4f, -1e4f, 0};
    float[] targets = new float[3];
    targets[target] = 1;
    float[] delta = new float[3];

    assertEquals(loss, Loss.CROSS_ENTROPY.delta(sums, targets, 3, delta));
    assertArrayEquals(new double[] {1, 0, 0}, Loss.CROSS_ENTROPY.output().apply(sums, 3));
    assertArrayEquals(new float[] {1 - targets[0], 0 - targets[1], 0 - targets[2]}, delta);
  }

  @Test
  void crossEntropyOfTheLargestFloatsIsFinite() {
    float[] sums = {Float.MAX_VALUE, -Float.MAX_VALUE};
    float[] delta = new float[2];
    assertEquals(2.0 * Float.MAX_VALUE, Loss.CROSS_ENTROPY.delta(sums, new float[] {0, 1}, 2, delta));
    assertArrayEquals(new float[] {1, -1}, delta);
  }

  /** Rounding a sum that is this far from the others must not turn into an infinite logarithm. */
  @ParameterizedTest
  @CsvSource({"1e4", "-1e4", "0"})
  void equalSumsGiveTheLogarithmOfTheirNumber(float sum) {
    float[] sums = {sum, sum, sum};
    assertEquals(Math.log(3), Loss.CROSS_ENTROPY.delta(sums, new float[] {0, 1, 0}, 3, new float[3]), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0.5, 0.3", "1, 1, 1", "0.5, 0, 0", "0, 0, 0"})
  void targetsMayBeSoftAndNeedNotSumToOne(float first, float second, float third) {
    float[] sums = {0.5f, -1, 2};
    float[] targets = {first, second, third};
    double total = Math.exp(0.5) + Math.exp(-1) + Math.exp(2);
    double loss = 0;
    double[] expected = new double[3];
    for (int j = 0; j < 3; j++) {
      loss -= targets[j] * Math.log(Math.exp(sums[j]) / total);
      for (int i = 0; i < 3; i++) {
        expected[i] -= targets[j] * ((i == j ? 1 : 0) - Math.exp(sums[i]) / total);
      }
    }
    float[] delta = new float[3];

    assertEquals(loss, Loss.CROSS_ENTROPY.delta(sums, targets, 3, delta), 1e-6);
    for (int i = 0; i < 3; i++) {
      assertEquals(expected[i], delta[i], 1e-6, "delta " + i);
    }
  }

  @Test
  void softmaxOutputsSumToOne() {
    for (long seed = 0; seed < 50; seed++) {
      int n = 1 + (int) seed;
      double[] outputs = Loss.CROSS_ENTROPY.output().apply(randomSums(seed, n), n);
      assertEquals(n, outputs.length);
      assertEquals(1, Arrays.stream(outputs).sum(), 1e-12, "seed " + seed);
    }
  }

  @Test
  void squaredErrorHasNoFactorOfOneHalf() {
    float[] delta = new float[2];
    assertEquals(1 + 4, Loss.SQUARED_ERROR.delta(new float[] {1, 0}, new float[] {0, 2}, 2, delta));
    assertArrayEquals(new float[] {2, -4}, delta);
  }

  @Test
  void absoluteErrorPullsTheSameHoweverFarTheTarget() {
    float[] delta = new float[3];
    assertEquals(1 + 2000, Loss.ABSOLUTE_ERROR.delta(new float[] {1, 0, 5}, new float[] {0, 2000, 5}, 3, delta));
    assertArrayEquals(new float[] {1, -1, 0}, delta, 1e-9f);
  }

  /** Squared up to an error of 1, and from there on the tangent. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0.5, 0.25, 1", "1, 1, 2", "1.5, 2, 2", "3, 5, 2", "1000, 1999, 2"})
  void huberIsSquaredErrorInTheMiddleAndStraightOutside(float error, double loss, float slope) {
    for (float sign : new float[] {1, -1}) {
      float[] delta = new float[1];
      assertEquals(loss, Loss.HUBER.delta(new float[] {sign * error}, new float[1], 1, delta));
      assertEquals(sign * slope, delta[0], 1e-9f);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SQUARED_ERROR", "ABSOLUTE_ERROR", "HUBER"})
  void outputsOfErrorsAreTheSums(Loss loss) {
    assertArrayEquals(new double[] {1.5, -2}, loss.output().apply(new float[] {1.5f, -2}, 2));
  }

  @ParameterizedTest
  @EnumSource
  void deltaIsTheFiniteDifferenceOfTheLoss(Loss loss) {
    for (long seed = 0; seed < 20; seed++) {
      int n = 2 + (int) seed % 4;
      float[] sums = randomSums(seed, n);
      float[] targets = clearOfKinks(sums, randomSums(seed + 1000, n));
      float[] delta = new float[n];
      loss.delta(sums, targets, n, delta);
      for (int i = 0; i < n; i++) {
        double difference = (shifted(loss, sums, targets, i, STEP) - shifted(loss, sums, targets, i, -STEP))
            / (2 * STEP);
        assertEquals(difference, delta[i], 1e-3, "seed " + seed + ", delta " + i);
      }
    }
  }

  /** Targets whose errors aren't within a step of 0, 1 or -1, where absolute and Huber loss change their formula. */
  private static float[] clearOfKinks(float[] sums, float[] targets) {
    for (int j = 0; j < targets.length; j++) {
      double error = Math.abs(targets[j] - sums[j]);
      targets[j] += error < STEP || Math.abs(error - 1) < STEP ? 3 * STEP : 0;
    }
    return targets;
  }

  private static double shifted(Loss loss, float[] sums, float[] targets, int i, float by) {
    float[] shifted = sums.clone();
    shifted[i] += by;
    return loss.delta(shifted, targets, sums.length, new float[sums.length]);
  }

  /** The rows of a network are padded, and the padding holds anything. */
  @ParameterizedTest
  @EnumSource
  void paddingIsNotRead(Loss loss) {
    float[] sums = {1, 2, Float.NaN};
    float[] targets = {0, 1, Float.NaN};
    float[] delta = new float[3];
    float[] unpadded = new float[2];

    assertEquals(loss.delta(new float[] {1, 2}, new float[] {0, 1}, 2, unpadded),
        loss.delta(sums, targets, 2, delta));
    assertArrayEquals(unpadded, Arrays.copyOf(delta, 2));
    assertArrayEquals(loss.output().apply(new float[] {1, 2}, 2), loss.output().apply(sums, 2));
  }

  private static float[] randomSums(long seed, int n) {
    Random random = new Random(seed);
    float[] sums = new float[n];
    for (int j = 0; j < n; j++) {
      sums[j] = (float) random.nextGaussian();
    }
    return sums;
  }
}
