package weka.classifiers.functions.backprop.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.functions.backprop.kernel.Kernels;
import weka.classifiers.functions.backprop.model.HeldOutEstimate;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Attribute;
import weka.core.Instances;

/** What a built model says of itself. */
class TextReportTest {

  /** A line of the table of epochs: epoch, learning rate, training loss and perhaps validation loss. */
  private static final Pattern EPOCH = Pattern.compile("(?m)^ +(\\d+) +(\\S+) +(\\S+)(?: +(\\S+))?$");

  private static BackpropScheme iris(String options) throws Exception {
    return Schemes.built(Schemes.classifier(options), DataSets.iris());
  }

  @Test
  void layersAreListedWithUnitsActivationAndParameters() throws Exception {
    BackpropScheme scheme = iris("-H 5,3:tanh -F RELU -N 1");
    assertEquals(List.of("input 4", "hidden 1 5 relu 25", "hidden 2 3 tanh 18", "output 3 softmax 12"),
        Schemes.layers(scheme));
    assertTrue(scheme.toString().lines().anyMatch(line -> line.matches("total +55")), scheme.toString());
  }

  @Test
  void aRegressorsOutputIsLinear() throws Exception {
    BackpropScheme scheme =
        Schemes.built(Schemes.regressor("-H 2 -N 1"), DataSets.mixed(20, Attribute.NUMERIC, 5));
    assertEquals("output 1 linear 3", Schemes.layers(scheme).get(2));
  }

  /** Weka prints them before it. */
  @Test
  void theOptionsAreNotPrintedOnceMore() throws Exception {
    assertFalse(iris("-H 3 -S 5 -L 0.03 -N 2").toString().contains("-S 5"));
  }

  /** The last fifth is held out, and so can be predicted again by Weka. */
  @Test
  void howWellHeldOutInstancesArePredictedIsTold() throws Exception {
    Instances iris = DataSets.iris();
    iris.randomize(new Random(1));
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 10 -V 20 -holdout LAST"), iris);
    Evaluation evaluation = new Evaluation(new Instances(iris, 0, 120));
    evaluation.evaluateModel(scheme, new Instances(iris, 120, 30));
    HeldOutEstimate estimate = scheme.model().estimate();
    assertEquals(30, estimate.instances());
    assertEquals(evaluation.pctCorrect(), estimate.accuracy(), 1e-9);
    History history = scheme.model().history();
    History.Epoch best = history.epochs().get(history.bestEpoch() - 1);
    assertEquals(best.validationLoss(), estimate.logLoss(), 1e-6);
    assertEquals(estimate.accuracy(), history.score(best), 1e-9);
    assertTrue(scheme.toString().contains(String.format(Locale.ROOT,
        "\nHeld out: accuracy %.2f %%, log loss %.4f nats, on 30 instances\n", estimate.accuracy(),
        estimate.logLoss())),
        scheme.toString());
  }

  @Test
  void howWellHeldOutNumbersArePredictedIsTold() throws Exception {
    Instances data = DataSets.mixed(60, Attribute.NUMERIC, 5);
    BackpropScheme scheme = Schemes.built(Schemes.regressor("-N 10 -V 20 -holdout LAST"), data);
    Evaluation evaluation = new Evaluation(data);
    evaluation.evaluateModel(scheme, new Instances(data, 48, 12));
    HeldOutEstimate estimate = scheme.model().estimate();
    assertEquals(12, estimate.instances());
    double rmse = evaluation.rootMeanSquaredError();
    assertEquals(rmse, estimate.rootMeanSquaredError(), 1e-5 * rmse);
    History history = scheme.model().history();
    assertEquals(rmse, history.score(history.epochs().get(history.bestEpoch() - 1)), 1e-5 * rmse);
    assertTrue(scheme.toString().contains(String.format(Locale.ROOT,
        "\nHeld out: RMSE %.4g in the unit of %s, root relative squared error %.2f %%, on 12 instances\n",
        estimate.rootMeanSquaredError(), data.classAttribute().name(), estimate.rootRelativeSquaredError())),
        scheme.toString());
  }

  /** The network that was refitted has seen them. */
  @Test
  void aRefitKeepsTheEstimateOfTheNetworkBefore() throws Exception {
    BackpropScheme scheme = iris("-N 10 -V 20 -refit");
    assertEquals(iris("-N 10 -V 20").model().estimate().logLoss(), scheme.model().estimate().logLoss());
    assertTrue(scheme.toString().contains(" instances, before the network was refitted on all data\n"),
        scheme.toString());
    assertNull(iris("-N 10 -V 0").model().estimate());
    assertNull(iris("-N 0").model().estimate());
  }

  @Test
  void howToGetAFasterKernelIsToldWithDebugInformationOnly() throws Exception {
    BackpropScheme scheme = iris("-H 3 -N 1");
    assertFalse(scheme.toString().contains("--add-modules"), scheme.toString());
    scheme.setDebug(true);
    assertEquals(Kernels.advice().isPresent(), scheme.toString().contains("--add-modules"), scheme.toString());
  }

  @Test
  void epochsAreCountedAndLossesGiven() throws Exception {
    String text = iris("-H 3 -N 42 -O ADAM -L 0.01 -B 16").toString();
    assertTrue(Pattern.compile("Epochs: +42\n").matcher(text).find(), text);
    List<MatchResult> epochs = EPOCH.matcher(text).results().toList();
    assertEquals("1", epochs.get(0).group(1), text);
    assertEquals("42", epochs.get(epochs.size() - 1).group(1), text);
    double first = Double.parseDouble(epochs.get(0).group(3));
    double last = Double.parseDouble(epochs.get(epochs.size() - 1).group(3));
    // The cross-entropy of three equally probable labels is ln 3 = 1.1, and untrained networks start near it.
    assertTrue(first > 0.5 && first < 3, text);
    assertTrue(last > 0 && last < first / 2, text);
  }

  /** At most ten, evenly spaced, among them the first and the last. */
  @Test
  void someEpochsAreListedWithTheirRatesAndLosses() throws Exception {
    String text = iris("-H 3 -N 37 -L 0.5 -O SGD -schedule STEP -decay-epochs 19").toString();
    List<MatchResult> epochs = EPOCH.matcher(text).results().toList();
    assertEquals(List.of("1", "5", "9", "13", "17", "21", "25", "29", "33", "37"),
        epochs.stream().map(epoch -> epoch.group(1)).toList());
    epochs.forEach(epoch -> assertEquals(Integer.parseInt(epoch.group(1)) <= 19 ? 0.5 : 0.25,
        Double.parseDouble(epoch.group(2))));
    assertEquals(3, EPOCH.matcher(iris("-H 3 -N 3 -V 0").toString()).results().count());
    assertEquals(1, EPOCH.matcher(iris("-H 3 -N 1 -V 0").toString()).results().count());
  }

  @Test
  void theBestEpochIsNamedWithItsLoss() throws Exception {
    BackpropScheme scheme = iris("-H 3 -N 40 -V 30 -L 0.1");
    History history = scheme.model().history();
    double loss = history.epochs().get(history.bestEpoch() - 1).validationLoss();
    assertTrue(history.epochs().stream().allMatch(epoch -> epoch.validationLoss() >= loss));
    String best = String.format(Locale.ROOT, "Best epoch: %d (validation loss %.4g)", history.bestEpoch(), loss);
    assertTrue(scheme.toString().contains(best + "; the network has its weights\n"), scheme.toString());
    assertTrue(iris("-H 3 -N 40 -V 30 -L 0.1 -refit").toString()
        .contains(best + "; the network was then refitted on all data for as many epochs\n"));
  }

  @Test
  void whyTrainingEndedIsTold() throws Exception {
    assertTrue(iris("-H 3 -N 50 -E 2 -tolerance 1000 -B 1 -V 0").toString()
        .contains("Epochs: 3 (converged: training loss did not improve for 2 epochs)\n"));
    assertTrue(iris("-H 3 -N 50 -E 2 -tolerance 1000 -B 1 -V 20").toString()
        .contains("Epochs: 3 (stopped early: validation loss did not improve for 2 epochs)\n"));
    assertTrue(iris("-H 3 -N 5 -E 20").toString().contains("Epochs: 5\n"));
  }

  @Test
  void divergenceIsTold() throws Exception {
    assertFalse(iris("-H 3 -N 5").toString().contains("Divergence"));
    String text = iris("-H 3 -N 5 -F RELU -O SGD -L 1000").toString();
    Pattern line = Pattern.compile("Divergence: rolled back .* learning rate to a tenth, (once|[2-5] times)");
    assertTrue(line.matcher(text).find(), text);
  }

  @Test
  void theKernelIsNamed() throws Exception {
    assertTrue(iris("-H 3 -N 1 -V 0").toString().contains(Kernels.description()));
  }

  @Test
  void anUntrainedNetworkHasNoLosses() throws Exception {
    String text = iris("-H 3 -N 0").toString();
    assertTrue(Pattern.compile("Epochs: +0\n").matcher(text).find(), text);
    assertFalse(text.contains("loss"), text);
  }

  @Test
  void weightsAreListedOnlyWithDebugInformation() throws Exception {
    BackpropScheme scheme = iris("-H 2 -N 1");
    assertFalse(scheme.toString().contains("Layer 1:"), scheme.toString());
    scheme.setDebug(true);
    Pattern number = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
    String weights = scheme.toString().substring(scheme.toString().indexOf("Layer 1:"));
    assertEquals(10 + 9, number.matcher(weights).results().map(MatchResult::group).count(), weights);
    assertEquals(1 + 4, rows(weights.substring(0, weights.indexOf("Layer 2:")), 2), weights);
    assertEquals(1 + 2, rows(weights.substring(weights.indexOf("Layer 2:")), 3), weights);
  }

  private static long rows(String text, int columns) {
    return text.lines().filter(line -> line.matches("\\S+( \\(.*\\))?( -?\\d\\S*){" + columns + "}")).count();
  }

  @Test
  void theUnitOfTheLossIsNamed() throws Exception {
    assertTrue(iris("-H 3 -N 5").toString().contains("\nLoss: cross-entropy in nats\n"));
    BackpropScheme scheme = Schemes.built(Schemes.regressor("-H 0 -N 30 -V 0"),
        DataSets.of("x numeric; y numeric", "0,10", "1,30", "2,50"));
    History history = scheme.model().history();
    // The deviation of 10, 30 and 50 is the root of 800/3.
    double rmse = Math.sqrt(history.last().loss()) * Math.sqrt(800 / 3.0);
    String expected = String.format(Locale.ROOT, "\nLoss: squared error in squared standard deviations of the class; "
        + "RMSE on the training data %.4g in the unit of y\n", rmse);
    assertTrue(scheme.toString().contains(expected), scheme + expected);
  }

  @Test
  void attributesThatAreNoInputsAreNamed() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 2"),
        DataSets.of("x numeric; same numeric; c {a,b}; y {no,yes}", "0,7,a,no", "1,7,a,yes", "2,7,a,no"));
    assertTrue(scheme.toString().contains("\nLeft out, since they do not vary in the training data: same, c\n"),
        scheme.toString());
    assertFalse(iris("-N 2").toString().contains("Left out"));
  }

  @Test
  void epochsThatRanOutTooEarlyAreTold() throws Exception {
    String hint = "The loss was still falling when the epochs ran out: raise the epochs (-N) or the learning rate "
        + "(-L).";
    assertTrue(iris("-H 3 -N 10 -V 0 -L 0.01").toString().contains(hint));
    assertFalse(iris("-H 3 -N 3000 -V 0 -L 0.01 -E 0").toString().contains(hint));
    assertFalse(iris("-H 3 -N 9 -V 0 -L 0.01").toString().contains(hint));
  }
}
