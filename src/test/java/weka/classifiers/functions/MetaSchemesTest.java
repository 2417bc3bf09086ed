package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.classifiers.CostMatrix;
import weka.classifiers.Evaluation;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.meta.AdaBoostM1;
import weka.classifiers.meta.AttributeSelectedClassifier;
import weka.classifiers.meta.Bagging;
import weka.classifiers.meta.CVParameterSelection;
import weka.classifiers.meta.ClassificationViaRegression;
import weka.classifiers.meta.CostSensitiveClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.IterativeClassifierOptimizer;
import weka.classifiers.meta.MultiClassClassifier;
import weka.classifiers.meta.Stacking;
import weka.classifiers.misc.InputMappedClassifier;
import weka.classifiers.rules.ZeroR;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.PropertyPath;
import weka.core.SelectedTag;
import weka.core.Utils;
import weka.filters.unsupervised.attribute.Discretize;

/** The classifier inside Weka's meta-schemes. */
@Tag("slow")
class MetaSchemesTest {

  private static final String BASE = "-O SGD -L 0.1 -B 10 -N 30 -S 1";

  /** Keeps the weights that it has been trained with. */
  public static final class WeightRecorder extends BackpropClassifier {

    private static final long serialVersionUID = 1L;

    static final Set<Double> WEIGHTS = new ConcurrentSkipListSet<>();

    @Override
    public void buildClassifier(Instances data) throws Exception {
      data.stream().map(Instance::weight).forEach(WEIGHTS::add);
      super.buildClassifier(data);
    }
  }

  private static void assertAccurate(Classifier meta) throws Exception {
    double accuracy = Schemes.accuracy(meta, DataSets.iris());
    assertTrue(accuracy > 90, accuracy + " %");
  }

  private static <T extends SingleClassifierEnhancer> T around(T meta) throws Exception {
    meta.setClassifier(Schemes.classifier(BASE));
    return meta;
  }

  @Test
  void adaBoostWeightsInstances() throws Exception {
    AdaBoostM1 boost = new AdaBoostM1();
    boost.setNumIterations(4);
    BackpropClassifier base = new WeightRecorder();
    base.setOptions(Utils.splitOptions(BASE));
    boost.setClassifier(base);
    assertAccurate(boost);
    WeightRecorder.WEIGHTS.clear();
    boost.buildClassifier(DataSets.iris());
    assertTrue(WeightRecorder.WEIGHTS.size() > 2, WeightRecorder.WEIGHTS.toString());
  }

  @Test
  void baggingGivesItsMembersDifferentSeeds() throws Exception {
    OpenBagging bagging = around(new OpenBagging());
    bagging.setNumIterations(5);
    assertAccurate(bagging);
    bagging.buildClassifier(DataSets.iris());
    assertEquals(5, bagging.seeds().size(), bagging.seeds().toString());
  }

  /** Tells what its members are. */
  public static final class OpenBagging extends Bagging {

    private static final long serialVersionUID = 1L;

    private Set<Integer> seeds() {
      return Stream.of(m_Classifiers).map(member -> ((BackpropClassifier) member).getSeed())
          .collect(Collectors.toSet());
    }
  }

  @Test
  void filteredClassifierTrainsOnWhatTheFilterGives() throws Exception {
    FilteredClassifier filtered = around(new FilteredClassifier());
    filtered.setFilter(new Discretize());
    assertAccurate(filtered);
    filtered.buildClassifier(DataSets.iris());
    // 4 attributes of 10 intervals each, some of which are empty.
    BackpropClassifier trained = (BackpropClassifier) filtered.getClassifier();
    int inputs = Integer.parseInt(Schemes.layers(trained).get(0).replace("input ", ""));
    assertTrue(inputs > 30 && inputs <= 40, inputs + " inputs");
  }

  /** At a rate of 0.000001 nothing is learnt. */
  @Test
  void cvParameterSelectionFindsTheBetterLearningRate() throws Exception {
    CVParameterSelection selection = around(new CVParameterSelection());
    selection.addCVParameter("L 0.000001 0.1 2");
    selection.setNumFolds(3);
    assertAccurate(selection);
    selection.buildClassifier(DataSets.iris());
    String rate = Utils.getOption("L", selection.getBestClassifierOptions());
    assertEquals(0.1, Double.parseDouble(rate), 1e-9);
  }

  /** It asks for predictions after every epoch, of copies that it trains fold by fold. */
  @Test
  void iterativeClassifierOptimizerFindsTheNumberOfEpochs() throws Exception {
    for (String resume : new String[] {"", " -resume"}) {
      Instances data = DataSets.iris();
      IterativeClassifierOptimizer optimizer = new IterativeClassifierOptimizer();
      optimizer.setNumFolds(3);
      optimizer.setLookAheadIterations(5);
      optimizer.setEvaluationMetric(new SelectedTag("rmse", optimizer.getEvaluationMetric().getTags()));
      optimizer.setIterativeClassifier(Schemes.classifier("-L 0.02 -N 60 -E 0 -S 1" + resume));
      optimizer.buildClassifier(data);
      Matcher best = Pattern.compile("Best number of iterations found: (\\d+)").matcher(optimizer.toString());
      assertTrue(best.find(), optimizer.toString());
      int epochs = Integer.parseInt(best.group(1));
      assertTrue(epochs > 1 && epochs < 60, epochs + " epochs");
      BackpropClassifier trained = (BackpropClassifier) optimizer.getIterativeClassifier();
      assertEquals(epochs, trained.getMeasure("measureEpochs"));
      BackpropClassifier exactly = Schemes.classifier("-L 0.02 -E 0 -S 1 -N " + epochs);
      assertEquals(Schemes.parameters(Schemes.built(exactly, data)), Schemes.parameters(trained));
    }
  }

  @Test
  void multiClassClassifierTrainsANetworkForEachLabel() throws Exception {
    MultiClassClassifier multi = around(new MultiClassClassifier());
    assertAccurate(multi);
    multi.buildClassifier(DataSets.iris());
    assertEquals(3, Pattern.compile("output +2 softmax").matcher(multi.toString()).results().count());
  }

  /** At a penalty of 10 all weights stay near 0. */
  @Test
  void cvParameterSelectionFindsTheBetterOfTwoPenaltiesAndRates() throws Exception {
    CVParameterSelection selection = around(new CVParameterSelection());
    selection.addCVParameter("L 0.000001 0.1 2");
    selection.addCVParameter("R 0.001 10 2");
    selection.setNumFolds(3);
    selection.buildClassifier(DataSets.iris());
    String[] best = selection.getBestClassifierOptions();
    assertEquals(0.1, Double.parseDouble(Utils.getOption("L", best)), 1e-9);
    assertEquals(0.001, Double.parseDouble(Utils.getOption("R", best)), 1e-9);
  }

  /** How GridSearch and MultiSearch name what they vary. */
  @Test
  void propertyPathsReachTheOptions() throws Exception {
    Bagging bagging = around(new Bagging());
    PropertyPath.setValue(bagging, "classifier.learningRate", 0.25);
    PropertyPath.setValue(bagging, "classifier.l2", 0.5);
    PropertyPath.setValue(bagging, "classifier.hiddenLayers", "7");
    BackpropClassifier base = (BackpropClassifier) bagging.getClassifier();
    assertEquals(0.25, base.getLearningRate());
    assertEquals(0.5, base.getL2());
    assertEquals("7", base.getHiddenLayers());
    assertEquals(0.25, PropertyPath.getValue(bagging, "classifier.learningRate"));
  }

  /**
   * A stack of our classifier and one that guesses does as well as ours alone, if the meta level knows whom to trust.
   */
  @Test
  void stackingTrainsUsOnBothLevels() throws Exception {
    Stacking stacking = new Stacking();
    stacking.setNumFolds(3);
    stacking.setClassifiers(new Classifier[] {Schemes.classifier(BASE), new ZeroR()});
    stacking.setMetaClassifier(Schemes.classifier(BASE));
    assertAccurate(stacking);
  }

  @Test
  void costSensitiveClassifierShiftsDecisionsToTheDearClass() throws Exception {
    Instances data = DataSets.creditG();
    double[] found = new double[2];
    for (int k = 0; k < 2; k++) {
      CostSensitiveClassifier costSensitive = new CostSensitiveClassifier();
      costSensitive.setClassifier(Schemes.classifier("-N 10"));
      // A bad debtor taken for a good one costs ten times as much, or as much, as a good one rejected.
      CostMatrix costs = new CostMatrix(2);
      costs.setCell(0, 1, 1.0);
      costs.setCell(1, 0, k == 0 ? 10.0 : 1.0);
      costSensitive.setCostMatrix(costs);
      costSensitive.setMinimizeExpectedCost(k == 0);
      Evaluation evaluation = new Evaluation(data);
      evaluation.crossValidateModel(costSensitive, data, 3, new Random(1));
      found[k] = evaluation.truePositiveRate(1);
    }
    assertTrue(found[0] > 0.8 && found[0] > found[1] + 0.2, "bad debtors found: " + found[0] + ", " + found[1]);
  }

  @Test
  void classificationViaRegressionTrainsOurRegressorForEachLabel() throws Exception {
    ClassificationViaRegression via = new ClassificationViaRegression();
    via.setClassifier(Schemes.regressor("-N 50"));
    assertAccurate(via);
    via.buildClassifier(DataSets.iris());
    assertEquals(3, Pattern.compile("output +1 linear").matcher(via.toString()).results().count());
  }

  @Test
  void attributeSelectedClassifierTrainsOnTheSelectedAttributes() throws Exception {
    AttributeSelectedClassifier selected = around(new AttributeSelectedClassifier());
    assertAccurate(selected);
    selected.buildClassifier(DataSets.iris());
    // CfsSubsetEval takes the two measures of the petals.
    assertEquals("input 2", Schemes.layers((BackpropClassifier) selected.getClassifier()).get(0));
    assertTrue(selected.graph().contains("<NAME>petalwidth</NAME>"), selected.graph());
    assertFalse(selected.graph().contains("<NAME>sepalwidth</NAME>"), selected.graph());
  }

  /** The class comes first in what is predicted, and last in what was trained on. */
  @Test
  void inputMappedClassifierFindsTheAttributesByName() throws Exception {
    Instances data = DataSets.iris();
    InputMappedClassifier mapped = around(new InputMappedClassifier());
    mapped.setSuppressMappingReport(true);
    mapped.buildClassifier(data);
    Instances moved = DataSets.withClassAt(0, data);
    for (int i = 0; i < data.numInstances(); i += 10) {
      assertArrayEquals(mapped.distributionForInstance(data.instance(i)),
          mapped.distributionForInstance(moved.instance(i)));
    }
  }

  @Test
  void membersBuiltOnManyThreadsAreThoseOfOne() throws Exception {
    Bagging one = around(new Bagging());
    Bagging four = around(new Bagging());
    four.setNumExecutionSlots(4);
    Instances data = DataSets.iris();
    one.buildClassifier(data);
    four.buildClassifier(data);
    for (Instance instance : data) {
      assertArrayEquals(one.distributionForInstance(instance), four.distributionForInstance(instance), 1e-12);
    }
  }
}
