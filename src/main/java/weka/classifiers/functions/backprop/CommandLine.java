package weka.classifiers.functions.backprop;

import java.util.concurrent.Callable;
import weka.core.CommandlineRunnable;
import weka.core.WekaException;

/**
 * Runs what Weka's command line asks for. Weka's own way prints a stack trace with whatever training or prediction
 * refuses, where a sentence says all that a user can mend.
 */
public final class CommandLine {

  private static final String OTHER_HEADER = "training and test set are not compatible";
  private static final String OPTIONS = "General options";

  private CommandLine() {
  }

  /**
   * Prints what Weka makes of a command, or what was refused.
   *
   * @param runnable what it is about
   * @param results of the command
   */
  public static void run(CommandlineRunnable runnable, Callable<String> results) throws Exception {
    runnable.preExecution();
    try {
      System.out.println(results.call());
    } catch (Exception e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains(OTHER_HEADER)) {
        System.err.println("Weka exception: " + message.substring(message.indexOf(OTHER_HEADER), end(message)).trim()
            .replaceAll("\\s+", " ") + ". Give the test data the header of the training data, with ? as the values of "
            + "an unknown class, or wrap the scheme in weka.classifiers.misc.InputMappedClassifier.");
      } else if (message.contains(OPTIONS)) {
        // Weka's message about invalid options begins in the same way, and lists all options.
        System.err.println(message);
      } else if (e instanceof WekaException || e instanceof IllegalArgumentException) {
        System.err.println("Weka exception: " + message);
      } else {
        e.printStackTrace();
      }
    }
    runnable.postExecution();
  }

  /** Where a message ends, if Weka lists all options after it. */
  private static int end(String message) {
    return message.contains(OPTIONS) ? message.indexOf(OPTIONS) : message.length();
  }
}
