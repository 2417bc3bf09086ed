package weka.classifiers.functions.backprop.explain;

import java.util.function.ToDoubleFunction;
import weka.classifiers.AbstractClassifier;
import weka.core.Instance;
import weka.core.Instances;

/** A classifier that computes a formula, whose explanations are known. */
final class Formula extends AbstractClassifier {

  private static final long serialVersionUID = 1L;

  private final transient ToDoubleFunction<Instance> formula;

  /** A classifier that predicts a number. */
  Formula(ToDoubleFunction<Instance> formula) {
    this.formula = formula;
  }

  @Override
  public void buildClassifier(Instances data) {
    // There is nothing to learn.
  }

  /** The number; of a nominal class the probability of the second of two labels. */
  @Override
  public double[] distributionForInstance(Instance instance) {
    double value = formula.applyAsDouble(instance);
    return instance.classAttribute().isNominal() ? new double[] {1 - value, value} : new double[] {value};
  }
}
