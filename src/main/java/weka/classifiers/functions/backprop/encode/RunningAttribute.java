package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;

/** What the instances of a stream have said of one attribute so far. */
sealed interface RunningAttribute extends Serializable permits RunningNumeric, RunningNominal {

  /**
   * Adds a value.
   *
   * @param value NaN if missing
   * @param weight greater than 0
   */
  void add(double value, double weight);

  /** Whether the values differ. */
  boolean varies();

  /** Number of columns of the input rows; 0 of an attribute without labels. */
  int width();

  /** The attribute's encoding, from the given column on. */
  AttributeEncoder encoder(int column);
}
