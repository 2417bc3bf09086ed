package weka.classifiers.functions;

import java.util.List;
import java.util.function.Function;
import weka.classifiers.ConditionalDensityEstimator;
import weka.classifiers.IntervalEstimator;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.SchemeDocumentation;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.options.LossChoice;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.OptionMetadata;
import weka.core.WekaException;

/** A feed-forward neural network for a numeric or date class, with a linear output, trained by squared error. */
public class BackpropRegressor extends BackpropScheme implements IntervalEstimator, ConditionalDensityEstimator {

  private static final long serialVersionUID = 1L;

  private LossChoice loss = LossChoice.SQUARED;
  private boolean clipPredictions;

  /** What Weka's dialogs show about the scheme. */
  public String globalInfo() {
    return SchemeDocumentation.globalInfo("Trains feed-forward neural networks, twelve by default, by backpropagation "
        + "to predict a numeric or date class. Their output is linear; training minimises the squared error.");
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities capabilities = super.getCapabilities();
    capabilities.enable(Capability.NUMERIC_CLASS);
    capabilities.enable(Capability.DATE_CLASS);
    return capabilities;
  }

  @OptionMetadata(displayName = "loss",
      description = "Error that training minimises: SQUARED to predict means, ABSOLUTE to predict medians, HUBER "
          + "between them. HUBER is SQUARED for errors of up to one standard deviation of the class and ABSOLUTE "
          + "beyond, so that outliers count less.",
      commandLineParamName = "loss", commandLineParamSynopsis = "-loss <SQUARED|ABSOLUTE|HUBER>",
      displayOrder = 33, category = EXPERT)
  public LossChoice getLoss() {
    return loss;
  }

  public void setLoss(LossChoice loss) {
    this.loss = loss;
  }

  @OptionMetadata(displayName = "clipPredictions",
      description = "Whether predictions beyond the range of the class in the training data become the nearest value "
          + "of that range. "
          + "Use it where values beyond are impossible, such as negative amounts; exported models clip as well.",
      commandLineParamName = "clip", commandLineParamIsFlag = true, commandLineParamSynopsis = "-clip",
      displayOrder = 35, category = EXPERT)
  public boolean getClipPredictions() {
    return clipPredictions;
  }

  public void setClipPredictions(boolean clipPredictions) {
    this.clipPredictions = clipPredictions;
  }

  @Override
  protected Loss loss() {
    return loss.loss();
  }

  @Override
  protected Function<List<Instance>, ClassEncoder> classEncoder() {
    return clipPredictions ? instances -> NumericClass.fit(instances).clipped() : NumericClass::fit;
  }

  /**
   * The interval that holds the class value with a given confidence (CV+, see the guide).
   *
   * @param confidenceLevel between 0 and 1, such as 0.95
   * @return [1 × 2] lower and upper end
   */
  @Override
  public double[][] predictIntervals(Instance instance, double confidenceLevel) throws WekaException {
    return new double[][] {model().interval(instance, confidenceLevel)};
  }

  /** False, since Weka asks for intervals and densities only where it predicts instances one by one. */
  @Override
  public boolean implementsMoreEfficientBatchPrediction() {
    return false;
  }

  /** The natural logarithm of the density of the class at a value, given the other attributes. */
  @Override
  public double logDensity(Instance instance, double value) throws WekaException {
    return model().logDensity(instance, value);
  }

  /** Runs the scheme with Weka's command-line options. */
  public static void main(String[] options) throws Exception {
    BackpropRegressor scheme = new BackpropRegressor();
    scheme.run(scheme, options);
  }
}
