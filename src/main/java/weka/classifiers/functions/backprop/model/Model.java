package weka.classifiers.functions.backprop.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.HeaderCheck;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/**
 * All that a trained scheme keeps, and all that an export needs: a network, or a committee of several. Immutable once
 * training has ended.
 *
 * <p>A committee of members with weights w_m, Σ w_m = 1, predicts softmax(Σ w_m s_m), or Σ w_m s_m of a numeric class,
 * where s_m are the weighted sums of a member's output layer. So its probabilities are the normalised product
 * Π p_m^w_m of those of its members, a logarithmic opinion pool (Genest and Zidek, 1986), rather than their mean: it
 * was more accurate on the sets that the defaults were chosen by, and a committee is one network whose hidden layers
 * are those of its members side by side.
 */
public final class Model implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ArrayList<Member> members;
  private final HeldOutEstimate estimate;
  private final HeldOutErrors errors;
  /** A path; null: none. */
  private final String historyFile;
  /** Of the data that were predicted last. */
  private transient volatile HeaderCheck checked;

  private Model(List<Member> members, HeldOutEstimate estimate, HeldOutErrors errors, String historyFile) {
    this.members = new ArrayList<>(members);
    this.estimate = estimate;
    this.errors = errors;
    this.historyFile = historyFile;
  }

  /** The model of one network. */
  public static Model of(Member member) {
    return of(List.of(member));
  }

  /** The model of networks whose weights add up to 1. */
  public static Model of(List<Member> members) {
    return of(members, null, null);
  }

  /**
   * The same with an estimate.
   *
   * @param estimate of how well the model predicts; null: there is none
   * @param errors of predictions of a numeric class; null: there are none
   */
  public static Model of(List<Member> members, HeldOutEstimate estimate, HeldOutErrors errors) {
    return new Model(members, estimate, errors, null);
  }

  /** The same model, whose history of training was written to a file. */
  public Model withHistoryFile(String path) {
    return new Model(members, estimate, errors, path);
  }

  /** Its networks, one or more; their encodings have the same header and the same encoder of the class. */
  public List<Member> members() {
    return Collections.unmodifiableList(members);
  }

  /** Those of its networks that predictions depend on: whose weight isn't 0. */
  public List<Member> predicting() {
    return members.stream().filter(member -> member.weight() > 0).toList();
  }

  /** The member of the greatest weight, the first of several. */
  public Member heaviest() {
    return members.stream().reduce((heaviest, next) -> next.weight() > heaviest.weight() ? next : heaviest)
        .orElseThrow();
  }

  /** How well the members predict what they held out; null if nothing was held out. */
  public HeldOutEstimate estimate() {
    return estimate;
  }

  /** The file to which the history of training was written; null if it was not. */
  public String historyFile() {
    return historyFile;
  }

  /** The attributes of the training data, without any instance; not a copy. */
  public Instances header() {
    return encoding().header();
  }

  private DataEncoding encoding() {
    return members.get(0).encoding();
  }

  /** The history of training, of several networks their mean; null if there was nothing to train. */
  public History history() {
    History first = members.get(0).history();
    return members.size() == 1 ? first : History.mean(first.kernel(),
        members.stream().map(member -> member.history().epochs()).toList(), List.of()).withScoresOf(first);
  }

  /**
   * The prediction of an instance: the class distribution, or the value of a numeric class.
   *
   * @param instance not modified; if it belongs to no data, nothing but its width can be checked
   * @throws WekaException if its attributes are not those of the training data
   */
  public double[] predict(Instance instance) throws WekaException {
    checkHeader(instance.dataset());
    if (members.size() == 1) {
      return members.get(0).predict(instance);
    }
    return predictBlock(List.of(instance))[0];
  }

  /**
   * Predictions of instances [instances × outputs].
   *
   * @param instances not modified
   * @throws WekaException if their attributes are not those of the training data
   * @throws InterruptedException if there are many and the thread was interrupted
   */
  public double[][] predict(Instances instances) throws WekaException, InterruptedException {
    checkHeader(instances);
    if (members.size() == 1) {
      return members.get(0).predict(instances);
    }
    double[][] predictions = new double[instances.size()][];
    for (int from = 0; from < predictions.length; from += Member.BLOCK) {
      if (from > 0 && Thread.interrupted()) {
        throw new InterruptedException("Prediction was interrupted.");
      }
      double[][] block = predictBlock(instances.subList(from, Math.min(from + Member.BLOCK, predictions.length)));
      System.arraycopy(block, 0, predictions, from, block.length);
    }
    return predictions;
  }

  private double[][] predictBlock(List<Instance> block) throws WekaException {
    for (Instance instance : block) {
      members.get(0).requireSameWidth(instance);
    }
    Network network = members.get(0).network();
    int outputs = network.outputLayer().units();
    double[][] predictions = new double[block.size()][];
    float[][] sums = meanSums(block, outputs);
    for (int k = 0; k < predictions.length; k++) {
      predictions[k] = encoding().classEncoder().decode(network.loss().output().apply(sums[k], outputs));
    }
    return predictions;
  }

  /**
   * An interval that holds the value of a numeric class with a given confidence.
   *
   * @param instance not modified
   * @param confidence between 0 and 1
   * @return lower and upper end
   * @throws WekaException if its attributes are not those of the training data
   */
  public double[] interval(Instance instance, double confidence) throws WekaException {
    NumericClass numeric = members.get(0).numericClass();
    double[] interval = errors != null ? errors.interval(foldPredictions(instance), confidence)
        : NormalErrors.of(this).interval(predict(instance)[0], confidence);
    return new double[] {numeric.clip(interval[0]), numeric.clip(interval[1])};
  }

  /**
   * The natural logarithm of the density of a numeric class at a value.
   *
   * @param instance not modified
   * @throws WekaException if its attributes are not those of the training data
   */
  public double logDensity(Instance instance, double value) throws WekaException {
    return errors != null ? errors.logDensity(foldPredictions(instance), value)
        : NormalErrors.of(this).logDensity(value - predict(instance)[0]);
  }

  /** What the members of each fold of the held-out errors predict [folds]. */
  private double[] foldPredictions(Instance instance) throws WekaException {
    checkHeader(instance.dataset());
    members.get(0).requireSameWidth(instance);
    List<Instance> block = List.of(instance);
    Map<InputEncoder, InputRows> rows = new IdentityHashMap<>();
    double[] each = members.stream().mapToDouble(member -> sums(member, block, rows)[0][0]).toArray();
    return errors.folds().stream().mapToDouble(fold -> {
      double sum = 0;
      for (int k = 0; k < fold.members().length; k++) {
        sum += fold.weights()[k] * each[fold.members()[k]];
      }
      return encoding().classEncoder().decode(new double[] {sum})[0];
    }).toArray();
  }

  /**
   * The weighted sums of a member's output layer [instances × outputs or more].
   *
   * @param rows of the encoders so far, which members with the same one share; modified
   */
  private static float[][] sums(Member member, List<Instance> block, Map<InputEncoder, InputRows> rows) {
    return member.network().sums(rows.computeIfAbsent(member.encoding().inputs(), encoder -> member.rows(block)));
  }

  /** Σ w_m s_m [instances × outputs]. */
  private float[][] meanSums(List<Instance> block, int outputs) {
    Map<InputEncoder, InputRows> rows = new IdentityHashMap<>();
    float[][] mean = new float[block.size()][outputs];
    for (Member member : members) {
      if (member.weight() > 0) {
        add((float) member.weight(), sums(member, block, rows), mean);
      }
    }
    return mean;
  }

  /** mean ← mean + w s [instances × outputs]. */
  private static void add(float weight, float[][] sums, float[][] mean) {
    for (int k = 0; k < mean.length; k++) {
      for (int j = 0; j < mean[k].length; j++) {
        mean[k][j] += weight * sums[k][j];
      }
    }
  }

  /**
   * Outputs of the last hidden layer for an instance, of several networks that have one, one behind the other [units].
   *
   * @throws WekaException if its attributes are not those of the training data
   */
  public double[] lastHidden(Instance instance) throws WekaException {
    checkHeader(instance.dataset());
    double[] all = new double[0];
    for (Member member : members) {
      double[] outputs = member.network().lastHiddenLayer().isPresent() ? member.lastHidden(instance) : new double[0];
      double[] longer = Arrays.copyOf(all, all.length + outputs.length);
      System.arraycopy(outputs, 0, longer, all.length, outputs.length);
      all = longer;
    }
    return all;
  }

  private void checkHeader(Instances data) throws WekaException {
    HeaderCheck last = checked;
    if (data != null && (last == null || !last.covers(header(), data))) {
      checked = HeaderCheck.of(header(), data);
    }
  }
}
