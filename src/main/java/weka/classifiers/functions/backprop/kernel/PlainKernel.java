package weka.classifiers.functions.backprop.kernel;

import static weka.classifiers.functions.backprop.kernel.MultiplyAdd.madd;

import java.util.Arrays;

/**
 * Plain loops, shaped so that C2 vectorises them: one row is written and at most four rows, each an array of its own,
 * are read. With more rows or with offsets into one array C2 gives up, or its success depends on the lengths of rows
 * that it saw first. Products are added one by one, so that sums are rounded as those of explicit vectors are.
 */
final class PlainKernel implements Kernel {

  /** Widest row for which loops along the row cost more than their work. */
  private static final int NARROW = 4;
  /** Widths from which rows have loops of their own, see {@link #addFour}. */
  private static final int MEDIUM = 32;
  private static final int LONG = 80;
  /** Long rows that share the weights that are read; the inputs of many more would be read from too many places. */
  private static final int ROWS = 8;

  @Override
  public void affine(float[][] inputs, float[][] parameters, int terms, int width, float[][] sums, int from, int to) {
    float[] biases = parameters[terms];
    if (width <= 2) {
      affineTwoUnits(inputs, parameters, biases, terms, sums, from, to);
      return;
    }
    if (width <= NARROW) {
      affineFourUnits(inputs, parameters, biases, terms, sums, from, to);
      return;
    }
    if (width >= LONG) {
      for (int first = from; first < to; first += ROWS) {
        affineOfLongRows(inputs, parameters, terms, width, sums, first, Math.min(to, first + ROWS));
      }
      return;
    }
    for (int row = from; row < to; row++) {
      float[] x = inputs[row];
      float[] s = sums[row];
      int i = begin(s, width, biases, x, parameters, terms % 4);
      for (; i < terms; i += 4) {
        addFour(s, width, x[i], parameters[i], x[i + 1], parameters[i + 1], x[i + 2], parameters[i + 2], x[i + 3],
            parameters[i + 3]);
      }
    }
  }

  /** Four terms at a time for all rows. */
  private static void affineOfLongRows(float[][] inputs, float[][] parameters, int terms, int width, float[][] sums,
      int from, int to) {
    for (int row = from; row < to; row++) {
      begin(sums[row], width, parameters[terms], inputs[row], parameters, terms % 4);
    }
    for (int i = terms % 4; i < terms; i += 4) {
      addFourInputs(inputs, i, parameters[i], parameters[i + 1], parameters[i + 2], parameters[i + 3], width, sums,
          from, to);
    }
  }

  private static void addFourInputs(float[][] inputs, int i, float[] w0, float[] w1, float[] w2, float[] w3,
      int width, float[][] sums, int from, int to) {
    for (int row = from; row < to; row++) {
      float[] x = inputs[row];
      addFourLong(sums[row], width, x[i], w0, x[i + 1], w1, x[i + 2], w2, x[i + 3], w3);
    }
  }

  /** The sums stay in registers; those beyond the width are padding. */
  private static void affineTwoUnits(float[][] inputs, float[][] weights, float[] biases, int terms, float[][] sums,
      int from, int to) {
    for (int row = from; row < to; row++) {
      float[] x = inputs[row];
      float s0 = biases[0];
      float s1 = biases[1];
      for (int i = 0; i < terms; i++) {
        float[] w = weights[i];
        s0 = madd(x[i], w[0], s0);
        s1 = madd(x[i], w[1], s1);
      }
      sums[row][0] = s0;
      sums[row][1] = s1;
    }
  }

  /** The same for three or four units. */
  private static void affineFourUnits(float[][] inputs, float[][] weights, float[] biases, int terms,
      float[][] sums, int from, int to) {
    for (int row = from; row < to; row++) {
      float[] x = inputs[row];
      float s0 = biases[0];
      float s1 = biases[1];
      float s2 = biases[2];
      float s3 = biases[3];
      for (int i = 0; i < terms; i++) {
        float[] w = weights[i];
        s0 = madd(x[i], w[0], s0);
        s1 = madd(x[i], w[1], s1);
        s2 = madd(x[i], w[2], s2);
        s3 = madd(x[i], w[3], s3);
      }
      float[] s = sums[row];
      s[0] = s0;
      s[1] = s1;
      s[2] = s2;
      s[3] = s3;
    }
  }

  /** s ← b + the first {@code terms} terms, 0 to 3 of them; returns their number. */
  private static int begin(float[] s, int width, float[] b, float[] x, float[][] weights, int terms) {
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

  @Override
  public void weightGradient(float[][] inputs, float[][] deltas, int terms, int width, float[][] gradient, int from,
      int to) {
    if (width <= NARROW) {
      for (int j = 0; j < width; j += 2) {
        gradientOfTwoUnits(inputs, deltas, terms, j, gradient, from, to);
      }
      return;
    }
    for (int i = from; i < to; i++) {
      Arrays.fill(gradient[i], 0, width, 0);
    }
    int t = 0;
    // Four instances at a time, so that their deltas stay in the first-level cache for all rows of the gradient.
    for (; t + 4 <= terms; t += 4) {
      float[] x0 = inputs[t];
      float[] x1 = inputs[t + 1];
      float[] x2 = inputs[t + 2];
      float[] x3 = inputs[t + 3];
      for (int i = from; i < to; i++) {
        addFour(gradient[i], width, x0[i], deltas[t], x1[i], deltas[t + 1], x2[i], deltas[t + 2], x3[i],
            deltas[t + 3]);
      }
    }
    for (; t < terms; t++) {
      for (int i = from; i < to; i++) {
        addOne(gradient[i], width, inputs[t][i], deltas[t]);
      }
    }
  }

  /** Sums of four inputs' weights at a time stay in registers; the second unit may be padding. */
  private static void gradientOfTwoUnits(float[][] inputs, float[][] deltas, int terms, int j, float[][] gradient,
      int from, int to) {
    int i = from;
    for (; i + 4 <= to; i += 4) {
      float g00 = 0;
      float g01 = 0;
      float g10 = 0;
      float g11 = 0;
      float g20 = 0;
      float g21 = 0;
      float g30 = 0;
      float g31 = 0;
      for (int t = 0; t < terms; t++) {
        float[] x = inputs[t];
        float d0 = deltas[t][j];
        float d1 = deltas[t][j + 1];
        g00 = madd(x[i], d0, g00);
        g01 = madd(x[i], d1, g01);
        g10 = madd(x[i + 1], d0, g10);
        g11 = madd(x[i + 1], d1, g11);
        g20 = madd(x[i + 2], d0, g20);
        g21 = madd(x[i + 2], d1, g21);
        g30 = madd(x[i + 3], d0, g30);
        g31 = madd(x[i + 3], d1, g31);
      }
      setTwo(gradient[i], j, g00, g01);
      setTwo(gradient[i + 1], j, g10, g11);
      setTwo(gradient[i + 2], j, g20, g21);
      setTwo(gradient[i + 3], j, g30, g31);
    }
    for (; i < to; i++) {
      float g0 = 0;
      float g1 = 0;
      for (int t = 0; t < terms; t++) {
        g0 = madd(inputs[t][i], deltas[t][j], g0);
        g1 = madd(inputs[t][i], deltas[t][j + 1], g1);
      }
      setTwo(gradient[i], j, g0, g1);
    }
  }

  private static void setTwo(float[] row, int j, float first, float second) {
    row[j] = first;
    row[j + 1] = second;
  }

  @Override
  public void addRows(int[] indices, float[] factors, int from, int to, float[][] rows, int width, float[] sum) {
    int k = from;
    for (; k + 4 <= to; k += 4) {
      addFour(sum, width, factors[k], rows[indices[k]], factors[k + 1], rows[indices[k + 1]], factors[k + 2],
          rows[indices[k + 2]], factors[k + 3], rows[indices[k + 3]]);
    }
    for (; k < to; k++) {
      addOne(sum, width, factors[k], rows[indices[k]]);
    }
  }

  @Override
  public boolean fusesMultiplyAdd() {
    return MultiplyAdd.FUSED;
  }

  /** All of them are added to for each four terms. */
  @Override
  public int gradientRows() {
    return 64;
  }

  @Override
  public String name() {
    return "plain Java";
  }

  /**
   * sum ← sum + a0·r0 + a1·r1 + a2·r2 + a3·r3. Short, medium and long rows have a loop each, though the same: C2
   * unrolls a loop by the number of turns that it saw at first. One that has begun with small networks would stay up to
   * three times slower for large ones, and below some 70 turns C2 uses no vectors wider than 128 bits.
   */
  private static void addFour(float[] sum, int width, float a0, float[] r0, float a1, float[] r1, float a2,
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
  private static void addOne(float[] sum, int width, float a, float[] r) {
    for (int j = 0; j < width; j++) {
      sum[j] = madd(a, r[j], sum[j]);
    }
  }
}
