package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** Says which instances of a header are usable in training, and rejects those with invalid values. Immutable. */
public final class InstanceCheck implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Of an attribute that isn't nominal. */
  private static final int ANY_FINITE = -1;

  private final Instances header;
  /** Number of labels of each attribute, or {@link #ANY_FINITE}. Attributes are too slow to ask for each value. */
  private final int[] labels;

  /**
   * A check of instances with these attributes.
   *
   * @param header not modified
   */
  public InstanceCheck(Instances header) {
    this.header = header;
    labels = new int[header.numAttributes()];
    for (int a = 0; a < labels.length; a++) {
      Attribute attribute = header.attribute(a);
      labels[a] = attribute.isNominal() ? attribute.numValues() : ANY_FINITE;
    }
  }

  /**
   * Whether an instance has a class value and a weight greater than 0.
   *
   * @param instance not modified
   * @throws WekaException if the weight is negative or infinite, or the instance would be usable, but a value is
   *         infinite or no label of its attribute
   */
  public boolean isUsable(Instance instance) throws WekaException {
    requireValidWeight(instance.weight());
    boolean usable = !instance.classIsMissing() && instance.weight() > 0;
    if (usable) {
      requireValidValues(instance);
    }
    return usable;
  }

  private static void requireValidWeight(double weight) throws WekaException {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new WekaException("A training instance has the weight " + weight
          + ", but weights must be finite numbers of 0 or more.");
    }
  }

  private void requireValidValues(Instance instance) throws WekaException {
    requireValid(instance.classValue(), header.classIndex());
    for (int p = 0; p < instance.numValues(); p++) {
      double value = instance.valueSparse(p);
      if (value != 0) {
        requireValid(value, instance.index(p));
      }
    }
  }

  private void requireValid(double value, int attribute) throws WekaException {
    int allowed = labels[attribute];
    if (allowed == ANY_FINITE ? Double.isInfinite(value) : !isLabel(value, allowed)) {
      throw invalid(value, attribute);
    }
  }

  private static boolean isLabel(double value, int labels) {
    // An attribute without labels, whose values can only be missing, has a 0 in sparse data.
    return value == 0 || Double.isNaN(value) || value > 0 && value < labels && value == (int) value;
  }

  private WekaException invalid(double value, int attribute) {
    String allowed = labels[attribute] == ANY_FINITE ? "finite or missing"
        : "missing or one of its " + labels[attribute] + " labels, counted from 0";
    return new WekaException("Attribute '" + header.attribute(attribute).name() + "' has the value " + value
        + " in the training data, but values must be " + allowed + ".");
  }
}
