package weka.classifiers.functions.backprop;

import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.StreamCorruptedException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import weka.classifiers.Evaluation;
import weka.classifiers.IterativeClassifier;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.HeaderCheck;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.UsableInstances;
import weka.classifiers.functions.backprop.export.Blueprint;
import weka.classifiers.functions.backprop.export.NetworkGraph;
import weka.classifiers.functions.backprop.export.TextReport;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.DivergedException;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.functions.backprop.train.TrainingSettings;
import weka.core.AdditionalMeasureProducer;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Drawable;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.core.WekaException;
import weka.gui.Logger;
import weka.gui.ProgrammaticProperty;

/** What the classifier and the regressor share: building, predicting and describing a model. */
public abstract class BackpropScheme extends BackpropOptions
    implements IterativeClassifier, WeightedInstancesHandler, AdditionalMeasureProducer, TechnicalInformationHandler,
    Drawable, LogHandler {

  private static final long serialVersionUID = 1L;

  private Model model;
  /** A training under way, or to be resumed. */
  private TrainingRun run;
  private transient TrainingProgress progress;
  private transient Logger log;
  /** A training instance, for a worked prediction; not saved, lest a model give away training data. */
  private transient Instance example;
  /** Of the data that were predicted last. */
  private transient volatile HeaderCheck checked;

  /** The loss, with the output that belongs to it. */
  protected abstract Loss loss();

  /** How the class is encoded, by the training data. */
  protected abstract ClassEncoder classEncoder(Instances header, List<Instance> instances);

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

  /** The weight of an instance in training. */
  protected ToDoubleFunction<Instance> weight(List<Instance> instances) {
    return Instance::weight;
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
    run = null;
    try {
      initializeClassifier(data);
      while (next()) {
        // Another epoch.
      }
      done();
    } catch (Throwable e) {
      model = null;
      run = null;
      endProgress("Training ended without a model: " + e.getMessage());
      throw e;
    }
  }

  /**
   * Prepares a training, or goes on with the one before if that was to be resumed. {@link #next} trains epochs, and
   * {@link #done} ends it.
   *
   * @param data not modified
   * @throws WekaException if an option's value makes no sense, or the data hold nothing to learn from, or differ from
   *         those that training began with
   */
  @Override
  public void initializeClassifier(Instances data) throws Exception {
    checkOptions();
    checkHistoryFile();
    getCapabilities().testWithFail(data);
    TrainingSettings settings = trainingSettings();
    List<Instance> instances = UsableInstances.of(data);
    ToDoubleFunction<Instance> weight = weight(instances);
    if (keepsOptions()) {
      checkFixedOptions(run.options());
      run.checkHeader(data);
    } else {
      if (getResume() && model != null && model.history() != null) {
        throw new WekaException("Training can't go on: this model was built without -resume (resume), so that it has "
            + "kept nothing to go on with. Build it anew, with -resume.");
      }
      model = null;
      run = null;
    }
    ClassEncoder classEncoder = classEncoder(data, instances);
    // Where a training goes on, this only refuses values that make no sense.
    InputEncoder inputs = InputEncoder.fit(data, instances, getInputScaling());
    example = withoutDataSet(instances.get(0));
    double heldOut = percentHeldOut(getOptimizer(), instances.size());
    if (run == null) {
      if (inputs.width() == 0 || !classEncoder.varies()) {
        Network network = Network.constant(inputs.width(), classEncoder.prior(instances, weight), loss());
        model = new Model(inputs, classEncoder, network, null, false, data.stringFreeStructure());
        return;
      }
      new MemoryCheck(this, settings, widths(data, inputs, classEncoder), instances.size(), heldOut).run();
      run = new TrainingRun(data.stringFreeStructure(), inputs, classEncoder,
          newNetwork(data, inputs, classEncoder), settings.optimizer(), fixedOptions());
    }
    endProgress("");
    progress = TrainingProgress.open(this, data, log);
    run.begin(new TrainingRun.Data(instances, weight, heldOut, getSeed()), settings, progress);
    model = run.model();
  }

  /** A copy that doesn't hold on to the other instances. */
  private static Instance withoutDataSet(Instance instance) {
    Instance copy = (Instance) instance.copy();
    copy.setDataset(instance.dataset().stringFreeStructure());
    return copy;
  }

  private void endProgress(String how) {
    if (progress != null) {
      progress.end(how);
      progress = null;
    }
  }

  /** Number of inputs, of each hidden layer's units, and of outputs. */
  private int[] widths(Instances header, InputEncoder inputs, ClassEncoder classEncoder) throws WekaException {
    IntStream hidden = hiddenLayers(InputEncoder.countInputs(header), header.numClasses()).stream()
        .mapToInt(HiddenLayer::units);
    return IntStream.concat(IntStream.concat(IntStream.of(inputs.width()), hidden),
        IntStream.of(classEncoder.outputs())).toArray();
  }

  private Network newNetwork(Instances header, InputEncoder inputs, ClassEncoder classEncoder) throws WekaException {
    List<HiddenLayer> hidden = hiddenLayers(InputEncoder.countInputs(header), header.numClasses());
    return Network.create(inputs.width(), hidden, classEncoder.outputs(), loss(), new SplittableRandom(getSeed()));
  }

  /**
   * Trains one epoch.
   *
   * @return false if there was none left to train
   * @throws WekaException if training diverged again and again
   * @throws InterruptedException if the thread was interrupted; the model is then as after the last whole epoch
   */
  @Override
  public boolean next() throws Exception {
    try {
      return run != null && run.next();
    } catch (DivergedException e) {
      endProgress(e.getMessage());
      throw explained(e);
    } catch (InterruptedException e) {
      endProgress(e.getMessage());
      throw e;
    }
  }

  private WekaException explained(DivergedException e) {
    return new WekaException(e.getMessage() + " Lower the learning rate (option -L, learningRate), which is "
        + getLearningRate() + ", or scale the inputs (option -I, inputScaling).", e);
  }

  /**
   * Ends a training: the model becomes that of the best epoch, and forgets what it took to train it unless training is
   * to be resumed.
   */
  @Override
  public void done() throws Exception {
    if (run == null) {
      return;
    }
    if (run.isUnderWay()) {
      model = getRefit() && run.canRefit() ? refitted() : run.best();
      writeHistory();
      endProgress("Training has ended.");
    }
    run.end();
    if (!getResume()) {
      run = null;
    }
  }

  private Model refitted() throws Exception {
    Network network = newNetwork(run.header(), run.inputs(), run.classEncoder());
    try {
      return run.refitted(network, progress.refit(run.model().history().bestEpoch()));
    } catch (DivergedException e) {
      throw explained(e);
    }
  }

  private void writeHistory() throws WekaException {
    if (!getHistoryFile().getPath().isEmpty()) {
      try {
        HistoryFile.write(model.history(), getHistoryFile());
      } catch (IOException e) {
        throw new WekaException("The history can't be written to " + getHistoryFile()
            + " (option -history, historyFile): " + e + ".", e);
      }
    }
  }

  @Override
  protected boolean keepsOptions() {
    // Weka's -clean-up and "Clean up model" turn resume off before the last resumption, or instead of it.
    return run != null && (getResume() || run.mayGoOn());
  }

  /** Java's own exceptions speak of a "null" or of data blocks. */
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    try {
      in.defaultReadObject();
    } catch (EOFException | StreamCorruptedException e) {
      throw (IOException) new InvalidObjectException("The saved model is truncated or damaged.").initCause(e);
    }
  }

  /** The class distribution, or the predicted value of a numeric class. */
  @Override
  public double[] distributionForInstance(Instance instance) throws WekaException, InterruptedException {
    return builtFor(instance.dataset()).predict(List.of(instance))[0];
  }

  /** The same for each of a set of instances; faster than one by one. */
  @Override
  public double[][] distributionsForInstances(Instances instances) throws WekaException, InterruptedException {
    return builtFor(instances).predict(instances);
  }

  @Override
  public boolean implementsMoreEfficientBatchPrediction() {
    return true;
  }

  /** The model that was built. */
  Model built() throws WekaException {
    if (model == null) {
      throw new WekaException(getClass().getSimpleName() + " has no model yet: call buildClassifier first.");
    }
    return model;
  }

  /**
   * The model that was built, for data to predict.
   *
   * @param data null if an instance belongs to none: then nothing but its width can be checked
   * @throws WekaException if there is no model, or it was trained on other attributes
   */
  Model builtFor(Instances data) throws WekaException {
    Model built = built();
    HeaderCheck last = checked;
    if (data != null && (last == null || !last.covers(built.header(), data))) {
      checked = HeaderCheck.of(built.header(), data);
    }
    return built;
  }

  @Override
  public Enumeration<String> enumerateMeasures() {
    return Collections.enumeration(Arrays.stream(Measure.values()).map(Measure::property).toList());
  }

  /**
   * A figure about the model, for the Experimenter.
   *
   * @return NaN if there is no model yet
   * @throws IllegalArgumentException if there is no measure of that name
   */
  @Override
  public double getMeasure(String name) {
    for (Measure measure : Measure.values()) {
      if (measure.property().equalsIgnoreCase(name)) {
        return model == null ? Double.NaN : measure.of(model);
      }
    }
    throw new IllegalArgumentException(name + " is no measure of " + getClass().getSimpleName() + ".");
  }

  /** The course of the training of the model; null if there was nothing to train. */
  public History history() throws WekaException {
    return built().history();
  }

  /** What there is to write down of the model. */
  Blueprint blueprint() throws WekaException {
    return built().blueprint(getClass().getSimpleName(), example);
  }

  @Override
  public int graphType() {
    return Drawable.BayesNet;
  }

  /** The network as Weka draws it, with the learning curve for our own window beside it. */
  @Override
  public String graph() throws WekaException {
    Model built = built();
    return NetworkGraph.of(built.header(), built.inputs(), built.network(), built.history());
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
    return Literature.backpropagation();
  }

  /** Runs the scheme with Weka's command-line options. */
  @Override
  public void run(Object toRun, String[] options) throws Exception {
    CommandLine.run(this, () -> Evaluation.evaluateModel((BackpropScheme) toRun, options));
  }

  /** The model, readable at a glance; with formulas, weights and a worked prediction if debug information is on. */
  @Override
  public String toString() {
    if (model == null) {
      return getClass().getSimpleName() + ": no model built yet.";
    }
    return TextReport.of(model.inputs(), model.network(), model.history(), model.refitted(), getOptions(),
        getDebug() ? model.blueprint(getClass().getSimpleName(), example) : null);
  }
}
