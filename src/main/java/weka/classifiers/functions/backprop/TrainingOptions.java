package weka.classifiers.functions.backprop;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.io.File;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.backprop.train.LearningRate;
import weka.classifiers.functions.backprop.train.Regularization;
import weka.classifiers.functions.backprop.train.Schedule;
import weka.classifiers.functions.backprop.train.Stopping;
import weka.core.OptionMetadata;
import weka.core.WekaException;
import weka.gui.FilePropertyMetadata;

/** The options of both schemes that steer a training under way: when it ends, how it learns, what it leaves behind. */
public abstract class TrainingOptions extends AbstractClassifier {

  private static final long serialVersionUID = 1L;

  /** Percentage that stands for what suits the optimizer and the data. */
  private static final double AUTOMATIC = -1;
  /** Percentage held out if that is found to suit. */
  private static final double USUAL_PERCENT = 20;
  /** Instances below which too few would be held out to judge by. */
  private static final int ENOUGH_INSTANCES = 20;

  /** Category of the options that Weka's dialog keeps in a second one, so that the first stays short. */
  static final String EXPERT = "Expert";

  private double validationPercent = AUTOMATIC;
  private int patience = 20;
  private double tolerance = 1e-5;
  private boolean refit;
  private Schedule schedule = Schedule.CONSTANT;
  private double decay = 0.5;
  private int decayEpochs = 10;
  private double dropout;
  private double inputDropout;
  private double maxGradientNorm;
  private boolean resume;
  private File historyFile = new File("");
  private boolean trainingMonitor;

  @OptionMetadata(displayName = "validationPercent",
      description = "Percentage of the training data that is held out to find the best epoch, whose weights the model "
          + "keeps; 0 for none, -1 for 20 with ADAM and none with the other optimizers or fewer than 20 instances. "
          + "Instances are held out at random, in the proportions of the classes. "
          + "Choose 0 to train exactly as many epochs as you say, on all data; then set epochs or patience with care.",
      commandLineParamName = "V", commandLineParamSynopsis = "-V <num>", displayOrder = 4)
  public double getValidationPercent() {
    return validationPercent;
  }

  public void setValidationPercent(double validationPercent) {
    this.validationPercent = validationPercent;
  }

  @OptionMetadata(displayName = "patience",
      description = "Epochs without improvement of the loss after which training ends; 0 to run all epochs. "
          + "The loss is that of the data held out, if validationPercent says so, or else that of the training data. "
          + "Raise it if training ends while the loss still falls now and then.",
      commandLineParamName = "E", commandLineParamSynopsis = "-E <int>", displayOrder = 5)
  public int getPatience() {
    return patience;
  }

  public void setPatience(int patience) {
    this.patience = patience;
  }

  @OptionMetadata(displayName = "tolerance",
      description = "How much smaller than the least one a loss must be to be an improvement. "
          + "Raise it to end training sooner.",
      commandLineParamName = "tolerance", commandLineParamSynopsis = "-tolerance <num>",
      displayOrder = 22, category = EXPERT)
  public double getTolerance() {
    return tolerance;
  }

  public void setTolerance(double tolerance) {
    this.tolerance = tolerance;
  }

  @OptionMetadata(displayName = "refit",
      description = "Whether a new network is trained on all data, those held out too, for as many epochs as were best. "
          + "Takes up to twice the time; without validationPercent it does nothing.",
      commandLineParamName = "refit", commandLineParamIsFlag = true, commandLineParamSynopsis = "-refit",
      displayOrder = 23, category = EXPERT)
  public boolean getRefit() {
    return refit;
  }

  public void setRefit(boolean refit) {
    this.refit = refit;
  }

  @OptionMetadata(displayName = "dropout",
      description = "Probability that a hidden unit is left out of a training step, from 0 up to but not including 1. "
          + "Try 0.2 to 0.5 if a large network overfits, with more units and epochs.",
      commandLineParamName = "D", commandLineParamSynopsis = "-D <num>", displayOrder = 7)
  public double getDropout() {
    return dropout;
  }

  public void setDropout(double dropout) {
    this.dropout = dropout;
  }

  @OptionMetadata(displayName = "inputDropout",
      description = "The same probability for inputs. Try 0.1 or 0.2 if there are many redundant attributes.",
      commandLineParamName = "input-dropout", commandLineParamSynopsis = "-input-dropout <num>",
      displayOrder = 13, category = EXPERT)
  public double getInputDropout() {
    return inputDropout;
  }

  public void setInputDropout(double inputDropout) {
    this.inputDropout = inputDropout;
  }

  @OptionMetadata(displayName = "schedule",
      description = "How the learning rate changes. CONSTANT keeps it; EXPONENTIAL multiplies it by decay over every "
          + "decayEpochs epochs, STEP once at the end of them, PLATEAU whenever the loss has not improved for so many; "
          + "COSINE lets it fall to 0 at the last epoch. "
          + "A falling rate often ends in a better model after more epochs.",
      commandLineParamName = "schedule",
      commandLineParamSynopsis = "-schedule <CONSTANT|EXPONENTIAL|STEP|COSINE|PLATEAU>",
      displayOrder = 18, category = EXPERT)
  public Schedule getSchedule() {
    return schedule;
  }

  public void setSchedule(Schedule schedule) {
    this.schedule = schedule;
  }

  @OptionMetadata(displayName = "decay",
      description = "What EXPONENTIAL, STEP and PLATEAU multiply the learning rate by, between 0 and 1. "
          + "Lower it to make the rate fall faster.",
      commandLineParamName = "decay", commandLineParamSynopsis = "-decay <num>", displayOrder = 19, category = EXPERT)
  public double getDecay() {
    return decay;
  }

  public void setDecay(double decay) {
    this.decay = decay;
  }

  @OptionMetadata(displayName = "decayEpochs",
      description = "Epochs over which the learning rate is multiplied by decay once, 1 or more. "
          + "Lower it to make the rate fall faster.",
      commandLineParamName = "decay-epochs", commandLineParamSynopsis = "-decay-epochs <int>",
      displayOrder = 20, category = EXPERT)
  public int getDecayEpochs() {
    return decayEpochs;
  }

  public void setDecayEpochs(int decayEpochs) {
    this.decayEpochs = decayEpochs;
  }

  @OptionMetadata(displayName = "maxGradientNorm",
      description = "Longest gradient of a step; a longer one is scaled down to it. 0 for no limit. "
          + "Try 1 if single mini-batches throw the loss up.",
      commandLineParamName = "max-gradient-norm", commandLineParamSynopsis = "-max-gradient-norm <num>",
      displayOrder = 21, category = EXPERT)
  public double getMaxGradientNorm() {
    return maxGradientNorm;
  }

  public void setMaxGradientNorm(double maxGradientNorm) {
    this.maxGradientNorm = maxGradientNorm;
  }

  @OptionMetadata(displayName = "resume",
      description = "Whether the model keeps what is needed to go on with its training, for as many epochs more as "
          + "epochs says then. Such a model takes two to four times the room.",
      commandLineParamName = "resume", commandLineParamIsFlag = true, commandLineParamSynopsis = "-resume",
      displayOrder = 24, category = EXPERT)
  public boolean getResume() {
    return resume;
  }

  public void setResume(boolean resume) {
    this.resume = resume;
  }

  @OptionMetadata(displayName = "historyFile",
      description = "File into which the history of training is written, a line for each epoch as CSV, or a picture of "
          + "the learning curve if the name ends in .png; none if empty. "
          + "Every model that is built writes it anew, so add -no-cv on the command line lest the folds' models do.",
      commandLineParamName = "history", commandLineParamSynopsis = "-history <file>",
      displayOrder = 26, category = EXPERT)
  @FilePropertyMetadata(fileChooserDialogType = javax.swing.JFileChooser.SAVE_DIALOG, directoriesOnly = false)
  public File getHistoryFile() {
    return historyFile;
  }

  public void setHistoryFile(File historyFile) {
    this.historyFile = historyFile;
  }

  @OptionMetadata(displayName = "trainingMonitor",
      description = "Whether a window shows the losses while training goes on, with buttons to stop early and keep the "
          + "best model so far, or to cancel. Use it to find a good learningRate and number of epochs.",
      commandLineParamName = "G", commandLineParamIsFlag = true, commandLineParamSynopsis = "-G", displayOrder = 9)
  public boolean getTrainingMonitor() {
    return trainingMonitor;
  }

  public void setTrainingMonitor(boolean trainingMonitor) {
    this.trainingMonitor = trainingMonitor;
  }

  /** Checks that there is a folder for the history, before training rather than after it. */
  void checkHistoryFile() throws WekaException {
    if (historyFile.getPath().isEmpty()) {
      return;
    }
    File folder = historyFile.getAbsoluteFile().getParentFile();
    if (historyFile.isDirectory() || folder != null && !folder.isDirectory()) {
      throw new WekaException("Option -history (historyFile) is " + historyFile
          + ", but must be a file in a folder that exists.");
    }
  }

  /** Checks the percentage held out. */
  void checkValidation() {
    require(validationPercent == AUTOMATIC || validationPercent >= 0 && validationPercent <= 90, "validationPercent",
        validationPercent, "a percentage from 0 to 90, or -1 for what suits");
  }

  /**
   * The percentage to hold out. The textbooks' rules train as they say unless told otherwise; Adam is there to need no
   * tuning, neither of the number of epochs.
   */
  double percentHeldOut(OptimizerChoice optimizer, int instances) {
    if (validationPercent != AUTOMATIC) {
      return validationPercent;
    }
    return optimizer == OptimizerChoice.ADAM && instances >= ENOUGH_INSTANCES ? USUAL_PERCENT : 0;
  }

  /** When training ends, if these are the most epochs. */
  Stopping stopping(int epochs) {
    return new Stopping(epochs, patience, tolerance);
  }

  /** What keeps the network in bounds, with this weight penalty. */
  Regularization regularization(double l2) {
    return new Regularization(l2, dropout, inputDropout, maxGradientNorm);
  }

  /** The learning rate of each epoch, if this is the first epoch's. */
  LearningRate learningRate(double initial) {
    return new LearningRate(initial, schedule, decay, decayEpochs);
  }
}
