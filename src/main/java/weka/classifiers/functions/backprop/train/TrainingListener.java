package weka.classifiers.functions.backprop.train;

/**
 * Follows a training, on the thread that trains. It may end the training, but has no other influence on it, so the
 * network after so many epochs has the same bits with any listener.
 */
public interface TrainingListener {

  /** Listens to nothing. */
  TrainingListener NONE = (history, part, lastEpoch) -> true;

  /**
   * Asked after each mini-batch, of which there may be a million a second, so it must be quick.
   *
   * @param history of the whole epochs so far; not modified
   * @param part of the next epoch that is done, up to 1
   * @param lastEpoch number of the epoch after which training ends at the latest
   * @return whether to continue; if not, training ends with the best of the whole epochs, as soon as there is one
   * @throws InterruptedException to cancel training
   */
  boolean shouldContinue(History history, double part, int lastEpoch) throws InterruptedException;

  /**
   * Told after each epoch.
   *
   * @param history the epoch's among it; not modified
   * @param lastEpoch number of the epoch after which training ends at the latest
   */
  default void epoch(History history, int lastEpoch) {
  }
}
