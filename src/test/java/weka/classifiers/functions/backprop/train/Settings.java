package weka.classifiers.functions.backprop.train;

/** Builds hyperparameters for tests: a new setting is added here and nowhere else. */
final class Settings {

  private double learningRate = 0.1;
  private BatchAveraging averaging = BatchAveraging.MEAN;
  private int miniBatchSize;
  private Optimizer optimizer = new Optimizer.Sgd();
  private Schedule schedule = Schedule.CONSTANT;
  private double decay = 0.5;
  private int decayEpochs = 1;
  private Stopping stopping = Stopping.after(1);
  private Regularization regularization = Regularization.NONE;
  private long seed = 1;
  private int threads = 1;

  private Settings() {
  }

  /** One epoch of full-batch gradient descent, until told otherwise. */
  static Settings settings() {
    return new Settings();
  }

  Settings learningRate(double value) {
    learningRate = value;
    return this;
  }

  Settings averaging(BatchAveraging value) {
    averaging = value;
    return this;
  }

  Settings miniBatchSize(int value) {
    miniBatchSize = value;
    return this;
  }

  Settings optimizer(Optimizer value) {
    optimizer = value;
    return this;
  }

  Settings schedule(Schedule value, double gamma, int epochs) {
    schedule = value;
    decay = gamma;
    decayEpochs = epochs;
    return this;
  }

  Settings epochs(int value) {
    return stopping(Stopping.after(value));
  }

  Settings stopping(Stopping value) {
    stopping = value;
    return this;
  }

  Settings l2(double value) {
    return regularization(new Regularization(value, 0, 0, 0));
  }

  Settings regularization(Regularization value) {
    regularization = value;
    return this;
  }

  Settings seed(long value) {
    seed = value;
    return this;
  }

  Settings threads(int value) {
    threads = value;
    return this;
  }

  Hyperparameters build() {
    return new Hyperparameters(new LearningRate(learningRate, schedule, decay, decayEpochs), averaging, miniBatchSize,
        optimizer, regularization, stopping, seed, threads);
  }
}
