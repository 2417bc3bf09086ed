package weka.classifiers.functions.backprop.network;

import java.util.Map;
import java.util.function.ToDoubleFunction;

/** ∂E/∂p ≈ (E(p + h) - E(p - h)) / 2h for every parameter p. */
final class FiniteDifferences {

  private FiniteDifferences() {
  }

  /** The gradient of a loss E of the parameters, with steps h. */
  static Parameters of(ToDoubleFunction<Parameters> loss, Parameters at, double step) {
    Parameters gradient = at.zerosLike();
    Parameters parameters = at.copy();
    Map<String, double[]> rows = gradient.rows();
    parameters.rows().forEach((name, p) -> {
      for (int j = 0; j < p.length; j++) {
        double before = p[j];
        p[j] = before + step;
        double above = loss.applyAsDouble(parameters);
        p[j] = before - step;
        double below = loss.applyAsDouble(parameters);
        p[j] = before;
        rows.get(name)[j] = (above - below) / (2 * step);
      }
    });
    return gradient;
  }
}
