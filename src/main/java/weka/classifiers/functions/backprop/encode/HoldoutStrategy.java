package weka.classifiers.functions.backprop.encode;

/** Which training instances are held out. */
public enum HoldoutStrategy {

  /** Random ones, among which the class is distributed as among all. */
  RANDOM,

  /** The last ones: for time series, and other data whose order matters. */
  LAST
}
