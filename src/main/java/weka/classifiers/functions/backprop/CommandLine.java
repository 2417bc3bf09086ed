package weka.classifiers.functions.backprop;

import java.util.concurrent.Callable;
import weka.core.CommandlineRunnable;
import weka.core.WekaException;

/**
 * Runs what Weka's command line asks for. Weka's own way prints a stack trace with whatever training or prediction
 * refuses, where a sentence says all that a user can mend.
 */
public final class CommandLine {

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
      if (String.valueOf(e.getMessage()).contains("General options")) {
        // Of what is wrong with the options Weka makes a message with all options, which begins just so.
        System.err.println(e.getMessage());
      } else if (e instanceof WekaException || e instanceof IllegalArgumentException) {
        System.err.println("Weka exception: " + e.getMessage());
      } else {
        e.printStackTrace();
      }
    }
    runnable.postExecution();
  }
}
