package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.meta.AdaBoostM1;
import weka.classifiers.meta.Bagging;
import weka.classifiers.meta.CVParameterSelection;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.IterativeClassifierOptimizer;
import weka.classifiers.meta.MultiClassClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SelectedTag;
import weka.core.Utils;
import weka.filters.unsupervised.attribute.Discretize;

/** The classifier inside Weka's meta-schemes. */
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
    Bagging bagging = around(new Bagging());
    bagging.setNumIterations(5);
    bagging.setPrintClassifiers(true);
    assertAccurate(bagging);
    bagging.buildClassifier(DataSets.iris());
    Set<String> seeds = Pattern.compile("Options:.* -S (-?\\d+)").matcher(bagging.toString()).results()
        .map(match -> match.group(1)).collect(Collectors.toSet());
    assertEquals(5, seeds.size(), bagging.toString());
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
}
