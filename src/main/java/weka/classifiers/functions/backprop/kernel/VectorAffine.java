package weka.classifiers.functions.backprop.kernel;

import static weka.classifiers.functions.backprop.kernel.VectorKernel.SPECIES;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.V;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.WIDE;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.load;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.pack;

import jdk.incubator.vector.FloatVector;

/**
 * {@link Kernel#affine} for four rows or more, in tiles of 4 rows × 4, 2 or 1 vectors. Tiles of 2 read their columns of
 * W from a panel, where they lie one behind the other: their 8 multiply-adds a term leave no time to look up a row of W
 * and to check its length. The last tile may cover rows of the one before, which it computes once more.
 */
final class VectorAffine {

  /** Rows of a tile. */
  static final int ROWS = 4;

  private VectorAffine() {
  }

  /**
   * The rows {@code from} to {@code to - 1}, at least {@link #ROWS}, of the columns {@code fromColumn} to
   * {@code toColumn - 1}.
   */
  static void affine(float[][] inputs, float[][] weights, float[] biases, int terms, int fromColumn, int toColumn,
      float[][] sums, int from, int to) {
    int j = fromColumn;
    for (; WIDE && j + 3 * V < toColumn; j += 4 * V) {
      for (int row = from; row < to; row += ROWS) {
        tile4x4(inputs, weights, biases, terms, sums, Math.min(row, to - ROWS), j);
      }
    }
    for (; j + V < toColumn; j += 2 * V) {
      float[] panel = pack(weights, terms, j, 2);
      for (int row = from; row < to; row += ROWS) {
        tile4x2(inputs, panel, terms, biases, sums, Math.min(row, to - ROWS), j);
      }
    }
    if (j < toColumn) {
      for (int row = from; row < to; row += ROWS) {
        tile4x1(inputs, weights, biases, terms, sums, Math.min(row, to - ROWS), j);
      }
    }
  }

  private static void tile4x4(float[][] inputs, float[][] weights, float[] biases, int terms, float[][] sums, int row,
      int j) {
    FloatVector s00 = load(biases, j);
    FloatVector s01 = load(biases, j + V);
    FloatVector s02 = load(biases, j + 2 * V);
    FloatVector s03 = load(biases, j + 3 * V);
    FloatVector s10 = s00;
    FloatVector s11 = s01;
    FloatVector s12 = s02;
    FloatVector s13 = s03;
    FloatVector s20 = s00;
    FloatVector s21 = s01;
    FloatVector s22 = s02;
    FloatVector s23 = s03;
    FloatVector s30 = s00;
    FloatVector s31 = s01;
    FloatVector s32 = s02;
    FloatVector s33 = s03;
    float[] x0 = inputs[row];
    float[] x1 = inputs[row + 1];
    float[] x2 = inputs[row + 2];
    float[] x3 = inputs[row + 3];
    for (int i = 0; i < terms; i++) {
      float[] w = weights[i];
      FloatVector w0 = load(w, j);
      FloatVector w1 = load(w, j + V);
      FloatVector w2 = load(w, j + 2 * V);
      FloatVector w3 = load(w, j + 3 * V);
      FloatVector x = FloatVector.broadcast(SPECIES, x0[i]);
      s00 = x.fma(w0, s00);
      s01 = x.fma(w1, s01);
      s02 = x.fma(w2, s02);
      s03 = x.fma(w3, s03);
      x = FloatVector.broadcast(SPECIES, x1[i]);
      s10 = x.fma(w0, s10);
      s11 = x.fma(w1, s11);
      s12 = x.fma(w2, s12);
      s13 = x.fma(w3, s13);
      x = FloatVector.broadcast(SPECIES, x2[i]);
      s20 = x.fma(w0, s20);
      s21 = x.fma(w1, s21);
      s22 = x.fma(w2, s22);
      s23 = x.fma(w3, s23);
      x = FloatVector.broadcast(SPECIES, x3[i]);
      s30 = x.fma(w0, s30);
      s31 = x.fma(w1, s31);
      s32 = x.fma(w2, s32);
      s33 = x.fma(w3, s33);
    }
    s00.intoArray(sums[row], j);
    s01.intoArray(sums[row], j + V);
    s02.intoArray(sums[row], j + 2 * V);
    s03.intoArray(sums[row], j + 3 * V);
    s10.intoArray(sums[row + 1], j);
    s11.intoArray(sums[row + 1], j + V);
    s12.intoArray(sums[row + 1], j + 2 * V);
    s13.intoArray(sums[row + 1], j + 3 * V);
    s20.intoArray(sums[row + 2], j);
    s21.intoArray(sums[row + 2], j + V);
    s22.intoArray(sums[row + 2], j + 2 * V);
    s23.intoArray(sums[row + 2], j + 3 * V);
    s30.intoArray(sums[row + 3], j);
    s31.intoArray(sums[row + 3], j + V);
    s32.intoArray(sums[row + 3], j + 2 * V);
    s33.intoArray(sums[row + 3], j + 3 * V);
  }

  /** Starts with term 0. JDK 25's C2 would unroll a loop that it knows to, and run out of registers. */
  private static void tile4x2(float[][] inputs, float[] panel, int terms, float[] biases, float[][] sums, int row,
      int j) {
    FloatVector s00 = load(biases, j);
    FloatVector s01 = load(biases, j + V);
    FloatVector s10 = s00;
    FloatVector s11 = s01;
    FloatVector s20 = s00;
    FloatVector s21 = s01;
    FloatVector s30 = s00;
    FloatVector s31 = s01;
    float[] x0 = inputs[row];
    float[] x1 = inputs[row + 1];
    float[] x2 = inputs[row + 2];
    float[] x3 = inputs[row + 3];
    for (int i = Math.min(0, terms); i < terms; i++) {
      int at = i * (2 * V);
      FloatVector w0 = load(panel, at);
      FloatVector w1 = load(panel, at + V);
      FloatVector x = FloatVector.broadcast(SPECIES, x0[i]);
      s00 = x.fma(w0, s00);
      s01 = x.fma(w1, s01);
      x = FloatVector.broadcast(SPECIES, x1[i]);
      s10 = x.fma(w0, s10);
      s11 = x.fma(w1, s11);
      x = FloatVector.broadcast(SPECIES, x2[i]);
      s20 = x.fma(w0, s20);
      s21 = x.fma(w1, s21);
      x = FloatVector.broadcast(SPECIES, x3[i]);
      s30 = x.fma(w0, s30);
      s31 = x.fma(w1, s31);
    }
    s00.intoArray(sums[row], j);
    s01.intoArray(sums[row], j + V);
    s10.intoArray(sums[row + 1], j);
    s11.intoArray(sums[row + 1], j + V);
    s20.intoArray(sums[row + 2], j);
    s21.intoArray(sums[row + 2], j + V);
    s30.intoArray(sums[row + 3], j);
    s31.intoArray(sums[row + 3], j + V);
  }

  private static void tile4x1(float[][] inputs, float[][] weights, float[] biases, int terms, float[][] sums, int row,
      int j) {
    FloatVector s0 = load(biases, j);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    float[] x0 = inputs[row];
    float[] x1 = inputs[row + 1];
    float[] x2 = inputs[row + 2];
    float[] x3 = inputs[row + 3];
    for (int i = 0; i < terms; i++) {
      float[] w = weights[i];
      FloatVector wj = load(w, j);
      s0 = FloatVector.broadcast(SPECIES, x0[i]).fma(wj, s0);
      s1 = FloatVector.broadcast(SPECIES, x1[i]).fma(wj, s1);
      s2 = FloatVector.broadcast(SPECIES, x2[i]).fma(wj, s2);
      s3 = FloatVector.broadcast(SPECIES, x3[i]).fma(wj, s3);
    }
    s0.intoArray(sums[row], j);
    s1.intoArray(sums[row + 1], j);
    s2.intoArray(sums[row + 2], j);
    s3.intoArray(sums[row + 3], j);
  }
}
