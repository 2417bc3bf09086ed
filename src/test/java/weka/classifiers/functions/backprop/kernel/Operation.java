package weka.classifiers.functions.backprop.kernel;

import java.util.Arrays;
import java.util.Random;

/** The operations of a kernel, each beside the sum that defines it, computed naively in double precision. */
enum Operation {

  /** {@link Kernel#affine}: left is X [rows × terms], right is W and b [terms + 1 × width]. */
  AFFINE {
    @Override
    Operands operands(Shape shape, long seed, Padding left, Padding right) {
      Random random = new Random(seed);
      return new Operands(shape, left.matrix(random, shape.rows(), shape.terms()),
          right.matrix(random, shape.terms() + 1, shape.width()));
    }

    @Override
    void run(Kernel kernel, Operands o, float[][] result, int from, int to) {
      kernel.affine(o.left, o.right, o.shape.terms(), o.shape.width(), result, from, to);
    }

    @Override
    double naive(Operands o, int row, int j) {
      double sum = o.biases()[j];
      for (int i = 0; i < o.shape.terms(); i++) {
        sum += (double) o.left[row][i] * o.right[i][j];
      }
      return sum;
    }
  },

  /** {@link Kernel#weightGradient}: left is X [terms × rows], right is Δ [terms × width]; there are no biases. */
  WEIGHT_GRADIENT {
    @Override
    Operands operands(Shape shape, long seed, Padding left, Padding right) {
      Random random = new Random(seed);
      return new Operands(shape, left.matrix(random, shape.terms(), shape.rows()),
          right.matrix(random, shape.terms(), shape.width()));
    }

    @Override
    void run(Kernel kernel, Operands o, float[][] result, int from, int to) {
      kernel.weightGradient(o.left, o.right, o.shape.terms(), o.shape.width(), result, from, to);
    }

    @Override
    double naive(Operands o, int row, int j) {
      double sum = 0;
      for (int t = 0; t < o.shape.terms(); t++) {
        sum += (double) o.left[t][row] * o.right[t][j];
      }
      return sum;
    }
  },

  /** {@link Kernel#addRows} for each row of the result: left are the factors, right the rows, taken backwards. */
  ADD_ROWS {
    /** Entries before and after the range, which must not be read. */
    private static final int OTHERS = 3;

    @Override
    Operands operands(Shape shape, long seed, Padding left, Padding right) {
      return AFFINE.operands(shape, seed, left, right);
    }

    @Override
    void run(Kernel kernel, Operands o, float[][] result, int from, int to) {
      int terms = o.shape.terms();
      int[] indices = new int[terms + 2 * OTHERS];
      float[] factors = new float[indices.length];
      Arrays.fill(indices, -1);
      Arrays.fill(factors, Float.NaN);
      for (int row = from; row < to; row++) {
        for (int k = 0; k < terms; k++) {
          indices[OTHERS + k] = terms - 1 - k;
          factors[OTHERS + k] = o.left[row][terms - 1 - k];
        }
        System.arraycopy(o.biases(), 0, result[row], 0, o.shape.width());
        kernel.addRows(indices, factors, OTHERS, OTHERS + terms, o.right, o.shape.width(), result[row]);
      }
    }

    @Override
    double naive(Operands o, int row, int j) {
      return AFFINE.naive(o, row, j);
    }
  };

  /** Terms of each sum, sums in a row of the result, and rows of the result. */
  record Shape(int terms, int width, int rows) {

    /** A result that nothing was written to yet, its padding included. */
    float[][] result(float untouched) {
      float[][] result = Kernel.matrix(rows, width);
      for (float[] row : result) {
        Arrays.fill(row, untouched);
      }
      return result;
    }
  }

  /** What an operation reads. */
  record Operands(Shape shape, float[][] left, float[][] right) {

    /** The last row of an affine map's parameters, which a gradient hasn't. */
    float[] biases() {
      return right.length > shape.terms() ? right[shape.terms()] : new float[0];
    }
  }

  /** What stands behind the values of a row. */
  enum Padding {

    /** Nothing: the rows of training data come as long as they are. */
    NONE {
      @Override
      float[] row(int width) {
        return new float[width];
      }
    },

    ZERO {
      @Override
      float[] row(int width) {
        return new float[Kernel.padded(width)];
      }
    },

    NAN {
      @Override
      float[] row(int width) {
        float[] row = new float[Kernel.padded(width)];
        Arrays.fill(row, Float.NaN);
        return row;
      }
    };

    abstract float[] row(int width);

    /** Values from -1 to 1, the same whatever the padding. */
    private float[][] matrix(Random random, int rows, int width) {
      float[][] matrix = new float[rows][];
      for (int i = 0; i < rows; i++) {
        matrix[i] = row(width);
        for (int j = 0; j < width; j++) {
          matrix[i][j] = 2 * random.nextFloat() - 1;
        }
      }
      return matrix;
    }
  }

  /** Random operands; the same seed gives the same values. */
  abstract Operands operands(Shape shape, long seed, Padding left, Padding right);

  abstract void run(Kernel kernel, Operands operands, float[][] result, int from, int to);

  abstract double naive(Operands operands, int row, int j);
}
