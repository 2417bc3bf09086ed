package weka.classifiers.functions.backprop.options;

import weka.classifiers.functions.backprop.train.Schedule;

/**
 * The values of options that are left to be chosen automatically.
 *
 * @param hiddenLayers sizes
 * @param learningRate of the first epoch
 * @param schedule of the learning rate
 * @param epochs most that run
 * @param patience epochs without improvement after which training ends
 * @param updates without improvement that there must have been as well
 */
record AutomaticValues(String hiddenLayers, double learningRate, Schedule schedule, int epochs, int patience,
    long updates) {

  /** Of one network. */
  static final AutomaticValues ONE = new AutomaticValues("64,64", 0.001, Schedule.CONSTANT, 500, 20, 1000);

  /** Updates that a short training consists of. */
  private static final int UPDATES = 1000;
  private static final int MOST_EPOCHS = 1000;
  /** Epochs that there are at least, as long as they take no more than {@link #MANY_UPDATES}. */
  private static final int USUAL_EPOCHS = 100;
  private static final int MANY_UPDATES = 20_000;
  private static final int FEWEST_EPOCHS = 30;
  private static final int PATIENCE_EPOCHS = 10;
  private static final int PATIENCE_UPDATES = 100;

  /**
   * Of each of several networks that Adam trains. Their hidden layers are smaller, since a mean of networks needs less
   * of each, and their training is counted in updates: the learning rate falls to 0, and so needs an end to fall to.
   *
   * @param steps updates of an epoch, 1 or more
   */
  static AutomaticValues ofMany(int steps) {
    int usual = Math.max(FEWEST_EPOCHS, Math.min(USUAL_EPOCHS, MANY_UPDATES / steps));
    int epochs = Math.max(usual, Math.min(MOST_EPOCHS, UPDATES / steps));
    int patience = Math.max(PATIENCE_EPOCHS, (PATIENCE_UPDATES + steps - 1) / steps);
    return new AutomaticValues("32,32", 0.01, Schedule.COSINE, epochs, patience, PATIENCE_UPDATES);
  }
}
