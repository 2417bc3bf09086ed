package weka.classifiers.functions.backprop.options;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.util.Enumeration;
import java.util.List;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.stream.StreamSettings;
import weka.classifiers.functions.backprop.train.BatchAveraging;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.LearningRate;
import weka.classifiers.functions.backprop.train.Regularization;
import weka.classifiers.functions.backprop.train.Stopping;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Randomizable;
import weka.core.WekaException;

/**
 * The options of the schemes for streams, each declared once by Weka's annotation; those that training by epochs has
 * too have the same names. As there, setters only store, and {@link #checkOptions} checks.
 */
public abstract class StreamOptions extends AbstractClassifier implements Randomizable {

  /** Category of the options that Weka's dialog keeps in a second one. */
  protected static final String EXPERT = "Expert";

  private static final long serialVersionUID = 1L;

  private String hiddenLayers = "64,64";
  private Activation activation = Activation.RELU;
  private double learningRate = 0.003;
  private OptimizerChoice optimizer = OptimizerChoice.ADAM;
  private int miniBatchSize = 8;
  private int warmUp = 1000;
  private int replayBuffer = 1000;
  private int replays = 1;
  private double l2;
  private double dropout;
  private double momentum = 0.9;
  private int seed = 1;

  @OptionMetadata(displayName = "hiddenLayers",
      description = "Sizes of the hidden layers, separated by commas (64,32), or 0 for none. "
          + "A size may also be one of the letters a for (attributes + classes) / 2, i for attributes, o for classes "
          + "and t for attributes + classes, and may carry its own activation, as in 64:relu,32:tanh.",
      commandLineParamName = "H", commandLineParamSynopsis = "-H <list>", displayOrder = 1)
  public String getHiddenLayers() {
    return hiddenLayers;
  }

  public void setHiddenLayers(String hiddenLayers) {
    this.hiddenLayers = hiddenLayers;
  }

  @OptionMetadata(displayName = "activation",
      description = "Activation function of the hidden layers that don't name their own. "
          + "IDENTITY makes the network linear.",
      commandLineParamName = "F", commandLineParamSynopsis = "-F <SIGMOID|TANH|RELU|IDENTITY>", displayOrder = 2)
  public Activation getActivation() {
    return activation;
  }

  public void setActivation(Activation activation) {
    this.activation = activation;
  }

  @OptionMetadata(displayName = "learningRate",
      description = "Step size of the weight updates, greater than 0. "
          + "It doesn't fall: raise it to follow a stream that changes fast, lower it if predictions fluctuate. "
          + "SGD usually needs a larger one (0.1) than ADAM (0.001 to 0.01).",
      commandLineParamName = "L", commandLineParamSynopsis = "-L <num>", displayOrder = 3)
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

  @OptionMetadata(displayName = "miniBatchSize",
      description = "Number of instances per weight update, 1 or more. "
          + "Until there are so many, new ones wait and don't change predictions. "
          + "Raise it for speed, lower it to learn more from each instance.",
      commandLineParamName = "B", commandLineParamSynopsis = "-B <int>", displayOrder = 5)
  public int getMiniBatchSize() {
    return miniBatchSize;
  }

  public void setMiniBatchSize(int miniBatchSize) {
    this.miniBatchSize = miniBatchSize;
  }

  @OptionMetadata(displayName = "warmUp",
      description = "Number of instances by whose mean and standard deviation numeric attributes and a numeric class "
          + "are scaled, 1 or more. Scaling follows the stream until then, and never changes after. "
          + "Raise it if the first instances are not like the others.",
      commandLineParamName = "warm-up", commandLineParamSynopsis = "-warm-up <int>", displayOrder = 6)
  public int getWarmUp() {
    return warmUp;
  }

  public void setWarmUp(int warmUp) {
    this.warmUp = warmUp;
  }

  @OptionMetadata(displayName = "replays",
      description = "Number of instances from the replay buffer that are trained on again for each new one, 0 for "
          + "none. More give a better model and take more time.",
      commandLineParamName = "replays", commandLineParamSynopsis = "-replays <int>", displayOrder = 7)
  public int getReplays() {
    return replays;
  }

  public void setReplays(int replays) {
    this.replays = replays;
  }

  @OptionMetadata(displayName = "replayBuffer",
      description = "Number of instances that are kept to be trained on again, 0 for none. "
          + "When the buffer is full, a new instance replaces a random one. "
          + "Raise it for a stream that never changes, lower it for one that changes fast. Saved models hold these "
          + "instances.",
      commandLineParamName = "replay-buffer", commandLineParamSynopsis = "-replay-buffer <int>", displayOrder = 8)
  public int getReplayBuffer() {
    return replayBuffer;
  }

  public void setReplayBuffer(int replayBuffer) {
    this.replayBuffer = replayBuffer;
  }

  @Override
  @OptionMetadata(displayName = "seed",
      description = "Seed of the initial weights, of what is replayed and of dropout. "
          + "The same seed, stream and options give the same model.",
      commandLineParamName = "S", commandLineParamSynopsis = "-S <int>", displayOrder = 9)
  public int getSeed() {
    return seed;
  }

  @Override
  public void setSeed(int seed) {
    this.seed = seed;
  }

  @OptionMetadata(displayName = "l2",
      description = "Strength of the L2 penalty (weight decay) on weights, but not biases; 0 for none. "
          + "The penalty adds l2 times the weight to the gradient of each weight.",
      commandLineParamName = "R", commandLineParamSynopsis = "-R <num>", displayOrder = 21, category = EXPERT)
  public double getL2() {
    return l2;
  }

  public void setL2(double l2) {
    this.l2 = l2;
  }

  @OptionMetadata(displayName = "dropout",
      description = "Probability that a hidden unit is dropped in a training step, from 0 to less than 1.",
      commandLineParamName = "D", commandLineParamSynopsis = "-D <num>", displayOrder = 22, category = EXPERT)
  public double getDropout() {
    return dropout;
  }

  public void setDropout(double dropout) {
    this.dropout = dropout;
  }

  @OptionMetadata(displayName = "momentum",
      description = "Fraction of the previous step that MOMENTUM and NESTEROV keep in the next one, from 0 to less "
          + "than 1; SGD and ADAM ignore it.",
      commandLineParamName = "M", commandLineParamSynopsis = "-M <num>", displayOrder = 23, category = EXPERT)
  public double getMomentum() {
    return momentum;
  }

  public void setMomentum(double momentum) {
    this.momentum = momentum;
  }

  /** Weka's option, described for its dialog. */
  @Override
  @OptionMetadata(displayName = "debug", description = "Not used by this scheme.",
      commandLineParamName = "output-debug-info", commandLineParamIsFlag = true,
      commandLineParamSynopsis = "-output-debug-info", displayOrder = 41)
  public boolean getDebug() {
    return super.getDebug();
  }

  /** Weka's option, described for its dialog. */
  @Override
  @OptionMetadata(displayName = "numDecimalPlaces", description = "Not used by this scheme.",
      commandLineParamName = "num-decimal-places", commandLineParamSynopsis = "-num-decimal-places <int>",
      displayOrder = 42)
  public int getNumDecimalPlaces() {
    return super.getNumDecimalPlaces();
  }

  /** Weka's option, described for its dialog. */
  @Override
  @OptionMetadata(displayName = "batchSize",
      description = "Number of instances that are predicted together, for prediction only. "
          + "Training uses miniBatchSize.",
      commandLineParamName = "batch-size", commandLineParamSynopsis = "-batch-size <int>", displayOrder = 43)
  public String getBatchSize() {
    return super.getBatchSize();
  }

  /** Weka's option, described for its dialog. */
  @Override
  @OptionMetadata(displayName = "doNotCheckCapabilities",
      description = "Whether Weka leaves out its check that the scheme can handle the data.",
      commandLineParamName = "do-not-check-capabilities", commandLineParamIsFlag = true,
      commandLineParamSynopsis = "-do-not-check-capabilities", displayOrder = 44)
  public boolean getDoNotCheckCapabilities() {
    return super.getDoNotCheckCapabilities();
  }

  /** All options, in the order of Weka's dialog. */
  @Override
  public Enumeration<Option> listOptions() {
    return OptionReader.describe(this, super.listOptions());
  }

  /** The values of all options, in the order of Weka's dialog. */
  @Override
  public String[] getOptions() {
    return OptionReader.inOrder(this, super.getOptions());
  }

  /**
   * Sets all options; those not given get their defaults. If one is rejected, all stay as they were.
   *
   * @throws WekaException if an option is unknown or its value can't be parsed; it names the option
   */
  @Override
  public void setOptions(String[] options) throws Exception {
    OptionReader.setOptions(this, options, false);
  }

  /**
   * Checks the values of all options, whatever data they will meet.
   *
   * @throws WekaException if one is invalid; it names the option
   */
  public void checkOptions() throws WekaException {
    OptionReader.explained(this, () -> {
      OptionReader.requireAll(this);
      return null;
    });
    layers(1, 1);
    settings();
  }

  /**
   * The hidden layers.
   *
   * @param inputs number of inputs, as MultilayerPerceptron counts them
   * @param classes number of class labels, 1 for a numeric class
   * @throws WekaException if the option is invalid
   */
  protected List<HiddenLayer> layers(int inputs, int classes) throws WekaException {
    return OptionReader.explained(this, () -> HiddenLayers.parse(hiddenLayers, activation, inputs, classes));
  }

  /**
   * What the next training step depends on. It is asked for at each instance, so it must be cheap.
   *
   * @throws WekaException if an option is invalid
   */
  protected StreamSettings settings() throws WekaException {
    return OptionReader.explained(this, () -> {
      // An invalid momentum is rejected even if the chosen optimizer doesn't use it.
      OptimizerChoice.MOMENTUM.create(momentum);
      require(miniBatchSize >= 1, "miniBatchSize", miniBatchSize, "a whole number of 1 or more");
      Hyperparameters hyperparameters = new Hyperparameters(LearningRate.constant(learningRate), BatchAveraging.SUM,
          miniBatchSize, optimizer.create(momentum), new Regularization(l2, dropout, 0, 0), Stopping.after(0), seed, 1);
      return new StreamSettings(hyperparameters, warmUp, replayBuffer, replays);
    });
  }
}
