package weka.classifiers.functions.backprop.options;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;

/** Invalid option values are rejected in one sentence: option, property, value, and what is allowed. */
class InvalidOptionsTest {

  /** Sets options and checks them, as the command line does. */
  private static void checked(BackpropScheme scheme, String... options) throws Exception {
    scheme.setOptions(options);
    scheme.checkOptions();
  }

  private static void assertSentence(String flag, String property, String value, String allowed, String message) {
    String start = "Option -" + flag + " (" + property + ") is " + value + ", but must be ";
    assertEquals(start, message.substring(0, Math.min(start.length(), message.length())));
    assertTrue(message.substring(start.length()).contains(allowed), message);
    assertTrue(message.endsWith("."), message);
    assertEquals(-1, message.indexOf('\n'), message);
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", delimiter = '|', value = {
      "-H | -3       | hiddenLayers   | -3        | auto, 0 for none, or a comma-separated list of sizes of 1 or more",
      "-H | 10,,x    | hiddenLayers   | 10,,x     | a comma-separated list of sizes",
      "-H | ''       | hiddenLayers   | ''        | a comma-separated list of sizes",
      "-H | 10:foo   | hiddenLayers   | 10:foo    | sigmoid, tanh, relu, identity",
      "-H | 10:      | hiddenLayers   | 10:       | sigmoid, tanh, relu, identity",
      "-H | 1:tanh:2 | hiddenLayers   | 1:tanh:2  | a comma-separated list of sizes",
      "-H | 0,5      | hiddenLayers   | 0,5       | sizes of 1 or more",
      "-H | 5,0      | hiddenLayers   | 5,0       | sizes of 1 or more",
      "-H | 2.5      | hiddenLayers   | 2.5       | sizes of 1 or more",
      "-H | 9999999999 | hiddenLayers | 9999999999 | sizes of 1 or more",
      "-L | 0        | learningRate   | 0.0       | a number greater than 0",
      "-L | -2       | learningRate   | -2.0      | a number greater than 0",
      "-L | NaN      | learningRate   | NaN       | a number greater than 0",
      "-L | Infinity | learningRate   | Infinity  | a number greater than 0",
      "-L | abc      | learningRate   | abc       | a number",
      "-M | 1.5      | momentum       | 1.5       | a number from 0 up to, but not including, 1",
      "-M | 1        | momentum       | 1.0       | a number from 0 up to, but not including, 1",
      "-M | -0.1     | momentum       | -0.1      | a number from 0 up to, but not including, 1",
      "-M | NaN      | momentum       | NaN       | a number from 0 up to, but not including, 1",
      "-B | -1       | miniBatchSize  | -1        | 1 or more, or 0 for all instances",
      "-B | 2.5      | miniBatchSize  | 2.5       | a whole number",
      "-N | -2       | epochs         | -2        | a whole number of 0 or more, or auto",
      "-K | 0        | networks       | 0         | a whole number from 1 to 1000, or auto",
      "-N | ten      | epochs         | ten       | a whole number",
      "-R | -0.1     | l2             | -0.1      | a number of 0 or more",
      "-R | NaN      | l2             | NaN       | a number of 0 or more",
      "-R | Infinity | l2             | Infinity  | a number of 0 or more",
      "-O | FOO      | optimizer      | FOO       | one of SGD, MOMENTUM, NESTEROV, ADAM",
      "-F | foo      | activation     | foo       | one of AUTO, SIGMOID, TANH, RELU, IDENTITY",
      "-A | foo      | batchAveraging | foo       | one of MEAN, SUM",
      "-I | foo      | inputScaling   | foo       | one of STANDARDIZE, UNIT_RANGE, SYMMETRIC_RANGE, NONE",
      "-S | x        | seed           | x         | a whole number",
      "-P | -1       | numThreads     | -1        | 1 or more, or 0 for all processors",
      "-V | -2       | validationPercent | -2.0   | a percentage from 0 to 90",
      "-V | 90.5     | validationPercent | 90.5   | a percentage from 0 to 90",
      "-V | NaN      | validationPercent | NaN    | a percentage from 0 to 90",
      "-E | -2       | patience       | -2        | 1 or more, or 0 to run all epochs",
      "-pieces | 101 | pieces        | 101       | a whole number from 0 to 100, or auto",
      "-steps | -2   | steps          | -2        | a whole number from 0 to 100, or auto",
      "-tolerance | -1  | tolerance   | -1.0      | a number of 0 or more",
      "-D | 1        | dropout        | 1.0       | a number from 0 up to, but not including, 1",
      "-input-dropout | 1 | inputDropout | 1.0    | a number from 0 up to, but not including, 1",
      "-schedule | foo | schedule     | foo       | one of AUTO, CONSTANT, EXPONENTIAL, STEP, COSINE, PLATEAU",
      "-decay | 1    | decay          | 1.0       | a number between 0 and 1",
      "-decay-epochs | 0 | decayEpochs | 0        | a whole number of 1 or more",
      "-num-decimal-places | 21 | numDecimalPlaces | 21 | a whole number from 0 to 20, or auto",
      "-num-decimal-places | x | numDecimalPlaces | x   | a whole number",
      "-max-gradient-norm | -1 | maxGradientNorm | -1.0 | greater than 0, or 0 for no limit"})
  void invalidValuesOnTheCommandLineAreRejected(String flag, String argument, String property, String value,
      String allowed) {
    for (BackpropScheme scheme : new BackpropScheme[] {new BackpropClassifier(), new BackpropRegressor()}) {
      WekaException e = assertThrows(WekaException.class, () -> checked(scheme, flag, argument));
      assertSentence(flag.substring(1), property, value, allowed, e.getMessage());
    }
  }

  /** A user who gives it believes that it does something. */
  @Test
  void momentumIsCheckedEvenWhereTheOptimizerHasNone() {
    WekaException e = assertThrows(WekaException.class,
        () -> checked(new BackpropClassifier(), "-O", "SGD", "-M", "1"));
    assertSentence("M", "momentum", "1.0", "not including, 1", e.getMessage());
  }

  @Test
  void decayIsCheckedEvenWhereTheScheduleHasNone() {
    WekaException e = assertThrows(WekaException.class,
        () -> checked(new BackpropClassifier(), "-schedule", "CONSTANT", "-decay", "2"));
    assertSentence("decay", "decay", "2.0", "between 0 and 1", e.getMessage());
  }

  @Test
  void anUnknownLossIsRejected() {
    WekaException e = assertThrows(WekaException.class, () -> Schemes.regressor("-loss foo"));
    assertSentence("loss", "loss", "foo", "one of SQUARED, ABSOLUTE, HUBER", e.getMessage());
  }

  @Test
  void anUnknownOptionIsRejected() {
    Exception e = assertThrows(Exception.class, () -> Schemes.classifier("-N 3 -Q 5"));
    assertTrue(e.getMessage().contains("-Q"), e.getMessage());
  }

  @Test
  void aFlagWithoutItsValueIsRejected() {
    Exception e = assertThrows(Exception.class, () -> Schemes.classifier("-N 3 -L"));
    assertTrue(e.getMessage().contains("-L"), e.getMessage());
  }

  static Stream<Arguments> setters() {
    return Stream.of(
        setter("H", "hiddenLayers", "10,,x", scheme -> scheme.setHiddenLayers("10,,x")),
        setter("L", "learningRate", "0.0", scheme -> scheme.setLearningRate(0)),
        setter("L", "learningRate", "NaN", scheme -> scheme.setLearningRate(Double.NaN)),
        setter("M", "momentum", "1.0", scheme -> scheme.setMomentum(1)),
        setter("B", "miniBatchSize", "-1", scheme -> scheme.setMiniBatchSize(-1)),
        setter("N", "epochs", "-2", scheme -> scheme.setEpochs(-2)),
        setter("R", "l2", "-0.5", scheme -> scheme.setL2(-0.5)),
        setter("P", "numThreads", "-1", scheme -> scheme.setNumThreads(-1)),
        setter("V", "validationPercent", "-2.0", scheme -> scheme.setValidationPercent(-2)),
        setter("D", "dropout", "1.0", scheme -> scheme.setDropout(1)),
        setter("decay-epochs", "decayEpochs", "0", scheme -> scheme.setDecayEpochs(0)),
        setter("schedule", "schedule", "null", scheme -> scheme.setSchedule(null)),
        setter("history", "historyFile", "null", scheme -> scheme.setHistoryFile(null)));
  }

  private static Arguments setter(String flag, String property, String value, Consumer<BackpropScheme> setter) {
    return Arguments.of(flag, property, value, setter);
  }

  /** Weka's dialog calls setters while the user types, so "0" on the way to "0.5" must not pop up a message. */
  @ParameterizedTest(name = "{1} = {2}")
  @MethodSource("setters")
  void invalidValuesInASetterAreRejectedWhenBuilding(String flag, String property, String value,
      Consumer<BackpropScheme> setter) {
    Instances data = DataSets.iris();
    BackpropScheme scheme = new BackpropClassifier();
    assertDoesNotThrow(() -> setter.accept(scheme));
    WekaException e = assertThrows(WekaException.class, () -> scheme.buildClassifier(data));
    assertSentence(flag, property, value, "", e.getMessage());
  }

  /** Also where the network would have no hidden layers, because there is nothing to learn. */
  @Test
  void invalidValuesAreRejectedWhateverTheData() {
    BackpropScheme scheme = new BackpropClassifier();
    scheme.setHiddenLayers("many");
    Instances onlyClass = DataSets.of("c {a, b}", "a", "b");
    WekaException e = assertThrows(WekaException.class, () -> scheme.buildClassifier(onlyClass));
    assertSentence("H", "hiddenLayers", "many", "sizes", e.getMessage());
  }

  @Test
  void aValueThatCantBeParsedLeavesAllOptionsAsTheyWere() throws Exception {
    BackpropScheme scheme = Schemes.classifier("-N 7 -H 3");
    String before = String.join(" ", scheme.getOptions());
    assertThrows(WekaException.class, () -> scheme.setOptions(new String[] {"-N", "9", "-L", "abc"}));
    assertEquals(before, String.join(" ", scheme.getOptions()));
  }

  @ParameterizedTest
  @CsvSource({"-L 1e300, a number greater than 0.", "-L 1e-300, a number greater than 0.",
      "-R 1e300, a number of 0 or more.", "-S 99999999999, a whole number.", "-N 99999999999, a whole number."})
  void numbersBeyondTheRangeAreRejectedByTheRange(String option, String misleading) {
    WekaException e = assertThrows(WekaException.class, () -> checked(new BackpropClassifier(), option.split(" ")));
    assertFalse(e.getMessage().endsWith(misleading), e.getMessage());
  }

  /**
   * Weka's dialog copies a scheme through its options at every keystroke, so values on the way to a valid one must pass
   * in silence.
   */
  @ParameterizedTest
  @CsvSource({"-L, 0, 0.0", "-L, -2, -2.0", "-H, '32,', '32,'", "-V, 100, 100.0", "-D, 1, 1.0", "-decay-epochs, 0, 0"})
  void whatIsTypedOnTheWayToAValueIsCopied(String flag, String typed, String value) throws Exception {
    BackpropScheme scheme = new BackpropClassifier();
    scheme.setOptions(new String[] {flag, typed});
    BackpropScheme copy = new BackpropClassifier();
    copy.setOptions(scheme.getOptions());
    assertEquals(value, Utils.getOption(flag.substring(1), copy.getOptions()));
  }

  @Test
  void anOptionThatIsGivenTwiceIsRejected() {
    WekaException e = assertThrows(WekaException.class, () -> Schemes.classifier("-N 9 -H 3 -N 7"));
    assertSentence("N", "epochs", "given twice", "once", e.getMessage());
  }

  @Test
  void nullInASetterIsRejectedWhenBuilding() {
    BackpropScheme scheme = new BackpropClassifier();
    scheme.setHiddenLayers(null);
    assertThrows(WekaException.class, () -> scheme.buildClassifier(DataSets.iris()));
    BackpropScheme other = new BackpropClassifier();
    other.setActivation(null);
    assertThrows(WekaException.class, () -> other.buildClassifier(DataSets.iris()));
  }
}
