package weka.classifiers.functions.backprop.options;

import weka.classifiers.functions.backprop.network.Activation;

/** The activation functions that a user chooses from. */
public enum ActivationChoice {

  /** TANH for one network; of several, each kind has its own. */
  AUTO,

  /** {@link Activation#SIGMOID}. */
  SIGMOID,

  /** {@link Activation#TANH}. */
  TANH,

  /** {@link Activation#RELU}. */
  RELU,

  /** {@link Activation#IDENTITY}. */
  IDENTITY;

  /** The activation function, which is the given one if the choice is automatic. */
  Activation or(Activation automatic) {
    return this == AUTO ? automatic : Activation.valueOf(name());
  }
}
