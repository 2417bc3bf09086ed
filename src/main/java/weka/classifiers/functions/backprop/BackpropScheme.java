package weka.classifiers.functions.backprop;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.EncodedExamples;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.export.TextReport;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.DivergedException;
import weka.classifiers.functions.backprop.train.Trainer;
import weka.classifiers.functions.backprop.train.TrainingSettings;
import weka.core.BatchPredictor;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.core.WekaException;

/** What the classifier and the regressor share: building, predicting and describing a model. */
public abstract class BackpropScheme extends BackpropOptions
    implements WeightedInstancesHandler, BatchPredictor, TechnicalInformationHandler {

  private static final long serialVersionUID = 1L;

  private Model model;

  /** A scheme with these defaults, which differ from scheme to scheme. */
  protected BackpropScheme(String hiddenLayers, Activation activation, double learningRate, int epochs) {
    super(hiddenLayers, activation, learningRate, epochs);
  }

  /** The loss, with the output that belongs to it. */
  protected abstract Loss loss();

  /** How the class is encoded, by the training data. */
  protected abstract ClassEncoder classEncoder(Instances header, List<Instance> instances) throws WekaException;

  /** Capabilities of the attributes; schemes add those of the class. */
  @Override
  public Capabilities getCapabilities() {
    Capabilities capabilities = super.getCapabilities();
    capabilities.disableAll();
    capabilities.enable(Capability.NOMINAL_ATTRIBUTES);
    capabilities.enable(Capability.NUMERIC_ATTRIBUTES);
    capabilities.enable(Capability.DATE_ATTRIBUTES);
    capabilities.enable(Capability.MISSING_VALUES);
    capabilities.enable(Capability.MISSING_CLASS_VALUES);
    return capabilities;
  }

  /**
   * Trains a network.
   *
   * @param data not modified
   * @throws WekaException if an option's value makes no sense, or the data hold nothing to learn from
   * @throws InterruptedException if the thread was interrupted; there is then no model
   */
  @Override
  public void buildClassifier(Instances data) throws Exception {
    model = null;
    checkOptions();
    TrainingSettings settings = trainingSettings();
    getCapabilities().testWithFail(data);
    List<Instance> instances = usable(data);
    ClassEncoder classEncoder = classEncoder(data, instances);
    InputEncoder inputs = InputEncoder.fit(data, instances, getInputScaling());
    if (inputs.width() == 0 || !classEncoder.varies()) {
      model = new Model(inputs, classEncoder, constantNetwork(inputs, classEncoder, instances), null);
      return;
    }
    List<HiddenLayer> hidden = hiddenLayers(InputEncoder.countInputs(data), data.numClasses());
    Network network = Network.create(inputs.width(), hidden, classEncoder.outputs(), loss(),
        new SplittableRandom(getSeed()));
    Examples examples = EncodedExamples.of(instances, inputs, classEncoder);
    try (Trainer trainer = new Trainer(network, examples, settings)) {
      model = new Model(inputs, classEncoder, network, trainer.train());
    } catch (DivergedException e) {
      throw new WekaException(e.getMessage() + " Lower the learning rate (option -L, learningRate), which is "
          + getLearningRate() + ", or scale the inputs (option -I, inputScaling).", e);
    }
  }

  /** Instances to train with: a weight of 0 makes an instance as if it were not there. */
  private static List<Instance> usable(Instances data) throws WekaException {
    List<Instance> usable = new ArrayList<>(data.numInstances());
    double totalWeight = 0;
    for (Instance instance : data) {
      if (!(instance.weight() >= 0) || Double.isInfinite(instance.weight())) {
        throw new WekaException("A training instance has the weight " + instance.weight()
            + ", but weights must be finite numbers of 0 or more.");
      }
      if (!instance.classIsMissing() && instance.weight() > 0) {
        usable.add(instance);
        totalWeight += instance.weight();
      }
    }
    if (usable.isEmpty()) {
      throw new WekaException("There is nothing to train with: none of the " + data.numInstances()
          + " training instances has a class value and a weight greater than 0.");
    }
    if (Double.isInfinite(totalWeight)) {
      throw new WekaException("The weights of the training instances add up to more than " + Double.MAX_VALUE + ".");
    }
    return usable;
  }

  /** A network of biases alone, which predicts the prior distribution or the mean. */
  private Network constantNetwork(InputEncoder inputs, ClassEncoder classEncoder, List<Instance> instances) {
    Network network = Network.zero(inputs.width(), classEncoder.outputs(), loss());
    float[] prior = classEncoder.prior(instances);
    System.arraycopy(prior, 0, network.outputLayer().biases(), 0, prior.length);
    return network;
  }

  /** The class distribution, or the predicted value of a numeric class. */
  @Override
  public double[] distributionForInstance(Instance instance) throws WekaException {
    return built().predict(List.of(instance))[0];
  }

  /** The same for each of a set of instances; faster than one by one. */
  @Override
  public double[][] distributionsForInstances(Instances instances) throws WekaException {
    return built().predict(instances);
  }

  @Override
  public boolean implementsMoreEfficientBatchPrediction() {
    return true;
  }

  private Model built() throws WekaException {
    if (model == null) {
      throw new WekaException(getClass().getSimpleName() + " has no model yet: call buildClassifier first.");
    }
    return model;
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    return Literature.backpropagation();
  }

  /** The model, readable at a glance; with all weights if output of debug information is on. */
  @Override
  public String toString() {
    if (model == null) {
      return getClass().getSimpleName() + ": no model built yet.";
    }
    return TextReport.of(model.inputs(), model.network(), model.history(), getOptions(), getDebug());
  }
}
