package weka.classifiers.functions.backprop.train;

/** Training that diverged again and again, even with ever smaller learning rates. */
public final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DivergedException(int epoch, double learningRate) {
    super("Training diverged: in epoch " + epoch + " the loss exploded or was no longer finite, even when the learning "
        + "rate had been lowered to " + (float) learningRate + ".");
  }
}
