package weka.classifiers.functions.backprop.model;

import weka.classifiers.functions.backprop.network.Activation;

/** The kinds of network that a committee is made of, so that its members differ in more than chance. */
public enum MemberKind {

  /** A smooth function of scaled attributes. */
  SMOOTH(Activation.TANH, true, 0, 0),

  /** A piecewise-linear function with many pieces for each attribute. */
  PIECEWISE(Activation.RELU, true, 8, 0),

  /** A function that may jump where a small tree would split an attribute. */
  STEPWISE(Activation.TANH, true, 0, 7),

  /** Without a hidden layer, for what is proportional to an attribute even beyond the training data. */
  LINEAR(Activation.IDENTITY, false, 0, 0);

  private final Activation activation;
  private final boolean hidden;
  private final int pieces;
  private final int steps;

  MemberKind(Activation activation, boolean hidden, int pieces, int steps) {
    this.activation = activation;
    this.hidden = hidden;
    this.pieces = pieces;
    this.steps = steps;
  }

  /** The activation of its hidden layers. */
  public Activation activation() {
    return activation;
  }

  /** Whether it has hidden layers, if the options ask for some. */
  public boolean hasHiddenLayers() {
    return hidden;
  }

  /** Number of piecewise-linear inputs of a numeric attribute, beside the scaled one. */
  public int pieces() {
    return pieces;
  }

  /** Most steps of a numeric attribute, beside the scaled input. */
  public int steps() {
    return steps;
  }
}
