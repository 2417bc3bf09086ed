package weka.classifiers.functions.backprop.train;

import java.util.List;
import weka.classifiers.functions.backprop.network.Backpropagation;
import weka.classifiers.functions.backprop.network.Layer;

/** The Euclidean norm of a step's whole gradient, from the squares of its rows, in an order of its own. */
final class GradientNorm implements Backpropagation.RowVisitor {

  private final float[][][] gradients;
  private final int[] units;
  /** Σ_j g_j² of each row [layers][inputs + 1]. */
  private final double[][] squares;

  /**
   * The norm of gradients.
   *
   * @param gradients [layers][inputs + 1 × units], rows padded; not modified
   * @param layers of the network
   */
  GradientNorm(float[][][] gradients, List<Layer> layers) {
    this.gradients = gradients;
    units = new int[gradients.length];
    squares = new double[gradients.length][];
    for (int l = 0; l < squares.length; l++) {
      units[l] = layers.get(l).units();
      squares[l] = new double[gradients[l].length];
    }
  }

  @Override
  public void visit(int l, int from, int to) {
    for (int i = from; i < to; i++) {
      squares[l][i] = square(gradients[l][i], units[l]);
    }
  }

  private static double square(float[] row, int n) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += (double) row[j] * row[j];
    }
    return sum;
  }

  /** What a gradient is multiplied by so that its norm doesn't exceed a limit: 1 if it doesn't anyway. */
  double scale(double limit) {
    double sum = 0;
    for (double[] layer : squares) {
      for (double square : layer) {
        sum += square;
      }
    }
    return Math.min(1, limit / Math.sqrt(sum));
  }
}
