package weka.classifiers.functions.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Explicit vectors with fused multiply-add. This class and the two it hands on to alone touch the incubator's API; it is
 * loaded by name where the JVM has the module.
 *
 * <p>Results are computed tile by tile, 4 rows × 4 vectors of sums (fewer vectors at the right edge) that stay in registers for
 * all terms, so that each vector loaded serves four multiply-adds and each scalar another four. Widths are rounded up to
 * whole vectors, which the rows' padding allows: masks would cost more than the padding on JDK 17. The tiles are written
 * out, since C2 keeps vectors in registers only if they are local variables.
 */
final class VectorKernel implements Kernel {

  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  /** Floats in a vector. */
  static final int V = SPECIES.length();

  @Override
  public void affine(float[][] inputs, float[][] parameters, int terms, int width, float[][] sums, int from, int to) {
    VectorForward.forward(inputs, parameters, parameters[terms], terms, width, sums, from, to);
  }

  @Override
  public void weightGradient(float[][] inputs, float[][] deltas, int terms, int width, float[][] gradient, int from,
      int to) {
    VectorGradient.gradient(inputs, deltas, terms, width, gradient, from, to);
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

  static FloatVector load(float[] row, int j) {
    return FloatVector.fromArray(SPECIES, row, j);
  }

  static void store2(float[] row, int j, FloatVector v0, FloatVector v1) {
    v0.intoArray(row, j);
    v1.intoArray(row, j + V);
  }

  static void store4(float[] row, int j, FloatVector v0, FloatVector v1, FloatVector v2, FloatVector v3) {
    v0.intoArray(row, j);
    v1.intoArray(row, j + V);
    v2.intoArray(row, j + 2 * V);
    v3.intoArray(row, j + 3 * V);
  }

  @Override
  public boolean fusesMultiplyAdd() {
    return true;
  }

  @Override
  public String name() {
    return "Vector API, " + SPECIES.vectorBitSize() + " bits";
  }
}
