package weka.classifiers.functions.backprop.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The course of a training. */
public final class History implements Serializable {

  /** How the first line of {@link #toCsv} begins. */
  public static final String CSV_HEADER = "epoch,training loss,validation loss,learning rate,seconds";

  private static final long serialVersionUID = 1L;

  /** What happened in an epoch. */
  public static final class Epoch implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double loss;
    private final double validationLoss;
    private final double learningRate;
    private final double seconds;
    /** Null in models that were saved without. */
    private final Double validationScore;

    Epoch(double loss, double validationLoss, double validationScore, double learningRate, double seconds) {
      this.loss = loss;
      this.validationLoss = validationLoss;
      this.validationScore = validationScore;
      this.learningRate = learningRate;
      this.seconds = seconds;
    }

    /** Mean loss of a training instance, taken before each step. */
    public double loss() {
      return loss;
    }

    /** Mean loss of a held-out instance after the epoch; NaN if none is held out. */
    public double validationLoss() {
      return validationLoss;
    }

    /** Accuracy from 0 to 1, or RMSE of the scaled class, of the held-out instances; NaN if it is not known. */
    public double validationScore() {
      return validationScore == null ? Double.NaN : validationScore;
    }

    /** Step size. */
    public double learningRate() {
      return learningRate;
    }

    /** How long it took. */
    public double seconds() {
      return seconds;
    }
  }

  /** Why training ended. */
  public enum End {

    /** All epochs have run. */
    EPOCHS,

    /** The training loss has stopped improving. */
    CONVERGED,

    /** The validation loss has stopped improving. */
    STOPPED_EARLY,

    /** The network is no better than one that knows no inputs, see {@link #priorLoss}. */
    NO_BETTER_THAN_PRIOR,

    /** A listener has ended it. */
    ENDED_BY_USER
  }

  private final String kernel;
  private final ArrayList<Epoch> epochs = new ArrayList<>();
  private int bestEpoch;
  private int learningRateReductions;
  private End end = End.EPOCHS;
  private int epochsWithoutImprovement;
  private double priorLoss = Double.NaN;
  /** Null: scores have no name. */
  private String scoreName;
  private double scoreUnit;

  /** The history of a training that computes with the given kernel and has not begun. */
  History(String kernel) {
    this.kernel = kernel;
  }

  /**
   * The mean of several trainings, epoch by epoch. One that has ended counts on with its last epoch, so that the mean
   * doesn't jump where it ends; one that hasn't counts in its own epochs alone.
   *
   * @param kernel that the trainings compute with
   * @param ended epochs of the trainings that have ended; not modified
   * @param running epochs of the others; not modified
   * @return its best epoch is that of the least mean validation loss, or else the last one
   */
  public static History mean(String kernel, List<List<Epoch>> ended, List<List<Epoch>> running) {
    History mean = new History(kernel);
    int most = Stream.concat(ended.stream(), running.stream()).mapToInt(List::size).max().orElse(0);
    double least = Double.POSITIVE_INFINITY;
    for (int e = 0; e < most; e++) {
      int epoch = e;
      Epoch of = mean(Stream.concat(
          ended.stream().filter(epochs -> !epochs.isEmpty())
              .map(epochs -> epochs.get(Math.min(epoch, epochs.size() - 1))),
          running.stream().filter(epochs -> epoch < epochs.size()).map(epochs -> epochs.get(epoch))).toList());
      mean.add(of, !(of.validationLoss >= least));
      least = Math.min(least, Double.isNaN(of.validationLoss) ? least : of.validationLoss);
    }
    return mean;
  }

  private static Epoch mean(List<Epoch> epochs) {
    return new Epoch(mean(epochs, Epoch::loss), mean(epochs, Epoch::validationLoss),
        mean(epochs, Epoch::validationScore), mean(epochs, Epoch::learningRate), mean(epochs, Epoch::seconds));
  }

  private static double mean(List<Epoch> epochs, ToDoubleFunction<Epoch> figure) {
    return epochs.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  /**
   * Says what people call the validation scores.
   *
   * @param name such as accuracy
   * @param unit that scores are multiplied by
   */
  public void nameScores(String name, double unit) {
    scoreName = name;
    scoreUnit = unit;
  }

  /** Names the validation scores as in another history; returns this one. */
  public History withScoresOf(History other) {
    nameScores(other.scoreName, other.scoreUnit);
    return this;
  }

  /** What people call the validation scores; null if there are none. */
  public String scoreName() {
    return epochs.stream().anyMatch(epoch -> !Double.isNaN(epoch.validationScore())) ? scoreName : null;
  }

  /** The validation score of an epoch in the unit that people read; NaN if there is none. */
  public double score(Epoch epoch) {
    return scoreName == null ? Double.NaN : epoch.validationScore() * scoreUnit;
  }

  void add(Epoch epoch, boolean best) {
    epochs.add(epoch);
    if (best) {
      bestEpoch = epochs.size();
    }
  }

  /** Forgets the epochs after the first so many, which have turned out to have spoilt the network. */
  void removeAfter(int count) {
    epochs.subList(count, epochs.size()).clear();
    bestEpoch = Math.min(bestEpoch, count);
  }

  void setBestEpoch(int epoch) {
    bestEpoch = epoch;
  }

  void addLearningRateReduction() {
    learningRateReductions++;
  }

  void setPriorLoss(double loss) {
    priorLoss = loss;
  }

  void setEnd(End end, int epochsWithoutImprovement) {
    this.end = end;
    this.epochsWithoutImprovement = epochsWithoutImprovement;
  }

  /** What the training computed with, for people. */
  public String kernel() {
    return kernel;
  }

  /** The epochs that ran. */
  public List<Epoch> epochs() {
    return List.copyOf(epochs);
  }

  /** The last epoch that ran, if one did. */
  public Epoch last() {
    return epochs.get(epochs.size() - 1);
  }

  /** Number of epochs that ran. */
  public int size() {
    return epochs.size();
  }

  /** Number of the epoch whose parameters the network has: that of the least validation loss, or else the last one. */
  public int bestEpoch() {
    return bestEpoch;
  }

  /** How often training diverged, and was rolled back with a lower learning rate. */
  public int learningRateReductions() {
    return learningRateReductions;
  }

  /**
   * Mean loss of the class distribution of the training data, or their mean, as the prediction of every held-out
   * instance, or else of every training instance.
   */
  public double priorLoss() {
    return priorLoss;
  }

  /** Why training ended. */
  public End end() {
    return end;
  }

  /** Number of epochs since the loss that stops training early last improved, by more than the tolerance. */
  public int epochsWithoutImprovement() {
    return epochsWithoutImprovement;
  }

  /** The first line of {@link #toCsv}. */
  public String csvHeader() {
    return CSV_HEADER + (scoreName() == null ? "" : ",validation " + scoreName);
  }

  /** A line for each epoch, with a header; a validation loss that doesn't exist is left empty. */
  public String toCsv() {
    return toCsv(Integer.MAX_VALUE);
  }

  /** The same for evenly spaced epochs, about so many, with the best and the last one among them. */
  public String toCsv(int most) {
    int step = (int) Math.ceil(epochs.size() / (double) most);
    boolean scored = scoreName() != null;
    StringBuilder csv = new StringBuilder(csvHeader()).append('\n');
    for (int e = 0; e < epochs.size(); e++) {
      if (e % step == 0 || e == bestEpoch - 1 || e == epochs.size() - 1) {
        Epoch epoch = epochs.get(e);
        csv.append(String.format(Locale.ROOT, "%d,%s,%s,%s,%.6f", e + 1, epoch.loss,
            Double.isNaN(epoch.validationLoss) ? "" : epoch.validationLoss, epoch.learningRate, epoch.seconds));
        csv.append(scored ? "," + score(epoch) : "").append('\n');
      }
    }
    return csv.toString();
  }
}
