package weka.classifiers.functions.backprop.model;

import weka.classifiers.functions.backprop.network.Activation;

/** The kinds of network that a committee is made of, so that its members differ in more than chance. */
public enum MemberKind {

  /** Its function is smooth. */
  SMOOTH(Activation.TANH),

  /** Its function is piecewise linear. */
  PIECEWISE(Activation.RELU);

  private final Activation activation;

  MemberKind(Activation activation) {
    this.activation = activation;
  }

  /** The activation of its hidden layers. */
  public Activation activation() {
    return activation;
  }
}
