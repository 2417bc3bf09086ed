package weka.classifiers.functions.backprop.kernel;

import static weka.classifiers.functions.backprop.kernel.VectorKernel.V;

/**
 * {@link Kernel#weightGradient} for few units with vectors of 512 bits, which would be padding in large part: vectors
 * of inputs take their place. Gᵀ = Δᵀ·X is an affine map with b = 0, which adds the same products in the same order.
 */
final class VectorNarrowGradient {

  private static final ThreadLocal<VectorNarrowGradient> BUFFERS = ThreadLocal.withInitial(VectorNarrowGradient::new);
  private static final int MOST_UNITS = 24;
  /** Multiply-adds saved for each input from which two matrices are worth transposing. */
  private static final int WORTH_IT = 256;

  /** Δᵀ [units × terms] and Gᵀ [units × inputs], or larger. */
  private float[][] deltas = Kernel.matrix(MOST_UNITS, 0);
  private float[][] gradient = Kernel.matrix(MOST_UNITS, 0);
  private float[] zeros = new float[0];

  private VectorNarrowGradient() {
  }

  /** Whether this is the faster way. */
  static boolean suits(int terms, int width, int inputs) {
    int saved = terms * (roundUp(width, V) - roundUp(width, VectorAffine.ROWS));
    return V == Kernel.LANES && width <= MOST_UNITS && inputs >= 2 * V && saved >= WORTH_IT;
  }

  private static int roundUp(int n, int multiple) {
    return (n + multiple - 1) / multiple * multiple;
  }

  /** The inputs {@code from} to {@code to - 1}. */
  static void gradient(float[][] inputs, float[][] deltas, int terms, int width, float[][] gradient, int from,
      int to) {
    BUFFERS.get().compute(inputs, deltas, terms, width, gradient, from, to);
  }

  private void compute(float[][] x, float[][] delta, int terms, int width, float[][] g, int from, int to) {
    deltas = withRoom(deltas, terms);
    gradient = withRoom(gradient, to);
    if (zeros.length < gradient[0].length) {
      zeros = new float[gradient[0].length];
    }
    Transposition.transpose(delta, 0, terms, 0, width, deltas);
    int whole = to - (to - from) % V;
    affine(x, terms, width, from, whole);
    if (whole < to) {
      // Rows of X may end here, so the last vector covers inputs of the one before.
      affine(x, terms, width, to - V, to);
    }
    Transposition.transpose(gradient, 0, width, from, to, g);
  }

  private void affine(float[][] x, int terms, int width, int from, int to) {
    VectorAffine.affine(deltas, x, zeros, terms, from, to, gradient, 0, Math.max(VectorAffine.ROWS, width));
  }

  private static float[][] withRoom(float[][] matrix, int width) {
    return matrix[0].length >= width ? matrix : Kernel.matrix(MOST_UNITS, width);
  }
}
