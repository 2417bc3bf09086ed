package weka.classifiers.functions.backprop.model;

import weka.classifiers.functions.backprop.encode.Scaling;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Statistics;

/**
 * Normal errors of a numeric class, whose standard deviation follows from the loss of the best epoch: for models that
 * kept no errors of held-out instances. Where nothing was held out at all, it is the loss of the training data, and
 * intervals are too narrow.
 */
final class NormalErrors {

  private final double deviation;

  private NormalErrors(double deviation) {
    this.deviation = deviation;
  }

  /** The errors of a model with a numeric class. */
  static NormalErrors of(Model model) {
    Member member = model.members().get(0);
    Scaling scaling = member.numericClass().scaling();
    History history = model.history();
    // Without a history it always predicts the mean.
    double standardised = history == null || history.size() == 0 ? 1 : switch (member.network().loss()) {
      case ABSOLUTE_ERROR -> loss(history) * Math.sqrt(Math.PI / 2);
      default -> Math.sqrt(loss(history));
    };
    return new NormalErrors(scaling.factor() == 0 ? 0 : standardised / scaling.factor());
  }

  private static double loss(History history) {
    History.Epoch best = history.epochs().get(Math.max(1, history.bestEpoch()) - 1);
    return Double.isNaN(best.validationLoss()) ? best.loss() : best.validationLoss();
  }

  double[] interval(double prediction, double confidence) {
    double half = deviation == 0 ? 0 : deviation * Statistics.normalInverse((1 + confidence) / 2);
    return new double[] {prediction - half, prediction + half};
  }

  double logDensity(double error) {
    return Math.log(Math.max(HeldOutErrors.normal(error, deviation), Double.MIN_NORMAL));
  }
}
