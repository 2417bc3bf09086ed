package weka.classifiers.functions.backprop.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.classifiers.functions.backprop.explain.ProbabilityScores;
import weka.classifiers.functions.backprop.explain.ReliabilityBins;
import weka.core.Attribute;
import weka.core.Utils;

/** The predictions of an evaluation, to be shown as reliability diagrams. */
record Reliability(List<NominalPrediction> predictions, Attribute classAttribute) {

  /** The diagram of the predicted class, whichever it is. */
  static final int PREDICTED_CLASS = -1;

  /** The predictions that have a class and a distribution. */
  static Reliability of(List<Prediction> predictions, Attribute classAttribute) {
    List<NominalPrediction> usable = new ArrayList<>();
    for (Prediction prediction : predictions) {
      if (prediction instanceof NominalPrediction nominal && !Utils.isMissingValue(nominal.actual())
          && !Utils.isMissingValue(nominal.predicted())) {
        usable.add(nominal);
      }
    }
    return new Reliability(usable, classAttribute);
  }

  /** Bins of the probability of a class, or of {@link #PREDICTED_CLASS}. */
  ReliabilityBins bins(int label) {
    ReliabilityBins bins = new ReliabilityBins();
    for (NominalPrediction prediction : predictions) {
      int shown = label == PREDICTED_CLASS ? (int) prediction.predicted() : label;
      bins.add(prediction.distribution()[shown], shown == (int) prediction.actual(), prediction.weight());
    }
    return bins;
  }

  /** The scores of all predictions, for people. */
  String scores() {
    ProbabilityScores scores = new ProbabilityScores();
    for (NominalPrediction prediction : predictions) {
      scores.add(prediction.distribution(), (int) prediction.actual(), prediction.weight());
    }
    return String.format(Locale.ROOT, "%d predictions    log loss %.4f nats    Brier score %.4f    "
        + "expected calibration error %.4f", predictions.size(), scores.logLoss(), scores.brierScore(),
        scores.expectedCalibrationError());
  }

  /** What can be shown: the predicted class, and each label. */
  List<String> choices() {
    List<String> choices = new ArrayList<>();
    choices.add("Predicted class");
    for (int label = 0; label < classAttribute.numValues(); label++) {
      choices.add(classAttribute.name() + " = " + classAttribute.value(label));
    }
    return choices;
  }

  /** The bins of a diagram as a table. */
  String csv(int label) {
    ReliabilityBins bins = bins(label);
    Csv csv = new Csv("from", "to", "weight", "mean probability", "frequency", "standard error");
    for (int bin = 0; bin < ReliabilityBins.BINS; bin++) {
      csv.row((double) bin / ReliabilityBins.BINS, (bin + 1.0) / ReliabilityBins.BINS, bins.weight(bin),
          bins.meanProbability(bin), bins.frequency(bin), bins.standardError(bin));
    }
    return csv.toString();
  }
}
