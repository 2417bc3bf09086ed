package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
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

/** Training that is resumed where it stopped, epoch by epoch or after the model has been saved. */
class ResumeTest {

  private final Instances iris = DataSets.iris();

  /** Resumes a training, or begins one, for some epochs. */
  private static void resume(BackpropScheme scheme, int epochs, Instances data) throws Exception {
    scheme.setEpochs(epochs);
    Schemes.resume(scheme, data);
  }

  private static int epochs(BackpropScheme scheme) {
    return (int) scheme.getMeasure("measureEpochs");
  }

  /** What a model is and how it came about. */
  private static String model(BackpropScheme scheme) throws WekaException {
    return scheme + Schemes.parameters(scheme);
  }

  private static void assertSameModel(BackpropScheme expected, BackpropScheme actual, Instances data)
      throws Exception {
    assertEquals(model(expected), model(actual));
    assertArrayEquals(Schemes.predictions(expected, data), Schemes.predictions(actual, data));
  }

  static Stream<Arguments> trainings() {
    return Stream.of("-O SGD -L 0.1", "-O MOMENTUM -L 0.1", "-O NESTEROV -L 0.1", "-O ADAM", "-schedule EXPONENTIAL",
        "-schedule STEP -decay-epochs 2", "-schedule PLATEAU -decay-epochs 2 -tolerance 0.02", "-D 0.3",
        "-input-dropout 0.3", "-V 20", "-V 20 -refit", "-V 30 -E 2 -tolerance 0.02", "-E 3 -tolerance 0.02",
        "-max-gradient-norm 0.1", "-B 0 -R 0.01", "-B 7 -A SUM", "-O SGD -L 1000 -F RELU")
        .flatMap(options -> Stream.of(Attribute.NOMINAL, Attribute.NUMERIC).map(type -> Arguments.of(type, options)));
  }

  /** 9 epochs, then 5 and 4, and once more through a file in between. */
  @ParameterizedTest
  @MethodSource("trainings")
  void nEpochsAndThenMAreNPlusM(int classType, String options) throws Exception {
    Instances data = DataSets.mixed(60, classType, 5);
    BackpropScheme whole = Schemes.forClass(classType, "-H 5 -N 9 -resume " + options);
    whole.buildClassifier(data);
    for (boolean saving : new boolean[] {false, true}) {
      BackpropScheme parts = Schemes.forClass(classType, "-H 5 -N 5 -resume " + options);
      parts.buildClassifier(data);
      parts = saving ? Schemes.loaded(Schemes.saved(parts)) : parts;
      resume(parts, 4, data);
      assertSameModel(whole, parts, data);
    }
  }

  @Test
  void balancedClassesAndOtherLossesAreResumedToo() throws Exception {
    Instances numeric = DataSets.mixed(60, Attribute.NUMERIC, 5);
    Instances nominal = DataSets.mixed(60, Attribute.NOMINAL, 5);
    BackpropScheme[][] pairs = {
        {Schemes.classifier("-H 5 -N 7 -resume -balance"), Schemes.classifier("-H 5 -N 4 -resume -balance")},
        {Schemes.regressor("-H 5 -N 7 -resume -loss HUBER"), Schemes.regressor("-H 5 -N 4 -resume -loss HUBER")}};
    for (BackpropScheme[] pair : pairs) {
      Instances data = pair[0] instanceof BackpropClassifier ? nominal : numeric;
      pair[0].buildClassifier(data);
      pair[1].buildClassifier(data);
      resume(pair[1], 3, data);
      assertSameModel(pair[0], pair[1], data);
    }
  }

  @Test
  void threadsAndSparseDataAreResumedToo() throws Exception {
    Instances data = DataSets.mostlyZero(300, Attribute.NOMINAL);
    String options = "-H 120,90 -B 150 -resume -D 0.2 -input-dropout 0.2 ";
    BackpropScheme whole = Schemes.built(Schemes.classifier(options + "-N 3"), data);
    BackpropScheme first = Schemes.built(Schemes.classifier(options + "-N 1 -P 3"), data);
    BackpropScheme parts = Schemes.loaded(Schemes.saved(first));
    parts.setNumThreads(7);
    resume(parts, 2, data);
    assertSameModel(whole, parts, data);
  }

  @Test
  void epochByEpochGivesTheSameModel() throws Exception {
    BackpropScheme scheme = Schemes.classifier("-H 5 -N 6 -V 20 -D 0.2");
    Schemes.resume(scheme, iris);
    assertSameModel(Schemes.built(Schemes.classifier("-H 5 -N 6 -V 20 -D 0.2"), iris), scheme, iris);
    assertFalse(scheme.next());
  }

  /** As IterativeClassifierOptimizer asks for them. */
  @ParameterizedTest
  @ValueSource(strings = {"", "-V 20", "-resume"})
  void predictionsBetweenEpochsAreThoseOfTheNetworkSoFar(String options) throws Exception {
    BackpropScheme scheme = Schemes.classifier("-H 5 -N 4 " + options);
    scheme.initializeClassifier(iris);
    for (int epoch = 0; epoch < 4; epoch++) {
      BackpropScheme soFar = Schemes.classifier("-H 5 " + options);
      soFar.setEpochs(epoch);
      soFar.initializeClassifier(iris);
      while (soFar.next()) {
        // Another epoch.
      }
      assertArrayEquals(Schemes.predictions(soFar, iris), Schemes.predictions(scheme, iris), "epoch " + epoch);
      assertEquals(epoch, epochs(scheme));
      assertTrue(scheme.toString().contains("Epochs: " + epoch), scheme.toString());
      assertTrue(scheme.next());
    }
    assertFalse(scheme.next());
  }

  @Test
  void aStoppedTrainingThatIsResumedHasItsFullPatience() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -B 1 -L 0.01 -N 100 -E 1 -tolerance 1000 -resume"), iris);
    assertEquals(2, epochs(scheme));
    resume(scheme, 10, iris);
    assertEquals(3, epochs(scheme));
    scheme.setPatience(4);
    resume(scheme, 10, iris);
    assertEquals(6, epochs(scheme));
    scheme.setPatience(0);
    resume(scheme, 10, iris);
    assertEquals(16, epochs(scheme));
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

  /** The best epoch may be one before the resumption, and more than the resumption's epochs. */
  @Test
  void theRefitOfAResumedTrainingIsThatOfAllItsEpochs() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 9 -V 20 -refit -resume"), iris);
    resume(scheme, 1, iris);
    int best = (int) scheme.getMeasure("measureBestEpoch");
    assertTrue(best > 1);
    BackpropScheme all = Schemes.built(Schemes.classifier("-H 5 -V 0 -N " + best), iris);
    assertEquals(Schemes.parameters(all), Schemes.parameters(scheme));
  }

  @Test
  void aFinishedModelHoldsNoTrainingState() throws Exception {
    Map<String, Integer> sizes = Stream.of("", "-resume").collect(Collectors.toMap(options -> options, options -> {
      try {
        return Schemes.saved(Schemes.built(Schemes.classifier("-H 50,50 -N 2 " + options), iris)).length;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }));
    int parameters = 4 * (5 * 50 + 51 * 50 + 51 * 3);
    // Adam keeps two numbers for each parameter.
    assertTrue(sizes.get("-resume") - sizes.get("") > 2 * parameters, sizes.toString());
  }

  /** Weka's "Clean up model". */
  @Test
  void cleaningUpDropsTheTrainingState() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 50,50 -N 2 -resume"), iris);
    String model = model(scheme);
    scheme.setResume(false);
    scheme.done();
    assertEquals(model, model(scheme));
    BackpropScheme clean = Schemes.built(Schemes.classifier("-H 50,50 -N 2"), iris);
    assertEquals(Schemes.saved(clean).length, Schemes.saved(scheme).length);
  }

  /** What Weka's -continue-iterating and -clean-up do: this is the last resumption. */
  @Test
  void theLastResumptionIsOneToo() throws Exception {
    BackpropScheme scheme = Schemes.loaded(Schemes.saved(Schemes.built(Schemes.classifier("-H 5 -N 5 -resume"), iris)));
    scheme.setOptions(new String[] {"-N", "4"});
    scheme.setResume(false);
    Schemes.resume(scheme, iris);
    assertSameModel(Schemes.built(Schemes.classifier("-H 5 -N 9"), iris), scheme, iris);
    BackpropScheme clean = Schemes.built(Schemes.classifier("-H 5 -N 9"), iris);
    assertEquals(Schemes.saved(clean).length, Schemes.saved(scheme).length);
  }

  /** Training data must not leave the house with the model. */
  @Test
  void theTrainingStateHoldsNoTrainingData() throws Exception {
    Instances twice = DataSets.concatenated(iris, iris);
    String options = "-H 5 -N 2 -V 20 -resume";
    int size = Schemes.saved(Schemes.built(Schemes.classifier(options), iris)).length;
    assertEquals(size, Schemes.saved(Schemes.built(Schemes.classifier(options), twice)).length);
    BackpropScheme underWay = Schemes.classifier(options);
    underWay.initializeClassifier(twice);
    underWay.next();
    assertTrue(Schemes.saved(underWay).length <= size);
  }

  @Test
  void buildingAlwaysBeginsFromScratch() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 3 -resume"), iris);
    String model = model(scheme);
    scheme.buildClassifier(iris);
    assertEquals(model, model(scheme));
    scheme.setHiddenLayers("4");
    scheme.buildClassifier(iris);
    assertEquals(3, epochs(scheme));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutResumeInitializingBeginsFromScratch(boolean finished) throws Exception {
    BackpropScheme scheme = Schemes.classifier("-H 5 -N 3");
    scheme.initializeClassifier(iris);
    scheme.next();
    if (finished) {
      scheme.done();
    }
    Schemes.resume((BackpropScheme) AbstractClassifier.makeCopy(scheme), iris);
    scheme.setSeed(2);
    Schemes.resume(scheme, iris);
    assertSameModel(Schemes.built(Schemes.classifier("-H 5 -N 3 -S 2"), iris), scheme, iris);
  }

  /** As meta-schemes copy what they are given. */
  @Test
  void aCopyIsResumedIndependently() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 3 -resume"), iris);
    String before = model(scheme);
    BackpropScheme copy = (BackpropScheme) AbstractClassifier.makeCopy(scheme);
    resume(copy, 2, iris);
    assertEquals(before, model(scheme));
    assertSameModel(Schemes.built(Schemes.classifier("-H 5 -N 5"), iris), copy, iris);
  }

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
    assertEquals(6, epochs(scheme));
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
    String before = model(scheme);
    WekaException e = assertThrows(WekaException.class,
        () -> scheme.initializeClassifier(DataSets.of(attributes, first, second)));
    assertTrue(e.getMessage().startsWith("Cannot resume training with these data"), e.getMessage());
    assertEquals(before, model(scheme));
    resume(scheme, 2, data);
    assertEquals(5, epochs(scheme));
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
    resume(scheme, 2, one);
    assertEquals(5, epochs(scheme));
    Instances nothing = new Instances(iris, 0);
    assertThrows(WekaException.class, () -> scheme.initializeClassifier(nothing));
    assertEquals(5, epochs(scheme));
    resume(scheme, 2, iris);
    assertEquals(7, epochs(scheme));
    assertTrue(scheme.toString().contains("Epochs: 7"), scheme.toString());
  }

  /** There is nothing to resume. */
  @Test
  void whereNothingVariesEveryTrainingIsTheFirst() throws Exception {
    Instances constant = DataSets.of("x numeric; y {a, b}", "1,a", "1,a", "1,b");
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 3 -resume -V 30 -refit"), constant);
    resume(scheme, 3, constant);
    assertEquals(0, epochs(scheme));
    resume(scheme, 3, DataSets.of("x numeric; y {a, b}", "1,a", "2,a", "3,b"));
    assertEquals(3, epochs(scheme));
    scheme.buildClassifier(constant);
    assertEquals(2 / 3.0, scheme.distributionForInstance(constant.firstInstance())[0], 1e-6);
  }

  @Test
  void anInterruptBetweenEpochsCostsNothing() throws Exception {
    BackpropScheme scheme = Schemes.classifier("-H 5 -N 4");
    scheme.initializeClassifier(iris);
    scheme.next();
    String one = model(scheme);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, scheme::next);
    assertEquals(one, model(scheme));
    while (scheme.next()) {
      // Another epoch.
    }
    scheme.done();
    assertSameModel(Schemes.built(Schemes.classifier("-H 5 -N 4"), iris), scheme, iris);
  }

  /** Weka's Explorer leaves a training that was stopped as it is, and may resume it. */
  @Test
  void anInterruptedResumptionCanBeResumed() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 2 -resume"), iris);
    scheme.initializeClassifier(iris);
    scheme.next();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, scheme::next);
    BackpropScheme saved = Schemes.loaded(Schemes.saved(scheme));
    resume(saved, 2, iris);
    assertSameModel(Schemes.built(Schemes.classifier("-H 5 -N 5"), iris), saved, iris);
    resume(scheme, 2, iris);
    assertSameModel(saved, scheme, iris);
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

  /** The network may have been spoilt beyond what smaller rates can mend, but not the model. */
  @Test
  void aResumptionThatDivergesLeavesTheModel() throws Exception {
    Instances data = DataSets.mixed(60, Attribute.NUMERIC, 5);
    BackpropScheme scheme = Schemes.built(Schemes.regressor("-H 5 -O SGD -F RELU -L 0.001 -N 3 -resume"), data);
    double[][] before = Schemes.predictions(scheme, data);
    scheme.setLearningRate(1e30);
    scheme.initializeClassifier(data);
    WekaException e = assertThrows(WekaException.class, () -> {
      while (scheme.next()) {
        // Another epoch.
      }
    });
    assertTrue(e.getMessage().contains("-L"), e.getMessage());
    assertArrayEquals(before, Schemes.predictions(scheme, data));
    assertNotEquals(0, scheme.getMeasure("measureLearningRateReductions"));
  }

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }
}
