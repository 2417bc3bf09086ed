package weka.classifiers.functions.backprop.train;

import java.util.List;
import weka.classifiers.functions.backprop.network.Backpropagation;
import weka.classifiers.functions.backprop.network.Layer;

/** The Euclidean norm of a step's whole gradient, from the squares of its rows, in an order of its own. */
final class GradientNorm implements Backpropagation.GradientRows {

  private final List<Layer> gradients;
  /** Σ_j g_j² of each row [layers][rows of W, then b]. */
  private final double[][] squares;

  GradientNorm(List<Layer> gradients) {
    this.gradients = gradients;
    squares = new double[gradients.size()][];
    for (int l = 0; l < squares.length; l++) {
      squares[l] = new double[gradients.get(l).inputs() + 1];
    }
  }

  @Override
  public void ready(int l, int from, int to) {
    Layer gradient = gradients.get(l);
    for (int i = from; i < to; i++) {
      squares[l][i] = square(gradient.parameters()[i], gradient.units());
    }
  }

  private static double square(float[] row, int n) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += (double) row[j] * row[j];
    }
    return sum;
  }

  /** What a gradient is multiplied by lest its norm exceed a limit: 1 if it doesn't. */
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
