package weka.classifiers.functions.backprop.view;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import weka.classifiers.Classifier;
import weka.core.Drawable;
import weka.core.Instances;
import weka.core.WekaException;
import weka.gui.knowledgeflow.KFGUIConsts;
import weka.knowledgeflow.steps.KFStep;

/** Draws the learning curve of our schemes: that of the first training, and thin and grey those of the others. */
@KFStep(name = "LearningCurve", category = "Visualization",
    toolTipText = "Draws the losses of BackpropClassifier or BackpropRegressor, epoch by epoch",
    iconPath = KFGUIConsts.BASE_ICON_PATH + "StripChart.gif")
public final class LearningCurveStep extends ImageStep {

  private static final long serialVersionUID = 1L;

  /** The histories as CSV. */
  private final ArrayList<String> histories = new ArrayList<>();

  @Override
  void clear() {
    histories.clear();
  }

  @Override
  void collect(Classifier classifier, Instances test) throws Exception {
    String csv = classifier instanceof Drawable drawable ? LearningCurvePlugin.csv(drawable.graph()) : null;
    if (csv == null) {
      throw new WekaException("LearningCurve needs a BackpropClassifier or BackpropRegressor that was trained, but got "
          + classifier.getClass().getName() + ".");
    }
    histories.add(csv);
  }

  @Override
  BufferedImage draw() {
    List<LearningCurve> curves = histories.stream().map(LearningCurve::parse).toList();
    return new CurvePicture(ChartTheme.PAPER, curves.get(0), curves.subList(1, curves.size()),
        curves.size() == 1 ? "Learning curve" : "Learning curves of " + curves.size() + " trainings")
        .image(getImageWidth(), getImageHeight());
  }
}
