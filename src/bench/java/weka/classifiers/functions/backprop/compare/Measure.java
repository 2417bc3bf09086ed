package weka.classifiers.functions.backprop.compare;

/** What is compared: its title, the Experimenter's column, whether more of it is better, and the decimals to show. */
record Measure(String title, String column, boolean moreIsBetter, int decimals) {

  /** Wall-clock time of one training. */
  static final Measure TRAINING_TIME = new Measure("training time, s", "Elapsed_Time_training", false, 3);
}
