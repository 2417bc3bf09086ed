package weka.classifiers.functions;

import java.util.List;
import weka.classifiers.functions.backprop.Literature;
import weka.classifiers.functions.backprop.LossChoice;
import weka.classifiers.functions.backprop.PortableScheme;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.network.Loss;
import weka.core.Capabilities.Capability;
import weka.core.Capabilities;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.OptionMetadata;

/** A feed-forward neural network for a numeric class, with a linear output, trained to least squared error. */
public class BackpropRegressor extends PortableScheme {

  private static final long serialVersionUID = 1L;

  private LossChoice loss = LossChoice.SQUARED;

  /** What Weka's dialogs show about the scheme. */
  public String globalInfo() {
    return "Trains a feed-forward neural network by backpropagation to predict a numeric or date class. "
        + "The output is linear, the class is standardised for training, and training minimises the squared error.\n\n"
        + Literature.GLOBAL_INFO;
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities capabilities = super.getCapabilities();
    capabilities.enable(Capability.NUMERIC_CLASS);
    capabilities.enable(Capability.DATE_CLASS);
    return capabilities;
  }

  @Override
  protected Loss loss() {
    return loss.loss();
  }

  @Override
  protected ClassEncoder classEncoder(Instances header, List<Instance> instances) {
    return NumericClass.fit(instances);
  }

  @OptionMetadata(displayName = "loss",
      description = "Error that training minimises. SQUARED predicts means; ABSOLUTE predicts medians, which outliers "
          + "don't move; HUBER is SQUARED for errors up to a standard deviation of the class and ABSOLUTE beyond.",
      commandLineParamName = "loss", commandLineParamSynopsis = "-loss <SQUARED|ABSOLUTE|HUBER>", displayOrder = 8)
  public LossChoice getLoss() {
    return loss;
  }

  public void setLoss(LossChoice loss) {
    this.loss = loss;
  }

  /** Runs the scheme with Weka's command-line options. */
  public static void main(String[] options) throws Exception {
    BackpropRegressor scheme = new BackpropRegressor();
    scheme.run(scheme, options);
  }
}
