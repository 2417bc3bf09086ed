package weka.classifiers.functions.backprop.train;

/**
 * Holds the data of a training, and takes its state through them: on this machine, or on a cluster. What training makes
 * of the losses is the {@link Trainer}'s.
 */
interface Epochs {

  /** Asked between steps. */
  @FunctionalInterface
  interface Continuation {

    /**
     * Whether the epoch is to continue.
     *
     * @param part of the epoch that is done, up to 1
     */
    boolean test(double part) throws InterruptedException;
  }

  /**
   * Losses of an epoch, each taken before a step.
   *
   * @param mean loss an instance
   * @param first mean loss of the first mini-batch, before any step of the epoch
   */
  record Losses(double mean, double first) {
  }

  /**
   * Losses of a sample of the training data.
   *
   * @param network mean loss of the network
   * @param zeros mean loss of a network whose weighted sums are all 0
   */
  record Sample(double network, double zeros) {
  }

  /** Prepares to train; {@link #close} ends that. */
  void open();

  /** Ends the threads that {@link #open} started. */
  void close();

  /** Forgets what it keeps from epoch to epoch, since the state was rolled back. */
  void restart();

  /**
   * Trains on all training data once, unless it is not to continue.
   *
   * @param epoch counted from 0
   */
  Losses train(int epoch, double learningRate, Continuation continuation) throws InterruptedException;

  /** Whether examples are held out. */
  boolean validates();

  /** A hash of all data: another one for other data. */
  long fingerprint();

  /** Mean loss of the training data by the network as it is. */
  double trainingLoss() throws InterruptedException;

  /** Mean loss of the examples that are held out, by the network as it is. */
  double validationLoss() throws InterruptedException;

  /** The accuracy from 0 to 1, or the RMSE, of the examples that are held out, when their loss was last computed. */
  double validationScore();

  /** Losses of the instances that the last epoch began with. */
  Sample sample() throws InterruptedException;

  /** Mean loss of all training data by a network whose weighted sums are all 0. */
  double lossOfZeros();

  /**
   * Mean loss of the examples that are held out, or else of the training data, by a network that knows no inputs: it
   * predicts the mean of the training targets.
   */
  double priorLoss() throws InterruptedException;
}
