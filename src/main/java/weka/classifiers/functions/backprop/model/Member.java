package weka.classifiers.functions.backprop.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.encode.AttributeEncoder;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.encode.SparseRows;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.WekaException;

/**
 * A network of a model, with the encoding of its inputs and outputs. Once training has ended nothing of it changes, so
 * any number of threads may predict with it.
 */
public final class Member implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Instances that are predicted at once: enough to keep the kernels busy, few enough for the second-level cache. */
  static final int BLOCK = 256;

  private final MemberKind kind;
  private final DataEncoding encoding;
  private final Network network;
  private final History history;
  private final boolean refitted;
  private final double weight;

  /**
   * A member of weight 1.
   *
   * @param kind of a committee's member
   * @param history of training; null if there was nothing to train
   * @param refitted whether the network was trained a second time, on all data, for as many epochs as were best
   */
  public Member(MemberKind kind, DataEncoding encoding, Network network, History history, boolean refitted) {
    this(kind, encoding, network, history, refitted, 1);
  }

  private Member(MemberKind kind, DataEncoding encoding, Network network, History history, boolean refitted,
      double weight) {
    this.kind = kind;
    this.encoding = encoding;
    this.network = network;
    this.history = history;
    this.refitted = refitted;
    this.weight = weight;
  }

  /** The same member with another weight. */
  public Member withWeight(double other) {
    return new Member(kind, encoding, network, history, refitted, other);
  }

  /** Its kind among the members of a committee. */
  public MemberKind kind() {
    return kind;
  }

  /** How instances become inputs, and outputs predictions. */
  public DataEncoding encoding() {
    return encoding;
  }

  /** The network. */
  public Network network() {
    return network;
  }

  /** The history of training; null if there was nothing to train. */
  public History history() {
    return history;
  }

  /** Whether the network was trained a second time, on all data, for as many epochs as were best. */
  public boolean isRefitted() {
    return refitted;
  }

  /** What its weighted sums are multiplied by in the mean over all members, 0 or more; all weights add up to 1. */
  public double weight() {
    return weight;
  }

  /**
   * The prediction of an instance: the class distribution, or the value of a numeric class.
   *
   * @param instance with the attributes of the training data; not modified
   * @throws WekaException if it has another number of attributes
   */
  public double[] predict(Instance instance) throws WekaException {
    requireSameWidth(instance);
    InputEncoder encoder = encoding.inputs();
    double[][] outputs = encoder.isSparse() ? outputs(List.of(instance))
        : network.predict(InputRows.dense(new float[][] {encoder.encode(instance)}));
    return encoding.classEncoder().decode(outputs[0]);
  }

  /**
   * Predictions of a list of instances [instances × outputs].
   *
   * @throws WekaException if one has another number of attributes than the training data
   * @throws InterruptedException if there are many and the thread was interrupted
   */
  public double[][] predict(List<Instance> instances) throws WekaException, InterruptedException {
    double[][] predictions = new double[instances.size()][];
    for (int from = 0; from < predictions.length; from += BLOCK) {
      if (from > 0 && Thread.interrupted()) {
        throw new InterruptedException("Prediction was interrupted.");
      }
      List<Instance> block = instances.subList(from, Math.min(from + BLOCK, predictions.length));
      for (Instance instance : block) {
        requireSameWidth(instance);
      }
      double[][] outputs = outputs(block);
      for (int k = 0; k < outputs.length; k++) {
        predictions[from + k] = encoding.classEncoder().decode(outputs[k]);
      }
    }
    return predictions;
  }

  private double[][] outputs(List<Instance> block) {
    return network.predict(rows(block));
  }

  /** The network's inputs X for instances. */
  InputRows rows(List<Instance> block) {
    if (encoding.inputs().isSparse()) {
      SparseRows rows = encoding.inputs().encodeSparse(block);
      return new InputRows(rows.columns(), rows.values());
    }
    return InputRows.dense(encoding.inputs().encode(block));
  }

  /**
   * The weighted sums s of the output layer for instances of the training data [instances × outputs or more].
   *
   * @param instances not modified
   */
  public float[][] sums(List<Instance> instances) {
    float[][] sums = new float[instances.size()][];
    for (int from = 0; from < sums.length; from += BLOCK) {
      List<Instance> block = instances.subList(from, Math.min(from + BLOCK, sums.length));
      System.arraycopy(network.sums(rows(block)), 0, sums, from, block.size());
    }
    return sums;
  }

  /** Outputs of the last hidden layer for an instance. */
  public double[] lastHidden(Instance instance) throws WekaException {
    requireSameWidth(instance);
    return network.lastHidden(encoding.inputs().encode(instance));
  }

  void requireSameWidth(Instance instance) throws WekaException {
    if (instance.numAttributes() != encoding.inputs().attributes()) {
      throw new WekaException("The instance has " + instance.numAttributes()
          + " attributes, but the model was trained on " + encoding.inputs().attributes() + ".");
    }
  }

  /** Whether all predictions are alike, since no input has a weight. */
  public boolean isConstant() {
    Layer output = network.outputLayer();
    return network.layers().size() == 1 && Arrays.stream(output.weights())
        .allMatch(row -> IntStream.range(0, output.units()).allMatch(unit -> row[unit] == 0));
  }

  /** An attribute of the training data. */
  public Attribute attribute(int index) {
    return encoding.attribute(index);
  }

  /** The class attribute of the training data. */
  public Attribute classAttribute() {
    return encoding.classAttribute();
  }

  /** The class labels, none for a numeric or date class. */
  public List<String> labels() {
    return labels(classAttribute());
  }

  /** The labels of an attribute, none for a numeric or date one. */
  public static List<String> labels(Attribute attribute) {
    String[] labels = new String[attribute.isNominal() ? attribute.numValues() : 0];
    Arrays.setAll(labels, attribute::value);
    return Arrays.asList(labels);
  }

  /**
   * The encoder of a numeric class.
   *
   * @throws IllegalStateException if the class is nominal
   */
  public NumericClass numericClass() {
    if (encoding.classEncoder() instanceof NumericClass numeric) {
      return numeric;
    }
    throw new IllegalStateException("a linear output with a " + encoding.classEncoder().getClass().getSimpleName());
  }

  /** Shows the encoders of all attributes that are inputs to a visitor. */
  public void accept(AttributeEncoder.Visitor visitor) {
    encoding.inputs().accept(visitor);
  }

  /** A name for each unit of a layer: h1_2 is the second of the first hidden layer, an output's is its label. */
  public String[] unitNames(int layer) {
    String[] names = new String[network.layers().get(layer).units()];
    boolean output = layer == network.layers().size() - 1;
    Arrays.setAll(names, unit -> !output ? "h" + (layer + 1) + "_" + (unit + 1)
        : classAttribute().isNominal() ? classAttribute().value(unit) : classAttribute().name());
    return names;
  }
}
