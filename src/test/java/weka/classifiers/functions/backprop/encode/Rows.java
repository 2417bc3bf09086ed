package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import weka.core.Instances;

/** Encodes data and compares rows. */
final class Rows {

  private Rows() {
  }

  /** Data, encoded by their own statistics. */
  static float[][] of(Instances data, InputScaling scaling) {
    return of(fit(data, scaling), data);
  }

  /** Data, encoded by the statistics of other data. */
  static float[][] of(InputEncoder encoder, Instances data) {
    return data.stream().map(encoder::encode).toArray(float[][]::new);
  }

  static InputEncoder fit(Instances data, InputScaling scaling) {
    try {
      return InputEncoder.fit(StatisticsScan.of(data, data, 1), data, InputEncoding.of(scaling));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asserts that rows are as they should be, but for the rounding to float. */
  static void assertRows(double[][] expected, float[][] rows) {
    float[][] rounded = new float[expected.length][];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = new float[expected[i].length];
      for (int j = 0; j < rounded[i].length; j++) {
        rounded[i][j] = (float) expected[i][j];
      }
    }
    assertRows(rounded, rows);
  }

  /** Asserts that rows are the same, but for rounding. */
  static void assertRows(float[][] expected, float[][] rows) {
    assertEquals(expected.length, rows.length);
    for (int i = 0; i < rows.length; i++) {
      assertArrayEquals(expected[i], rows[i], 1e-6f, "row " + i);
    }
  }
}
