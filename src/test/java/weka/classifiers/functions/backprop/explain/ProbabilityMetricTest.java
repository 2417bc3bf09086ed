package weka.classifiers.functions.backprop.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import weka.classifiers.AggregateableEvaluation;
import weka.classifiers.Evaluation;
import weka.classifiers.evaluation.AbstractEvaluationMetric;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.rules.ZeroR;
import weka.core.Instances;
import weka.core.PluginManager;

class ProbabilityMetricTest {

  private static final double EPSILON = 1e-12;
  private static final String METRIC = AbstractEvaluationMetric.class.getName();
  private static final String OURS = ProbabilityMetric.class.getName();

  private final ProbabilityMetric metric = new ProbabilityMetric();

  @AfterEach
  void removePlugin() {
    PluginManager.removePlugins(METRIC, List.of(OURS));
  }

  private double of(String statistic) {
    return metric.getStatistic(statistic);
  }

  @Test
  void scoresAreTheirFormulasByWeight() {
    Instances data = DataSets.of("x numeric; class {a,b,c}", "1,a", "1,b,{3}", "1,?");
    metric.updateStatsForClassifier(new double[] {0.7, 0.2, 0.1}, data.get(0));
    metric.updateStatsForClassifier(new double[] {0.5, 0.25, 0.25}, data.get(1));
    metric.updateStatsForClassifier(new double[] {0, 0, 1}, data.get(2));
    assertEquals((-Math.log(0.7) - 3 * Math.log(0.25)) / 4, of(ProbabilityMetric.LOG_LOSS), EPSILON);
    double first = 0.09 + 0.04 + 0.01;
    double second = 0.25 + 0.5625 + 0.0625;
    assertEquals((first + 3 * second) / 4, of(ProbabilityMetric.BRIER_SCORE), EPSILON);
    assertEquals((0.3 + 3 * 0.5) / 4, of(ProbabilityMetric.CALIBRATION_ERROR), EPSILON);
  }

  @Test
  void anImpossibleEventCostsNoMoreThanTheSmallestProbability() {
    Instances data = DataSets.of("x numeric; class {a,b}", "1,a");
    metric.updateStatsForClassifier(new double[] {0, 1}, data.get(0));
    assertEquals(-Math.log(1e-15), of(ProbabilityMetric.LOG_LOSS), EPSILON);
    assertEquals(2, of(ProbabilityMetric.BRIER_SCORE));
  }

  @Test
  void withoutPredictionsThereIsNoScore() {
    metric.getStatisticNames().forEach(name -> assertTrue(Double.isNaN(of(name)), name));
  }

  @Test
  void namesAreKnownInLowerCaseAndLessIsBetter() {
    for (String name : metric.getStatisticNames()) {
      of(name.toLowerCase(Locale.ROOT));
      assertFalse(metric.statisticIsMaximisable(name));
    }
    assertThrows(AbstractEvaluationMetric.UnknownStatisticException.class, () -> of("accuracy"));
  }

  /** ZeroR predicts 1/3 for each of the three kinds on all 150 instances. */
  @Test
  void anyClassifiersEvaluationShowsThem() throws Exception {
    PluginManager.addPlugin(METRIC, OURS, OURS);
    Instances iris = DataSets.iris();
    Evaluation evaluation = new Evaluation(iris);
    ZeroR zeroR = new ZeroR();
    zeroR.buildClassifier(iris);
    evaluation.evaluateModel(zeroR, iris);
    String text = evaluation.toSummaryString();
    assertTrue(text.contains(String.format(Locale.ROOT, "%nLog loss                                 %.4f nats%n",
        Math.log(3)).replace(System.lineSeparator(), "\n")), text);
    assertTrue(text.contains("\nBrier score                              0.6667\n"), text);
    assertTrue(text.contains("\nExpected calibration error               0     \n"), text);
    AggregateableEvaluation folds = new AggregateableEvaluation(iris);
    folds.aggregate(evaluation);
    assertTrue(folds.toSummaryString().contains("\nBrier score                              0.6667\n"),
        folds.toSummaryString());
    assertEquals(Math.log(3), evaluation.getPluginMetric("Probability scores")
        .getStatistic(ProbabilityMetric.LOG_LOSS), 1e-9);
  }
}
