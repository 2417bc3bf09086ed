package weka.classifiers.functions.backprop.train;

/** Training that diverges with ever smaller learning rates too, or from its first network on. */
public final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean isDueToLearningRate;

  /** Since even a learning rate that was lowered so far is too large. */
  DivergedException(int epoch, double learningRate) {
    super("Training diverged: in epoch " + epoch + " the loss exploded or was no longer finite, even when the learning "
        + "rate had been lowered to " + (float) learningRate + ".");
    isDueToLearningRate = true;
  }

  /** Since the network that training began with has a loss so many times that of one that knows nothing. */
  DivergedException(double times) {
    super("Training diverged: the network that it started with has a loss " + (float) times
        + " times that of a network that knows nothing.");
    isDueToLearningRate = false;
  }

  /** Whether a smaller learning rate may help. */
  public boolean isDueToLearningRate() {
    return isDueToLearningRate;
  }
}
