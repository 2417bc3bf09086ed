package weka.classifiers.functions.backprop.compare;

import java.util.List;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.RegressionSplitEvaluator;
import weka.experiment.SplitEvaluator;

/** A kind of class, with the schemes that are compared on it and the measures they are compared by. */
enum Task {

  /** A nominal class. */
  NOMINAL("Logistic", List.of("functions.BackpropClassifier", "functions.MultilayerPerceptron",
      "functions.MLPClassifier", "functions.Logistic", "functions.SMO", "trees.RandomForest"),
      new Measure("log loss, bits", "SF_mean_scheme_entropy", false, 3),
      new Measure("accuracy, %", "Percent_correct", true, 1),
      // the root of the Brier score over the number of classes
      new Measure("RMSE of probabilities", "Root_mean_squared_error", false, 3),
      new Measure("area under ROC", "Weighted_avg_area_under_ROC", true, 3),
      Measure.TRAINING_TIME) {

    @Override
    SplitEvaluator evaluator(Classifier classifier) {
      ClassifierSplitEvaluator evaluator = new ClassifierSplitEvaluator();
      evaluator.setNoSizeDetermination(true);
      evaluator.setClassifier(classifier);
      return evaluator;
    }
  },

  /** A numeric class. */
  NUMERIC("LinearRegression", List.of("functions.BackpropRegressor", "functions.MultilayerPerceptron",
      "functions.MLPRegressor", "functions.LinearRegression", "trees.M5P", "trees.RandomForest"),
      new Measure("RRSE, %", "Root_relative_squared_error", false, 1),
      new Measure("correlation", "Correlation_coefficient", true, 3),
      Measure.TRAINING_TIME) {

    @Override
    SplitEvaluator evaluator(Classifier classifier) {
      RegressionSplitEvaluator evaluator = new RegressionSplitEvaluator();
      evaluator.setNoSizeDetermination(true);
      evaluator.setClassifier(classifier);
      return evaluator;
    }
  };

  private final String linear;
  private final List<Scheme> schemes;
  private final List<Measure> measures;

  Task(String linear, List<String> schemes, Measure... measures) {
    this.linear = linear;
    this.schemes = schemes.stream().map(Scheme::standard).toList();
    this.measures = List.of(measures);
  }

  /** What Weka's Experimenter evaluates a scheme with. */
  abstract SplitEvaluator evaluator(Classifier classifier);

  /** Whether the data's class is of this kind. */
  boolean suits(Instances data) {
    return data.classAttribute().isNominal() == (this == NOMINAL);
  }

  /** Our scheme with its defaults. */
  Scheme ours() {
    return schemes.get(0);
  }

  /** Ours and its peers, all with their defaults, ours first. */
  List<Scheme> schemes() {
    return schemes;
  }

  /** The most important first. */
  List<Measure> measures() {
    return measures;
  }

  /** The name of the linear peer, which a network should not fall behind. */
  String linear() {
    return linear;
  }
}
