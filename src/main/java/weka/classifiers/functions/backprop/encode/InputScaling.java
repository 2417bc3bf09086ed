package weka.classifiers.functions.backprop.encode;

/**
 * What numeric and date attributes are scaled to, by their values in the training data. In data that are mostly zero,
 * zeros stay zeros: values are divided but not shifted, so that the root mean square of those that aren't zero is 1, or
 * their largest magnitude.
 */
public enum InputScaling {

  /** Mean 0, standard deviation 1. */
  STANDARDIZE {
    @Override
    Scaling fit(NumericStatistics statistics) {
      return new Scaling(statistics.mean(), 1 / statistics.deviation());
    }

    @Override
    Scaling fitKeepingZeros(NumericStatistics statistics) {
      // Not by the deviation: the fewer values aren't zero, the smaller it is, and the farther from 0 they would lie.
      return new Scaling(0, 1 / statistics.nonZeroMagnitude());
    }
  },

  /** The smallest value to 0, the largest to 1. */
  UNIT_RANGE {
    @Override
    Scaling fit(NumericStatistics statistics) {
      return new Scaling(statistics.min(), 0.5 / statistics.halfRange());
    }
  },

  /** The smallest value to -1, the largest to 1. */
  SYMMETRIC_RANGE {
    @Override
    Scaling fit(NumericStatistics statistics) {
      return new Scaling(statistics.min() + statistics.halfRange(), 1 / statistics.halfRange());
    }
  },

  /** Left as they are. */
  NONE {
    @Override
    Scaling fit(NumericStatistics statistics) {
      return new Scaling(0, 1);
    }

    @Override
    Scaling fitKeepingZeros(NumericStatistics statistics) {
      return fit(statistics);
    }
  };

  /** The scaling for an attribute that varies. */
  abstract Scaling fit(NumericStatistics statistics);

  /** The scaling for an attribute that varies and whose zeros must stay zeros. */
  Scaling fitKeepingZeros(NumericStatistics statistics) {
    return new Scaling(0, 1 / statistics.largestMagnitude());
  }
}
