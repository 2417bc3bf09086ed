package weka.classifiers.functions;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.SchemeDocumentation;
import weka.classifiers.functions.backprop.encode.ClassBalance;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.NominalClass;
import weka.classifiers.functions.backprop.network.Loss;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.OptionMetadata;

/** A feed-forward neural network for a nominal class, with softmax outputs, trained by cross-entropy. */
public class BackpropClassifier extends BackpropScheme {

  private static final long serialVersionUID = 1L;

  private boolean balanceClasses;

  /** What Weka's dialogs show about the scheme. */
  public String globalInfo() {
    return SchemeDocumentation.globalInfo("Trains feed-forward neural networks, twelve by default, by backpropagation "
        + "to predict a nominal class. Their outputs are class probabilities (softmax); training minimises the "
        + "cross-entropy.");
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities capabilities = super.getCapabilities();
    capabilities.enable(Capability.NOMINAL_CLASS);
    return capabilities;
  }

  @OptionMetadata(displayName = "balanceClasses",
      description = "Whether training instances are weighted so that all classes count the same. "
          + "Use it if rare classes matter as much as frequent ones; the predicted probabilities are then those of "
          + "data in which all classes are equally frequent.",
      commandLineParamName = "balance", commandLineParamIsFlag = true, commandLineParamSynopsis = "-balance",
      displayOrder = 33, category = EXPERT)
  public boolean getBalanceClasses() {
    return balanceClasses;
  }

  public void setBalanceClasses(boolean balanceClasses) {
    this.balanceClasses = balanceClasses;
  }

  @Override
  protected Loss loss() {
    return Loss.CROSS_ENTROPY;
  }

  @Override
  protected Function<List<Instance>, ClassEncoder> classEncoder() {
    return instances -> new NominalClass(instances.get(0).numClasses());
  }

  @Override
  protected Function<List<Instance>, ToDoubleFunction<Instance>> weighting() {
    return balanceClasses ? instances -> ClassBalance.balancedWeights(instances, instances.get(0).numClasses())
        : super.weighting();
  }

  /** Runs the scheme with Weka's command-line options. */
  public static void main(String[] options) throws Exception {
    BackpropClassifier scheme = new BackpropClassifier();
    scheme.run(scheme, options);
  }
}
