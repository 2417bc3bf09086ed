package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.CheckClassifier;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.core.Attribute;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.CheckScheme.PostProcessor;
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

    /**
     * Its answers.
     *
     * @param options as on its command line
     */
    List<String> answers(String options) throws Exception {
      setOptions(Utils.splitOptions(options));
      doTests();
      return output.toString().lines().filter(line -> !line.isEmpty() && !line.startsWith("--> ")
          && !line.startsWith("=== ")).toList();
    }
  }

  /** Asserts that no check fails. */
  private static void assertPasses(int classType, OptionSet set, String data, PostProcessor processor)
      throws Exception {
    RecordingCheck check = new RecordingCheck();
    check.setPostProcessor(processor);
    String scheme = set.scheme(classType).getClass().getName();
    // Passed otherwise than by a rejection: 4 of the scheme, 13 for each type of class, one more for a nominal class.
    assertPasses(check.answers(data + " -W " + scheme + " -- " + set.options(classType)),
        classType == Attribute.NOMINAL ? 4 + 13 + 1 : 4 + 2 * 13);
  }

  private static void assertPasses(List<String> answers, long expected) {
    for (String answer : answers) {
      assertTrue(NO.contains(answer) || answer.matches(".*\\.\\.\\.(" + YES + ")"), answer);
    }
    long passed = answers.stream().filter(answer -> !answer.contains("...no")).count();
    assertEquals(expected, passed, String.join("\n", answers));
  }

  @ParameterizedTest
  @EnumSource(OptionSet.class)
  void theClassifierPassesCheckClassifier(OptionSet set) throws Exception {
    assertPasses(Attribute.NOMINAL, set, "", null);
  }

  @ParameterizedTest
  @EnumSource(OptionSet.class)
  void theRegressorPassesCheckClassifier(OptionSet set) throws Exception {
    assertPasses(Attribute.NUMERIC, set, "", null);
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  @Tag("slow")
  void moreInstancesAndAttributesOfEachTypePassToo(int classType) throws Exception {
    assertPasses(classType, OptionSet.DEFAULTS, "-N 100 -nominal 5 -numeric 6 -date 3", null);
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  @Tag("slow")
  void sparseDataPassToo(int classType) throws Exception {
    assertPasses(classType, OptionSet.DEFAULTS, "-N 60", SchemeContract.MOSTLY_ZERO);
  }

  /**
   * One answer more of the scheme than of others, since it is updateable, and three for each type of class: incremental
   * training, no training instance, none with a class.
   */
  @ParameterizedTest
  @ValueSource(strings = {"", "-N 100 -nominal 5 -numeric 6 -date 3"})
  @Tag("slow")
  void theSchemesForStreamsPassToo(String data) throws Exception {
    List<String> answers = new RecordingCheck().answers(data + " -W " + BackpropClassifierUpdateable.class.getName());
    assertPasses(answers, 5 + 16 + 1);
    assertTrue(answers.stream().anyMatch(answer -> answer.startsWith("incremental training produces the same results")
        && answer.endsWith("yes")), String.join("\n", answers));
    assertPasses(new RecordingCheck().answers(data + " -W " + BackpropRegressorUpdateable.class.getName()), 5 + 2 * 16);
  }

  /** A classifier that CheckClassifier must find wanting. */
  public static final class Faulty extends BackpropClassifier {

    private static final long serialVersionUID = 1L;

    @Override
    public double[] distributionForInstance(Instance instance) {
      throw new IllegalStateException("oops");
    }
  }

  /** So the checks above do not pass because they look for the wrong words. */
  @Test
  void checkClassifierFindsFaults() throws Exception {
    List<String> answers = new RecordingCheck().answers("-W " + Faulty.class.getName());
    assertTrue(answers.stream().anyMatch(answer -> !NO.contains(answer) && answer.endsWith("...no")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-H \"64:relu, 32:tanh\" -O adam -output-debug-info"})
  void otherOptionsPassCheckOptionHandler(String options) throws Exception {
    for (BackpropScheme scheme : List.of(new BackpropClassifier(), new BackpropRegressor())) {
      assertTrue(handles(scheme, options));
    }
  }

  @ParameterizedTest
  @EnumSource(OptionSet.class)
  void theOptionsPassCheckOptionHandler(OptionSet set) throws Exception {
    assertTrue(handles(new BackpropClassifier(), set.options(Attribute.NOMINAL)));
    assertTrue(handles(new BackpropRegressor(), set.options(Attribute.NUMERIC)));
  }

  private static boolean handles(BackpropScheme scheme, String options) throws Exception {
    CheckOptionHandler check = new CheckOptionHandler();
    check.setSilent(true);
    check.setOptionHandler(scheme);
    check.setUserOptions(Utils.splitOptions(options));
    check.doTests();
    return check.getSuccess();
  }

  @Test
  void invalidOptionsFailCheckOptionHandler() throws Exception {
    assertFalse(handles(new BackpropClassifier(), "-L abc"));
  }

  @ParameterizedTest
  @EnumSource(OptionSet.class)
  void theDialogPassesCheckGoe(OptionSet set) {
    for (int classType : new int[] {Attribute.NOMINAL, Attribute.NUMERIC}) {
      CheckGOE check = new CheckGOE();
      check.setSilent(true);
      check.setObject(set.scheme(classType));
      check.doTests();
      assertTrue(check.getSuccess());
    }
  }
}
