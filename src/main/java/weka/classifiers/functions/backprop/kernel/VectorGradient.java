package weka.classifiers.functions.backprop.kernel;

import static weka.classifiers.functions.backprop.kernel.VectorKernel.SPECIES;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.V;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.load;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.store2;
import static weka.classifiers.functions.backprop.kernel.VectorKernel.store4;

import jdk.incubator.vector.FloatVector;

/** The gradient of a layer's weights, in tiles of 4 inputs × 4 or 2 vectors of units, or 8 × 1. */
final class VectorGradient {

  private VectorGradient() {
  }

  /** {@link Kernel#weightGradient}. */
  static void gradient(float[][] inputs, float[][] deltas, int terms, int width, float[][] gradient, int from,
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
    if (j + V < width) {
      int i = from;
      for (; i + 4 <= to; i += 4) {
        gradient4x2(inputs, deltas, terms, gradient, i, j);
      }
      for (; i < to; i++) {
        gradient1x1(inputs, deltas, terms, gradient, i, j);
        gradient1x1(inputs, deltas, terms, gradient, i, j + V);
      }
      j += 2 * V;
    }
    if (j < width) {
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

  private static void gradient4x2(float[][] inputs, float[][] deltas, int terms, float[][] gradient, int i, int j) {
    FloatVector g00 = FloatVector.zero(SPECIES);
    FloatVector g01 = g00;
    FloatVector g10 = g00;
    FloatVector g11 = g00;
    FloatVector g20 = g00;
    FloatVector g21 = g00;
    FloatVector g30 = g00;
    FloatVector g31 = g00;
    for (int t = 0; t < terms; t++) {
      float[] input = inputs[t];
      FloatVector d0 = load(deltas[t], j);
      FloatVector d1 = load(deltas[t], j + V);
      FloatVector x = FloatVector.broadcast(SPECIES, input[i]);
      g00 = x.fma(d0, g00);
      g01 = x.fma(d1, g01);
      x = FloatVector.broadcast(SPECIES, input[i + 1]);
      g10 = x.fma(d0, g10);
      g11 = x.fma(d1, g11);
      x = FloatVector.broadcast(SPECIES, input[i + 2]);
      g20 = x.fma(d0, g20);
      g21 = x.fma(d1, g21);
      x = FloatVector.broadcast(SPECIES, input[i + 3]);
      g30 = x.fma(d0, g30);
      g31 = x.fma(d1, g31);
    }
    store2(gradient[i], j, g00, g01);
    store2(gradient[i + 1], j, g10, g11);
    store2(gradient[i + 2], j, g20, g21);
    store2(gradient[i + 3], j, g30, g31);
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
}
