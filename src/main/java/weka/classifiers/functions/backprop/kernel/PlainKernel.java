package weka.classifiers.functions.backprop.kernel;

import static weka.classifiers.functions.backprop.kernel.MultiplyAdd.madd;
import static weka.classifiers.functions.backprop.kernel.PlainRows.addFour;
import static weka.classifiers.functions.backprop.kernel.PlainRows.addOne;
import static weka.classifiers.functions.backprop.kernel.PlainRows.addThree;
import static weka.classifiers.functions.backprop.kernel.PlainRows.begin;

import java.util.Arrays;

/** Plain Java: the loops of {@link PlainRows} along wide rows, sums in registers for narrow ones. */
final class PlainKernel implements Kernel {

  /** Widest row for which loops along the row cost more than their work. */
  private static final int NARROW = 4;
  /** Widths from which two rows are computed together; the rounds of shorter loops are too few for a call. */
  private static final int WIDE = 48;
  /** Widths from which several pairs of rows share the weights that are read. */
  private static final int LONG = 80;
  /** Long rows that do; the inputs of many more would be read from too many places. */
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
    int pairs = width < WIDE ? from : to - (to - from) % 2;
    int rows = width < LONG ? 2 : ROWS;
    for (int first = from; first < pairs; first += rows) {
      int last = Math.min(pairs, first + rows);
      for (int row = first; row < last; row++) {
        begin(sums[row], width, parameters[terms], inputs[row], parameters, terms % 3);
      }
      if (rows == 2) {
        affineOfPair(inputs[first], inputs[first + 1], parameters, terms, width, sums[first], sums[first + 1]);
      } else {
        affineOfPairs(inputs, parameters, terms, width, sums, first, last);
      }
    }
    for (int row = pairs; row < to; row++) {
      affineOfRow(inputs[row], parameters, terms, width, sums[row]);
    }
  }

  /** All but the first {@code terms % 3} terms. */
  private static void affineOfPair(float[] x, float[] y, float[][] parameters, int terms, int width, float[] s,
      float[] next) {
    for (int i = terms % 3; i < terms; i += 3) {
      addThree(s, next, width, parameters[i], parameters[i + 1], parameters[i + 2], x[i], x[i + 1], x[i + 2], y[i],
          y[i + 1], y[i + 2]);
    }
  }

  /** The same, three terms at a time for all rows. */
  private static void affineOfPairs(float[][] inputs, float[][] parameters, int terms, int width, float[][] sums,
      int from, int to) {
    for (int i = terms % 3; i < terms; i += 3) {
      for (int row = from; row < to; row += 2) {
        float[] x = inputs[row];
        float[] y = inputs[row + 1];
        addThree(sums[row], sums[row + 1], width, parameters[i], parameters[i + 1], parameters[i + 2], x[i], x[i + 1],
            x[i + 2], y[i], y[i + 1], y[i + 2]);
      }
    }
  }

  private static void affineOfRow(float[] x, float[][] parameters, int terms, int width, float[] s) {
    int i = begin(s, width, parameters[terms], x, parameters, terms % 4);
    for (; i < terms; i += 4) {
      addFour(s, width, x[i], parameters[i], x[i + 1], parameters[i + 1], x[i + 2], parameters[i + 2], x[i + 3],
          parameters[i + 3]);
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
    int pairs = width < WIDE ? from : to - (to - from) % 2;
    // Few instances at a time, so that their deltas stay in the first-level cache for all rows of the gradient.
    for (int t = 0; t < terms && from < pairs; t += 3) {
      if (t + 3 <= terms) {
        addThreeInstances(inputs, deltas, t, width, gradient, from, pairs);
      } else {
        addInstances(inputs, deltas, t, terms, width, gradient, from, pairs);
      }
    }
    for (int t = 0; t < terms && pairs < to; t += 4) {
      if (t + 4 <= terms) {
        addFourInstances(inputs, deltas, t, width, gradient, pairs, to);
      } else {
        addInstances(inputs, deltas, t, terms, width, gradient, pairs, to);
      }
    }
  }

  private static void addInstances(float[][] inputs, float[][] deltas, int t, int terms, int width,
      float[][] gradient, int from, int to) {
    for (int u = t; u < terms; u++) {
      for (int i = from; i < to; i++) {
        addOne(gradient[i], width, inputs[u][i], deltas[u]);
      }
    }
  }

  private static void addThreeInstances(float[][] inputs, float[][] deltas, int t, int width, float[][] gradient,
      int from, int to) {
    float[] x0 = inputs[t];
    float[] x1 = inputs[t + 1];
    float[] x2 = inputs[t + 2];
    for (int i = from; i < to; i += 2) {
      addThree(gradient[i], gradient[i + 1], width, deltas[t], deltas[t + 1], deltas[t + 2], x0[i], x1[i], x2[i],
          x0[i + 1], x1[i + 1], x2[i + 1]);
    }
  }

  private static void addFourInstances(float[][] inputs, float[][] deltas, int t, int width, float[][] gradient,
      int from, int to) {
    float[] x0 = inputs[t];
    float[] x1 = inputs[t + 1];
    float[] x2 = inputs[t + 2];
    float[] x3 = inputs[t + 3];
    for (int i = from; i < to; i++) {
      addFour(gradient[i], width, x0[i], deltas[t], x1[i], deltas[t + 1], x2[i], deltas[t + 2], x3[i],
          deltas[t + 3]);
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

  /** All of them are added to for each three terms. */
  @Override
  public int gradientRows() {
    return 64;
  }

  @Override
  public String name() {
    return "plain Java";
  }
}
