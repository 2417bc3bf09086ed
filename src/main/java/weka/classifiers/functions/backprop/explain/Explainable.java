package weka.classifiers.functions.backprop.explain;

import weka.core.Instance;

/** A classifier that can tell itself how its predictions come about. */
public interface Explainable {

  /**
   * How the prediction of an instance comes about.
   *
   * @param instance with the attributes of the training data; not modified
   * @param output the label whose probability is explained, 0 for a numeric class
   */
  Contributions contributions(Instance instance, int output) throws Exception;
}
