package weka.classifiers.functions.backprop.options;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.beans.PropertyEditor;
import java.io.File;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JToolTip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.functions.backprop.encode.InputScaling;
import weka.classifiers.functions.backprop.train.BatchAveraging;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Utils;
import weka.core.WekaException;
import weka.gui.ProgrammaticProperty;

/** The options of both schemes on Weka's command line and in its dialogs. */
class OptionsTest {

  /** Letters that Weka's Evaluation takes before the scheme sees them. */
  private static final List<String> LETTERS_OF_EVALUATION =
      List.of("h", "c", "t", "l", "d", "T", "x", "s", "o", "v", "k", "r", "g", "z", "p", "m");

  /** A value other than the default for every option of the table. */
  private static final String ALL_CHANGED =
      "-K 7 -H 7,o:tanh -F SIGMOID -L 0.25 -A SUM -B 7 -O NESTEROV -M 0.5 -N 7 -R 0.125 -I UNIT_RANGE -S 77 -P 7 "
          + "-V 7.5 -E 7 -tolerance 0.5 -holdout LAST -refit -D 0.25 -input-dropout 0.125 -schedule STEP -decay 0.75 "
          + "-decay-epochs 7 -max-gradient-norm 7.5 -pieces 7 -steps 7 -resume -history h.csv ";

  /** Those that one of the schemes alone has. */
  private static final Map<Class<? extends BackpropScheme>, String> OWN_CHANGED =
      Map.of(BackpropClassifier.class, "-balance", BackpropRegressor.class, "-loss HUBER -clip");

  private static BackpropScheme create(Class<? extends BackpropScheme> type) throws Exception {
    return type.getDeclaredConstructor().newInstance();
  }

  private static Map<String, PropertyDescriptor> annotatedProperties(Class<?> type) throws Exception {
    Map<String, PropertyDescriptor> properties = new HashMap<>();
    for (PropertyDescriptor property : Introspector.getBeanInfo(type, AbstractClassifier.class)
        .getPropertyDescriptors()) {
      if (property.getReadMethod() != null && property.getReadMethod().isAnnotationPresent(OptionMetadata.class)) {
        properties.put(property.getName(), property);
      }
    }
    return properties;
  }

  private static OptionMetadata metadata(PropertyDescriptor property) {
    return property.getReadMethod().getAnnotation(OptionMetadata.class);
  }

  @ParameterizedTest
  @CsvSource({"H, hiddenLayers, 7;o:tanh", "F, activation, SIGMOID", "L, learningRate, 0.25", "A, batchAveraging, SUM",
      "B, miniBatchSize, 7", "O, optimizer, NESTEROV", "M, momentum, 0.5", "N, epochs, 7", "R, l2, 0.125",
      "I, inputScaling, UNIT_RANGE", "S, seed, 77", "P, numThreads, 7",
      "V, validationPercent, 7.5", "E, patience, 7", "tolerance, tolerance, 0.5", "holdout, holdout, LAST",
      "D, dropout, 0.25", "input-dropout, inputDropout, 0.125", "schedule, schedule, STEP", "decay, decay, 0.75",
      "decay-epochs, decayEpochs, 7", "max-gradient-norm, maxGradientNorm, 7.5", "pieces, pieces, 7",
      "steps, steps, 7", "history, historyFile, h.csv", "num-decimal-places, numDecimalPlaces, 7"})
  void eachFlagSetsItsPropertyAndNoOther(String flag, String name, String text) throws Exception {
    for (Class<? extends BackpropScheme> type : List.of(BackpropClassifier.class, BackpropRegressor.class)) {
      String value = text.replace(';', ',');
      BackpropScheme scheme = create(type);
      scheme.setOptions(new String[] {"-" + flag, value});
      BackpropScheme defaults = create(type);
      for (PropertyDescriptor property : annotatedProperties(type).values()) {
        Object expected = property.getName().equals(name) ? value : property.getReadMethod().invoke(defaults);
        assertEquals(String.valueOf(expected), String.valueOf(property.getReadMethod().invoke(scheme)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {BackpropClassifier.class, BackpropRegressor.class})
  void everyOptionIsDescribedAndFreeOfClashes(Class<?> type) throws Exception {
    Set<Integer> orders = new HashSet<>();
    Set<String> flags = new HashSet<>();
    Map<String, PropertyDescriptor> properties = annotatedProperties(type);
    for (Map.Entry<String, PropertyDescriptor> entry : properties.entrySet()) {
      OptionMetadata metadata = metadata(entry.getValue());
      String flag = metadata.commandLineParamName();
      assertFalse(metadata.displayName().isBlank(), entry.getKey());
      assertFalse(metadata.description().isBlank(), entry.getKey());
      assertTrue(metadata.commandLineParamSynopsis().startsWith("-" + flag), entry.getKey());
      assertTrue(orders.add(metadata.displayOrder()), entry.getKey() + " has another one's place");
      assertTrue(flags.add(flag), "-" + flag + " is there twice");
      assertFalse(LETTERS_OF_EVALUATION.contains(flag), "Evaluation takes -" + flag);
    }
    Set<String> listed = new HashSet<>();
    for (Option option : Collections.list(create(type.asSubclass(BackpropScheme.class)).listOptions())) {
      listed.add(option.name());
    }
    assertTrue(listed.containsAll(flags), flags + " are not all in " + listed);
  }

  /** Weka's tips end at the first full stop, even in .png or 0.05. */
  @ParameterizedTest
  @ValueSource(classes = {BackpropClassifier.class, BackpropRegressor.class})
  void theFirstSentenceOfATipHasNoFullStopInside(Class<?> type) throws Exception {
    for (PropertyDescriptor property : annotatedProperties(type).values()) {
      String tip = metadata(property).description();
      assertTrue(tip.matches("(?s)[A-Z][^.]{20,140}\\.( [A-Z].*\\.)?"), property.getName() + ": " + tip);
    }
  }

  private static List<String> inDialog(Class<?> type, String category) throws Exception {
    return annotatedProperties(type).values().stream().filter(p -> metadata(p).category().equals(category))
        .sorted(Comparator.comparingInt(p -> metadata(p).displayOrder())).map(PropertyDescriptor::getName).toList();
  }

  @ParameterizedTest
  @ValueSource(classes = {BackpropClassifier.class, BackpropRegressor.class})
  void whatMattersMostComesFirst(Class<? extends BackpropScheme> type) throws Exception {
    List<String> first = List.of("hiddenLayers", "activation", "learningRate", "optimizer", "epochs", "miniBatchSize",
        "batchAveraging", "l2", "dropout", "validationPercent", "patience", "seed", "trainingMonitor");
    assertEquals(first, inDialog(type, ""));
  }

  /** Fourteen rows fit on a small screen. */
  @ParameterizedTest
  @ValueSource(classes = {BackpropClassifier.class, BackpropRegressor.class})
  void theOtherOptionsHaveTwoShortDialogs(Class<? extends BackpropScheme> type) throws Exception {
    List<String> run = List.of("refit", "resume", "historyFile", "numThreads", "debug", "numDecimalPlaces", "batchSize",
        "doNotCheckCapabilities");
    assertEquals(run, inDialog(type, BackpropOptions.RUN));
    List<String> expert = inDialog(type, BackpropOptions.EXPERT);
    assertTrue(expert.size() <= 14, expert.toString());
    assertEquals(annotatedProperties(type).size(), inDialog(type, "").size() + run.size() + expert.size());
  }

  @ParameterizedTest
  @ValueSource(classes = {BackpropClassifier.class, BackpropRegressor.class})
  void layersRateAndEpochsComeFirstOnTheCommandLine(Class<? extends BackpropScheme> type) throws Exception {
    String options = String.join(" ", create(type).getOptions());
    assertTrue(options.startsWith("-H auto -L auto -N auto -F AUTO -O ADAM -B 32 -A MEAN -R 0.0 -D 0.0 -V auto "
        + "-E auto -S 1 -K auto -M 0.9 -schedule"), options);
    String help = Collections.list(create(type).listOptions()).stream().map(Option::name)
        .collect(Collectors.joining(" "));
    assertTrue(help.startsWith("H L N F O B A R D V E S G K M schedule"), help);
  }

  /** A tip as high as the tree of schemes would lie over the pointer, and so keep the scheme from being chosen. */
  @ParameterizedTest
  @ValueSource(classes = {BackpropClassifier.class, BackpropRegressor.class})
  void theTipInTheTreeOfSchemesIsNoHigherThanMultilayerPerceptrons(Class<? extends BackpropScheme> type)
      throws Exception {
    int most = tip(new MultilayerPerceptron()).height;
    assertTrue(tip(create(type)).height <= most, tip(create(type)) + ", and MultilayerPerceptron's " + most);
  }

  private static Dimension tip(Object scheme) {
    JToolTip tip = new JToolTip();
    tip.setTipText(Utils.getGlobalInfo(scheme, true));
    return tip.getPreferredSize();
  }

  /** Weka's dialog copies a scheme through its options, so a property without an option would be lost. */
  @ParameterizedTest
  @ValueSource(classes = {BackpropClassifier.class, BackpropRegressor.class})
  void everyPropertyOfTheDialogIsAnOption(Class<?> type) throws Exception {
    for (PropertyDescriptor property : Introspector.getBeanInfo(type, AbstractClassifier.class)
        .getPropertyDescriptors()) {
      boolean visible = property.getReadMethod() != null && property.getWriteMethod() != null
          && !property.getName().equals("options")
          && !property.getReadMethod().isAnnotationPresent(ProgrammaticProperty.class);
      if (visible) {
        assertTrue(annotatedProperties(type).containsKey(property.getName()), property.getName());
      }
    }
  }

  /** What the dialog's text fields show and read. */
  @ParameterizedTest
  @CsvSource({"learningRate, L, 0.5", "epochs, N, 50", "validationPercent, V, 12.5", "patience, E, 5",
      "networks, K, 3", "numDecimalPlaces, num-decimal-places, 4"})
  void anAutomaticChoiceIsShownAsSuch(String name, String flag, String number) throws Exception {
    for (Class<? extends BackpropScheme> type : List.of(BackpropClassifier.class, BackpropRegressor.class)) {
      BackpropScheme scheme = Schemes.forClass(type == BackpropClassifier.class ? Attribute.NOMINAL : Attribute.NUMERIC,
          "-" + flag + " auto");
      PropertyDescriptor property = annotatedProperties(type).get(name);
      PropertyEditor editor = (PropertyEditor) property.getPropertyEditorClass().getDeclaredConstructor().newInstance();
      editor.setValue(property.getReadMethod().invoke(scheme));
      assertEquals("auto", editor.getAsText());
      assertEquals(-1, ((Number) editor.getValue()).doubleValue());
      assertThrows(IllegalArgumentException.class, () -> editor.setAsText("au"));
      editor.setAsText(number);
      property.getWriteMethod().invoke(scheme, editor.getValue());
      assertEquals(number, Utils.getOption(flag, scheme.getOptions()));
      editor.setAsText(" Auto ");
      property.getWriteMethod().invoke(scheme, editor.getValue());
      assertEquals(-1, ((Number) property.getReadMethod().invoke(scheme)).doubleValue());
    }
  }

  /** As of any other scheme of Weka's. */
  @Test
  void wekasOwnOptionsAreGivenOnceIfTheyAreChanged() throws Exception {
    String all = "-output-debug-info -num-decimal-places 5 -batch-size 7 -do-not-check-capabilities";
    String[] options = Schemes.classifier(all).getOptions();
    assertEquals(all, String.join(" ", Arrays.copyOfRange(options, options.length - 6, options.length)));
    String defaults = String.join(" ", new BackpropClassifier().getOptions());
    assertTrue(defaults.endsWith(" -steps auto"), defaults);
    assertEquals(defaults, String.join(" ", Schemes.classifier("-K auto -batch-size 100").getOptions()));
  }

  @ParameterizedTest
  @ValueSource(classes = {BackpropClassifier.class, BackpropRegressor.class})
  void settingTheOptionsThatASchemeGivesChangesNothing(Class<? extends BackpropScheme> type) throws Exception {
    Map<String, PropertyDescriptor> properties = annotatedProperties(type);
    for (int seed = 0; seed < 100; seed++) {
      BackpropScheme scheme = create(type);
      randomize(scheme, new Random(seed));
      BackpropScheme other = create(type);
      other.setOptions(scheme.getOptions());
      for (PropertyDescriptor property : properties.values()) {
        assertEquals(property.getReadMethod().invoke(scheme), property.getReadMethod().invoke(other),
            property.getName() + ", seed " + seed);
      }
      assertArrayEquals(scheme.getOptions(), other.getOptions(), "seed " + seed);
    }
  }

  private static void randomize(BackpropScheme scheme, Random random) {
    String[] layers = {"0", "a", "i,o,t", "1", "10,20:relu", " 5 , 3:Tanh "};
    scheme.setHiddenLayers(layers[random.nextInt(layers.length)]);
    scheme.setActivation(any(ActivationChoice.values(), random));
    scheme.setLearningRate(Math.exp(10 * random.nextGaussian()));
    scheme.setBatchAveraging(any(BatchAveraging.values(), random));
    scheme.setMiniBatchSize(random.nextInt(1000));
    scheme.setOptimizer(any(OptimizerChoice.values(), random));
    scheme.setMomentum(random.nextDouble());
    scheme.setEpochs(random.nextInt(Integer.MAX_VALUE));
    scheme.setL2(random.nextInt(3) == 0 ? 0 : Math.exp(10 * random.nextGaussian()));
    scheme.setInputScaling(any(InputScaling.values(), random));
    scheme.setSeed(random.nextInt());
    scheme.setNetworks(1 + random.nextInt(9));
    scheme.setNumThreads(random.nextInt(9));
    scheme.setValidationPercent(90 * random.nextDouble());
    scheme.setPatience(random.nextInt(100));
    scheme.setTolerance(random.nextInt(3) == 0 ? 0 : Math.exp(10 * random.nextGaussian()));
    scheme.setRefit(random.nextBoolean());
    scheme.setDropout(random.nextDouble());
    scheme.setInputDropout(random.nextDouble());
    scheme.setSchedule(any(ScheduleChoice.values(), random));
    scheme.setDecay(0.5 + random.nextDouble() / 2.1);
    scheme.setDecayEpochs(1 + random.nextInt(100));
    scheme.setMaxGradientNorm(random.nextInt(3) == 0 ? 0 : Math.exp(10 * random.nextGaussian()));
    scheme.setResume(random.nextBoolean());
    String[] files = {"", "h.csv", "a folder/h.csv", "C:\\h \"1\".csv"};
    scheme.setHistoryFile(new File(files[random.nextInt(files.length)]));
    if (scheme instanceof BackpropClassifier classifier) {
      classifier.setBalanceClasses(random.nextBoolean());
    } else if (scheme instanceof BackpropRegressor regressor) {
      regressor.setLoss(any(LossChoice.values(), random));
    }
    scheme.setDebug(random.nextBoolean());
  }

  private static <T> T any(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }

  @ParameterizedTest
  @ValueSource(classes = {BackpropClassifier.class, BackpropRegressor.class})
  void optionsNotGivenAreResetToTheirDefaults(Class<? extends BackpropScheme> type) throws Exception {
    String[] defaults = create(type).getOptions();
    BackpropScheme scheme = create(type);
    scheme.setOptions(Utils.splitOptions(ALL_CHANGED + OWN_CHANGED.get(type)));
    for (String option : defaults) {
      String flag = option.substring(Math.min(1, option.length()));
      if (option.matches("-[A-Za-z].*")) {
        assertNotEquals(Utils.getOption(flag, defaults.clone()), Utils.getOption(flag, scheme.getOptions()), option);
      }
    }
    assertTrue(scheme.getRefit() && scheme.getResume());
    scheme.setOptions(new String[0]);
    assertArrayEquals(defaults, scheme.getOptions());
    assertFalse(scheme.getRefit() || scheme.getResume());
  }

  @Test
  void namesOfConstantsMayBeInLowerCase() throws Exception {
    BackpropScheme scheme = Schemes.classifier("-F tanh -A sum -O Nesterov -I unit_range -schedule cosine");
    assertEquals(ActivationChoice.TANH, scheme.getActivation());
    assertEquals(BatchAveraging.SUM, scheme.getBatchAveraging());
    assertEquals(OptimizerChoice.NESTEROV, scheme.getOptimizer());
    assertEquals(InputScaling.UNIT_RANGE, scheme.getInputScaling());
    assertEquals(ScheduleChoice.COSINE, scheme.getSchedule());
    assertEquals(LossChoice.ABSOLUTE, Schemes.regressor("-loss absolute").getLoss());
  }

  /** Weka's dialog shows name() and the command line toString(). */
  @Test
  void constantsHaveOneName() {
    for (Enum<?>[] constants : List.<Enum<?>[]>of(ActivationChoice.values(), BatchAveraging.values(),
        OptimizerChoice.values(), InputScaling.values(), ScheduleChoice.values(), LossChoice.values())) {
      Arrays.stream(constants).forEach(constant -> assertEquals(constant.name(), constant.toString()));
    }
  }

  @Test
  void consumedOptionsBecomeEmptySoThatWekaSeesWhatIsLeft() throws Exception {
    for (Map.Entry<Class<? extends BackpropScheme>, String> own : OWN_CHANGED.entrySet()) {
      String[] options = Utils.splitOptions(ALL_CHANGED + own.getValue() + " -output-debug-info");
      create(own.getKey()).setOptions(options);
      Utils.checkForRemainingOptions(options);
    }
  }

  @Test
  void zeroThreadsStandForAllProcessors() throws Exception {
    BackpropScheme three = Schemes.classifier("-P 3");
    assertEquals(3, three.hyperparameters().threads());
    BackpropScheme all = Schemes.classifier("-P 0");
    assertEquals(Runtime.getRuntime().availableProcessors(), all.hyperparameters().threads());
  }

  /** Weka's own reader of options knows no flags: it would take all of them for false. */
  @ParameterizedTest
  @ValueSource(strings = {"-refit", "-resume", "-balance"})
  void flagsSurviveWhateverHappensToASchemesOptions(String flag) throws Exception {
    BackpropScheme scheme = Schemes.classifier("-N 3 " + flag);
    assertTrue(Arrays.asList(scheme.getOptions()).contains(flag));
    scheme.setOptions(scheme.getOptions());
    assertTrue(Arrays.asList(scheme.getOptions()).contains(flag), "set again");
    assertThrows(WekaException.class, () -> scheme.setOptions(new String[] {"-L", "abc"}));
    assertTrue(Arrays.asList(scheme.getOptions()).contains(flag), "after a rejection");
    BackpropScheme copy = (BackpropScheme) AbstractClassifier.makeCopy(scheme);
    assertTrue(Arrays.asList(copy.getOptions()).contains(flag), "copied");
    scheme.setOptions(new String[0]);
    assertFalse(Arrays.asList(scheme.getOptions()).contains(flag), "not given");
    assertThrows(WekaException.class, () -> scheme.setOptions(new String[] {flag, "-L", "abc"}));
    assertFalse(Arrays.asList(scheme.getOptions()).contains(flag), "rejected");
  }

  /** Each option changes the model, but for the number of threads. */
  @ParameterizedTest
  @ValueSource(strings = {"-H 3", "-F SIGMOID", "-L 0.02", "-A SUM", "-B 20", "-O SGD", "-O NESTEROV", "-O ADAM",
      "-M 0.5", "-N 3", "-R 0.1", "-I UNIT_RANGE", "-I SYMMETRIC_RANGE", "-I NONE", "-S 2", "-D 0.5",
      "-input-dropout 0.5", "-schedule EXPONENTIAL", "-schedule COSINE", "-max-gradient-norm 0.1"})
  void everyOptionMatters(String changed) throws Exception {
    String base = "-H 4 -F TANH -L 0.01 -A MEAN -B 10 -O MOMENTUM -M 0.9 -N 2 -R 0 -I STANDARDIZE -S 1";
    String flag = changed.substring(0, changed.indexOf(' '));
    String options = base.replaceFirst(flag + " \\S+", "") + " " + changed;
    Instances data = DataSets.iris();
    assertNotEquals(Schemes.parameters(Schemes.built(Schemes.classifier(base), data)),
        Schemes.parameters(Schemes.built(Schemes.classifier(options), data)));
  }
}
