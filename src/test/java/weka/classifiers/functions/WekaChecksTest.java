package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.CheckClassifier;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.Instance;
import weka.core.Utils;

/** The schemes before the programs that Weka brings for checking schemes. */
class WekaChecksTest {

  /** Answers of CheckClassifier that are no failures. */
  private static final String YES = "yes|warning: performs worse than ZeroR|no \\(OK error message\\)";
  /** Questions for interfaces, to which "no" is an answer. */
  private static final List<String> NO = List.of("updateable classifier...no", "multi-instance classifier...no");

  /** CheckClassifier, with its output kept. */
  private static final class RecordingCheck extends CheckClassifier {

    private final StringBuilder output = new StringBuilder();

    @Override
    protected void print(Object text) {
      output.append(text);
    }

    static List<String> answers(BackpropScheme scheme) {
      RecordingCheck check = new RecordingCheck();
      check.setClassifier(scheme);
      check.doTests();
      return check.output.toString().lines().filter(line -> !line.isEmpty() && !line.startsWith("--> ")
          && !line.startsWith("=== ")).toList();
    }
  }

  /**
   * Asserts that no check fails.
   *
   * @param passed checks that are not passed by a refusal: 4 of the scheme, 13 for each type of class, and one more for
   *        a nominal class
   */
  private static void assertPasses(BackpropScheme scheme, int passed) {
    List<String> answers = RecordingCheck.answers(scheme);
    for (String answer : answers) {
      assertTrue(NO.contains(answer) || answer.matches(".*\\.\\.\\.(" + YES + ")"), answer);
    }
    long yes = answers.stream().filter(answer -> !answer.contains("...no")).count();
    assertEquals(passed, yes, String.join("\n", answers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-N 20", "-N 5 -H 0 -O SGD -B 0 -A SUM",
      "-N 5 -H 3,2 -F TANH -O NESTEROV -I UNIT_RANGE -R 0.01"})
  void theClassifierPassesCheckClassifier(String options) throws Exception {
    assertPasses(Schemes.classifier(options), 4 + 13 + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-N 20", "-N 5 -H 0 -O MOMENTUM -B 0",
      "-N 5 -H 3,2 -F SIGMOID -O NESTEROV -I SYMMETRIC_RANGE -R 0.01"})
  void theRegressorPassesCheckClassifier(String options) throws Exception {
    assertPasses(Schemes.regressor(options), 4 + 2 * 13);
  }

  /** A classifier that CheckClassifier must find wanting. */
  private static final class Faulty extends BackpropClassifier {

    private static final long serialVersionUID = 1L;

    @Override
    public double[] distributionForInstance(Instance instance) {
      throw new IllegalStateException("oops");
    }
  }

  /** Lest the check above pass because it looks for the wrong words. */
  @Test
  void checkClassifierFindsFaults() {
    List<String> answers = RecordingCheck.answers(new Faulty());
    assertTrue(answers.stream().anyMatch(answer -> !NO.contains(answer) && answer.endsWith("...no")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", SchemeContract.PINNED, "-H \"64:relu, 32:tanh\" -O adam -output-debug-info"})
  void theOptionsPassCheckOptionHandler(String options) throws Exception {
    for (BackpropScheme scheme : List.of(new BackpropClassifier(), new BackpropRegressor())) {
      CheckOptionHandler check = new CheckOptionHandler();
      check.setSilent(true);
      check.setOptionHandler(scheme);
      check.setUserOptions(Utils.splitOptions(options));
      check.doTests();
      assertTrue(check.getSuccess());
    }
  }

  @Test
  void nonsenseOptionsFailCheckOptionHandler() throws Exception {
    CheckOptionHandler check = new CheckOptionHandler();
    check.setSilent(true);
    check.setOptionHandler(new BackpropClassifier());
    check.setUserOptions(Utils.splitOptions("-L abc"));
    check.doTests();
    assertFalse(check.getSuccess());
  }

  @Test
  void theDialogPassesCheckGoe() {
    for (BackpropScheme scheme : List.of(new BackpropClassifier(), new BackpropRegressor())) {
      CheckGOE check = new CheckGOE();
      check.setSilent(true);
      check.setObject(scheme);
      check.doTests();
      assertTrue(check.getSuccess());
    }
  }
}
