package weka.classifiers.functions.backprop.view;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.evaluation.Prediction;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.WekaException;
import weka.gui.knowledgeflow.KFGUIConsts;
import weka.knowledgeflow.steps.KFStep;

/** Makes a reliability diagram of a classifier's predictions of its test sets. */
@KFStep(name = "ReliabilityDiagram", category = "Visualization",
    toolTipText = "Draws how often predicted probabilities come true, for any classifier with a test set",
    iconPath = KFGUIConsts.BASE_ICON_PATH + "ModelPerformanceChart.gif")
public final class ReliabilityStep extends ImageStep {

  private static final long serialVersionUID = 1L;

  private final ArrayList<Prediction> predictions = new ArrayList<>();
  private Attribute classAttribute;

  @Override
  void clear() {
    predictions.clear();
  }

  @Override
  void collect(Classifier classifier, Instances test) throws Exception {
    if (test == null || test.isEmpty()) {
      throw new WekaException("ReliabilityDiagram has no test set: connect one to the classifier.");
    }
    if (!test.classAttribute().isNominal()) {
      throw new WekaException("ReliabilityDiagram needs a nominal class, but " + test.classAttribute().name()
          + " is numeric.");
    }
    classAttribute = test.classAttribute();
    Evaluation evaluation = new Evaluation(test);
    evaluation.evaluateModel(classifier, test);
    predictions.addAll(evaluation.predictions());
  }

  @Override
  BufferedImage draw() {
    Reliability reliability = Reliability.of(predictions, classAttribute);
    return new ReliabilityChart(reliability.bins(Reliability.PREDICTED_CLASS), ChartTheme.PAPER)
        .draw(getImageWidth(), getImageHeight());
  }
}
