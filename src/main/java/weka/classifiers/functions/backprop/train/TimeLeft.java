package weka.classifiers.functions.backprop.train;

/** How long a training will take at most, by its pace so far. */
public final class TimeLeft {

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  private final long start = System.nanoTime();
  private final double firstEpochs;

  /** Starts the clock when so many epochs are done, with the part of the current one. */
  public TimeLeft(double firstEpochs) {
    this.firstEpochs = firstEpochs;
  }

  /**
   * Text for people, such as "at most 3 min left"; empty as long as there is no pace to go by.
   *
   * @param epochs that are done, with the part of the current one
   * @param lastEpoch number of the epoch after which training ends at the latest
   */
  public String text(double epochs, int lastEpoch) {
    return epochs > firstEpochs ? text(seconds(epochs, lastEpoch)) : "";
  }

  private double seconds(double epochs, int lastEpoch) {
    return (System.nanoTime() - start) / 1e9 * (lastEpoch - epochs) / (epochs - firstEpochs);
  }

  static String text(double seconds) {
    String time = seconds < 2 * MINUTE ? Math.round(seconds) + " s"
        : seconds < 2 * HOUR ? Math.round(seconds / MINUTE) + " min" : Math.round(seconds / HOUR) + " h";
    return "at most " + time + " left";
  }
}
