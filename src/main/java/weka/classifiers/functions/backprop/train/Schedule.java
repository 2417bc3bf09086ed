package weka.classifiers.functions.backprop.train;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

/** How the learning rate changes from epoch to epoch. */
public sealed interface Schedule {

  /**
   * What the learning rate is multiplied by.
   *
   * @param epoch counted from 0
   * @param epochs most that will run in all
   * @param plateaus how often the loss has ceased to fall
   */
  double factor(int epoch, int epochs, int plateaus);

  /** Epochs without improvement that are a plateau. */
  default int plateauEpochs() {
    return Integer.MAX_VALUE;
  }

  /** 1. */
  record Constant() implements Schedule {

    @Override
    public double factor(int epoch, int epochs, int plateaus) {
      return 1;
    }
  }

  /** γ^(epoch / d). */
  record Exponential(double decay, int decayEpochs) implements Schedule {

    public Exponential {
      requireDecay(decay, decayEpochs);
    }

    @Override
    public double factor(int epoch, int epochs, int plateaus) {
      return Math.pow(decay, (double) epoch / decayEpochs);
    }
  }

  /** γ^⌊epoch / d⌋. */
  record Step(double decay, int decayEpochs) implements Schedule {

    public Step {
      requireDecay(decay, decayEpochs);
    }

    @Override
    public double factor(int epoch, int epochs, int plateaus) {
      return Math.pow(decay, Math.floorDiv(epoch, decayEpochs));
    }
  }

  /** ½ (1 + cos(π epoch / epochs)), without restarts (Loshchilov and Hutter, 2017). */
  record Cosine() implements Schedule {

    @Override
    public double factor(int epoch, int epochs, int plateaus) {
      return 0.5 * (1 + Math.cos(Math.PI * epoch / epochs));
    }
  }

  /** γ^plateaus: multiplied by γ whenever the loss has not improved for d epochs. */
  record Plateau(double decay, int decayEpochs) implements Schedule {

    public Plateau {
      requireDecay(decay, decayEpochs);
    }

    @Override
    public double factor(int epoch, int epochs, int plateaus) {
      return Math.pow(decay, plateaus);
    }

    @Override
    public int plateauEpochs() {
      return decayEpochs;
    }
  }

  private static void requireDecay(double decay, int decayEpochs) {
    require(decay > 0 && decay < 1, "decay", decay, "a number between 0 and 1");
    require(decayEpochs >= 1, "decayEpochs", decayEpochs, "a whole number of 1 or more");
  }
}
