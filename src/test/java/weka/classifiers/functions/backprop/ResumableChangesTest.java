package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.backprop.encode.InputScaling;
import weka.classifiers.functions.backprop.options.ActivationChoice;
import weka.classifiers.functions.backprop.options.LossChoice;
import weka.classifiers.functions.backprop.options.OptimizerChoice;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;

/** What may change before training is resumed, and what is rejected. */
class ResumableChangesTest {

  private final Instances iris = DataSets.iris();

  static Stream<Arguments> fixed() {
    return Stream.of(
        fixed("H", "hiddenLayers", "7", scheme -> scheme.setHiddenLayers("7")),
        fixed("F", "activation", "SIGMOID", scheme -> scheme.setActivation(ActivationChoice.SIGMOID)),
        fixed("O", "optimizer", "SGD", scheme -> scheme.setOptimizer(OptimizerChoice.SGD)),
        fixed("I", "inputScaling", "NONE", scheme -> scheme.setInputScaling(InputScaling.NONE)),
        fixed("V", "validationPercent", "20.0", scheme -> scheme.setValidationPercent(20)),
        fixed("S", "seed", "2", scheme -> scheme.setSeed(2)),
        fixed("balance", "balanceClasses", "true", scheme -> ((BackpropClassifier) scheme).setBalanceClasses(true)));
  }

  private static Arguments fixed(String flag, String property, String value, Consumer<BackpropScheme> setter) {
    return Arguments.of(flag, property, value, setter);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("fixed")
  void anOptionThatCantChangeIsRejectedByName(String flag, String property, String value,
      Consumer<BackpropScheme> setter) throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 3 -resume"), iris);
    double[][] before = Schemes.predictions(scheme, iris);
    setter.accept(scheme);
    WekaException e = assertThrows(WekaException.class, () -> scheme.initializeClassifier(iris));
    assertTrue(e.getMessage().startsWith("Option -" + flag + " (" + property + ") is " + value + ", but must be "),
        e.getMessage());
    assertArrayEquals(before, Schemes.predictions(scheme, iris));
  }

  @Test
  void anotherLossIsRejectedByName() throws Exception {
    Instances data = DataSets.mixed(30, Attribute.NUMERIC, 5);
    BackpropRegressor scheme = Schemes.built(Schemes.regressor("-H 5 -N 3 -resume"), data);
    scheme.setLoss(LossChoice.ABSOLUTE);
    WekaException e = assertThrows(WekaException.class, () -> scheme.initializeClassifier(data));
    assertTrue(e.getMessage().startsWith("Option -loss (loss) is ABSOLUTE, but must be SQUARED"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-L 0.1", "-M 0.5", "-B 20", "-A SUM -L 0.0001", "-R 0.1", "-D 0.2", "-E 5", "-schedule STEP",
      "-decay-epochs 3", "-max-gradient-norm 1", "-P 2", "-refit"})
  void otherOptionsMayChange(String options) throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 3 -resume"), iris);
    scheme.setOptions(Utils.splitOptions(options));
    Schemes.resume(scheme, iris);
    assertEquals(6, Schemes.epochs(scheme));
  }

  @Test
  void optionsNotGivenStayWhileThereIsATrainingToResume() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -L 0.02 -N 3 -refit -resume"), iris);
    scheme.setOptions(new String[] {"-N", "2"});
    assertEquals("5", scheme.getHiddenLayers());
    assertEquals(0.02, scheme.getLearningRate());
    assertEquals(2, scheme.getEpochs());
    assertTrue(scheme.getRefit() && scheme.getResume());
    String[] options = scheme.getOptions();
    scheme.setOptions(scheme.getOptions());
    assertArrayEquals(options, scheme.getOptions());
  }

  @Test
  void aRejectedOptionLeavesAllAsTheyWereThenToo() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 3 -resume"), iris);
    String[] before = scheme.getOptions();
    assertThrows(WekaException.class,
        () -> scheme.setOptions(new String[] {"-refit", "-balance", "-N", "7", "-L", "abc"}));
    assertArrayEquals(before, scheme.getOptions());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "x numeric; y {a, b}             | 1,a | 2,b",
      "x numeric; z numeric; y {a, b, c}  | 1,2,a | 2,1,b",
      "x numeric; z {r, g}; y {a, b}   | 1,r,a | 2,g,b",
      "z numeric; x numeric; y {a, b}  | 1,1,a | 2,2,b"})
  void dataOfOtherAttributesAreRejected(String attributes, String first, String second) throws Exception {
    Instances data = DataSets.of("x numeric; z numeric; y {a, b}", "1,5,a", "2,3,b", "3,4,a");
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 3 -resume"), data);
    String before = Schemes.modelText(scheme);
    WekaException e = assertThrows(WekaException.class,
        () -> scheme.initializeClassifier(DataSets.of(attributes, first, second)));
    assertTrue(e.getMessage().startsWith("Cannot resume training with these data"), e.getMessage());
    assertEquals(before, Schemes.modelText(scheme));
    Schemes.resume(scheme, 2, data);
    assertEquals(5, Schemes.epochs(scheme));
  }

  /** Data that training begins with are rejected so too. */
  @ParameterizedTest
  @CsvSource({"x, numeric", "y, numeric", "x, nominal"})
  void infiniteValuesAreRejectedInDataToResumeWith(String attribute, String type) throws Exception {
    boolean nominal = type.equals("nominal");
    String header = "x numeric; z numeric; y " + (nominal ? "{0, 1}" : "numeric");
    BackpropScheme scheme = Schemes.forClass(nominal ? Attribute.NOMINAL : Attribute.NUMERIC, "-H 5 -N 3 -resume");
    scheme.buildClassifier(DataSets.of(header, "1,5,0", "2,3,1", "3,4,0"));
    Instances infinite = DataSets.of(header, "1,5,0", "2,3,1");
    infinite.instance(0).setValue(infinite.attribute(attribute), Double.POSITIVE_INFINITY);
    WekaException e = assertThrows(WekaException.class, () -> scheme.initializeClassifier(infinite));
    assertTrue(e.getMessage().contains("'" + attribute + "'"), e.getMessage());
  }

  @Test
  void otherDataOfTheSameAttributesAreTrainedOn() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 3 -resume -V 20"), iris);
    Instances one = new Instances(iris, 0, 1);
    Schemes.resume(scheme, 2, one);
    assertEquals(5, Schemes.epochs(scheme));
    Instances nothing = new Instances(iris, 0);
    assertThrows(WekaException.class, () -> scheme.initializeClassifier(nothing));
    assertEquals(5, Schemes.epochs(scheme));
    Schemes.resume(scheme, 2, iris);
    assertEquals(7, Schemes.epochs(scheme));
    assertTrue(scheme.toString().contains("Epochs: 7"), scheme.toString());
  }

  /** There is nothing to resume. */
  @Test
  void whereNothingVariesEveryTrainingIsTheFirst() throws Exception {
    Instances constant = DataSets.of("x numeric; y {a, b}", "1,a", "1,a", "1,b");
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 3 -resume -V 30 -refit"), constant);
    Schemes.resume(scheme, 3, constant);
    assertEquals(0, Schemes.epochs(scheme));
    Schemes.resume(scheme, 3, DataSets.of("x numeric; y {a, b}", "1,a", "2,a", "3,b"));
    assertEquals(3, Schemes.epochs(scheme));
    scheme.buildClassifier(constant);
    assertEquals(2 / 3.0, scheme.distributionForInstance(constant.firstInstance())[0], 1e-6);
  }

  /** As Weka's -continue-iterating asks for it, which turns resume on. */
  @Test
  void aModelBuiltWithoutResumeIsNotRetrained() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 3"), iris);
    String model = scheme.toString();
    scheme.setResume(true);
    WekaException e = assertThrows(WekaException.class, () -> scheme.initializeClassifier(iris));
    assertTrue(e.getMessage().contains("-resume"), e.getMessage());
    scheme.setResume(false);
    assertEquals(model, scheme.toString());
  }
}
