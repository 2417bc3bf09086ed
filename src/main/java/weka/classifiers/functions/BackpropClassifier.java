package weka.classifiers.functions;

import java.util.List;
import java.util.function.ToDoubleFunction;
import weka.classifiers.functions.backprop.Literature;
import weka.classifiers.functions.backprop.PortableScheme;
import weka.classifiers.functions.backprop.encode.ClassBalance;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.NominalClass;
import weka.classifiers.functions.backprop.network.Loss;
import weka.core.Capabilities.Capability;
import weka.core.Capabilities;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.OptionMetadata;

/** A feed-forward neural network for a nominal class, with softmax outputs, trained to least cross-entropy. */
public class BackpropClassifier extends PortableScheme {

  private static final long serialVersionUID = 1L;

  private boolean balanceClasses;

  /** What Weka's dialogs show about the scheme. */
  public String globalInfo() {
    return "Trains a feed-forward neural network by backpropagation to predict a nominal class. "
        + "The outputs are class probabilities (softmax), and training minimises the cross-entropy.\n\n"
        + Literature.GLOBAL_INFO;
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

  @Override
  protected ClassEncoder classEncoder(Instances header, List<Instance> instances) {
    return new NominalClass(header.numClasses());
  }

  @OptionMetadata(displayName = "balanceClasses",
      description = "Whether instances are weighted so that all classes count the same in training. "
          + "Choose it if rare classes matter as much as frequent ones; the probabilities are then those of a world in "
          + "which all classes are equally frequent.",
      commandLineParamName = "balance", commandLineParamIsFlag = true, commandLineParamSynopsis = "-balance",
      displayOrder = 8)
  public boolean getBalanceClasses() {
    return balanceClasses;
  }

  public void setBalanceClasses(boolean balanceClasses) {
    this.balanceClasses = balanceClasses;
  }

  @Override
  protected ToDoubleFunction<Instance> weight(List<Instance> instances) {
    return balanceClasses ? ClassBalance.balancedWeights(instances, instances.get(0).numClasses()) : super.weight(instances);
  }

  /** Runs the scheme with Weka's command-line options. */
  public static void main(String[] options) throws Exception {
    BackpropClassifier scheme = new BackpropClassifier();
    scheme.run(scheme, options);
  }
}
