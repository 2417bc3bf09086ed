package weka.classifiers.functions.backprop.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.backprop.encode.HeaderCheck;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** All that a trained scheme keeps, and all that an export needs. Immutable once training has ended. */
public final class Model implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ArrayList<Member> members;
  /** Of the data that were predicted last. */
  private transient volatile HeaderCheck checked;

  private Model(List<Member> members) {
    this.members = new ArrayList<>(members);
  }

  /** The model of one network. */
  public static Model of(Member member) {
    return new Model(List.of(member));
  }

  /**
   * The only member.
   *
   * @throws IllegalStateException if there are several
   */
  public Member sole() {
    if (members.size() != 1) {
      throw new IllegalStateException("a model of " + members.size() + " networks");
    }
    return members.get(0);
  }

  /** The attributes of the training data, without any instance; not a copy. */
  public Instances header() {
    return members.get(0).encoding().header();
  }

  /** The history of training; null if there was nothing to train. */
  public History history() {
    return sole().history();
  }

  /**
   * The prediction of an instance: the class distribution, or the value of a numeric class.
   *
   * @param instance not modified; if it belongs to no data, nothing but its width can be checked
   * @throws WekaException if its attributes are not those of the training data
   */
  public double[] predict(Instance instance) throws WekaException {
    checkHeader(instance.dataset());
    return sole().predict(instance);
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
    return sole().predict(instances);
  }

  /**
   * Outputs of the last hidden layer for an instance [units].
   *
   * @throws WekaException if its attributes are not those of the training data
   */
  public double[] lastHidden(Instance instance) throws WekaException {
    checkHeader(instance.dataset());
    return sole().lastHidden(instance);
  }

  private void checkHeader(Instances data) throws WekaException {
    HeaderCheck last = checked;
    if (data != null && (last == null || !last.covers(header(), data))) {
      checked = HeaderCheck.of(header(), data);
    }
  }
}
