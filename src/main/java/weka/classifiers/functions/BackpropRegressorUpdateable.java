package weka.classifiers.functions;

import weka.classifiers.functions.backprop.SchemeDocumentation;
import weka.classifiers.functions.backprop.UpdateableScheme;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.options.LossChoice;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.OptionMetadata;

/** A feed-forward neural network for a numeric or date class that learns from a stream, instance by instance. */
public class BackpropRegressorUpdateable extends UpdateableScheme {

  private static final long serialVersionUID = 1L;

  private LossChoice loss = LossChoice.SQUARED;

  /** What Weka's dialogs show about the scheme. */
  public String globalInfo() {
    return SchemeDocumentation.streamInfo("Trains a feed-forward neural network by backpropagation to predict a "
        + "numeric or date class, from a stream. Its output is linear.", "BackpropRegressor");
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
          + "beyond, so that outliers count less. It applies to the next stream.",
      commandLineParamName = "loss", commandLineParamSynopsis = "-loss <SQUARED|ABSOLUTE|HUBER>",
      displayOrder = 24, category = EXPERT)
  public LossChoice getLoss() {
    return loss;
  }

  public void setLoss(LossChoice loss) {
    this.loss = loss;
  }

  @Override
  protected Loss loss() {
    return loss.loss();
  }

  /** Runs the scheme with Weka's command-line options. */
  public static void main(String[] options) throws Exception {
    BackpropRegressorUpdateable scheme = new BackpropRegressorUpdateable();
    scheme.run(scheme, options);
  }
}
