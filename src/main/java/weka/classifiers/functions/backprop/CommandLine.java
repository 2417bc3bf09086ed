package weka.classifiers.functions.backprop;

import weka.classifiers.AbstractClassifier;
import weka.classifiers.Evaluation;
import weka.core.WekaException;

/**
 * Runs the schemes with Weka's command-line options. Weka's own way prints a stack trace with whatever training or
 * prediction refuses, where a sentence says all that a user can mend.
 */
final class CommandLine {

  private CommandLine() {
  }

  /** Trains and evaluates a scheme as the options say, and prints the results, or what was refused. */
  static void run(AbstractClassifier scheme, String[] options) throws Exception {
    scheme.preExecution();
    try {
      System.out.println(Evaluation.evaluateModel(scheme, options));
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
    scheme.postExecution();
  }
}
