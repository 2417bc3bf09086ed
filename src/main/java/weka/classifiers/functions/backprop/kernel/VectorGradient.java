package weka.classifiers.functions.backprop.kernel;

import static weka.classifiers.functions.backprop.kernel.VectorKernel.SPECIES;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.V;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.WIDE;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.load;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.pack;

import jdk.incubator.vector.FloatVector;

/**
 * {@link Kernel#weightGradient} for eight inputs or more. Tiles of 4 inputs × 4 or 2 vectors read their columns of Δ
 * from a panel, where they lie one behind the other: with a second array of rows beside X, C2 runs out of general
 * registers. Tiles of 2, which leave no time to check the lengths of X's rows, read columns of X from a panel too. Few
 * inputs aren't worth a panel; theirs are tiles of 8 × 1. The last tile may cover inputs of the one before, which it
 * computes once more.
 */
final class VectorGradient {

  /** Inputs of the tallest tile. */
  static final int INPUTS = 8;
  /** Inputs from which panels pay. */
  private static final int MANY_INPUTS = 20;

  private static final ThreadLocal<float[]> COLUMNS = ThreadLocal.withInitial(() -> new float[0]);

  private VectorGradient() {
  }

  /** The inputs {@code from} to {@code to - 1}, at least {@link #INPUTS}. */
  static void gradient(float[][] inputs, float[][] deltas, int terms, int width, float[][] gradient, int from,
      int to) {
    int j = 0;
    if (width > V && to - from >= MANY_INPUTS) {
      for (; WIDE && j + 3 * V < width; j += 4 * V) {
        float[] panel = pack(deltas, terms, j, 4);
        for (int i = from; i < to; i += 4) {
          tile4x4(inputs, panel, terms, gradient, Math.min(i, to - 4), j);
        }
      }
      if (j + V < width) {
        j = twoVectors(inputs, deltas, terms, width, gradient, from, to, j);
      }
    }
    for (; j < width; j += V) {
      for (int i = from; i < to; i += 8) {
        tile8x1(inputs, deltas, terms, gradient, Math.min(i, to - 8), j);
      }
    }
  }

  /** The columns of X in groups of {@link Kernel#LANES}, the last of which may begin within the one before. */
  private static float[] columns(float[][] inputs, int terms, int from, int to) {
    int size = Kernel.padded(to - from) * terms;
    float[] columns = COLUMNS.get();
    if (columns.length < size) {
      columns = new float[size];
      COLUMNS.set(columns);
    }
    for (int t = 0; t < terms; t++) {
      float[] x = inputs[t];
      int at = t * Kernel.LANES;
      for (int group = from; group < to; group += Kernel.LANES) {
        int first = Math.min(group, to - Kernel.LANES);
        for (int k = 0; k < Kernel.LANES; k += V) {
          load(x, first + k).intoArray(columns, at + k);
        }
        at += Kernel.LANES * terms;
      }
    }
    return columns;
  }

  /** From column j on; returns the column behind the last one that it computes. */
  private static int twoVectors(float[][] inputs, float[][] deltas, int terms, int width, float[][] gradient, int from,
      int to, int j) {
    float[] columns = columns(inputs, terms, from, to);
    int column = j;
    for (; column + V < width; column += 2 * V) {
      float[] panel = pack(deltas, terms, column, 2);
      int start = 0;
      for (int group = from; group < to; group += Kernel.LANES) {
        int first = Math.min(group, to - Kernel.LANES);
        tiles4x2(columns, start, panel, terms, gradient, first, (group - first) / 4 * 4, column);
        start += Kernel.LANES * terms;
      }
    }
    return column;
  }

  private static void tile4x4(float[][] inputs, float[] panel, int terms, float[][] gradient, int i, int j) {
    FloatVector g00 = FloatVector.zero(SPECIES);
    FloatVector g01 = g00;
    FloatVector g02 = g00;
    FloatVector g03 = g00;
    FloatVector g10 = g00;
    FloatVector g11 = g00;
    FloatVector g12 = g00;
    FloatVector g13 = g00;
    FloatVector g20 = g00;
    FloatVector g21 = g00;
    FloatVector g22 = g00;
    FloatVector g23 = g00;
    FloatVector g30 = g00;
    FloatVector g31 = g00;
    FloatVector g32 = g00;
    FloatVector g33 = g00;
    for (int t = 0; t < terms; t++) {
      int at = t * (4 * V);
      float[] x = inputs[t];
      FloatVector d0 = load(panel, at);
      FloatVector d1 = load(panel, at + V);
      FloatVector d2 = load(panel, at + 2 * V);
      FloatVector d3 = load(panel, at + 3 * V);
      FloatVector xi = FloatVector.broadcast(SPECIES, x[i]);
      g00 = xi.fma(d0, g00);
      g01 = xi.fma(d1, g01);
      g02 = xi.fma(d2, g02);
      g03 = xi.fma(d3, g03);
      xi = FloatVector.broadcast(SPECIES, x[i + 1]);
      g10 = xi.fma(d0, g10);
      g11 = xi.fma(d1, g11);
      g12 = xi.fma(d2, g12);
      g13 = xi.fma(d3, g13);
      xi = FloatVector.broadcast(SPECIES, x[i + 2]);
      g20 = xi.fma(d0, g20);
      g21 = xi.fma(d1, g21);
      g22 = xi.fma(d2, g22);
      g23 = xi.fma(d3, g23);
      xi = FloatVector.broadcast(SPECIES, x[i + 3]);
      g30 = xi.fma(d0, g30);
      g31 = xi.fma(d1, g31);
      g32 = xi.fma(d2, g32);
      g33 = xi.fma(d3, g33);
    }
    g00.intoArray(gradient[i], j);
    g01.intoArray(gradient[i], j + V);
    g02.intoArray(gradient[i], j + 2 * V);
    g03.intoArray(gradient[i], j + 3 * V);
    g10.intoArray(gradient[i + 1], j);
    g11.intoArray(gradient[i + 1], j + V);
    g12.intoArray(gradient[i + 1], j + 2 * V);
    g13.intoArray(gradient[i + 1], j + 3 * V);
    g20.intoArray(gradient[i + 2], j);
    g21.intoArray(gradient[i + 2], j + V);
    g22.intoArray(gradient[i + 2], j + 2 * V);
    g23.intoArray(gradient[i + 2], j + 3 * V);
    g30.intoArray(gradient[i + 3], j);
    g31.intoArray(gradient[i + 3], j + V);
    g32.intoArray(gradient[i + 3], j + 2 * V);
    g33.intoArray(gradient[i + 3], j + 3 * V);
  }

  /**
   * All tiles of a group of X's columns, from column {@code from} of the group on. A method of one tile would be short
   * enough for C2 to inline it in the loops around it, where it may leave the sums in objects: after trainings of other
   * sizes a gradient took ten times as long.
   */
  private static void tiles4x2(float[] columns, int start, float[] panel, int terms, float[][] gradient, int group,
      int from, int j) {
    for (int k = from; k < Kernel.LANES; k += 4) {
      FloatVector g00 = FloatVector.zero(SPECIES);
      FloatVector g01 = g00;
      FloatVector g10 = g00;
      FloatVector g11 = g00;
      FloatVector g20 = g00;
      FloatVector g21 = g00;
      FloatVector g30 = g00;
      FloatVector g31 = g00;
      for (int t = 0; t < terms; t++) {
        int at = t * (2 * V);
        int x = start + k + t * Kernel.LANES;
        FloatVector d0 = load(panel, at);
        FloatVector d1 = load(panel, at + V);
        FloatVector xi = FloatVector.broadcast(SPECIES, columns[x]);
        g00 = xi.fma(d0, g00);
        g01 = xi.fma(d1, g01);
        xi = FloatVector.broadcast(SPECIES, columns[x + 1]);
        g10 = xi.fma(d0, g10);
        g11 = xi.fma(d1, g11);
        xi = FloatVector.broadcast(SPECIES, columns[x + 2]);
        g20 = xi.fma(d0, g20);
        g21 = xi.fma(d1, g21);
        xi = FloatVector.broadcast(SPECIES, columns[x + 3]);
        g30 = xi.fma(d0, g30);
        g31 = xi.fma(d1, g31);
      }
      g00.intoArray(gradient[group + k], j);
      g01.intoArray(gradient[group + k], j + V);
      g10.intoArray(gradient[group + k + 1], j);
      g11.intoArray(gradient[group + k + 1], j + V);
      g20.intoArray(gradient[group + k + 2], j);
      g21.intoArray(gradient[group + k + 2], j + V);
      g30.intoArray(gradient[group + k + 3], j);
      g31.intoArray(gradient[group + k + 3], j + V);
    }
  }

  private static void tile8x1(float[][] inputs, float[][] deltas, int terms, float[][] gradient, int i, int j) {
    FloatVector g0 = FloatVector.zero(SPECIES);
    FloatVector g1 = g0;
    FloatVector g2 = g0;
    FloatVector g3 = g0;
    FloatVector g4 = g0;
    FloatVector g5 = g0;
    FloatVector g6 = g0;
    FloatVector g7 = g0;
    for (int t = 0; t < terms; t++) {
      float[] x = inputs[t];
      FloatVector d = load(deltas[t], j);
      g0 = FloatVector.broadcast(SPECIES, x[i]).fma(d, g0);
      g1 = FloatVector.broadcast(SPECIES, x[i + 1]).fma(d, g1);
      g2 = FloatVector.broadcast(SPECIES, x[i + 2]).fma(d, g2);
      g3 = FloatVector.broadcast(SPECIES, x[i + 3]).fma(d, g3);
      g4 = FloatVector.broadcast(SPECIES, x[i + 4]).fma(d, g4);
      g5 = FloatVector.broadcast(SPECIES, x[i + 5]).fma(d, g5);
      g6 = FloatVector.broadcast(SPECIES, x[i + 6]).fma(d, g6);
      g7 = FloatVector.broadcast(SPECIES, x[i + 7]).fma(d, g7);
    }
    g0.intoArray(gradient[i], j);
    g1.intoArray(gradient[i + 1], j);
    g2.intoArray(gradient[i + 2], j);
    g3.intoArray(gradient[i + 3], j);
    g4.intoArray(gradient[i + 4], j);
    g5.intoArray(gradient[i + 5], j);
    g6.intoArray(gradient[i + 6], j);
    g7.intoArray(gradient[i + 7], j);
  }
}
