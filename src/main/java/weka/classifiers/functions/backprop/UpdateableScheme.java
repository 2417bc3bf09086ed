package weka.classifiers.functions.backprop;

import java.util.List;
import java.util.Locale;
import weka.classifiers.Evaluation;
import weka.classifiers.UpdateableBatchProcessor;
import weka.classifiers.UpdateableClassifier;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.TypeCheck;
import weka.classifiers.functions.backprop.export.TextReport;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.options.OptionReader;
import weka.classifiers.functions.backprop.options.StreamOptions;
import weka.classifiers.functions.backprop.stream.StreamLearner;
import weka.classifiers.functions.backprop.stream.StreamSettings;
import weka.classifiers.functions.backprop.train.InvalidSettingException;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.Utils;
import weka.core.WeightedInstancesHandler;
import weka.core.WekaException;

/**
 * What Weka wants of a classifier and a regressor that learn from a stream. Options that are changed between two
 * updates apply from the next training step on, but for the hidden layers, the optimizer and the warm-up, which apply
 * to the next stream.
 */
public abstract class UpdateableScheme extends StreamOptions
    implements UpdateableClassifier, UpdateableBatchProcessor, WeightedInstancesHandler, TechnicalInformationHandler,
    DescribedModel {

  private static final long serialVersionUID = 1L;

  private StreamLearner learner;

  /** The loss, with the output that belongs to it. */
  protected abstract Loss loss();

  /** Capabilities of the attributes, and that no instance is needed; schemes add those of the class. */
  @Override
  public Capabilities getCapabilities() {
    Capabilities capabilities = super.getCapabilities();
    capabilities.disableAll();
    List.of(Capability.NOMINAL_ATTRIBUTES, Capability.NUMERIC_ATTRIBUTES, Capability.DATE_ATTRIBUTES,
        Capability.MISSING_VALUES, Capability.MISSING_CLASS_VALUES).forEach(capabilities::enable);
    capabilities.setMinimumNumberInstances(0);
    return capabilities;
  }

  /**
   * Begins a stream, and learns from instances in their order, each once, as {@link #updateClassifier} does; to shuffle
   * them first is the caller's choice.
   *
   * @param data not modified; may be without instances
   * @throws WekaException if an option's value is invalid, or the data are unsuitable
   * @throws InterruptedException if the thread was interrupted; there is then no model
   */
  @Override
  public void buildClassifier(Instances data) throws Exception {
    learner = null;
    checkOptions();
    TypeCheck.check(data, getCapabilities().handles(Capability.NOMINAL_CLASS), "Updateable");
    getCapabilities().testWithFail(data);
    StreamSettings settings = settings();
    StreamLearner begun = new StreamLearner(data, layers(InputEncoder.countInputs(data), data.numClasses()), loss(),
        settings);
    for (Instance instance : data) {
      begun.update(instance, settings);
    }
    learner = begun;
  }

  /**
   * Learns from an instance, at the latest when a mini-batch of them is full. One without class, or of weight 0, is
   * ignored.
   *
   * @param instance with the attributes of the stream; not modified
   * @throws WekaException if there is no stream, an option's value is invalid, or the instance is unsuitable
   * @throws InterruptedException if the thread was interrupted
   */
  @Override
  public void updateClassifier(Instance instance) throws Exception {
    try {
      learner().update(instance, settings());
    } catch (InvalidSettingException e) {
      throw OptionReader.rejection(this, e);
    }
  }

  /** Learns from the instances that wait for a full mini-batch. The stream may continue. */
  @Override
  public void batchFinished() throws Exception {
    try {
      learner().flush(settings());
    } catch (InvalidSettingException e) {
      throw OptionReader.rejection(this, e);
    }
  }

  private StreamLearner learner() throws WekaException {
    if (learner == null) {
      throw new WekaException(getClass().getSimpleName() + " has no model yet: call buildClassifier first.");
    }
    return learner;
  }

  /**
   * The model as it is now; further updates change its network.
   *
   * @throws WekaException if there is no stream
   */
  @Override
  public Model model() throws WekaException {
    return learner().model();
  }

  /** The class distribution, or the predicted value of a numeric class; before the first training step, the prior. */
  @Override
  public double[] distributionForInstance(Instance instance) throws WekaException {
    return model().predict(instance);
  }

  /** The same for each of a set of instances; faster than one by one. */
  @Override
  public double[][] distributionsForInstances(Instances instances) throws WekaException, InterruptedException {
    return model().predict(instances);
  }

  @Override
  public boolean implementsMoreEfficientBatchPrediction() {
    return true;
  }

  /** The network's layers, and how much of the stream it has learnt from. */
  @Override
  public String toString() {
    if (learner == null) {
      return getClass().getSimpleName() + ": no model built yet.";
    }
    int reductions = learner.learningRateReductions();
    return "Backpropagation network, learnt from a stream\n\n" + TextReport.layers(learner.model().heaviest())
        + String.format(Locale.ROOT, "Instances: %d%nTraining steps: %d%nReplay buffer: %d instances%n"
            + "Mean loss of new instances: %.5f%n", learner.instances(), learner.steps(), learner.replayable(),
            learner.meanLoss())
        + (reductions == 0 ? "" : "Divergence: rolled back and lowered the learning rate to a tenth, " + reductions
            + (reductions == 1 ? " time\n" : " times\n"))
        + "Options: " + Utils.joinOptions(getOptions()) + "\n";
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    return SchemeDocumentation.technicalInformation();
  }

  /** Runs the scheme with Weka's command-line options. */
  @Override
  public void run(Object toRun, String[] options) throws Exception {
    CommandLine.run(this, () -> {
      // Before Weka loads any data.
      OptionReader.setKnownOptions(this, options);
      checkOptions();
      return Evaluation.evaluateModel((UpdateableScheme) toRun, options);
    });
  }
}
