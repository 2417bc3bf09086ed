package weka.classifiers.functions.backprop;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import weka.core.CommandlineRunnable;
import weka.core.WekaException;

/**
 * Runs a command of Weka's command line. Weka itself prints a stack trace where a sentence says all that a user can
 * mend, and reports success whatever happens.
 */
public final class CommandLine {

  private static final String OTHER_HEADER = "training and test set are not compatible";
  private static final String OPTIONS = "General options";

  private CommandLine() {
  }

  /**
   * Prints the results of a command, or why it failed. If Java was started for this command, a failure ends it with the
   * exit code 1.
   *
   * @param runnable whose command it is
   * @param command gives what is to be printed; null: nothing
   */
  public static void run(CommandlineRunnable runnable, Callable<String> command) throws Exception {
    runnable.preExecution();
    boolean succeeded = succeeds(command);
    runnable.postExecution();
    if (!succeeded && ownsJava(runnable)) {
      System.exit(1);
    }
  }

  private static boolean succeeds(Callable<String> command) {
    try {
      String results = command.call();
      if (results != null) {
        System.out.println(results);
      }
      return true;
    } catch (Exception e) {
      return report(e, String.valueOf(e.getMessage()));
    }
  }

  /** Prints why a command failed; returns whether it has done what was wanted all the same, which is to print help. */
  private static boolean report(Exception e, String message) {
    if (message.contains(OTHER_HEADER)) {
      System.err.println("Weka exception: " + message.substring(message.indexOf(OTHER_HEADER), end(message)).trim()
          .replaceAll("\\s+", " ") + ". Give the test data the header of the training data, with ? as the values of an "
          + "unknown class, or wrap the scheme in weka.classifiers.misc.InputMappedClassifier.");
    } else if (message.contains(OPTIONS)) {
      // Weka's message about unknown options begins in the same way, and lists all options.
      System.err.println(message);
    } else if (e instanceof WekaException || e instanceof IllegalArgumentException) {
      System.err.println("Weka exception: " + message);
    } else {
      e.printStackTrace();
    }
    return message.trim().startsWith("Help requested");
  }

  /** Where a message ends, if Weka lists all options after it. */
  private static int end(String message) {
    return message.contains(OPTIONS) ? message.indexOf(OPTIONS) : message.length();
  }

  /** Not if the command was typed into Weka's SimpleCLI, whose windows must stay. */
  private static boolean ownsJava(CommandlineRunnable runnable) {
    String first = StackWalker.getInstance().walk(frames ->
        frames.reduce((above, below) -> below).orElseThrow().getClassName());
    return Stream.of("weka.Run", runnable.getClass().getName()).anyMatch(first::equals);
  }
}
