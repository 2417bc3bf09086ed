package weka.attributeSelection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.trees.J48;
import weka.core.Attribute;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;

/** Permutation importance in Weka's attribute selection. */
class PermutationAttributeEvalTest {

  /** A class that depends on a and a little on b, not on c. */
  private static Instances data(boolean nominal) {
    Instances data = DataSets.of("a numeric; b numeric; c numeric; " + (nominal ? "y {no, yes}" : "y numeric"));
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      double y = 3 * a + b;
      data.add(new DenseInstance(1, new double[] {a, b, random.nextGaussian(), nominal ? y > 0 ? 1 : 0 : y}));
    }
    return data;
  }

  private static PermutationAttributeEval evaluator(String... options) throws Exception {
    PermutationAttributeEval evaluator = new PermutationAttributeEval();
    evaluator.setOptions(options);
    return evaluator;
  }

  @ParameterizedTest
  @CsvSource({"true, weka.classifiers.functions.BackpropClassifier -H 0",
      "false, weka.classifiers.functions.BackpropRegressor -H 0", "true, weka.classifiers.trees.J48 -M 2"})
  void attributesRankByWhatTheClassDependsOn(boolean nominal, String classifier) throws Exception {
    PermutationAttributeEval evaluator = evaluator("-W", classifier);
    AttributeSelection selection = new AttributeSelection();
    selection.setEvaluator(evaluator);
    selection.setSearch(new Ranker());
    selection.SelectAttributes(data(nominal));
    double[][] ranked = selection.rankedAttributes();
    assertEquals(0, ranked[0][0]);
    assertEquals(1, ranked[1][0]);
    assertEquals(2, ranked[2][0]);
    assertTrue(ranked[0][1] > 2 * ranked[1][1] && ranked[1][1] > 5 * Math.abs(ranked[2][1]),
        selection.toResultsString());
    assertTrue(selection.toResultsString().contains("99 instances held out of 300"), selection.toResultsString());
  }

  @Test
  void instancesThatWereTrainedOnDoNotCount() throws Exception {
    // A tree overfits noise, so on its training data every attribute would matter.
    Instances noise = DataSets.of("a numeric; b numeric; y {no, yes}");
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      noise.add(new DenseInstance(1, new double[] {random.nextGaussian(), random.nextGaussian(), random.nextInt(2)}));
    }
    PermutationAttributeEval evaluator = evaluator("-W", "weka.classifiers.trees.RandomTree");
    evaluator.buildEvaluator(noise);
    // A tree's labels are sure: each wrong one costs some 35 nats, so the log loss varies much.
    assertEquals(0, evaluator.evaluateAttribute(0), 2);
    assertEquals(0, evaluator.evaluateAttribute(1), 2);
  }

  @Test
  void theDataStayAsTheyWereAndTheSeedDecides() throws Exception {
    Instances data = data(true);
    String before = data.toString();
    PermutationAttributeEval evaluator = evaluator("-W", J48.class.getName());
    evaluator.buildEvaluator(data);
    double importance = evaluator.evaluateAttribute(0);
    evaluator.buildEvaluator(data);
    assertEquals(importance, evaluator.evaluateAttribute(0));
    assertEquals(before, data.toString());
  }

  @Test
  void missingClassesWeightsAndSparseDataAreAccepted() throws Exception {
    Instances data = DataSets.sparse(DataSets.mixed(60, Attribute.NOMINAL, 2));
    data.instance(0).setClassMissing();
    data.instance(1).setWeight(0);
    data.instance(2).setWeight(5);
    PermutationAttributeEval evaluator = evaluator();
    evaluator.buildEvaluator(data);
    assertTrue(evaluator.toString().contains("held out of 58"), evaluator.toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "-P | 0    | Option -P (heldOutPercent) is 0.0, but must be a percentage greater than 0 and less than 100.",
      "-P | 100  | Option -P (heldOutPercent) is 100.0, but must be a percentage greater than 0 and less than 100.",
      "-P | half | Option -P (heldOutPercent) is half, but must be a number.",
      "-R | 0    | Option -R (shuffles) is 0, but must be a whole number of 1 or more.",
      "-R | 1.5  | Option -R (shuffles) is 1.5, but must be a whole number.",
      "-S | x    | Option -S (seed) is x, but must be a whole number."})
  void nonsenseIsRefused(String flag, String value, String sentence) {
    assertEquals(sentence,
        assertThrows(WekaException.class, () -> evaluator(flag, value)).getMessage());
  }

  @Test
  void aNumericClassIsExplainedByTheRegressorWithTheSameOptions() throws Exception {
    PermutationAttributeEval evaluator =
        evaluator("-W", "weka.classifiers.functions.BackpropClassifier -H 3 -N 20 -balance");
    assertTrue(evaluator.getCapabilities().test(data(false)));
    evaluator.buildEvaluator(data(false));
    assertTrue(evaluator.toString().contains("Classifier: weka.classifiers.functions.BackpropRegressor "),
        evaluator.toString());
    assertTrue(evaluator.toString().contains("growth of the root mean squared error"), evaluator.toString());
  }

  @Test
  void aNumericClassWantsAClassifierForNumbers() throws Exception {
    PermutationAttributeEval evaluator = evaluator("-W", J48.class.getName());
    assertEquals("Option -W (classifier) is weka.classifiers.trees.J48, but must be one that "
        + "predicts numbers, such as weka.classifiers.functions.BackpropRegressor, since the class is numeric.",
        assertThrows(WekaException.class, () -> evaluator.buildEvaluator(data(false))).getMessage());
  }

  @Test
  void aBarShowsTheImportanceOfEachAttributeAndTheGreatestIsFull() throws Exception {
    PermutationAttributeEval evaluator = evaluator("-W", J48.class.getName());
    evaluator.buildEvaluator(data(true));
    List<String> lines = evaluator.toString().lines().filter(line -> line.contains("  #")).toList();
    assertTrue(lines.get(0).matches("\ta +\\d+\\.\\d{4} \\+/- \\d+\\.\\d{4}  #{40}"), lines.get(0));
    assertTrue(evaluator.toString().contains("growth of the log loss"), evaluator.toString());
  }

  @Test
  void tooFewInstancesAreRefused() {
    Instances one = new Instances(data(true), 0, 1);
    assertTrue(assertThrows(WekaException.class, () -> evaluator().buildEvaluator(one)).getMessage()
        .startsWith("There is nothing to hold out: the data have 1 instances"));
  }

  @Test
  void askingBeforeMeasuringIsRefused() {
    assertThrows(WekaException.class, () -> new PermutationAttributeEval().evaluateAttribute(0));
  }

  @Test
  void dialogAndOptionsPassWekasChecks() throws Exception {
    CheckGOE dialog = new CheckGOE();
    dialog.setSilent(true);
    dialog.setObject(new PermutationAttributeEval());
    dialog.doTests();
    assertTrue(dialog.getSuccess());
    CheckOptionHandler options = new CheckOptionHandler();
    options.setSilent(true);
    options.setOptionHandler(new PermutationAttributeEval());
    options.setUserOptions(Utils.splitOptions("-W \"weka.classifiers.trees.J48 -M 3\" -P 20 -R 3 -S 7"));
    options.doTests();
    assertTrue(options.getSuccess());
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    PermutationAttributeEval evaluator = evaluator("-W", J48.class.getName());
    Instances data = data(true);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> evaluator.buildEvaluator(data));
  }
}
