package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Statistics of a stream, by which it is encoded: one pass, and no instance is kept. They freeze when the warm-up is
 * over, so that what a network has learnt keeps its meaning; an attribute that has been constant until then freezes
 * with the first value that differs. Every attribute has its columns from the beginning, since nobody knows what will
 * come: of a nominal one, one for each label of the header.
 */
public final class RunningStatistics implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int classIndex;
  private final long warmUp;
  private final RunningAttribute[] attributes;
  private long instances;
  private double totalWeight;
  /** Number of attributes that were constant when the warm-up was over, and still are. */
  private int constant;

  /**
   * Statistics of nothing yet.
   *
   * @param header of numeric, date and nominal attributes, with a class; not modified
   * @param warmUp instances after which the statistics freeze, 1 or more
   */
  public RunningStatistics(Instances header, long warmUp) {
    classIndex = header.classIndex();
    this.warmUp = warmUp;
    attributes = new RunningAttribute[header.numAttributes()];
    for (int a = 0; a < attributes.length; a++) {
      Attribute attribute = header.attribute(a);
      attributes[a] = attribute.isNominal() ? new RunningNominal(attribute.numValues()) : new RunningNumeric();
    }
  }

  /**
   * Adds an instance.
   *
   * @param instance with a class value and a weight greater than 0; needs no header; not modified
   * @return whether the encoding changes
   */
  public boolean add(Instance instance) {
    boolean warm = instances++ >= warmUp;
    totalWeight += instance.weight();
    if (warm && constant == 0) {
      return false;
    }
    boolean changes = !warm;
    for (int a = 0; a < attributes.length; a++) {
      if (!warm || !attributes[a].varies()) {
        attributes[a].add(instance.value(a), instance.weight());
        changes |= attributes[a].varies();
      }
    }
    if (instances >= warmUp) {
      countConstant();
    }
    return changes;
  }

  private void countConstant() {
    constant = 0;
    for (RunningAttribute attribute : attributes) {
      constant += attribute.varies() ? 0 : 1;
    }
  }

  /** Number of instances. */
  public long instances() {
    return instances;
  }

  /** Mean weight of an instance. */
  public double meanWeight() {
    return totalWeight / instances;
  }

  /** The encoding of an empty stream with the attributes of a header; not modified. */
  public DataEncoding encoding(Instances header) {
    return new DataEncoding(header, inputs(), classEncoder());
  }

  /** An encoding of the same attributes by the statistics as they are now; the former one is not modified. */
  public DataEncoding encoding(DataEncoding former) {
    return former.with(inputs(), classEncoder());
  }

  private InputEncoder inputs() {
    AttributeEncoder[] encoders = new AttributeEncoder[attributes.length];
    int width = 0;
    for (int a = 0; a < encoders.length; a++) {
      if (a != classIndex && attributes[a].width() > 0) {
        encoders[a] = attributes[a].encoder(width);
        width += encoders[a].width();
      }
    }
    return InputEncoder.of(encoders);
  }

  private ClassEncoder classEncoder() {
    return attributes[classIndex] instanceof RunningNominal nominal ? new NominalClass(nominal.labels())
        : NumericClass.of(((RunningNumeric) attributes[classIndex]).scaling());
  }

  /**
   * Weighted sums of an output layer that predicts what is known of the class during the warm-up: the labels'
   * frequencies, each counted once more than it was seen, or the mean.
   */
  public float[] prior() {
    return attributes[classIndex] instanceof RunningNominal nominal ? nominal.prior() : new float[1];
  }
}
