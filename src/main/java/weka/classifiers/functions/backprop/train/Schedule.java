package weka.classifiers.functions.backprop.train;

/** How the learning rate changes from epoch to epoch, with the decay γ over d epochs of a {@link LearningRate}. */
public enum Schedule {

  /** 1. */
  CONSTANT {
    @Override
    double factor(LearningRate rate, int epoch, int epochs, int plateaus) {
      return 1;
    }
  },

  /** γ^(epoch / d). */
  EXPONENTIAL {
    @Override
    double factor(LearningRate rate, int epoch, int epochs, int plateaus) {
      return Math.pow(rate.decay(), (double) epoch / rate.decayEpochs());
    }
  },

  /** γ^⌊epoch / d⌋. */
  STEP {
    @Override
    double factor(LearningRate rate, int epoch, int epochs, int plateaus) {
      return Math.pow(rate.decay(), Math.floorDiv(epoch, rate.decayEpochs()));
    }
  },

  /** ½ (1 + cos(π epoch / epochs)), without restarts (Loshchilov and Hutter, 2017). */
  COSINE {
    @Override
    double factor(LearningRate rate, int epoch, int epochs, int plateaus) {
      return 0.5 * (1 + Math.cos(Math.PI * epoch / epochs));
    }
  },

  /** γ^plateaus: multiplied by γ whenever the loss has not improved for d epochs. */
  PLATEAU {
    @Override
    double factor(LearningRate rate, int epoch, int epochs, int plateaus) {
      return Math.pow(rate.decay(), plateaus);
    }
  };

  /**
   * What the initial learning rate is multiplied by.
   *
   * @param epoch counted from 0
   * @param epochs most that will run in all
   * @param plateaus how often the loss has stopped improving for d epochs
   */
  abstract double factor(LearningRate rate, int epoch, int epochs, int plateaus);
}
