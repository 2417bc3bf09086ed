package weka.classifiers.functions.backprop.export;

import weka.core.Instances;

/** A program that reads an exported model and predicts with it. */
interface Consumer extends AutoCloseable {

  /** Distributions, or predicted values as arrays of one [instances × outputs]. */
  double[][] predict(Instances data) throws Exception;

  @Override
  default void close() {
    // Most hold nothing.
  }
}
