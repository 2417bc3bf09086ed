package weka.classifiers.functions.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Explicit vectors with fused multiply-add: the only class that touches the incubator's API, loaded by name where the
 * JVM has the module.
 *
 * <p>Results are computed tile by tile, 4 rows × 4 vectors of sums that stay in registers for all terms, so that each
 * vector loaded serves four multiply-adds and each scalar another four. Widths are rounded up to whole vectors, which
 * the rows' padding allows: masks would cost more than the padding on JDK 17. The tiles are written out, since C2 keeps
 * vectors in registers only if they are local variables.
 */
final class VectorKernel implements Kernel {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int V = SPECIES.length();

  @Override
  public void forward(float[][] inputs, float[][] weights, float[] biases, int terms, int width, float[][] sums,
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
    for (; j < width; j += V) {
      int row = from;
      for (; row + 8 <= to; row += 8) {
        forward8x1(inputs, weights, biases, terms, sums, row, j);
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

  private static void forward8x1(float[][] inputs, float[][] weights, float[] biases, int terms, float[][] sums,
      int row, int j) {
    FloatVector s0 = load(biases, j);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    float[] x0 = inputs[row];
    float[] x1 = inputs[row + 1];
    float[] x2 = inputs[row + 2];
    float[] x3 = inputs[row + 3];
    float[] x4 = inputs[row + 4];
    float[] x5 = inputs[row + 5];
    float[] x6 = inputs[row + 6];
    float[] x7 = inputs[row + 7];
    for (int i = 0; i < terms; i++) {
      FloatVector w = load(weights[i], j);
      s0 = FloatVector.broadcast(SPECIES, x0[i]).fma(w, s0);
      s1 = FloatVector.broadcast(SPECIES, x1[i]).fma(w, s1);
      s2 = FloatVector.broadcast(SPECIES, x2[i]).fma(w, s2);
      s3 = FloatVector.broadcast(SPECIES, x3[i]).fma(w, s3);
      s4 = FloatVector.broadcast(SPECIES, x4[i]).fma(w, s4);
      s5 = FloatVector.broadcast(SPECIES, x5[i]).fma(w, s5);
      s6 = FloatVector.broadcast(SPECIES, x6[i]).fma(w, s6);
      s7 = FloatVector.broadcast(SPECIES, x7[i]).fma(w, s7);
    }
    s0.intoArray(sums[row], j);
    s1.intoArray(sums[row + 1], j);
    s2.intoArray(sums[row + 2], j);
    s3.intoArray(sums[row + 3], j);
    s4.intoArray(sums[row + 4], j);
    s5.intoArray(sums[row + 5], j);
    s6.intoArray(sums[row + 6], j);
    s7.intoArray(sums[row + 7], j);
  }

  private static void forward1x1(float[] x, float[][] weights, float[] biases, int terms, float[] sums, int j) {
    FloatVector s = load(biases, j);
    for (int i = 0; i < terms; i++) {
      s = FloatVector.broadcast(SPECIES, x[i]).fma(load(weights[i], j), s);
    }
    s.intoArray(sums, j);
  }

  @Override
  public void gradient(float[][] inputs, float[][] deltas, int terms, int width, float[][] gradient, int from,
      int to) {
    int j = 0;
    for (; j + 3 * V < width; j += 4 * V) {
      int i = from;
      for (; i + 4 <= to; i += 4) {
        gradient4x4(inputs, deltas, terms, gradient, i, j);
      }
      for (; i < to; i++) {
        for (int k = j; k < j + 4 * V; k += V) {
          gradient1x1(inputs, deltas, terms, gradient, i, k);
        }
      }
    }
    for (; j < width; j += V) {
      int i = from;
      for (; i + 8 <= to; i += 8) {
        gradient8x1(inputs, deltas, terms, gradient, i, j);
      }
      for (; i < to; i++) {
        gradient1x1(inputs, deltas, terms, gradient, i, j);
      }
    }
  }

  private static void gradient4x4(float[][] inputs, float[][] deltas, int terms, float[][] gradient, int i, int j) {
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
      float[] delta = deltas[t];
      float[] input = inputs[t];
      FloatVector d0 = load(delta, j);
      FloatVector d1 = load(delta, j + V);
      FloatVector d2 = load(delta, j + 2 * V);
      FloatVector d3 = load(delta, j + 3 * V);
      FloatVector x = FloatVector.broadcast(SPECIES, input[i]);
      g00 = x.fma(d0, g00);
      g01 = x.fma(d1, g01);
      g02 = x.fma(d2, g02);
      g03 = x.fma(d3, g03);
      x = FloatVector.broadcast(SPECIES, input[i + 1]);
      g10 = x.fma(d0, g10);
      g11 = x.fma(d1, g11);
      g12 = x.fma(d2, g12);
      g13 = x.fma(d3, g13);
      x = FloatVector.broadcast(SPECIES, input[i + 2]);
      g20 = x.fma(d0, g20);
      g21 = x.fma(d1, g21);
      g22 = x.fma(d2, g22);
      g23 = x.fma(d3, g23);
      x = FloatVector.broadcast(SPECIES, input[i + 3]);
      g30 = x.fma(d0, g30);
      g31 = x.fma(d1, g31);
      g32 = x.fma(d2, g32);
      g33 = x.fma(d3, g33);
    }
    store4(gradient[i], j, g00, g01, g02, g03);
    store4(gradient[i + 1], j, g10, g11, g12, g13);
    store4(gradient[i + 2], j, g20, g21, g22, g23);
    store4(gradient[i + 3], j, g30, g31, g32, g33);
  }

  private static void gradient8x1(float[][] inputs, float[][] deltas, int terms, float[][] gradient, int i, int j) {
    FloatVector g0 = FloatVector.zero(SPECIES);
    FloatVector g1 = g0;
    FloatVector g2 = g0;
    FloatVector g3 = g0;
    FloatVector g4 = g0;
    FloatVector g5 = g0;
    FloatVector g6 = g0;
    FloatVector g7 = g0;
    for (int t = 0; t < terms; t++) {
      float[] input = inputs[t];
      FloatVector d = load(deltas[t], j);
      g0 = FloatVector.broadcast(SPECIES, input[i]).fma(d, g0);
      g1 = FloatVector.broadcast(SPECIES, input[i + 1]).fma(d, g1);
      g2 = FloatVector.broadcast(SPECIES, input[i + 2]).fma(d, g2);
      g3 = FloatVector.broadcast(SPECIES, input[i + 3]).fma(d, g3);
      g4 = FloatVector.broadcast(SPECIES, input[i + 4]).fma(d, g4);
      g5 = FloatVector.broadcast(SPECIES, input[i + 5]).fma(d, g5);
      g6 = FloatVector.broadcast(SPECIES, input[i + 6]).fma(d, g6);
      g7 = FloatVector.broadcast(SPECIES, input[i + 7]).fma(d, g7);
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

  private static void gradient1x1(float[][] inputs, float[][] deltas, int terms, float[][] gradient, int i, int j) {
    FloatVector g = FloatVector.zero(SPECIES);
    for (int t = 0; t < terms; t++) {
      g = FloatVector.broadcast(SPECIES, inputs[t][i]).fma(load(deltas[t], j), g);
    }
    g.intoArray(gradient[i], j);
  }

  @Override
  public void addRows(int[] indices, float[] factors, int from, int to, float[][] rows, int width, float[] sum) {
    int j = 0;
    for (; j + 3 * V < width; j += 4 * V) {
      FloatVector s0 = load(sum, j);
      FloatVector s1 = load(sum, j + V);
      FloatVector s2 = load(sum, j + 2 * V);
      FloatVector s3 = load(sum, j + 3 * V);
      for (int k = from; k < to; k++) {
        float[] row = rows[indices[k]];
        FloatVector a = FloatVector.broadcast(SPECIES, factors[k]);
        s0 = a.fma(load(row, j), s0);
        s1 = a.fma(load(row, j + V), s1);
        s2 = a.fma(load(row, j + 2 * V), s2);
        s3 = a.fma(load(row, j + 3 * V), s3);
      }
      store4(sum, j, s0, s1, s2, s3);
    }
    for (; j < width; j += V) {
      FloatVector s = load(sum, j);
      for (int k = from; k < to; k++) {
        s = FloatVector.broadcast(SPECIES, factors[k]).fma(load(rows[indices[k]], j), s);
      }
      s.intoArray(sum, j);
    }
  }

  private static FloatVector load(float[] row, int j) {
    return FloatVector.fromArray(SPECIES, row, j);
  }

  private static void store4(float[] row, int j, FloatVector v0, FloatVector v1, FloatVector v2, FloatVector v3) {
    v0.intoArray(row, j);
    v1.intoArray(row, j + V);
    v2.intoArray(row, j + 2 * V);
    v3.intoArray(row, j + 3 * V);
  }

  @Override
  public String name() {
    return "Vector API, " + SPECIES.vectorBitSize() + " bits";
  }
}
