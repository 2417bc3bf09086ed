package weka.classifiers.functions.backprop.train;

/** Builds training settings for tests: a new setting is added here and nowhere else. */
final class Settings {

  private double learningRate = 0.1;
  private BatchAveraging averaging = BatchAveraging.MEAN;
  private int miniBatchSize;
  private Optimizer optimizer = new Optimizer.Sgd();
  private int epochs = 1;
  private double l2;
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

  Settings epochs(int value) {
    epochs = value;
    return this;
  }

  Settings l2(double value) {
    l2 = value;
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

  TrainingSettings build() {
    return new TrainingSettings(learningRate, averaging, miniBatchSize, optimizer, epochs, l2, seed, threads);
  }
}
