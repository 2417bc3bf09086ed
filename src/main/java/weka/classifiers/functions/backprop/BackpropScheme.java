package weka.classifiers.functions.backprop;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import weka.classifiers.Evaluation;
import weka.classifiers.IterativeClassifier;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.TypeCheck;
import weka.classifiers.functions.backprop.encode.UsableInstances;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.DivergedException;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.core.Capabilities.Capability;
import weka.core.Capabilities;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.core.WekaException;
import weka.gui.Logger;
import weka.gui.ProgrammaticProperty;

/** How the classifier and the regressor build a model. */
public abstract class BackpropScheme extends TrainedScheme
    implements IterativeClassifier, WeightedInstancesHandler, TechnicalInformationHandler, LogHandler {

  private static final long serialVersionUID = 1L;

  /** A training under way, or to be resumed. */
  private TrainingRun run;
  private transient TrainingProgress progress;
  private transient Logger log;

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
    setModel(null);
    run = null;
    try {
      initializeClassifier(data);
      while (next()) {
        // Another epoch.
      }
      done();
    } catch (Throwable e) {
      setModel(null);
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
    TypeCheck.check(data, getCapabilities().handles(Capability.NOMINAL_CLASS));
    getCapabilities().testWithFail(data);
    Hyperparameters settings = trainingSettings();
    List<Instance> instances = UsableInstances.select(data);
    ToDoubleFunction<Instance> weight = weight(instances);
    goOnOrForget(data);
    boolean goesOn = run != null;
    ClassEncoder classEncoder = goesOn ? run.classEncoder() : classEncoder(data, instances);
    InputEncoder inputs = goesOn ? run.inputs() : InputEncoder.fit(data, instances, getInputScaling());
    setExample(instances.get(0));
    double heldOut = percentHeldOut(getOptimizer(), instances.size());
    if (!goesOn && (inputs.width() == 0 || !classEncoder.varies())) {
      Network network = Network.constant(inputs.width(), classEncoder.prior(instances, weight), loss());
      setModel(new Model(inputs, classEncoder, network, null, false, data.stringFreeStructure()));
      return;
    }
    int[] widths = widths(data, inputs, classEncoder);
    new MemoryCheck(this, settings, widths, instances.size(), heldOut, goesOn).run();
    if (!goesOn) {
      run = new TrainingRun(data.stringFreeStructure(), inputs, classEncoder,
          newNetwork(data, inputs, classEncoder), settings.optimizer(), fixedOptions());
    }
    endProgress("");
    progress = TrainingProgress.open(this, data, log);
    run.begin(new TrainingRun.Data(instances, weight, heldOut, getSeed()), settings, progress);
    setModel(run.model());
  }

  /** Makes sure that the training before can go on with these data, or forgets it and its model. */
  private void goOnOrForget(Instances data) throws WekaException {
    if (keepsOptions()) {
      checkFixedOptions(run.options());
      run.checkHeader(data);
    } else {
      if (getResume() && model() != null && model().history() != null) {
        throw new WekaException("Training can't go on: this model was built without -resume (resume), so that it has "
            + "kept nothing to go on with. Build it anew, with -resume.");
      }
      setModel(null);
      run = null;
    }
  }

  private void endProgress(String how) {
    if (progress != null) {
      progress.end(how);
      progress = null;
    }
  }

  private List<HiddenLayer> hiddenLayers(Instances header) throws WekaException {
    return hiddenLayers(InputEncoder.countInputs(header), header.numClasses());
  }

  /** Number of inputs, of each hidden layer's units, and of outputs. */
  private int[] widths(Instances header, InputEncoder inputs, ClassEncoder classEncoder) throws WekaException {
    IntStream hidden = hiddenLayers(header).stream().mapToInt(HiddenLayer::units);
    return IntStream.concat(IntStream.concat(IntStream.of(inputs.width()), hidden),
        IntStream.of(classEncoder.outputs())).toArray();
  }

  private Network newNetwork(Instances header, InputEncoder inputs, ClassEncoder classEncoder) throws WekaException {
    return Network.create(inputs.width(), hiddenLayers(header), classEncoder.outputs(), loss(), new SplittableRandom(getSeed()));
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
      setModel(getRefit() && run.canRefit() ? refitted() : run.best());
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
        HistoryFile.write(model().history(), getHistoryFile());
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

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    readFields(in);
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
}
