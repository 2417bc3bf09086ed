package weka.classifiers.functions;

import weka.classifiers.functions.backprop.SchemeDocumentation;
import weka.classifiers.functions.backprop.UpdateableScheme;
import weka.classifiers.functions.backprop.network.Loss;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;

/** A feed-forward neural network for a nominal class that learns from a stream, instance by instance. */
public class BackpropClassifierUpdateable extends UpdateableScheme {

  private static final long serialVersionUID = 1L;

  /** What Weka's dialogs show about the scheme. */
  public String globalInfo() {
    return SchemeDocumentation.streamInfo("Trains a feed-forward neural network by backpropagation to predict a "
        + "nominal class, from a stream. Its outputs are class probabilities (softmax).", "BackpropClassifier");
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities capabilities = super.getCapabilities();
    capabilities.enable(Capability.NOMINAL_CLASS);
    return capabilities;
  }

  @Override
  protected Loss loss() {
    return Loss.CROSS_ENTROPY;
  }

  /** Runs the scheme with Weka's command-line options. */
  public static void main(String[] options) throws Exception {
    BackpropClassifierUpdateable scheme = new BackpropClassifierUpdateable();
    scheme.run(scheme, options);
  }
}
