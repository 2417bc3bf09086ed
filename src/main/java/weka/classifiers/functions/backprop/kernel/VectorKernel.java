package weka.classifiers.functions.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Explicit vectors with fused multiply-add. This class and the two with tiles alone touch the incubator's API; it is
 * loaded by name where the JVM has the module.
 *
 * <p>Results are computed tile by tile, some rows × some vectors of sums that stay in registers for all terms, so that
 * each vector loaded serves as many multiply-adds as the tile has rows, and each scalar as many as it has vectors. A
 * tile fits the registers of the species: 4 × 4 where there are 32 (AVX-512 with 512 bits, NEON with 128), and half as
 * wide with 256 bits, where AVX2 has 16. The multiply-adds of a narrow tile leave no time to look up a row and to check
 * its length, so it reads panels: the columns that it needs, copied so that they lie one behind the other. The tiles
 * are written out, since C2 keeps vectors in registers only if they are local variables. Behind a loop they are stored
 * without a method of ours: where C2 finds its calls too seldom to inline them, it leaves all sums in objects.
 *
 * <p>Widths are rounded up to whole vectors, which the rows' padding allows: masks would cost more than the padding on
 * JDK 17.
 */
final class VectorKernel implements Kernel {

  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  /** Floats in a vector. */
  static final int V = SPECIES.length();
  /** Whether tiles are four vectors wide. */
  static final boolean WIDE = SPECIES.vectorBitSize() != 256;

  private static final ThreadLocal<float[]> PANEL = ThreadLocal.withInitial(() -> new float[0]);

  @Override
  public void affine(float[][] inputs, float[][] parameters, int terms, int width, float[][] sums, int from, int to) {
    if (to - from >= VectorAffine.ROWS) {
      VectorAffine.affine(inputs, parameters, parameters[terms], terms, 0, width, sums, from, to);
      return;
    }
    for (int row = from; row < to; row++) {
      System.arraycopy(parameters[terms], 0, sums[row], 0, width);
      addRows(null, inputs[row], 0, terms, parameters, width, sums[row]);
    }
  }

  @Override
  public void weightGradient(float[][] inputs, float[][] deltas, int terms, int width, float[][] gradient, int from,
      int to) {
    if (VectorNarrowGradient.suits(terms, width, to - from)) {
      VectorNarrowGradient.gradient(inputs, deltas, terms, width, gradient, from, to);
      return;
    }
    if (to - from >= VectorGradient.INPUTS) {
      VectorGradient.gradient(inputs, deltas, terms, width, gradient, from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      for (int j = 0; j < width; j += V) {
        FloatVector g = FloatVector.zero(SPECIES);
        for (int t = 0; t < terms; t++) {
          g = FloatVector.broadcast(SPECIES, inputs[t][i]).fma(load(deltas[t], j), g);
        }
        g.intoArray(gradient[i], j);
      }
    }
  }

  /** In passes of 8, 4 or 1 vectors: 8 independent sums hide the latency of fused multiply-add. */
  @Override
  public void addRows(int[] indices, float[] factors, int from, int to, float[][] rows, int width, float[] sum) {
    int j = 0;
    for (; j + 7 * V < width; j += 8 * V) {
      addEightVectors(indices, factors, from, to, rows, sum, j);
    }
    if (j + 3 * V < width) {
      addFourVectors(indices, factors, from, to, rows, sum, j);
      j += 4 * V;
    }
    for (; j < width; j += V) {
      FloatVector s = load(sum, j);
      for (int k = from; k < to; k++) {
        s = FloatVector.broadcast(SPECIES, factors[k]).fma(load(row(rows, indices, k), j), s);
      }
      s.intoArray(sum, j);
    }
  }

  /** Without indices, row k. */
  private static float[] row(float[][] rows, int[] indices, int k) {
    return rows[indices == null ? k : indices[k]];
  }

  private static void addEightVectors(int[] indices, float[] factors, int from, int to, float[][] rows, float[] sum,
      int j) {
    FloatVector s0 = load(sum, j);
    FloatVector s1 = load(sum, j + V);
    FloatVector s2 = load(sum, j + 2 * V);
    FloatVector s3 = load(sum, j + 3 * V);
    FloatVector s4 = load(sum, j + 4 * V);
    FloatVector s5 = load(sum, j + 5 * V);
    FloatVector s6 = load(sum, j + 6 * V);
    FloatVector s7 = load(sum, j + 7 * V);
    for (int k = from; k < to; k++) {
      float[] row = row(rows, indices, k);
      FloatVector a = FloatVector.broadcast(SPECIES, factors[k]);
      s0 = a.fma(load(row, j), s0);
      s1 = a.fma(load(row, j + V), s1);
      s2 = a.fma(load(row, j + 2 * V), s2);
      s3 = a.fma(load(row, j + 3 * V), s3);
      s4 = a.fma(load(row, j + 4 * V), s4);
      s5 = a.fma(load(row, j + 5 * V), s5);
      s6 = a.fma(load(row, j + 6 * V), s6);
      s7 = a.fma(load(row, j + 7 * V), s7);
    }
    s0.intoArray(sum, j);
    s1.intoArray(sum, j + V);
    s2.intoArray(sum, j + 2 * V);
    s3.intoArray(sum, j + 3 * V);
    s4.intoArray(sum, j + 4 * V);
    s5.intoArray(sum, j + 5 * V);
    s6.intoArray(sum, j + 6 * V);
    s7.intoArray(sum, j + 7 * V);
  }

  private static void addFourVectors(int[] indices, float[] factors, int from, int to, float[][] rows, float[] sum,
      int j) {
    FloatVector s0 = load(sum, j);
    FloatVector s1 = load(sum, j + V);
    FloatVector s2 = load(sum, j + 2 * V);
    FloatVector s3 = load(sum, j + 3 * V);
    for (int k = from; k < to; k++) {
      float[] row = row(rows, indices, k);
      FloatVector a = FloatVector.broadcast(SPECIES, factors[k]);
      s0 = a.fma(load(row, j), s0);
      s1 = a.fma(load(row, j + V), s1);
      s2 = a.fma(load(row, j + 2 * V), s2);
      s3 = a.fma(load(row, j + 3 * V), s3);
    }
    s0.intoArray(sum, j);
    s1.intoArray(sum, j + V);
    s2.intoArray(sum, j + 2 * V);
    s3.intoArray(sum, j + 3 * V);
  }

  /** A copy of some vectors, 2 or 4, of the first rows from column j on [count × vectors · V], until the next one. */
  static float[] pack(float[][] rows, int count, int j, int vectors) {
    float[] panel = PANEL.get();
    if (panel.length < count * vectors * V) {
      panel = new float[count * vectors * V];
      PANEL.set(panel);
    }
    int at = 0;
    for (int i = 0; i < count; i++) {
      float[] row = rows[i];
      for (int k = 0; k < vectors * V; k += V) {
        load(row, j + k).intoArray(panel, at + k);
      }
      at += vectors * V;
    }
    return panel;
  }

  static FloatVector load(float[] row, int j) {
    return FloatVector.fromArray(SPECIES, row, j);
  }

  @Override
  public boolean fusesMultiplyAdd() {
    return true;
  }

  /** Δ is copied for all of them at once. */
  @Override
  public int gradientRows() {
    return 256;
  }

  @Override
  public String name() {
    return "Vector API, " + SPECIES.vectorBitSize() + " bits";
  }
}
