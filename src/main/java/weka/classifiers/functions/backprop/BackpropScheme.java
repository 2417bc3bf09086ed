package weka.classifiers.functions.backprop;

import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.StreamCorruptedException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import weka.classifiers.Evaluation;
import weka.classifiers.IterativeClassifier;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.TypeCheck;
import weka.classifiers.functions.backprop.export.TextReport;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.options.BackpropOptions;
import weka.classifiers.functions.backprop.options.OptionReader;
import weka.classifiers.functions.backprop.session.Checkpoint;
import weka.classifiers.functions.backprop.session.DistributedBuild;
import weka.classifiers.functions.backprop.session.ProgressReporter;
import weka.classifiers.functions.backprop.session.Specification;
import weka.classifiers.functions.backprop.session.TrainingSession;
import weka.classifiers.functions.backprop.train.InvalidSettingException;
import weka.classifiers.functions.backprop.view.Messages;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.PartitionGenerator;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.core.WekaException;
import weka.gui.Logger;
import weka.gui.ProgrammaticProperty;

/**
 * What Weka wants of the classifier and the regressor alike: to build a model at once or epoch by epoch, to predict and
 * to print. What needs the model alone, such as exports, is in {@link DescribedModel}.
 *
 * <p>There is a session while a model is trained, and a checkpoint if its training can be resumed.
 */
public abstract class BackpropScheme extends BackpropOptions
    implements IterativeClassifier, WeightedInstancesHandler, TechnicalInformationHandler, LogHandler,
    PartitionGenerator, DescribedModel {

  private static final long serialVersionUID = 1L;

  private Model model;
  private Checkpoint checkpoint;
  private transient TrainingSession session;
  private transient Logger log;
  /** A training instance, for a worked prediction; not saved, so that a model doesn't give away training data. */
  private transient Instance example;

  /** The loss, with the output that belongs to it. */
  protected abstract Loss loss();

  /** Fits the encoder of the class to training instances. */
  protected abstract Function<List<Instance>, ClassEncoder> classEncoder();

  /** Gives the weight of an instance in training, by all training instances. */
  protected Function<List<Instance>, ToDoubleFunction<Instance>> weighting() {
    return instances -> Instance::weight;
  }

  /** Capabilities of the attributes; schemes add those of the class. */
  @Override
  public Capabilities getCapabilities() {
    Capabilities capabilities = super.getCapabilities();
    capabilities.disableAll();
    List.of(Capability.NOMINAL_ATTRIBUTES, Capability.NUMERIC_ATTRIBUTES, Capability.DATE_ATTRIBUTES,
        Capability.MISSING_VALUES, Capability.MISSING_CLASS_VALUES).forEach(capabilities::enable);
    return capabilities;
  }

  /**
   * Trains a network.
   *
   * @param data not modified
   * @throws WekaException if an option's value is invalid, or the data hold nothing to train with
   * @throws InterruptedException if the thread was interrupted; there is then no model
   */
  @Override
  public void buildClassifier(Instances data) throws Exception {
    forget();
    try {
      initializeClassifier(data);
      session.train(Integer.MAX_VALUE);
      done();
    } catch (Throwable e) {
      abandon("Training ended without a model: " + e.getMessage());
      forget();
      if (log != null && e instanceof WekaException) {
        // The Explorer shows it in a dialog, which no look and feel but Weka's own breaks into lines.
        throw new WekaException(Messages.wrap(e.getMessage()), e);
      }
      throw e;
    }
  }

  private void forget() {
    abandon("");
    model = null;
    checkpoint = null;
  }

  private void abandon(String reason) {
    if (session != null) {
      session.abandon(reason);
      session = null;
    }
  }

  /**
   * Begins a training, or resumes the one before if it can be resumed. {@link #next} trains epochs, and {@link #done}
   * ends it. If it fails, there is no session, and either no model or that of the training that was to be resumed.
   *
   * @param data not modified
   * @throws WekaException if an option's value is invalid, or the data hold nothing to train with, or differ from those
   *         that training began with
   */
  @Override
  public void initializeClassifier(Instances data) throws Exception {
    if (checkpoint == null) {
      if (getResume() && model != null && model.history() != null) {
        throw new WekaException("Cannot resume training: the model was built without -resume. Rebuild it with "
            + "-resume.");
      }
      model = null;
    }
    abandon("");
    checkOptions();
    TypeCheck.check(data, getCapabilities().handles(Capability.NOMINAL_CLASS), "");
    getCapabilities().testWithFail(data);
    session = begin(data);
    model = session.model();
    checkpoint = getResume() || checkpoint != null ? session.checkpoint() : null;
    example = (Instance) session.example().copy();
    example.setDataset(model.header());
  }

  private TrainingSession begin(Instances data) throws Exception {
    try {
      return TrainingSession.begin(specification(data), data, checkpoint,
          new ProgressReporter(getClass().getSimpleName(), data.relationName(), getTrainingMonitor(), log));
    } catch (InvalidSettingException e) {
      throw OptionReader.rejection(this, e);
    }
  }

  private Specification specification(Instances header) throws WekaException {
    int inputs = InputEncoder.countInputs(header);
    int classes = header.numClasses();
    return new Specification(instances -> plans(inputs, classes, instances), loss(), classEncoder(), weighting(),
        validation(), getSeed(), hyperparameters().threads(), getRefit(), getHistoryFile(), fixedOptions());
  }

  /**
   * Describes what others, such as a cluster that holds the data, are to train for {@link #setTrainedModel}.
   *
   * @param header the attributes of the training data; not modified
   * @param instances number of those that can be trained with
   * @throws WekaException if an option's value is invalid
   */
  public DistributedBuild distributedBuild(Instances header, long instances) throws WekaException {
    checkOptions();
    try {
      return new DistributedBuild(specification(header), instances);
    } catch (InvalidSettingException e) {
      throw OptionReader.rejection(this, e);
    }
  }

  /** Takes over a model that was trained elsewhere; a training of this scheme's own is given up. */
  public void setTrainedModel(Model trained) {
    forget();
    model = trained;
  }

  /**
   * Trains one epoch, of each network that has any left.
   *
   * @return false if there was none left to train
   * @throws WekaException if training diverged again and again
   * @throws InterruptedException if the thread was interrupted; the model is then as after the last whole epoch
   */
  @Override
  public boolean next() throws Exception {
    return session != null && session.train(1);
  }

  /**
   * Ends a training: the model becomes that of the best epoch. What is needed to resume training is forgotten unless it
   * is to be resumed.
   */
  @Override
  public void done() throws Exception {
    if (session != null) {
      model = session.finish();
      session = null;
    }
    if (!getResume()) {
      checkpoint = null;
    }
  }

  @Override
  protected boolean keepsOptions() {
    return checkpoint != null;
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    try {
      in.defaultReadObject();
    } catch (EOFException | StreamCorruptedException e) {
      // Java's own exceptions speak of a "null" or of blocks.
      throw (IOException) new InvalidObjectException("The saved model is truncated or damaged.").initCause(e);
    }
  }

  /** The model that was built; throws a WekaException if there is none. */
  @Override
  public Model model() throws WekaException {
    if (model == null) {
      throw new WekaException(getClass().getSimpleName() + " has no model yet: call buildClassifier first.");
    }
    return model;
  }

  /** The class distribution, or the predicted value of a numeric class. */
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

  /** The model as text; with formulas, weights and a worked prediction if debug information is wanted. */
  @Override
  public String toString() {
    if (model == null) {
      return getClass().getSimpleName() + ": no model built yet.";
    }
    return getDebug() ? TextReport.renderInFull(model, example, getNumDecimalPlaces()) : TextReport.render(model);
  }

  /** Trains a network for the outputs of its last hidden layer, as Weka's filter PartitionMembership wants them. */
  @Override
  public void generatePartition(Instances data) throws Exception {
    buildClassifier(data);
    numElements();
  }

  /** Outputs of the last hidden layer. */
  @Override
  public double[] getMembershipValues(Instance instance) throws WekaException {
    numElements();
    return model().lastHidden(instance);
  }

  /**
   * Number of units of the last hidden layer, or of those of all networks that have one.
   *
   * @throws WekaException if there is none
   */
  @Override
  public int numElements() throws WekaException {
    if (model().history() == null) {
      throw new WekaException("The model has no hidden layer, since there was nothing to learn in the training data.");
    }
    int units = model.members().stream().flatMap(member -> member.network().lastHiddenLayer().stream())
        .mapToInt(Layer::units).sum();
    if (units == 0) {
      throw new WekaException("Option -H (hiddenLayers) is " + getHiddenLayers()
          + ", but must name a layer if hidden outputs are to be features.");
    }
    return units;
  }

  @Override
  public void setLog(Logger log) {
    this.log = log;
  }

  @Override
  @ProgrammaticProperty
  public Logger getLog() {
    return log;
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
      return Evaluation.evaluateModel((BackpropScheme) toRun, options);
    });
  }
}
