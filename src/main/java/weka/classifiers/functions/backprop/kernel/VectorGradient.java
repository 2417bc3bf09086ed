package weka.classifiers.functions.backprop.kernel;

import static weka.classifiers.functions.backprop.kernel.VectorKernel.SPECIES;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.TERMS;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.V;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.WIDE;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.load;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.store;

import jdk.incubator.vector.FloatVector;

/**
 * {@link Kernel#weightGradient} for eight inputs or more. Tiles of 4 inputs × 4 vectors or 5 × 2 read their columns of
 * Δ from a panel, where they lie one behind the other: with a second array of rows beside X, C2 runs out of general
 * registers. Few inputs aren't worth a panel; theirs are tiles of 8 × 1. The last tile may cover inputs of the one
 * before.
 */
final class VectorGradient {

  /** Inputs of the tallest tile. */
  static final int INPUTS = 8;
  /** Inputs from which panels pay. */
  private static final int MANY_INPUTS = 20;

  private static final ThreadLocal<float[]> PANEL = ThreadLocal.withInitial(() -> new float[0]);

  private VectorGradient() {
  }

  /** The inputs {@code from} to {@code to - 1}, at least {@link #INPUTS}. */
  static void gradient(float[][] inputs, float[][] deltas, int terms, int width, float[][] gradient, int from,
      int to) {
    int j = 0;
    if (width > V && to - from >= MANY_INPUTS) {
      float[] panel = panel(terms);
      for (; WIDE && j + 3 * V < width; j += 4 * V) {
        pack(deltas, 0, terms, j, 4, panel);
        for (int i = from; i < to; i += 4) {
          tile4x4(inputs, terms, panel, gradient, Math.min(i, to - 4), j);
        }
      }
      for (; j + V < width; j += 2 * V) {
        twoVectors(inputs, deltas, terms, gradient, from, to, j, panel);
      }
    }
    for (; j < width; j += V) {
      for (int i = from; i < to; i += 8) {
        tile8x1(inputs, deltas, terms, gradient, Math.min(i, to - 8), j);
      }
    }
  }

  /** Room for the columns of all terms if tiles are wide, or else of a block. */
  private static float[] panel(int terms) {
    int size = (WIDE ? 4 * Math.max(terms, TERMS) : 2 * TERMS) * V;
    float[] panel = PANEL.get();
    if (panel.length < size) {
      panel = new float[size];
      PANEL.set(panel);
    }
    return panel;
  }

  /** In blocks of terms; of inputs that are covered twice only the first tile's sums are added. */
  private static void twoVectors(float[][] inputs, float[][] deltas, int terms, float[][] gradient, int from, int to,
      int j, float[] panel) {
    int first = 0;
    do {
      int last = Math.min(terms, first + TERMS);
      pack(deltas, first, last, j, 2, panel);
      for (int i = from; i < to; i += 5) {
        tile5x2(inputs, first, last, panel, gradient, Math.min(i, to - 5), j, i);
      }
      first = last;
    } while (first < terms);
  }

  /** Copies some vectors of the rows {@code first} to {@code last - 1}. */
  private static void pack(float[][] deltas, int first, int last, int j, int vectors, float[] panel) {
    int at = 0;
    for (int t = first; t < last; t++) {
      for (int k = j; k < j + vectors * V; k += V) {
        load(deltas[t], k).intoArray(panel, at);
        at += V;
      }
    }
  }

  private static void tile4x4(float[][] inputs, int terms, float[] panel, float[][] gradient, int i, int j) {
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
      float[] x = inputs[t];
      int at = t * 4 * V;
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
    store(gradient[i], j, g00, g01, g02, g03);
    store(gradient[i + 1], j, g10, g11, g12, g13);
    store(gradient[i + 2], j, g20, g21, g22, g23);
    store(gradient[i + 3], j, g30, g31, g32, g33);
  }

  /** Adds the terms {@code first} to {@code last - 1} to the sums so far of the inputs from {@code fresh} on. */
  private static void tile5x2(float[][] inputs, int first, int last, float[] panel, float[][] gradient, int i, int j,
      int fresh) {
    float[] row0 = gradient[i];
    float[] row1 = gradient[i + 1];
    float[] row2 = gradient[i + 2];
    float[] row3 = gradient[i + 3];
    float[] row4 = gradient[i + 4];
    FloatVector g00 = first == 0 ? FloatVector.zero(SPECIES) : load(row0, j);
    FloatVector g01 = first == 0 ? FloatVector.zero(SPECIES) : load(row0, j + V);
    FloatVector g10 = first == 0 ? FloatVector.zero(SPECIES) : load(row1, j);
    FloatVector g11 = first == 0 ? FloatVector.zero(SPECIES) : load(row1, j + V);
    FloatVector g20 = first == 0 ? FloatVector.zero(SPECIES) : load(row2, j);
    FloatVector g21 = first == 0 ? FloatVector.zero(SPECIES) : load(row2, j + V);
    FloatVector g30 = first == 0 ? FloatVector.zero(SPECIES) : load(row3, j);
    FloatVector g31 = first == 0 ? FloatVector.zero(SPECIES) : load(row3, j + V);
    FloatVector g40 = first == 0 ? FloatVector.zero(SPECIES) : load(row4, j);
    FloatVector g41 = first == 0 ? FloatVector.zero(SPECIES) : load(row4, j + V);
    for (int t = first; t < last; t++) {
      float[] x = inputs[t];
      int at = (t - first) * 2 * V;
      FloatVector d0 = load(panel, at);
      FloatVector d1 = load(panel, at + V);
      FloatVector xi = FloatVector.broadcast(SPECIES, x[i]);
      g00 = xi.fma(d0, g00);
      g01 = xi.fma(d1, g01);
      xi = FloatVector.broadcast(SPECIES, x[i + 1]);
      g10 = xi.fma(d0, g10);
      g11 = xi.fma(d1, g11);
      xi = FloatVector.broadcast(SPECIES, x[i + 2]);
      g20 = xi.fma(d0, g20);
      g21 = xi.fma(d1, g21);
      xi = FloatVector.broadcast(SPECIES, x[i + 3]);
      g30 = xi.fma(d0, g30);
      g31 = xi.fma(d1, g31);
      xi = FloatVector.broadcast(SPECIES, x[i + 4]);
      g40 = xi.fma(d0, g40);
      g41 = xi.fma(d1, g41);
    }
    if (fresh <= i) {
      store(row0, j, g00, g01);
    }
    if (fresh <= i + 1) {
      store(row1, j, g10, g11);
    }
    if (fresh <= i + 2) {
      store(row2, j, g20, g21);
    }
    if (fresh <= i + 3) {
      store(row3, j, g30, g31);
    }
    store(row4, j, g40, g41);
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
