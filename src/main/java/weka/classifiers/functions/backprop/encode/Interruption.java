package weka.classifiers.functions.backprop.encode;

/** Ends loops over many instances when the thread is interrupted, which is all that Weka's Stop does. */
final class Interruption {

  private Interruption() {
  }

  /**
   * Looks for an interruption.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  static void check() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("Reading the training data was interrupted.");
    }
  }
}
