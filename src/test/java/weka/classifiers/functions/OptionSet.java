package weka.classifiers.functions;

import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Attribute;

/** Options with which the schemes stand before Weka's judges: together they reach every way of training. */
enum OptionSet {

  /**
   * Nothing is left to defaults, since these may be tuned without a new regression file. Smooth activations and few
   * epochs keep rounding errors as small as they are when they arise.
   */
  PINNED("-H 5 -F TANH -L 0.05 -A MEAN -B 10 -O MOMENTUM -M 0.5 -N 20 -R 0.001 -I STANDARDIZE -S 1"),
  DEFAULTS("-N 5"),
  ONLINE("-N 5 -H 6 -B 1 -P 2 -D 0.2 -input-dropout 0.1 -schedule COSINE"),
  LINEAR("-N 5 -H 0 -O SGD -L 0.1 -A SUM -B 0 -I UNIT_RANGE"),
  RESUMABLE("-N 5 -H 5,4 -F SIGMOID -V 30 -resume"),
  REFITTED("-N 10 -H 8:relu,3 -O NESTEROV -I SYMMETRIC_RANGE -V 30 -refit -max-gradient-norm 1 -schedule PLATEAU"),
  /** What one scheme has and the other hasn't. */
  OWN("-N 5 -H 4");

  private final String options;

  OptionSet(String options) {
    this.options = options;
  }

  /** The scheme for a type of class attribute, with these options. */
  BackpropScheme scheme(int classType) {
    try {
      return Schemes.forClass(classType, options(classType));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** As on the command line. */
  String options(int classType) {
    if (this == OWN) {
      return options + (classType == Attribute.NOMINAL ? " -balance" : " -loss HUBER");
    }
    return options;
  }
}
