package weka.classifiers.functions.backprop.options;

import weka.classifiers.functions.backprop.train.Optimizer;

/** The optimizers that a user chooses from. */
public enum OptimizerChoice {

  /** {@link Optimizer.Sgd}. */
  SGD {
    @Override
    Optimizer create(double momentum) {
      return new Optimizer.Sgd();
    }
  },

  /** {@link Optimizer.Momentum}. */
  MOMENTUM {
    @Override
    Optimizer create(double momentum) {
      return new Optimizer.Momentum(momentum, false);
    }
  },

  /** {@link Optimizer.Momentum}, Nesterov's. */
  NESTEROV {
    @Override
    Optimizer create(double momentum) {
      return new Optimizer.Momentum(momentum, true);
    }
  },

  /** {@link Optimizer.Adam}, with the values that its authors recommend. */
  ADAM {
    @Override
    Optimizer create(double momentum) {
      return new Optimizer.Adam();
    }
  };

  abstract Optimizer create(double momentum);
}
