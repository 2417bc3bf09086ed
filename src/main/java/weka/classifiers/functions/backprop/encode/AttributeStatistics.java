package weka.classifiers.functions.backprop.encode;

/**
 * What the training data say of one attribute, gathered in two passes over its non-zero values; all its zeros are added
 * at the end of each pass as one value. So sparse data are never expanded, and dense data give the same sums.
 */
sealed interface AttributeStatistics permits NumericStatistics, NominalStatistics {

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
  int scanned();

  /** Sum of the weights of the values seen in the first pass. */
  double scannedWeight();

  /**
   * The attribute's encoding.
   *
   * @param keepZeros whether the value 0 of a numeric attribute must become the input 0
   * @param column first free column of the input rows
   * @return null if the attribute never varies, so that it contributes nothing
   */
  AttributeEncoder encoder(InputScaling scaling, boolean keepZeros, int column);
}
