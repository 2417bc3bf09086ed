package weka.classifiers.functions.backprop.kernel;

import static weka.classifiers.functions.backprop.kernel.MultiplyAdd.madd;

/**
 * Loops along rows, shaped so that C2 vectorises them: every row is an array of its own, and two rows are written and
 * three read, or one is written and four are read. With more rows or with offsets into one array C2 gives up. Products
 * are added one by one, so that a sum's bits don't depend on how many are added together.
 */
final class PlainRows {

  /** Widths from which rows have loops of their own, see {@link #addThree}. */
  private static final int MEDIUM = 32;
  private static final int LONG = 80;
  private static final int VERY_LONG = 160;

  private PlainRows() {
  }

  /** s ← b + the first {@code terms} terms, 0 to 3 of them; returns their number. */
  static int begin(float[] s, int width, float[] b, float[] x, float[][] weights, int terms) {
    if (terms == 0) {
      System.arraycopy(b, 0, s, 0, width);
    } else if (terms == 1) {
      beginOne(s, width, b, x[0], weights[0]);
    } else if (terms == 2) {
      beginTwo(s, width, b, x[0], weights[0], x[1], weights[1]);
    } else {
      beginTwo(s, width, b, x[0], weights[0], x[1], weights[1]);
      addOne(s, width, x[2], weights[2]);
    }
    return terms;
  }

  /** sum ← b + a0·r0. */
  private static void beginOne(float[] sum, int width, float[] b, float a0, float[] r0) {
    for (int j = 0; j < width; j++) {
      sum[j] = madd(a0, r0[j], b[j]);
    }
  }

  /** sum ← b + a0·r0 + a1·r1. */
  private static void beginTwo(float[] sum, int width, float[] b, float a0, float[] r0, float a1, float[] r1) {
    for (int j = 0; j < width; j++) {
      sum[j] = madd(a1, r1[j], madd(a0, r0[j], b[j]));
    }
  }

  /**
   * sum ← sum + a0·r0 + a1·r1 + a2·r2 and next ← next + b0·r0 + b1·r1 + b2·r2. Rows of several lengths have a loop
   * each, though the same: C2 unrolls a loop by the number of turns that it saw at first. One that has begun with small
   * networks would stay up to three times slower for large ones. The loops are in one method on purpose: it has more
   * than the 325 bytes up to which C2 inlines a method that is called often. Inlined, they often aren't vectorised by
   * Java 17.
   */
  static void addThree(float[] sum, float[] next, int width, float[] r0, float[] r1, float[] r2, float a0,
      float a1, float a2, float b0, float b1, float b2) {
    if (width < LONG) {
      for (int j = 0; j < width; j++) {
        float v0 = r0[j];
        float v1 = r1[j];
        float v2 = r2[j];
        float s = madd(a2, v2, madd(a1, v1, madd(a0, v0, sum[j])));
        float n = madd(b2, v2, madd(b1, v1, madd(b0, v0, next[j])));
        sum[j] = s;
        next[j] = n;
      }
    } else if (width < VERY_LONG) {
      for (int j = 0; j < width; j++) {
        float v0 = r0[j];
        float v1 = r1[j];
        float v2 = r2[j];
        float s = madd(a2, v2, madd(a1, v1, madd(a0, v0, sum[j])));
        float n = madd(b2, v2, madd(b1, v1, madd(b0, v0, next[j])));
        sum[j] = s;
        next[j] = n;
      }
    } else if (width < 2 * VERY_LONG) {
      for (int j = 0; j < width; j++) {
        float v0 = r0[j];
        float v1 = r1[j];
        float v2 = r2[j];
        float s = madd(a2, v2, madd(a1, v1, madd(a0, v0, sum[j])));
        float n = madd(b2, v2, madd(b1, v1, madd(b0, v0, next[j])));
        sum[j] = s;
        next[j] = n;
      }
    } else {
      for (int j = 0; j < width; j++) {
        float v0 = r0[j];
        float v1 = r1[j];
        float v2 = r2[j];
        float s = madd(a2, v2, madd(a1, v1, madd(a0, v0, sum[j])));
        float n = madd(b2, v2, madd(b1, v1, madd(b0, v0, next[j])));
        sum[j] = s;
        next[j] = n;
      }
    }
  }

  /** sum ← sum + a0·r0 + a1·r1 + a2·r2 + a3·r3, with loops for rows of several lengths too. */
  static void addFour(float[] sum, int width, float a0, float[] r0, float a1, float[] r1, float a2,
      float[] r2, float a3, float[] r3) {
    if (width < MEDIUM) {
      addFourShort(sum, width, a0, r0, a1, r1, a2, r2, a3, r3);
    } else if (width < LONG) {
      addFourMedium(sum, width, a0, r0, a1, r1, a2, r2, a3, r3);
    } else {
      addFourLong(sum, width, a0, r0, a1, r1, a2, r2, a3, r3);
    }
  }

  private static void addFourShort(float[] sum, int width, float a0, float[] r0, float a1, float[] r1, float a2,
      float[] r2, float a3, float[] r3) {
    for (int j = 0; j < width; j++) {
      sum[j] = madd(a3, r3[j], madd(a2, r2[j], madd(a1, r1[j], madd(a0, r0[j], sum[j]))));
    }
  }

  private static void addFourMedium(float[] sum, int width, float a0, float[] r0, float a1, float[] r1, float a2,
      float[] r2, float a3, float[] r3) {
    for (int j = 0; j < width; j++) {
      sum[j] = madd(a3, r3[j], madd(a2, r2[j], madd(a1, r1[j], madd(a0, r0[j], sum[j]))));
    }
  }

  private static void addFourLong(float[] sum, int width, float a0, float[] r0, float a1, float[] r1, float a2,
      float[] r2, float a3, float[] r3) {
    for (int j = 0; j < width; j++) {
      sum[j] = madd(a3, r3[j], madd(a2, r2[j], madd(a1, r1[j], madd(a0, r0[j], sum[j]))));
    }
  }

  /** sum ← sum + a·r. */
  static void addOne(float[] sum, int width, float a, float[] r) {
    for (int j = 0; j < width; j++) {
      sum[j] = madd(a, r[j], sum[j]);
    }
  }
}
