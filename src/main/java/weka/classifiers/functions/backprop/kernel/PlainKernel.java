package weka.classifiers.functions.backprop.kernel;

import java.util.Arrays;

/**
 * Plain loops, shaped so that C2 vectorises them: one row is written and at most four rows, each an array of its own,
 * are read. With more rows or with offsets into one array C2 gives up.
 */
final class PlainKernel implements Kernel {

  /** Widest row for which loops along the row cost more than their work. */
  private static final int NARROW = 4;

  @Override
  public void forward(float[][] inputs, float[][] weights, float[] biases, int terms, int width, float[][] sums,
      int from, int to) {
    if (width <= NARROW) {
      for (int j = 0; j < width; j += 2) {
        forwardTwoUnits(inputs, weights, biases, terms, j, sums, from, to);
      }
      return;
    }
    for (int row = from; row < to; row++) {
      float[] x = inputs[row];
      float[] s = sums[row];
      int i = begin(s, width, biases, x, weights, terms % 4);
      for (; i < terms; i += 4) {
        addFour(s, width, x[i], weights[i], x[i + 1], weights[i + 1], x[i + 2], weights[i + 2], x[i + 3],
            weights[i + 3]);
      }
    }
  }

  /** Both units' sums stay in registers; the second one may be padding. */
  private static void forwardTwoUnits(float[][] inputs, float[][] weights, float[] biases, int terms, int j,
      float[][] sums, int from, int to) {
    for (int row = from; row < to; row++) {
      float[] x = inputs[row];
      float s0 = biases[j];
      float s1 = biases[j + 1];
      for (int i = 0; i < terms; i++) {
        float[] w = weights[i];
        s0 += x[i] * w[j];
        s1 += x[i] * w[j + 1];
      }
      sums[row][j] = s0;
      sums[row][j + 1] = s1;
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
      sum[j] = b[j] + a0 * r0[j];
    }
  }

  /** sum ← b + a0·r0 + a1·r1. */
  private static void beginTwo(float[] sum, int width, float[] b, float a0, float[] r0, float a1, float[] r1) {
    for (int j = 0; j < width; j++) {
      sum[j] = b[j] + a0 * r0[j] + a1 * r1[j];
    }
  }

  @Override
  public void gradient(float[][] inputs, float[][] deltas, int terms, int width, float[][] gradient, int from,
      int to) {
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
  public String name() {
    return "plain Java";
  }

  /** sum ← sum + a0·r0 + a1·r1 + a2·r2 + a3·r3. */
  private static void addFour(float[] sum, int width, float a0, float[] r0, float a1, float[] r1, float a2,
      float[] r2, float a3, float[] r3) {
    for (int j = 0; j < width; j++) {
      sum[j] += a0 * r0[j] + a1 * r1[j] + a2 * r2[j] + a3 * r3[j];
    }
  }

  /** sum ← sum + a·r. */
  private static void addOne(float[] sum, int width, float a, float[] r) {
    for (int j = 0; j < width; j++) {
      sum[j] += a * r[j];
    }
  }
}
