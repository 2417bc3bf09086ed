package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;
import java.util.List;
import java.util.function.ToDoubleFunction;
import weka.core.Instance;

/** How the class becomes a network's targets, and a network's outputs predictions. Immutable. */
public sealed interface ClassEncoder extends Serializable permits NominalClass, NumericClass {

  /** Number of outputs of the network. */
  int outputs();

  /**
   * The targets of instances whose class isn't missing.
   *
   * @return [instances × outputs]; instances may share a row
   */
  float[][] targets(List<Instance> instances);

  /** The targets of a class value that isn't missing [outputs]. */
  float[] target(double classValue);

  /**
   * The prediction that a network's outputs stand for.
   *
   * @param outputs [outputs]; may be modified
   */
  double[] decode(double[] outputs);

  /** Whether the class varies, so that there is something to learn. */
  boolean varies();

  /** Weighted sums of the output layer that predict the prior distribution or the mean of the training data. */
  float[] prior(List<Instance> instances, ToDoubleFunction<Instance> weight);
}
