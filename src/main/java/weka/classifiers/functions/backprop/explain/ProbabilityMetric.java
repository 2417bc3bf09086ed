package weka.classifiers.functions.backprop.explain;

import java.util.List;
import weka.classifiers.evaluation.AbstractEvaluationMetric;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.classifiers.evaluation.StandardEvaluationMetric;
import weka.core.Instance;
import weka.core.Utils;

/**
 * Log loss, Brier score and expected calibration error of any classifier, in the text of every evaluation and as
 * columns of the Experimenter. Weka finds the class by the package's PluginManager.props.
 */
public final class ProbabilityMetric extends AbstractEvaluationMetric implements StandardEvaluationMetric {

  /** Mean log loss, in nats. */
  public static final String LOG_LOSS = "Log_loss";
  /** Mean squared distance of the distribution from the class. */
  public static final String BRIER_SCORE = "Brier_score";
  /** Distance of confidence and accuracy. */
  public static final String CALIBRATION_ERROR = "Expected_calibration_error";

  private static final long serialVersionUID = 1L;

  private final ProbabilityScores seen = new ProbabilityScores();

  @Override
  public boolean appliesToNominalClass() {
    return true;
  }

  @Override
  public boolean appliesToNumericClass() {
    return false;
  }

  @Override
  public String getMetricName() {
    return "Probability scores";
  }

  @Override
  public String getMetricDescription() {
    return "Quality of predicted probabilities; less is better. Log loss: mean of -ln P(actual class) in nats, with "
        + "probabilities below 1e-15 counted as 1e-15. Brier score: mean of the squared differences of the predicted "
        + "and the actual distribution, summed over the classes. Expected calibration error: mean difference of the "
        + "predicted class's probability and its accuracy, in " + ReliabilityBins.BINS + " bins of equal width.";
  }

  @Override
  public List<String> getStatisticNames() {
    return List.of(LOG_LOSS, BRIER_SCORE, CALIBRATION_ERROR);
  }

  @Override
  public double getStatistic(String name) {
    ProbabilityScores scores = scores();
    // Weka's meta-schemes ask in lower case.
    if (name.equalsIgnoreCase(LOG_LOSS)) {
      return scores.logLoss();
    }
    if (name.equalsIgnoreCase(BRIER_SCORE)) {
      return scores.brierScore();
    }
    if (name.equalsIgnoreCase(CALIBRATION_ERROR)) {
      return scores.expectedCalibrationError();
    }
    throw new UnknownStatisticException("There is no statistic " + name + " in " + getMetricName() + ".");
  }

  @Override
  public boolean statisticIsMaximisable(String name) {
    return false;
  }

  @Override
  public void updateStatsForClassifier(double[] distribution, Instance instance) {
    if (!instance.classIsMissing()) {
      seen.add(distribution, (int) instance.classValue(), instance.weight());
    }
  }

  /** A numeric class has no probabilities. */
  @Override
  public void updateStatsForPredictor(double value, Instance instance) {
  }

  /** The KnowledgeFlow aggregates evaluations without their plug-in metrics, but with their predictions. */
  private ProbabilityScores scores() {
    if (!Double.isNaN(seen.logLoss()) || m_baseEvaluation == null || m_baseEvaluation.predictions() == null) {
      return seen;
    }
    ProbabilityScores scores = new ProbabilityScores();
    for (Prediction prediction : m_baseEvaluation.predictions()) {
      if (prediction instanceof NominalPrediction nominal && !Utils.isMissingValue(nominal.actual())) {
        scores.add(nominal.distribution(), (int) nominal.actual(), nominal.weight());
      }
    }
    return scores;
  }

  /** Aligned with Weka's own lines; nothing if nothing was predicted. */
  @Override
  public String toSummaryString() {
    ProbabilityScores scores = scores();
    return Double.isNaN(scores.logLoss()) ? "" : line("Log loss", scores.logLoss(), " nats")
        + line("Brier score", scores.brierScore(), "")
        + line("Expected calibration error", scores.expectedCalibrationError(), "");
  }

  private static String line(String name, double value, String unit) {
    return Utils.padRight(name, 35) + Utils.doubleToString(value, 12, 4) + unit + "\n";
  }
}
