package weka.classifiers.functions.backprop.options;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.io.File;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.backprop.encode.HoldoutStrategy;
import weka.classifiers.functions.backprop.encode.InputEncoding;
import weka.classifiers.functions.backprop.encode.InputScaling;
import weka.classifiers.functions.backprop.model.MemberKind;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.session.HistoryFile;
import weka.classifiers.functions.backprop.session.NetworkPlan;
import weka.classifiers.functions.backprop.session.ValidationSplit;
import weka.classifiers.functions.backprop.train.BatchAveraging;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.InvalidSettingException;
import weka.classifiers.functions.backprop.train.LearningRate;
import weka.classifiers.functions.backprop.train.Regularization;
import weka.classifiers.functions.backprop.train.Stopping;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Randomizable;
import weka.core.WekaException;
import weka.gui.FilePropertyMetadata;

/**
 * The options of both schemes, each declared once by Weka's annotation. Setters only store, and {@link #setOptions}
 * only parses, since Weka's dialog calls both at every keystroke; {@link #checkOptions} checks the values.
 */
public abstract class BackpropOptions extends AbstractClassifier implements Randomizable {

  /** Category of the options for experts in learning, which Weka's dialog keeps in a second one to stay short. */
  protected static final String EXPERT = "Expert";
  /** Category of the options that tell what happens around the learning, in a third one. */
  protected static final String RUN = "Run and output";

  private static final long serialVersionUID = 1L;

  private static final int AUTOMATIC = Automatic.NUMBER;
  private static final String AUTO = Automatic.TEXT;
  /** Networks that are chosen automatically where several pay. */
  private static final int COMMITTEE = 12;
  private static final int MOST_NETWORKS = 1000;
  /** Parts of the data of which each network of a committee holds out one. */
  private static final int FOLDS = 5;
  /** Distance of the networks' seeds. */
  private static final long SEEDS = 0x9E3779B97F4A7C15L;
  /** What is chosen then with Adam, which is meant to need no tuning; the other optimizers train on all data. */
  private static final double ADAM_PERCENT = 20;
  private static final int ADAM_FEWEST = 20;
  /** Most piecewise-linear inputs, or steps, of an attribute. */
  private static final int MOST_RAMPS = 100;
  /** No weight that matters needs more decimal places. */
  private static final int MOST_DECIMALS = 20;

  /** The options that matter most come first on the command line, as in the README. */
  private static final String[] FIRST_FLAGS = {"H", "L", "N"};
  /** Properties that can't change when a training is resumed. */
  private static final Set<String> FIXED = Set.of("hiddenLayers", "activation", "optimizer", "inputScaling", "pieces",
      "steps", "loss", "balanceClasses", "clipPredictions", "networks", "validationPercent", "holdout", "seed");

  private String hiddenLayers = AUTO;
  private ActivationChoice activation = ActivationChoice.AUTO;
  private double learningRate = AUTOMATIC;
  private OptimizerChoice optimizer = OptimizerChoice.ADAM;
  private int epochs = AUTOMATIC;
  private int miniBatchSize = 32;
  private BatchAveraging batchAveraging = BatchAveraging.MEAN;
  private double l2;
  private double dropout;
  private double validationPercent = AUTOMATIC;
  private int patience = AUTOMATIC;
  private int networks = AUTOMATIC;
  private int seed = 1;
  private boolean trainingMonitor;
  private double momentum = 0.9;
  private ScheduleChoice schedule = ScheduleChoice.AUTO;
  private double decay = 0.5;
  private int decayEpochs = 10;
  private double inputDropout;
  private double maxGradientNorm;
  private int pieces = AUTOMATIC;
  private int steps = AUTOMATIC;
  private InputScaling inputScaling = InputScaling.STANDARDIZE;
  private HoldoutStrategy holdout = HoldoutStrategy.RANDOM;
  private double tolerance = 1e-5;
  private boolean refit;
  private boolean resume;
  /** A path, since serialisers such as Kryo have no way into Java's File. */
  private String historyFile = "";
  private int numThreads = 1;

  /** With the default of each option. */
  protected BackpropOptions() {
    // Weka's default of 2 would print weights from which no prediction could be reproduced.
    setNumDecimalPlaces(AUTOMATIC);
  }

  @OptionMetadata(displayName = "hiddenLayers",
      description = "Sizes of the hidden layers, separated by commas (64,32), 0 for none, or auto for 64,64 with one "
          + "network and 32,32 with several. "
          + "A size may also be one of the letters a for (attributes + classes) / 2, i for attributes, o for classes "
          + "and t for attributes + classes, and may carry its own activation, as in 64:relu,32:tanh. "
          + "Use more or larger layers if the model underfits, smaller ones if it overfits.",
      commandLineParamName = "H", commandLineParamSynopsis = "-H <list>", displayOrder = 1)
  public String getHiddenLayers() {
    return hiddenLayers;
  }

  public void setHiddenLayers(String hiddenLayers) {
    this.hiddenLayers = hiddenLayers;
  }

  @OptionMetadata(displayName = "activation",
      description = "Activation function of the hidden layers that don't name their own. "
          + "TANH and SIGMOID give smooth models, RELU trains fast, IDENTITY makes the network linear. "
          + "AUTO is TANH with one network; of several, half have TANH and half RELU.",
      commandLineParamName = "F", commandLineParamSynopsis = "-F <AUTO|SIGMOID|TANH|RELU|IDENTITY>", displayOrder = 2)
  public ActivationChoice getActivation() {
    return activation;
  }

  public void setActivation(ActivationChoice activation) {
    this.activation = activation;
  }

  @OptionMetadata(displayName = "learningRate",
      description = "Step size of the weight updates, greater than 0, or auto. "
          + "The automatic choice is 0.001, and 0.01 with several networks and ADAM. "
          + "Lower it if the loss jumps or grows, raise it if training is slow. "
          + "SGD usually needs a larger one (0.1) than ADAM (0.001 to 0.01).",
      commandLineParamName = "L", commandLineParamSynopsis = "-L <auto|num>", displayOrder = 3)
  @Automatic
  public double getLearningRate() {
    return learningRate;
  }

  public void setLearningRate(double learningRate) {
    this.learningRate = learningRate;
  }

  @OptionMetadata(displayName = "optimizer",
      description = "Rule that turns gradients into weight updates. "
          + "ADAM adapts the step size of every weight and needs the least tuning, SGD is the plain rule, and MOMENTUM "
          + "and NESTEROV accelerate it.",
      commandLineParamName = "O", commandLineParamSynopsis = "-O <SGD|MOMENTUM|NESTEROV|ADAM>", displayOrder = 4)
  public OptimizerChoice getOptimizer() {
    return optimizer;
  }

  public void setOptimizer(OptimizerChoice optimizer) {
    this.optimizer = optimizer;
  }

  @OptionMetadata(displayName = "epochs",
      description = "Maximum number of passes over the training data, or auto. "
          + "The automatic choice is 500; with several networks and ADAM it is 30 to 1000, fewer for more data. "
          + "Raise it if the loss is still falling at the end; early stopping (see patience) often ends it sooner.",
      commandLineParamName = "N", commandLineParamSynopsis = "-N <auto|int>", displayOrder = 5)
  @Automatic
  public int getEpochs() {
    return epochs;
  }

  public void setEpochs(int epochs) {
    this.epochs = epochs;
  }

  @OptionMetadata(displayName = "miniBatchSize",
      description = "Number of training instances per weight update, or 0 for all of them. "
          + "Raise it for speed on large data, lower it for more updates per epoch on small data.",
      commandLineParamName = "B", commandLineParamSynopsis = "-B <int>", displayOrder = 6)
  public int getMiniBatchSize() {
    return miniBatchSize;
  }

  public void setMiniBatchSize(int miniBatchSize) {
    this.miniBatchSize = miniBatchSize;
  }

  @OptionMetadata(displayName = "batchAveraging",
      description = "Whether the gradient of a mini-batch is the MEAN or the SUM over its instances. "
          + "With MEAN a good learning rate stays good when miniBatchSize changes; with SUM it must be lowered as "
          + "mini-batches grow.",
      commandLineParamName = "A", commandLineParamSynopsis = "-A <MEAN|SUM>", displayOrder = 7)
  public BatchAveraging getBatchAveraging() {
    return batchAveraging;
  }

  public void setBatchAveraging(BatchAveraging batchAveraging) {
    this.batchAveraging = batchAveraging;
  }

  @OptionMetadata(displayName = "l2",
      description = "Strength of the L2 penalty (weight decay) on weights, but not biases; 0 for none. "
          + "The penalty adds l2 times the weight to the gradient of each weight. "
          + "Try 0.0001 to 0.01 if the model overfits.",
      commandLineParamName = "R", commandLineParamSynopsis = "-R <num>", displayOrder = 8)
  public double getL2() {
    return l2;
  }

  public void setL2(double l2) {
    this.l2 = l2;
  }

  @OptionMetadata(displayName = "dropout",
      description = "Probability that a hidden unit is dropped in a training step, from 0 to less than 1. "
          + "Try 0.2 to 0.5 if a large network overfits, together with more units and epochs.",
      commandLineParamName = "D", commandLineParamSynopsis = "-D <num>", displayOrder = 9)
  public double getDropout() {
    return dropout;
  }

  public void setDropout(double dropout) {
    this.dropout = dropout;
  }

  @OptionMetadata(displayName = "validationPercent",
      description = "Percentage of the training data held out to find the best epoch, 0 for none, or auto. "
          + "The automatic choice is 20 with ADAM, and 0 with other optimizers or fewer than 20 instances. "
          + "The model keeps the weights of the best epoch. "
          + "Which instances are held out, holdout says.",
      commandLineParamName = "V", commandLineParamSynopsis = "-V <auto|num>", displayOrder = 10)
  @Automatic
  public double getValidationPercent() {
    return validationPercent;
  }

  public void setValidationPercent(double validationPercent) {
    this.validationPercent = validationPercent;
  }

  @OptionMetadata(displayName = "patience",
      description = "Number of epochs without improvement of the loss after which training stops early, 0 to run all "
          + "epochs, or auto. The automatic choice is 20; with several networks and ADAM it is "
          + "10, and more where an epoch has fewer than 10 updates. "
          + "The loss is that of the held-out data, or of the training data if none are held out. "
          + "An epoch of fewer than 50 updates counts in part, and training doesn't stop early before the network is "
          + "better than the class distribution or the mean of the class. "
          + "Raise it if training stops while the loss still falls now and then.",
      commandLineParamName = "E", commandLineParamSynopsis = "-E <auto|int>", displayOrder = 11)
  @Automatic
  public int getPatience() {
    return patience;
  }

  public void setPatience(int patience) {
    this.patience = patience;
  }

  @Override
  @OptionMetadata(displayName = "seed",
      description = "Seed of the initial weights, of what is held out, of shuffling and of dropout. "
          + "The same seed, data and options give the same model; change it to see how much chance matters.",
      commandLineParamName = "S", commandLineParamSynopsis = "-S <int>", displayOrder = 12)
  public int getSeed() {
    return seed;
  }

  @Override
  public void setSeed(int seed) {
    this.seed = seed;
  }

  @OptionMetadata(displayName = "networks",
      description = "Number of networks that are trained and predict together, or auto. "
          + "Several are more accurate than one, take longer, and give an estimate on held-out data. Each holds out "
          + "another part of the data, and they are weighted by what they held out. The automatic choice is 12 with "
          + "ADAM, and 1 with other optimizers, with validationPercent 0, or with fewer than 20 instances. "
          + "Use 1 inside ensembles and wrappers, and for formulas of one network.",
      commandLineParamName = "K", commandLineParamSynopsis = "-K <auto|int>", displayOrder = 20, category = EXPERT)
  @Automatic
  public int getNetworks() {
    return networks;
  }

  public void setNetworks(int networks) {
    this.networks = networks;
  }

  @OptionMetadata(displayName = "trainingMonitor",
      description = "Whether a window shows the learning curve during training. "
          + "Its buttons stop training and keep the best model so far, or cancel it. "
          + "If both losses still fall at the end, raise epochs or learningRate; if they jump or grow, lower "
          + "learningRate; if both stay high, use more or larger hiddenLayers; if the validation loss rises while the "
          + "training loss falls, the model overfits: use fewer units, a larger l2, or dropout.",
      commandLineParamName = "G", commandLineParamIsFlag = true, commandLineParamSynopsis = "-G", displayOrder = 14)
  public boolean getTrainingMonitor() {
    return trainingMonitor;
  }

  public void setTrainingMonitor(boolean trainingMonitor) {
    this.trainingMonitor = trainingMonitor;
  }

  @OptionMetadata(displayName = "momentum",
      description = "Fraction of the previous step that MOMENTUM and NESTEROV keep in the next one, from 0 to less "
          + "than 1; SGD and ADAM ignore it. Raise it if training is slow, lower it if the loss oscillates.",
      commandLineParamName = "M", commandLineParamSynopsis = "-M <num>", displayOrder = 21, category = EXPERT)
  public double getMomentum() {
    return momentum;
  }

  public void setMomentum(double momentum) {
    this.momentum = momentum;
  }

  @OptionMetadata(displayName = "schedule",
      description = "How the learning rate changes from epoch to epoch. "
          + "CONSTANT keeps it; EXPONENTIAL multiplies it by decay over every decayEpochs epochs, STEP once at the end "
          + "of them, PLATEAU whenever the loss has not improved for as many; COSINE lowers it to 0 at the last epoch. "
          + "AUTO is CONSTANT with one network, and COSINE with several and ADAM. "
          + "A falling rate often gives a better model after more epochs.",
      commandLineParamName = "schedule",
      commandLineParamSynopsis = "-schedule <AUTO|CONSTANT|EXPONENTIAL|STEP|COSINE|PLATEAU>",
      displayOrder = 22, category = EXPERT)
  public ScheduleChoice getSchedule() {
    return schedule;
  }

  public void setSchedule(ScheduleChoice schedule) {
    this.schedule = schedule;
  }

  @OptionMetadata(displayName = "decay",
      description = "Factor of the schedules EXPONENTIAL, STEP and PLATEAU for the learning rate, between 0 and 1. "
          + "Lower it to make the rate fall faster.",
      commandLineParamName = "decay", commandLineParamSynopsis = "-decay <num>", displayOrder = 23, category = EXPERT)
  public double getDecay() {
    return decay;
  }

  public void setDecay(double decay) {
    this.decay = decay;
  }

  @OptionMetadata(displayName = "decayEpochs",
      description = "Number of epochs in which the learning rate is multiplied by decay once, 1 or more. "
          + "Lower it to make the rate fall faster.",
      commandLineParamName = "decay-epochs", commandLineParamSynopsis = "-decay-epochs <int>",
      displayOrder = 24, category = EXPERT)
  public int getDecayEpochs() {
    return decayEpochs;
  }

  public void setDecayEpochs(int decayEpochs) {
    this.decayEpochs = decayEpochs;
  }

  @OptionMetadata(displayName = "inputDropout",
      description = "Probability that an input is dropped in a training step, from 0 to less than 1. "
          + "Try 0.1 or 0.2 if many attributes are redundant.",
      commandLineParamName = "input-dropout", commandLineParamSynopsis = "-input-dropout <num>",
      displayOrder = 25, category = EXPERT)
  public double getInputDropout() {
    return inputDropout;
  }

  public void setInputDropout(double inputDropout) {
    this.inputDropout = inputDropout;
  }

  @OptionMetadata(displayName = "maxGradientNorm",
      description = "Largest norm of the gradient, to which a longer one is scaled down; 0 for no limit. "
          + "Try 1 if single mini-batches make the loss jump.",
      commandLineParamName = "max-gradient-norm", commandLineParamSynopsis = "-max-gradient-norm <num>",
      displayOrder = 26, category = EXPERT)
  public double getMaxGradientNorm() {
    return maxGradientNorm;
  }

  public void setMaxGradientNorm(double maxGradientNorm) {
    this.maxGradientNorm = maxGradientNorm;
  }

  @OptionMetadata(displayName = "inputScaling",
      description = "How numeric and date attributes are scaled, by their values in the training data. "
          + "STANDARDIZE gives mean 0 and standard deviation 1, UNIT_RANGE the range 0 to 1, SYMMETRIC_RANGE -1 to 1; "
          + "choose NONE only if the data are scaled already. "
          + "If three quarters of all values or more are 0, values are divided but not shifted, so that zeros stay "
          + "zeros and training stays fast.",
      commandLineParamName = "I", commandLineParamSynopsis = "-I <STANDARDIZE|UNIT_RANGE|SYMMETRIC_RANGE|NONE>",
      displayOrder = 27, category = EXPERT)
  public InputScaling getInputScaling() {
    return inputScaling;
  }

  public void setInputScaling(InputScaling inputScaling) {
    this.inputScaling = inputScaling;
  }

  @OptionMetadata(displayName = "pieces",
      description = "Number of piecewise-linear inputs of each numeric attribute beside the scaled one, 0 for none, "
          + "or auto. They lie between quantiles. The automatic choice is 0 for one network, "
          + "and 8 for every third network of several. "
          + "Try 8 if the class depends on attributes in curves. There are none where three quarters of all values or "
          + "more are 0, or with more than 200 numeric attributes.",
      commandLineParamName = "pieces", commandLineParamSynopsis = "-pieces <auto|int>",
      displayOrder = 36, category = EXPERT)
  @Automatic
  public int getPieces() {
    return pieces;
  }

  public void setPieces(int pieces) {
    this.pieces = pieces;
  }

  @OptionMetadata(displayName = "steps",
      description = "Most steps of each numeric attribute beside the scaled input, 0 for none, or "
          + "auto. A step is an input that jumps from 0 to 1 where a small decision tree would split the "
          + "attribute. The automatic choice is 0 for one network, and 7 for every third network of several. "
          + "Try 7 if the class depends on thresholds of attributes. There are none where three quarters of all "
          + "values or more are 0, or with more than 200 numeric attributes.",
      commandLineParamName = "steps", commandLineParamSynopsis = "-steps <auto|int>",
      displayOrder = 37, category = EXPERT)
  @Automatic
  public int getSteps() {
    return steps;
  }

  public void setSteps(int steps) {
    this.steps = steps;
  }

  @OptionMetadata(displayName = "holdout",
      description = "Which instances are held out, if any: RANDOM ones, in the proportions of the classes, or the LAST "
          + "ones of the training data. "
          + "Choose LAST for time series and other data whose order matters. "
          + "The last instance of a class label is never held out. Of an instance whose weight is a whole number, as "
          + "much is held out as of so many copies of it.",
      commandLineParamName = "holdout", commandLineParamSynopsis = "-holdout <RANDOM|LAST>",
      displayOrder = 34, category = EXPERT)
  public HoldoutStrategy getHoldout() {
    return holdout;
  }

  public void setHoldout(HoldoutStrategy holdout) {
    this.holdout = holdout;
  }

  @OptionMetadata(displayName = "tolerance",
      description = "Smallest decrease of the loss that counts as an improvement, for patience and for PLATEAU. "
          + "Raise it to stop training sooner.",
      commandLineParamName = "tolerance", commandLineParamSynopsis = "-tolerance <num>",
      displayOrder = 28, category = EXPERT)
  public double getTolerance() {
    return tolerance;
  }

  public void setTolerance(double tolerance) {
    this.tolerance = tolerance;
  }

  @OptionMetadata(displayName = "refit",
      description = "Whether a second network is trained on all data, including those held out, for the best number of "
          + "epochs. It takes up to twice the time, and has no effect if nothing is held out.",
      commandLineParamName = "refit", commandLineParamIsFlag = true, commandLineParamSynopsis = "-refit",
      displayOrder = 29, category = RUN)
  public boolean getRefit() {
    return refit;
  }

  public void setRefit(boolean refit) {
    this.refit = refit;
  }

  @OptionMetadata(displayName = "resume",
      description = "Whether the model keeps what is needed to resume its training later. "
          + "Each resumption trains for as many more epochs as the option epochs then says. "
          + "Such a model is two to four times as large.",
      commandLineParamName = "resume", commandLineParamIsFlag = true, commandLineParamSynopsis = "-resume",
      displayOrder = 30, category = RUN)
  public boolean getResume() {
    return resume;
  }

  public void setResume(boolean resume) {
    this.resume = resume;
  }

  @OptionMetadata(displayName = "historyFile",
      description = "File to which the history of training is written, a picture if its name ends in png, otherwise "
          + "CSV; none if empty. "
          + "Each training has its own file, and files that exist are kept: curve.csv is followed by curve-2.csv and "
          + "so on. Under cross-validation the first one is that of the model that is shown, and the folds' follow. "
          + "The printed model names its file.",
      commandLineParamName = "history", commandLineParamSynopsis = "-history <file>",
      displayOrder = 31, category = RUN)
  @FilePropertyMetadata(fileChooserDialogType = javax.swing.JFileChooser.SAVE_DIALOG, directoriesOnly = false)
  public File getHistoryFile() {
    return historyFile == null ? null : new File(historyFile);
  }

  public void setHistoryFile(File historyFile) {
    this.historyFile = historyFile == null ? null : historyFile.getPath();
  }

  @OptionMetadata(displayName = "numThreads",
      description = "Number of threads that share the work of training, or 0 for one per processor. "
          + "They don't change the result. Raise it for large networks or data; small networks use one thread in any "
          + "case, and 1 is best while other schemes or folds run at the same time.",
      commandLineParamName = "P", commandLineParamSynopsis = "-P <int>", displayOrder = 32, category = RUN)
  public int getNumThreads() {
    return numThreads;
  }

  public void setNumThreads(int numThreads) {
    this.numThreads = numThreads;
  }

  /** Weka's option, described for its dialog. */
  @Override
  @OptionMetadata(displayName = "debug",
      description = "Whether the printed model shows all of its arithmetic. "
          + "It then has formulas, weights and a prediction step by step.",
      commandLineParamName = "output-debug-info", commandLineParamIsFlag = true,
      commandLineParamSynopsis = "-output-debug-info", displayOrder = 41, category = RUN)
  public boolean getDebug() {
    return super.getDebug();
  }

  /** Weka's option, with a default of its own: -1 for all digits. */
  @Override
  @Automatic
  @OptionMetadata(displayName = "numDecimalPlaces",
      description = "Number of decimal places of the weights that are printed if debug is set, or auto for all digits. "
          + "Predictions can only be reproduced from all of them. Exported models always have them.",
      commandLineParamName = "num-decimal-places", commandLineParamSynopsis = "-num-decimal-places <auto|int>",
      displayOrder = 42, category = RUN)
  public int getNumDecimalPlaces() {
    return super.getNumDecimalPlaces();
  }

  /** Weka's option, described for its dialog. */
  @Override
  @OptionMetadata(displayName = "batchSize",
      description = "Number of instances that are predicted together, for prediction only. "
          + "Training uses miniBatchSize.",
      commandLineParamName = "batch-size", commandLineParamSynopsis = "-batch-size <int>", displayOrder = 43,
      category = RUN)
  public String getBatchSize() {
    return super.getBatchSize();
  }

  /** Weka's option, described for its dialog. */
  @Override
  @OptionMetadata(displayName = "doNotCheckCapabilities",
      description = "Whether Weka leaves out its check that the scheme can handle the data. "
          + "The scheme still rejects data that it can't learn from.",
      commandLineParamName = "do-not-check-capabilities", commandLineParamIsFlag = true,
      commandLineParamSynopsis = "-do-not-check-capabilities", displayOrder = 44, category = RUN)
  public boolean getDoNotCheckCapabilities() {
    return super.getDoNotCheckCapabilities();
  }

  /** All options: -H, -L and -N, then the others in the order of Weka's dialog. */
  @Override
  public Enumeration<Option> listOptions() {
    return OptionReader.describe(this, super.listOptions(), FIRST_FLAGS);
  }

  /** The values of all options, in the same order. */
  @Override
  public String[] getOptions() {
    return OptionReader.inOrder(this, super.getOptions(), FIRST_FLAGS);
  }

  /** Whether options that are not given keep their values, since there is a training to resume. */
  protected boolean keepsOptions() {
    return false;
  }

  /**
   * Sets all options; those not given get their defaults, unless there is a training to resume: then they keep their
   * values. If one is rejected, all stay as they were.
   *
   * @throws WekaException if an option is unknown or its value can't be parsed; it names the option
   */
  @Override
  public void setOptions(String[] options) throws Exception {
    OptionReader.setOptions(this, options, keepsOptions());
  }

  /**
   * Checks the values of all options, whatever data they will meet.
   *
   * @throws WekaException if one is invalid; it names the option
   */
  public void checkOptions() throws WekaException {
    OptionReader.explained(this, () -> {
      OptionReader.requireAll(this);
      HistoryFile.check(getHistoryFile());
      requireAutomaticOr(1, MOST_NETWORKS, "networks", networks);
      requireAutomaticOr(0, MOST_RAMPS, "pieces", pieces);
      requireAutomaticOr(0, MOST_RAMPS, "steps", steps);
      requireAutomaticOr(0, MOST_DECIMALS, "numDecimalPlaces", getNumDecimalPlaces());
      return layers(AutomaticValues.ONE, Activation.TANH, 1, 1);
    });
    hyperparameters();
  }

  private static void requireAutomaticOr(int least, int most, String property, int value) {
    require(value >= least && value <= most || value == AUTOMATIC, property, value,
        "a whole number from " + least + " to " + most);
  }

  /** Values, by property, of the options that can't change when training is resumed. */
  protected Map<String, String> fixedOptions() {
    Map<String, String> values = OptionReader.texts(this);
    values.keySet().retainAll(FIXED);
    return values;
  }

  /**
   * How the networks are trained, each of a committee with a seed of its own.
   *
   * @param inputs number of inputs, as MultilayerPerceptron counts them
   * @param classes number of class labels, 1 for a numeric class
   * @param instances of the training data
   * @throws InvalidSettingException if an option is invalid
   */
  protected List<NetworkPlan> plans(int inputs, int classes, int instances) {
    int count = networks(instances);
    if (count == 1) {
      List<HiddenLayer> layers = layers(AutomaticValues.ONE, Activation.TANH, inputs, classes);
      return List.of(new NetworkPlan(MemberKind.SMOOTH, 0, 0, inputEncoding(0, 0), layers,
          settings(AutomaticValues.ONE)));
    }
    MemberKind[] kinds = MemberKind.values();
    int folds = folds(instances, (count + kinds.length - 1) / kinds.length);
    int training = folds == 0 ? instances : instances - instances / folds;
    AutomaticValues values = optimizer != OptimizerChoice.ADAM ? AutomaticValues.ONE
        : AutomaticValues.ofMany(miniBatchSize <= 0 ? 1 : (training - 1) / miniBatchSize + 1);
    Hyperparameters settings = settings(values);
    int threadsOfEach = Math.max(1, settings.threads() / count);
    List<NetworkPlan> plans = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      MemberKind kind = kinds[k % kinds.length];
      plans.add(new NetworkPlan(kind, k / kinds.length, folds, inputEncoding(kind.pieces(), kind.steps()),
          layers(kind, values, inputs, classes), settings.with(seed + SEEDS * k, threadsOfEach)));
    }
    return plans;
  }

  private int networks(int instances) {
    if (networks != AUTOMATIC) {
      return networks;
    }
    boolean pays = optimizer == OptimizerChoice.ADAM && instances >= ADAM_FEWEST
        && validation().percent(instances) > 0;
    return pays ? COMMITTEE : 1;
  }

  /** Parts into which a committee divides the data, at least as many as it has groups; 0 if it holds nothing out. */
  private int folds(int instances, int groups) {
    double percent = validation().percent(instances);
    if (percent == 0) {
      return 0;
    }
    int wanted = validationPercent == AUTOMATIC ? FOLDS : (int) Math.max(2, Math.round(100 / percent));
    return Math.max(wanted, groups);
  }

  private List<HiddenLayer> layers(MemberKind kind, AutomaticValues values, int inputs, int classes) {
    List<HiddenLayer> layers = layers(values, kind.activation(), inputs, classes);
    return kind.hasHiddenLayers() ? layers : List.of();
  }

  private List<HiddenLayer> layers(AutomaticValues values, Activation automatic, int inputs, int classes) {
    String sizes = hiddenLayers.trim().equalsIgnoreCase(AUTO) ? values.hiddenLayers() : hiddenLayers;
    return HiddenLayers.parse(sizes, activation.or(automatic), inputs, classes);
  }

  /** How much of the training data is held out. */
  protected ValidationSplit validation() {
    if (validationPercent != AUTOMATIC) {
      return new ValidationSplit(validationPercent, 0, holdout);
    }
    return optimizer == OptimizerChoice.ADAM ? new ValidationSplit(ADAM_PERCENT, ADAM_FEWEST, holdout)
        : ValidationSplit.NONE;
  }

  private InputEncoding inputEncoding(int automaticPieces, int automaticSteps) {
    return new InputEncoding(inputScaling, pieces == AUTOMATIC ? automaticPieces : pieces,
        steps == AUTOMATIC ? automaticSteps : steps);
  }

  /** The options that the training of one network depends on. */
  public Hyperparameters hyperparameters() throws WekaException {
    return OptionReader.explained(this, () -> {
      // An invalid momentum is rejected even if the chosen optimizer doesn't use it.
      OptimizerChoice.MOMENTUM.create(momentum);
      require(validationPercent == AUTOMATIC || validationPercent >= 0 && validationPercent <= 90, "validationPercent",
          validationPercent, "a percentage from 0 to 90");
      return settings(AutomaticValues.ONE);
    });
  }

  private Hyperparameters settings(AutomaticValues values) {
    LearningRate rate = new LearningRate(learningRate == AUTOMATIC ? values.learningRate() : learningRate,
        schedule.or(values.schedule()), decay, decayEpochs);
    int most = epochs == AUTOMATIC ? values.epochs() : epochs;
    Stopping stopping = patience == AUTOMATIC ? new Stopping(most, values.patience(), values.updates(), tolerance)
        : new Stopping(most, patience, tolerance);
    return new Hyperparameters(rate, batchAveraging, miniBatchSize, optimizer.create(momentum),
        new Regularization(l2, dropout, inputDropout, maxGradientNorm), stopping, seed, threads());
  }

  private int threads() {
    require(numThreads >= 0, "numThreads", numThreads, "a whole number of 1 or more, or 0 for all processors");
    return numThreads == 0 ? Runtime.getRuntime().availableProcessors() : numThreads;
  }
}
