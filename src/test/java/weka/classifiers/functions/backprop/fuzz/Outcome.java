package weka.classifiers.functions.backprop.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Iterator;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Instances;

/**
 * What became of a build.
 *
 * @param rejection the message; null if there is a model
 */
record Outcome(BackpropScheme scheme, String rejection) {

  boolean isRejected() {
    return rejection != null;
  }

  /** The rejection, or all of the model but its options, and its predictions: equal texts mean equal bits. */
  String bits(Instances data) throws Exception {
    return isRejected() ? rejection : bits(scheme, data);
  }

  /** Compares two such texts, of which an error tells the first line that differs. */
  static void assertSameBits(String expected, String actual) {
    Iterator<String> lines = actual.lines().iterator();
    expected.lines().forEach(line -> assertEquals(line, lines.hasNext() ? lines.next() : null));
    assertEquals(expected.length(), actual.length());
  }

  static String bits(BackpropScheme scheme, Instances data) throws Exception {
    boolean debug = scheme.getDebug();
    scheme.setDebug(true);
    // A model that was saved has no training instance to show the computation with.
    String text = scheme.toString().replaceFirst("History: .*\n", "")
        .replaceFirst("(?s)\n[^\n]*, step by step.*?\n(?=\n(Network \\d+, l|L)ayer 1:)", "");
    scheme.setDebug(debug);
    return text + Arrays.deepToString(Schemes.predictions(scheme, data));
  }
}
