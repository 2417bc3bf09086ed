package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;

/**
 * What the training data say of one attribute, gathered in two passes over its non-zero values; all its zeros are added
 * at the end of each pass as one value. So sparse data are never expanded, and dense data give the same sums.
 */
sealed interface AttributeStatistics extends Serializable permits NumericStatistics, NominalStatistics {

  /**
   * First pass.
   *
   * @param value NaN if missing
   * @param weight greater than 0
   */
  void scan(double value, double weight);

  /** Second pass, of the same values. */
  void accumulate(double value, double weight);

  /** Number of values seen in the first pass. */
  long scanned();

  /** Sum of the weights of the values seen in the first pass. */
  double scannedWeight();

  /** Adds what the first pass saw in another part of the data, of the same attribute; not modified. */
  void mergeScan(AttributeStatistics other);

  /**
   * Adds what the second pass saw in another part of the data, after the same first pass of all parts; not modified.
   */
  void mergeAccumulation(AttributeStatistics other);

  /**
   * The attribute's encoding.
   *
   * @param keepZeros whether the value 0 of a numeric attribute must become the input 0
   * @param column first free column of the input rows
   * @return null if the attribute never varies, so that it contributes nothing
   */
  AttributeEncoder encoder(InputScaling scaling, boolean keepZeros, int column);
}
