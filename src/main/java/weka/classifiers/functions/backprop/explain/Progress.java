package weka.classifiers.functions.backprop.explain;

/**
 * Tells on standard error how far a long job has come; Weka's panel for selecting attributes offers evaluators no
 * status line.
 */
public final class Progress {

  /** Before the first message and between two: short jobs need none. */
  private static final long NANOSECONDS = 1_000_000_000;

  private long last = System.nanoTime();

  /** Prints a message, unless there was one just now. */
  public void at(String message) {
    if (System.nanoTime() - last >= NANOSECONDS) {
      last = System.nanoTime();
      System.err.println(message);
    }
  }
}
