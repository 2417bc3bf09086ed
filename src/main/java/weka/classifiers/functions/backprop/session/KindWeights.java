package weka.classifiers.functions.backprop.session;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Weights of the kinds of network in a committee, twelfths that add up to 1: those of the least held-out loss, drawn to
 * equal ones by a penalty, since few held-out instances say little. From equal ones, a twelfth moves from one kind to
 * another as long as the sum of both falls, which has one minimum where the loss is convex in the weights.
 */
final class KindWeights {

  /** Equal weights of one, two, three or four kinds are whole numbers of them. */
  private static final int PARTS = 12;
  /** Nats for each unit of Σ (w - 1/kinds)². */
  private static final double PENALTY = 6;

  private final ToDoubleFunction<double[]> loss;
  private int[] best;
  private double least;

  private KindWeights(int kinds, ToDoubleFunction<double[]> loss) {
    this.loss = loss;
    best = new int[kinds];
    Arrays.fill(best, PARTS / kinds);
    least = loss.applyAsDouble(weights(best));
  }

  /**
   * Chooses weights.
   *
   * @param kinds number of them, from 1 to 4
   * @param loss negative log-likelihood of the held-out instances, for weights [kinds]
   * @return [kinds]
   */
  static double[] fit(int kinds, ToDoubleFunction<double[]> loss) {
    KindWeights fitted = new KindWeights(kinds, loss);
    while (fitted.improve()) {
      // A twelfth has moved.
    }
    return weights(fitted.best);
  }

  private static double[] weights(int[] parts) {
    double[] weights = new double[parts.length];
    for (int k = 0; k < parts.length; k++) {
      weights[k] = (double) parts[k] / PARTS;
    }
    return weights;
  }

  /** Moves a twelfth from a kind to another where that is worth most; false if it is worth nothing anywhere. */
  private boolean improve() {
    int[] before = best;
    for (int from = 0; from < before.length; from++) {
      for (int to = 0; to < before.length; to++) {
        if (from != to && before[from] > 0) {
          int[] moved = before.clone();
          moved[from]--;
          moved[to]++;
          consider(moved);
        }
      }
    }
    return best != before;
  }

  private void consider(int[] parts) {
    double[] weights = weights(parts);
    double squares = Arrays.stream(weights).map(w -> w - 1.0 / weights.length).map(d -> d * d).sum();
    double penalised = loss.applyAsDouble(weights) + PENALTY * squares;
    if (penalised < least) {
      least = penalised;
      best = parts;
    }
  }
}
