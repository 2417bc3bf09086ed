package weka.classifiers.functions.backprop;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import weka.classifiers.functions.backprop.encode.InputScaling;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.options.OptionReader;
import weka.classifiers.functions.backprop.train.BatchAveraging;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.InvalidSettingException;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Randomizable;
import weka.core.WekaException;

/**
 * The options of both schemes, each declared once by Weka's annotation, here or in the superclass. Setters only store,
 * since Weka's dialog calls them at every keystroke; values are checked by {@link #setOptions} and when a model is
 * built.
 */
public abstract class BackpropOptions extends TrainingOptions implements Randomizable {

  private static final long serialVersionUID = 1L;

  /** Properties that can't change while a training goes on. */
  private static final Set<String> FIXED = Set.of("hiddenLayers", "activation", "optimizer", "inputScaling", "loss",
      "balanceClasses", "validationPercent", "seed");

  private String hiddenLayers = "64,64";
  private Activation activation = Activation.TANH;
  private double learningRate = 0.001;
  private BatchAveraging batchAveraging = BatchAveraging.MEAN;
  private int miniBatchSize = 32;
  private OptimizerChoice optimizer = OptimizerChoice.ADAM;
  private double momentum = 0.9;
  private int epochs = 500;
  private double l2;
  private InputScaling inputScaling = InputScaling.STANDARDIZE;
  private int seed = 1;
  private int numThreads = 1;

  @OptionMetadata(displayName = "hiddenLayers",
      description = "Sizes of the hidden layers, separated by commas, or the letters a (attributes + classes) / 2, "
          + "i attributes, o classes, t attributes + classes; 0 for none. "
          + "A size may carry its own activation, such as 64:relu,32:tanh. "
          + "Use more or larger layers if the model is too simple for the data, smaller ones if it overfits.",
      commandLineParamName = "H", commandLineParamSynopsis = "-H <list>", displayOrder = 1)
  public String getHiddenLayers() {
    return hiddenLayers;
  }

  public void setHiddenLayers(String hiddenLayers) {
    this.hiddenLayers = hiddenLayers;
  }

  @OptionMetadata(displayName = "activation",
      description = "Activation of the hidden layers. RELU trains fast, TANH and SIGMOID give smoother models, "
          + "IDENTITY makes the network linear.",
      commandLineParamName = "F", commandLineParamSynopsis = "-F <SIGMOID|TANH|RELU|IDENTITY>",
      displayOrder = 11, category = EXPERT)
  public Activation getActivation() {
    return activation;
  }

  public void setActivation(Activation activation) {
    this.activation = activation;
  }

  @OptionMetadata(displayName = "learningRate",
      description = "Step size of the weight updates, greater than 0. "
          + "Lower it if the loss jumps or grows, raise it if training is slow. "
          + "SGD usually wants a larger one (0.1) than ADAM (0.01 or 0.001).",
      commandLineParamName = "L", commandLineParamSynopsis = "-L <num>", displayOrder = 3)
  public double getLearningRate() {
    return learningRate;
  }

  public void setLearningRate(double learningRate) {
    this.learningRate = learningRate;
  }

  @OptionMetadata(displayName = "epochs",
      description = "Most passes over the training data. "
          + "Raise it if the loss is still falling at the end, lower it if the model overfits.",
      commandLineParamName = "N", commandLineParamSynopsis = "-N <int>", displayOrder = 2)
  public int getEpochs() {
    return epochs;
  }

  public void setEpochs(int epochs) {
    this.epochs = epochs;
  }

  @OptionMetadata(displayName = "miniBatchSize",
      description = "Instances in a mini-batch, after each of which the weights are updated; 0 for all of them. "
          + "Raise it for speed on large data, lower it for more updates in each epoch on small data.",
      commandLineParamName = "B", commandLineParamSynopsis = "-B <int>", displayOrder = 14, category = EXPERT)
  public int getMiniBatchSize() {
    return miniBatchSize;
  }

  public void setMiniBatchSize(int miniBatchSize) {
    this.miniBatchSize = miniBatchSize;
  }

  @OptionMetadata(displayName = "batchAveraging",
      description = "Whether the gradient of a mini-batch is the MEAN or the SUM over its instances. "
          + "With MEAN a good learning rate stays good when miniBatchSize changes, with SUM it must be scaled down as "
          + "mini-batches grow.",
      commandLineParamName = "A", commandLineParamSynopsis = "-A <MEAN|SUM>", displayOrder = 15, category = EXPERT)
  public BatchAveraging getBatchAveraging() {
    return batchAveraging;
  }

  public void setBatchAveraging(BatchAveraging batchAveraging) {
    this.batchAveraging = batchAveraging;
  }

  @OptionMetadata(displayName = "optimizer",
      description = "Rule that turns gradients into steps. ADAM adapts the step of every weight and needs the least "
          + "tuning, SGD is the plain rule, MOMENTUM and NESTEROV speed it up.",
      commandLineParamName = "O", commandLineParamSynopsis = "-O <SGD|MOMENTUM|NESTEROV|ADAM>",
      displayOrder = 16, category = EXPERT)
  public OptimizerChoice getOptimizer() {
    return optimizer;
  }

  public void setOptimizer(OptimizerChoice optimizer) {
    this.optimizer = optimizer;
  }

  @OptionMetadata(displayName = "momentum",
      description = "Part of the last step that is kept in the next one, from 0 up to but not including 1. "
          + "It matters to MOMENTUM and NESTEROV alone; raise it if their training is slow, lower it if the loss "
          + "oscillates.",
      commandLineParamName = "M", commandLineParamSynopsis = "-M <num>", displayOrder = 17, category = EXPERT)
  public double getMomentum() {
    return momentum;
  }

  public void setMomentum(double momentum) {
    this.momentum = momentum;
  }

  @OptionMetadata(displayName = "l2",
      description = "Penalty that keeps weights small: this times the weight is added to each weight's gradient "
          + "(biases have none). Raise it, 0.001 or 0.01, if the model overfits.",
      commandLineParamName = "R", commandLineParamSynopsis = "-R <num>", displayOrder = 6)
  public double getL2() {
    return l2;
  }

  public void setL2(double l2) {
    this.l2 = l2;
  }

  @OptionMetadata(displayName = "inputScaling",
      description = "What numeric and date attributes are scaled to by their values in the training data. "
          + "STANDARDIZE gives mean 0 and standard deviation 1, UNIT_RANGE 0 to 1, SYMMETRIC_RANGE -1 to 1; "
          + "choose NONE only if the data are scaled already. "
          + "Where three quarters of all values or more are 0, values are divided but not shifted, so that zeros stay "
          + "zeros and training stays fast.",
      commandLineParamName = "I", commandLineParamSynopsis = "-I <STANDARDIZE|UNIT_RANGE|SYMMETRIC_RANGE|NONE>",
      displayOrder = 12, category = EXPERT)
  public InputScaling getInputScaling() {
    return inputScaling;
  }

  public void setInputScaling(InputScaling inputScaling) {
    this.inputScaling = inputScaling;
  }

  @Override
  @OptionMetadata(displayName = "seed",
      description = "Seed of the initial weights and of shuffling. "
          + "The same seed, data and options give the same model; change it to see how much chance matters.",
      commandLineParamName = "S", commandLineParamSynopsis = "-S <int>", displayOrder = 10)
  public int getSeed() {
    return seed;
  }

  @Override
  public void setSeed(int seed) {
    this.seed = seed;
  }

  @OptionMetadata(displayName = "numThreads",
      description = "Threads that share the work of training, without changing the result; 0 for as many as there are "
          + "processors. Raise it for large networks or data; small networks use one thread anyway, and 1 is best while "
          + "other schemes or folds run at the same time.",
      commandLineParamName = "P", commandLineParamSynopsis = "-P <int>", displayOrder = 25, category = EXPERT)
  public int getNumThreads() {
    return numThreads;
  }

  public void setNumThreads(int numThreads) {
    this.numThreads = numThreads;
  }

  @Override
  public Enumeration<Option> listOptions() {
    return OptionReader.describe(this, super.listOptions());
  }

  /** Whether options that are not given stay as they are, since there is a training to go on with. */
  protected boolean keepsOptions() {
    return false;
  }

  /**
   * Sets all options; those not given get their defaults, unless there is a training to go on with: then they stay. If
   * one is refused, all stay as they were.
   *
   * @throws WekaException if an option is unknown or its value makes no sense; it names the option
   */
  @Override
  public void setOptions(String[] options) throws Exception {
    String[] before = getOptions();
    OptionReader.setOptions(this, options, keepsOptions(), super::setOptions);
    try {
      checkOptions();
    } catch (WekaException e) {
      OptionReader.setOptions(this, before, false, super::setOptions);
      throw e;
    }
  }

  /** Checks all options, whatever data they will meet. */
  void checkOptions() throws WekaException {
    explained(() -> {
      OptionReader.requireAll(this);
      return null;
    });
    hiddenLayers(1, 1);
    trainingSettings();
  }

  /** Values, by property, of the options that can't change while a training goes on. */
  Map<String, String> fixedOptions() {
    Map<String, String> values = OptionReader.texts(this);
    values.keySet().retainAll(FIXED);
    return values;
  }

  /** Checks that these options are as they were when training began. */
  void checkFixedOptions(Map<String, String> before) throws WekaException {
    explained(() -> {
      fixedOptions().forEach((property, value) -> require(value.equals(before.get(property)), property, value,
          before.get(property) + " as long as training goes on; build a new model to change it"));
      return null;
    });
  }

  /** The hidden layers for data with so many inputs and class labels. */
  List<HiddenLayer> hiddenLayers(int inputs, int classes) throws WekaException {
    return explained(() -> HiddenLayers.parse(hiddenLayers, activation, inputs, classes));
  }

  /** The options that training depends on. */
  Hyperparameters trainingSettings() throws WekaException {
    return explained(() -> {
      // A momentum that makes no sense is refused even where the chosen optimizer has no use for it.
      OptimizerChoice.MOMENTUM.create(momentum);
      checkValidation();
      return new Hyperparameters(learningRate(learningRate), batchAveraging, miniBatchSize, optimizer.create(momentum),
          regularization(l2), stopping(epochs), seed, threads());
    });
  }

  private int threads() {
    require(numThreads >= 0, "numThreads", numThreads, "a whole number of 1 or more, or 0 for all processors");
    return numThreads == 0 ? Runtime.getRuntime().availableProcessors() : numThreads;
  }

  /** What the settings give, or the refusal of one of them in a sentence that names the option. */
  private <T> T explained(Supplier<T> settings) throws WekaException {
    try {
      return settings.get();
    } catch (InvalidSettingException e) {
      throw OptionReader.rejection(this, e);
    }
  }
}
