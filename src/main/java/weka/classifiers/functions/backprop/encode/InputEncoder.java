package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;
import java.util.List;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/**
 * Turns instances into rows of inputs, by statistics of the training data: numeric attributes scaled, nominal ones
 * one-hot, missing values imputed by mean or mode. An attribute that never varied in training contributes nothing.
 * Immutable, so any number of threads may encode with it.
 */
public final class InputEncoder implements Serializable {

  private static final long serialVersionUID = 1L;

  /** One for each attribute of the data, null for the class and for attributes that contribute nothing. */
  private final AttributeEncoder[] encoders;
  /** The row of an instance whose values are all 0: a sparse instance differs from it in its stored values alone. */
  private final float[] zeros;

  private InputEncoder(AttributeEncoder[] encoders, int width) {
    this.encoders = encoders;
    zeros = new float[width];
    for (AttributeEncoder encoder : encoders) {
      if (encoder != null) {
        encoder.encodeZero(zeros);
      }
    }
  }

  /**
   * Fits an encoder.
   *
   * @param header the attributes
   * @param instances training data of that header, with weights greater than 0; not modified
   * @throws WekaException if a value is infinite
   */
  public static InputEncoder fit(Instances header, List<Instance> instances, InputScaling scaling)
      throws WekaException {
    AttributeStatistics[] statistics = gather(header, instances);
    AttributeEncoder[] encoders = new AttributeEncoder[statistics.length];
    int width = 0;
    for (int a = 0; a < statistics.length; a++) {
      if (statistics[a] != null) {
        encoders[a] = statistics[a].encoder(scaling, width);
        width += encoders[a] == null ? 0 : encoders[a].width();
      }
    }
    return new InputEncoder(encoders, width);
  }

  private static AttributeStatistics[] gather(Instances header, List<Instance> instances) throws WekaException {
    AttributeStatistics[] statistics = new AttributeStatistics[header.numAttributes()];
    for (int a = 0; a < statistics.length; a++) {
      Attribute attribute = header.attribute(a);
      if (a != header.classIndex()) {
        statistics[a] = attribute.isNominal() ? new NominalStatistics(attribute.numValues()) : new NumericStatistics();
      }
    }
    double totalWeight = 0;
    for (Instance instance : instances) {
      totalWeight += instance.weight();
      for (int p = 0; p < instance.numValues(); p++) {
        AttributeStatistics s = statistics[instance.index(p)];
        double value = instance.valueSparse(p);
        if (s != null && value != 0) {
          requireFinite(value, header.attribute(instance.index(p)));
          s.scan(value, instance.weight());
        }
      }
    }
    double[] zeroWeights = new double[statistics.length];
    for (int a = 0; a < statistics.length; a++) {
      if (statistics[a] != null && statistics[a].scanned() < instances.size()) {
        zeroWeights[a] = totalWeight - statistics[a].scannedWeight();
        statistics[a].scan(0, zeroWeights[a]);
      }
    }
    for (Instance instance : instances) {
      for (int p = 0; p < instance.numValues(); p++) {
        AttributeStatistics s = statistics[instance.index(p)];
        if (s != null && instance.valueSparse(p) != 0) {
          s.accumulate(instance.valueSparse(p), instance.weight());
        }
      }
    }
    for (int a = 0; a < statistics.length; a++) {
      if (zeroWeights[a] > 0) {
        statistics[a].accumulate(0, zeroWeights[a]);
      }
    }
    return statistics;
  }

  static void requireFinite(double value, Attribute attribute) throws WekaException {
    if (Double.isInfinite(value)) {
      throw new WekaException("Attribute '" + attribute.name() + "' has the value " + value
          + " in the training data, but values must be finite or missing.");
    }
  }

  /** Number of columns of a row; 0 if no attribute varies. */
  public int width() {
    return zeros.length;
  }

  /**
   * The row of an instance.
   *
   * @param instance with the attributes of the training data; only its stored values are visited; not modified
   * @return inputs [width]
   */
  public float[] encode(Instance instance) {
    float[] row = zeros.clone();
    for (int p = 0; p < instance.numValues(); p++) {
      AttributeEncoder encoder = encoders[instance.index(p)];
      double value = instance.valueSparse(p);
      if (encoder != null && value != 0) {
        encoder.encode(value, row);
      }
    }
    return row;
  }

  /**
   * Number of inputs that Weka's MultilayerPerceptron would count: one for each numeric or binary attribute and one
   * for each value of another nominal attribute, whether or not they vary in training.
   */
  public static int countInputs(Instances header) {
    int inputs = 0;
    for (int a = 0; a < header.numAttributes(); a++) {
      if (a != header.classIndex()) {
        Attribute attribute = header.attribute(a);
        inputs += attribute.isNominal() && attribute.numValues() > 2 ? attribute.numValues() : 1;
      }
    }
    return inputs;
  }
}
