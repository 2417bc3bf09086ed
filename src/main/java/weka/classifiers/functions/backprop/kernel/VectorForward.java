package weka.classifiers.functions.backprop.kernel;

import static weka.classifiers.functions.backprop.kernel.VectorKernel.SPECIES;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.V;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.load;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.store2;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.store4;

import jdk.incubator.vector.FloatVector;

/** The weighted sums of a layer, in tiles of 4 rows × 4, 2 or 1 vectors of units. */
final class VectorForward {

  private VectorForward() {
  }

  /** {@link Kernel#affine}. */
  static void forward(float[][] inputs, float[][] weights, float[] biases, int terms, int width, float[][] sums,
      int from, int to) {
    int j = 0;
    for (; j + 3 * V < width; j += 4 * V) {
      int row = from;
      for (; row + 4 <= to; row += 4) {
        forward4x4(inputs, weights, biases, terms, sums, row, j);
      }
      for (; row < to; row++) {
        forward1x4(inputs[row], weights, biases, terms, sums[row], j);
      }
    }
    if (j + V < width) {
      int row = from;
      for (; row + 4 <= to; row += 4) {
        forward4x2(inputs, weights, biases, terms, sums, row, j);
      }
      for (; row < to; row++) {
        forward1x1(inputs[row], weights, biases, terms, sums[row], j);
        forward1x1(inputs[row], weights, biases, terms, sums[row], j + V);
      }
      j += 2 * V;
    }
    if (j < width) {
      int row = from;
      for (; row + 4 <= to; row += 4) {
        forward4x1(inputs, weights, biases, terms, sums, row, j);
      }
      for (; row < to; row++) {
        forward1x1(inputs[row], weights, biases, terms, sums[row], j);
      }
    }
  }

  private static void forward4x4(float[][] inputs, float[][] weights, float[] biases, int terms, float[][] sums,
      int row, int j) {
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
    store4(sums[row], j, s00, s01, s02, s03);
    store4(sums[row + 1], j, s10, s11, s12, s13);
    store4(sums[row + 2], j, s20, s21, s22, s23);
    store4(sums[row + 3], j, s30, s31, s32, s33);
  }

  private static void forward1x4(float[] x, float[][] weights, float[] biases, int terms, float[] sums, int j) {
    FloatVector s0 = load(biases, j);
    FloatVector s1 = load(biases, j + V);
    FloatVector s2 = load(biases, j + 2 * V);
    FloatVector s3 = load(biases, j + 3 * V);
    for (int i = 0; i < terms; i++) {
      float[] w = weights[i];
      FloatVector xi = FloatVector.broadcast(SPECIES, x[i]);
      s0 = xi.fma(load(w, j), s0);
      s1 = xi.fma(load(w, j + V), s1);
      s2 = xi.fma(load(w, j + 2 * V), s2);
      s3 = xi.fma(load(w, j + 3 * V), s3);
    }
    store4(sums, j, s0, s1, s2, s3);
  }

  private static void forward4x2(float[][] inputs, float[][] weights, float[] biases, int terms, float[][] sums,
      int row, int j) {
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
    for (int i = 0; i < terms; i++) {
      FloatVector w0 = load(weights[i], j);
      FloatVector w1 = load(weights[i], j + V);
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
    store2(sums[row], j, s00, s01);
    store2(sums[row + 1], j, s10, s11);
    store2(sums[row + 2], j, s20, s21);
    store2(sums[row + 3], j, s30, s31);
  }

  private static void forward4x1(float[][] inputs, float[][] weights, float[] biases, int terms, float[][] sums,
      int row, int j) {
    FloatVector s0 = load(biases, j);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    float[] x0 = inputs[row];
    float[] x1 = inputs[row + 1];
    float[] x2 = inputs[row + 2];
    float[] x3 = inputs[row + 3];
    for (int i = 0; i < terms; i++) {
      FloatVector w = load(weights[i], j);
      s0 = FloatVector.broadcast(SPECIES, x0[i]).fma(w, s0);
      s1 = FloatVector.broadcast(SPECIES, x1[i]).fma(w, s1);
      s2 = FloatVector.broadcast(SPECIES, x2[i]).fma(w, s2);
      s3 = FloatVector.broadcast(SPECIES, x3[i]).fma(w, s3);
    }
    s0.intoArray(sums[row], j);
    s1.intoArray(sums[row + 1], j);
    s2.intoArray(sums[row + 2], j);
    s3.intoArray(sums[row + 3], j);
  }

  private static void forward1x1(float[] x, float[][] weights, float[] biases, int terms, float[] sums, int j) {
    FloatVector s = load(biases, j);
    for (int i = 0; i < terms; i++) {
      s = FloatVector.broadcast(SPECIES, x[i]).fma(load(weights[i], j), s);
    }
    s.intoArray(sums, j);
  }
}
