package weka.classifiers.functions.backprop.session;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Weights of the kinds of network in a committee, tenths that add up to 1: those of the least held-out loss, drawn to
 * equal ones by a penalty, since few held-out instances say little.
 */
final class KindWeights {

  private static final int STEPS = 10;
  /** Nats for each unit of Σ (w - 1/kinds)². */
  private static final double PENALTY = 6;

  private final ToDoubleFunction<double[]> loss;
  private double[] best;
  private double least;

  private KindWeights(int kinds, ToDoubleFunction<double[]> loss) {
    this.loss = loss;
    best = new double[kinds];
    Arrays.fill(best, 1.0 / kinds);
    least = loss.applyAsDouble(best);
  }

  /**
   * Chooses weights.
   *
   * @param kinds number of them, 1 or more
   * @param loss negative log-likelihood of the held-out instances, for weights [kinds]
   * @return [kinds]
   */
  static double[] fit(int kinds, ToDoubleFunction<double[]> loss) {
    KindWeights weights = new KindWeights(kinds, loss);
    weights.search(new double[kinds], 0, STEPS);
    return weights.best;
  }

  /** Tries all weights whose first ones are given, and whose others share so many tenths. */
  private void search(double[] weights, int kind, int left) {
    if (kind == weights.length - 1) {
      weights[kind] = (double) left / STEPS;
      consider(weights);
      return;
    }
    for (int tenths = 0; tenths <= left; tenths++) {
      weights[kind] = (double) tenths / STEPS;
      search(weights, kind + 1, left - tenths);
    }
  }

  private void consider(double[] weights) {
    double squares = Arrays.stream(weights).map(w -> w - 1.0 / weights.length).map(d -> d * d).sum();
    double penalised = loss.applyAsDouble(weights) + PENALTY * squares;
    if (penalised < least) {
      least = penalised;
      best = weights.clone();
    }
  }
}
