package weka.classifiers.functions.backprop.train;

/** Training whose loss or parameters are no longer finite, so that there is no network. */
public final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DivergedException(int epoch) {
    super("Training diverged: the loss or a weight was no longer finite in epoch " + (epoch + 1) + ".");
  }
}
