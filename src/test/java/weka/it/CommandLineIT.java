package weka.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weka's command line does for the schemes what it does for its own learners. */
@ParameterizedClass
@MethodSource("weka.it.StockWeka#onEachJdk")
class CommandLineIT {

  private static final Map<String, String> BUILT_IN = new HashMap<>();

  @Parameter
  StockWeka weka;

  @BeforeEach
  void writeTestSet() throws Exception {
    List<String> test = new ArrayList<>(weka.lines("iris.arff"));
    // Only the first 10 flowers of each class, which come in blocks of 50.
    int data = test.indexOf("@DATA") + 1;
    test.subList(data + 110, data + 150).clear();
    test.subList(data + 60, data + 100).clear();
    test.subList(data + 10, data + 50).clear();
    Files.write(weka.file("iris-test.arff"), test);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "-o",
      "-o -v -x 3 -s 7 -k",
      "-o -v -x 3 -do-not-output-per-class-statistics",
      "-o -no-cv",
      "-o -split-percentage 66",
      "-o -v -split-percentage 34 -preserve-order",
      "-o -T iris-test.arff"})
  void classifierIsReportedOnLikeABuiltInLearner(String options) throws Exception {
    assertReportsDifferInNumbersOnly(builtIn(".J48 -t iris.arff " + options),
        weka.prints(".BackpropClassifier -t iris.arff " + options));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-o", "-o -v -split-percentage 66", "-o -v -T iris-test.arff"})
  void regressorIsReportedOnLikeABuiltInLearner(String options) throws Exception {
    assertReportsDifferInNumbersOnly(builtIn(".LinearRegression -c 4 -t iris.arff " + options),
        weka.prints(".BackpropRegressor -c 4 -t iris.arff " + options));
  }

  @ParameterizedTest
  @CsvSource({
      "150, -p 0 -x 3 -s 7",
      "150, -p 1-2 -distribution -no-cv",
      "51, -p 0 -split-percentage 66",
      "30, -p 0 -T iris-test.arff"})
  void sameInstancesArePredictedAsByABuiltInLearner(int rows, String options) throws Exception {
    String builtIn = builtIn(".J48 -t iris.arff " + options);
    String ours = weka.prints(".BackpropClassifier -t iris.arff " + options);
    assertEquals(heading(builtIn), heading(ours));
    assertEquals(rows, Report.instances(ours).size(), ours);
    assertEquals(Report.instances(builtIn), Report.instances(ours));
  }

  @Test
  void modelIsReportedUnlessStatisticsAloneAreWanted() throws Exception {
    String model = "Committee of 12 backpropagation networks";
    assertTrue(weka.prints(".BackpropClassifier -t iris.arff -no-cv").contains(model));
    assertFalse(weka.prints(".BackpropClassifier -t iris.arff -no-cv -o").contains(model));
  }

  @Test
  void debugInformationListsTheWeights() throws Exception {
    String weights = "a row for the biases, then one for each input";
    assertFalse(weka.prints(".BackpropClassifier -t iris.arff -no-cv").contains(weights));
    assertTrue(weka.prints(".BackpropClassifier -t iris.arff -no-cv -output-debug-info").contains(weights));
  }

  @Test
  void thresholdFileHoldsTheCurveOfTheWantedClass() throws Exception {
    weka.prints(".J48 -t iris.arff -x 3 -threshold-file j48.arff -threshold-label Iris-virginica");
    weka.prints(".BackpropClassifier -t iris.arff -x 3 -threshold-file curve.arff -threshold-label Iris-virginica");
    assertEquals(header("j48.arff"), header("curve.arff"));
    assertTrue(header("curve.arff").contains("@attribute 'True Positive Rate' numeric"));
    List<String> rows = weka.lines("curve.arff").stream().filter(line -> line.matches("\\d.*")).toList();
    assertTrue(rows.get(0).startsWith("50,0,100,0,1,1,"), "a threshold of 0 accepts all: " + rows.get(0));
    assertTrue(rows.size() > 20, "distinct thresholds, since probabilities vary: " + rows.size());
  }

  @ParameterizedTest
  @CsvSource({".BackpropClassifier, H, 7", ".J48, M, 30"})
  void xmlStandsForTheOptionsOfTheCommandLine(String scheme, String option, String value) throws Exception {
    Files.writeString(weka.file("options.xml"), String.format("""
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE options [
          <!ELEMENT options (option)*>
          <!ELEMENT option (#PCDATA | options)*>
          <!ATTLIST option name CDATA #REQUIRED type (flag | single | hyphens | quotes) "single">
        ]>
        <options>
          <option name="t">iris.arff</option>
          <option name="x">3</option>
          <option name="v" type="flag"/>
          <option name="%s">%s</option>
        </options>
        """, option, value));
    assertEquals(Report.untimed(weka.prints(scheme + " -t iris.arff -x 3 -v -" + option + " " + value)),
        Report.untimed(weka.prints(scheme + " -xml options.xml")));
  }

  @Test
  void optionsAreSavedToXmlAndReadBack() throws Exception {
    String saved = weka.prints(".BackpropClassifier -t iris.arff -no-cv -H 7,5 -O SGD -L 0.1 -d scheme.xml");
    String read = weka.prints(".BackpropClassifier -t iris.arff -no-cv -l scheme.xml");
    assertEquals(List.of("7", "5"), Report.hiddenUnits(saved));
    assertEquals(Report.hiddenUnits(saved), Report.hiddenUnits(read));
  }

  @ParameterizedTest
  @ValueSource(strings = {".BackpropClassifier -c 5", ".BackpropRegressor -c 4"})
  void helpExplainsEveryOption(String scheme) throws Exception {
    String help = weka.refuses(scheme + " -h");
    List<String> flags = new ArrayList<>(List.of("-H", "-F", "-L", "-N", "-B", "-A", "-O", "-M", "-R", "-I", "-S", "-K",
        "-G", "-P", "-V", "-E", "-tolerance", "-holdout", "-refit", "-D", "-input-dropout", "-schedule", "-decay",
        "-decay-epochs", "-max-gradient-norm", "-pieces", "-steps", "-resume", "-history"));
    flags.addAll(scheme.startsWith(".BackpropClassifier") ? List.of("-balance") : List.of("-loss", "-clip"));
    for (String flag : flags) {
      assertTrue(help.matches("(?s).*\n" + flag + "( <.+?>)?\n\t\\S.*"), () -> flag + " is missing in:\n" + help);
    }
  }

  /** 4 epochs, 3 more by another JVM, and 2 more by a third, that is the last. */
  @Test
  void trainingIsResumedWithASavedModel() throws Exception {
    String options = "-K 1 -H 30,20 -D 0.1 -V 20";
    String whole = weka.prints(".BackpropClassifier -t iris.arff -no-cv -N 9 " + options + " -output-debug-info");
    weka.prints(".BackpropClassifier -t iris.arff -no-cv -N 4 -resume -d four.model " + options);
    weka.prints(".BackpropClassifier -t iris.arff -T iris.arff -l four.model -continue-iterating -N 3 -d seven.model");
    String parts = weka.prints(".BackpropClassifier -t iris.arff -T iris.arff -l seven.model -continue-iterating"
        + " -clean-up -N 2 -output-debug-info -d nine.model");
    assertEquals(model(whole), model(parts));
    assertEquals(4, epochs("four.model"));
    assertEquals(7, epochs("seven.model"));
    assertEquals(9, epochs("nine.model"));
    assertTrue(Files.size(weka.file("nine.model")) < Files.size(weka.file("seven.model")) / 2);
  }

  private int epochs(String file) throws Exception {
    String report = weka.prints(".BackpropClassifier -l " + file + " -T iris.arff");
    return Integer.parseInt(report.replaceAll("(?s).*\nEpochs: +(\\d+).*", "$1"));
  }

  /** From the layers on. */
  private static String model(String report) {
    return report.replaceAll("(?s).*\n(Layer +Units.*?)Time taken.*", "$1");
  }

  @Test
  void anOptionThatCantChangeIsRejected() throws Exception {
    weka.prints(".BackpropClassifier -t iris.arff -no-cv -N 2 -resume -d two.model");
    String complaint = weka.refuses(
        ".BackpropClassifier -t iris.arff -T iris.arff -l two.model -continue-iterating -H 7 -d refused.model");
    assertTrue(complaint.contains("Option -H (hiddenLayers) is 7, but must be auto"), complaint);
    assertFalse(Files.exists(weka.file("refused.model")));
  }

  @Test
  void theHistoryIsWritten() throws Exception {
    weka.prints(".BackpropClassifier -t iris.arff -no-cv -K 1 -N 3 -V 20 -history history.csv");
    assertEquals(4, weka.lines("history.csv").size());
    weka.prints(".BackpropClassifier -t iris.arff -x 3 -K 1 -N 7 -V 20 -history folds.csv");
    assertEquals(4, Stream.of(weka.file("").toFile().list()).filter(name -> name.startsWith("folds")).count());
    String again = weka.prints(".BackpropClassifier -t iris.arff -no-cv -K 1 -N 2 -V 20 -history folds.csv");
    assertTrue(again.contains("\nHistory: folds-5.csv\n"), again);
    assertEquals(List.of(8, 3), List.of(weka.lines("folds.csv").size(), weka.lines("folds-5.csv").size()));
    String complaint = weka.refuses(".BackpropClassifier -t iris.arff -no-cv -N 3 -history missing/history.csv");
    assertTrue(complaint.contains("-history"), complaint);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      -L 0        | Option -L (learningRate) is 0.0, but must be
      -L nought   | Option -L (learningRate) is nought, but must be
      -H 10,,x    | Option -H (hiddenLayers) is 10,,x, but must be
      -O FOO      | Option -O (optimizer) is FOO, but must be
      -V 95       | Option -V (validationPercent) is 95.0, but must be
      -D 1        | Option -D (dropout) is 1.0, but must be
      -schedule F | Option -schedule (schedule) is F, but must be
      -N 2.5      | Option -N (epochs) is 2.5, but must be
      -M 1        | Option -M (momentum) is 1.0, but must be
      -nonsense 3 | Unknown options: -nonsense 3""")
  void badValueIsRejectedByNameAndNothingIsTrained(String option, String sentence) throws Exception {
    String complaint = weka.refuses(".BackpropClassifier -t iris.arff -d refused.model " + option);
    assertTrue(complaint.startsWith("Weka exception: " + sentence), complaint);
    assertFalse(complaint.contains("\tat "), complaint);
    assertFalse(Files.exists(weka.file("refused.model")));
  }

  @Test
  void badValueInsideAnotherSchemeIsRejectedInTheSameWords() throws Exception {
    String complaint = weka.refuses(
        ".Bagging -t iris.arff -W weka.classifiers.functions.BackpropClassifier -- -L 0");
    assertTrue(complaint.contains("Option -L (learningRate) is 0.0, but must be"), complaint);
  }

  @Test
  void aFailedCommandOfOursExitsWithOne() throws Exception {
    assertEquals(1, weka.exitCode(".BackpropClassifier -t iris.arff -L 0"));
    assertEquals(1, weka.exitCode(".BackpropRegressor -t missing.arff"));
    assertEquals(1, weka.exitCode(".BackpropExport -model missing.model -format java"));
    assertEquals(1, weka.exitCode(".PermutationAttributeEval -i missing.arff -s weka.attributeSelection.Ranker"));
    assertEquals(0, weka.exitCode(".BackpropClassifier -h"));
    assertEquals(0, weka.exitCode(".BackpropExport -h"));
  }

  @ParameterizedTest
  @CsvSource({
      "BackpropClassifier, text.arff, 'Attribute ''words'' is a string attribute', StringToWordVector",
      "BackpropClassifier, iris.arff -c 1, The class 'sepallength' is numeric, Use BackpropRegressor",
      "BackpropRegressor, iris.arff, The class 'class' is nominal, Use BackpropClassifier"})
  void unsuitableDataAreRejectedWithARemedy(String scheme, String data, String reason, String remedy) throws Exception {
    Files.writeString(weka.file("text.arff"), """
        @relation text
        @attribute words string
        @attribute class {good,bad}
        @data
        'well done',good
        'try again',bad
        """);
    String ours = weka.refuses("-no-scan weka.classifiers.functions." + scheme + " -t " + data).trim();
    assertTrue(ours.startsWith("Weka exception: " + reason), ours);
    assertTrue(ours.contains(remedy), ours);
    assertEquals(1, ours.lines().count(), ours);
  }

  /** What a built-in learner prints, which is run on the first JDK alone to save time. */
  private String builtIn(String commandLine) throws Exception {
    String known = BUILT_IN.get(commandLine);
    if (known == null) {
      known = weka.prints(commandLine);
      BUILT_IN.put(commandLine, known);
    }
    return known;
  }

  private static void assertReportsDifferInNumbersOnly(String builtIn, String ours) {
    assertEquals(Report.skeleton(builtIn), Report.skeleton(ours));
    assertEquals(Report.totals(builtIn), Report.totals(ours));
  }

  /** What stands above a table of predictions. */
  private static String heading(String report) {
    return report.lines().takeWhile(line -> !line.matches(" +1 .*")).collect(Collectors.joining("\n"));
  }

  private List<String> header(String arff) throws Exception {
    return weka.lines(arff).stream().takeWhile(line -> !line.equalsIgnoreCase("@data")).toList();
  }
}
