package weka.classifiers.functions.backprop.view;

import javax.swing.JOptionPane;
import weka.classifiers.IterativeClassifier;
import weka.classifiers.functions.backprop.explain.LearningRateFinder;
import weka.classifiers.functions.backprop.model.ModelSource;
import weka.core.Instances;
import weka.gui.explorer.ClassifierPanel;
import weka.gui.explorer.ClassifierPanelLaunchHandlerPlugin;

/** Adds the button <i>Learning rate...</i> to the Explorer's Classify tab, for our schemes. */
public final class LearningRatePlugin implements ClassifierPanelLaunchHandlerPlugin {

  private static final String TITLE = "Find a learning rate";

  private ClassifierPanel panel;

  @Override
  public void setClassifierPanel(ClassifierPanel panel) {
    this.panel = panel;
  }

  @Override
  public String getLaunchCommand() {
    return "Learning rate...";
  }

  @Override
  public void launch() {
    ClassifyTab tab = new ClassifyTab(panel);
    Instances data = tab.data().orElse(null);
    IterativeClassifier scheme =
        tab.scheme(IterativeClassifier.class).filter(ModelSource.class::isInstance).orElse(null);
    if (data == null || scheme == null) {
      JOptionPane.showMessageDialog(panel, Messages.wrap("Choose BackpropClassifier or BackpropRegressor and load data "
          + "first: a few steps are then trained with ever greater learning rates."), TITLE,
          JOptionPane.INFORMATION_MESSAGE);
      return;
    }
    new LearningRateWindow(new LearningRateFinder(scheme), data, rate -> tab.choose(LearningRateFinder.with(scheme,
        rate))).open();
  }
}
