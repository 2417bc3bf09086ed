package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Turns instances into rows of inputs, by statistics of the training data: numeric attributes scaled, with ramps beside
 * them on request, nominal ones one-hot, missing values imputed by mean or mode. An attribute that never varied in
 * training contributes nothing. Immutable, so any number of threads may encode with it.
 */
public final class InputEncoder implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Part of the numeric values that are zero, from which zeros must stay zeros. */
  private static final double MOSTLY_ZERO = 0.75;
  /** Part of the inputs that aren't zero, below which rows are worth keeping and multiplying without their zeros. */
  private static final double SPARSE = 0.25;
  /** Instances by which that part is estimated. */
  private static final int SAMPLE = 1000;
  /** Numeric attributes beyond which none has ramps, since the network would mostly consist of their weights. */
  private static final int MOST_WITH_RAMPS = 200;

  /** One for each attribute of the data, null for the class and for attributes that contribute nothing. */
  private final AttributeEncoder[] encoders;
  /** The row of an instance whose values are all 0: an instance differs from it in its other values alone. */
  private final float[] zeros;
  /** Attributes whose value 0 is an input other than 0. */
  private final int[] nonZeroAtZero;
  /** Mean number of inputs of a training instance that aren't 0. */
  private final double nonZeros;

  private InputEncoder(AttributeEncoder[] encoders, List<Instance> instances) {
    this.encoders = encoders;
    zeros = new float[width(encoders)];
    for (AttributeEncoder encoder : encoders) {
      if (encoder != null) {
        encoder.write(0, zeros);
      }
    }
    nonZeroAtZero = nonZeroAtZero();
    nonZeros = instances.isEmpty() ? zeros.length : meanNonZeros(sample(instances));
  }

  private static int width(AttributeEncoder[] encoders) {
    int width = 0;
    for (AttributeEncoder encoder : encoders) {
      width += encoder == null ? 0 : encoder.width();
    }
    return width;
  }

  private int[] nonZeroAtZero() {
    int[] attributes = new int[encoders.length];
    int size = 0;
    for (int a = 0; a < encoders.length; a++) {
      if (isNonZeroAtZero(a)) {
        attributes[size++] = a;
      }
    }
    return Arrays.copyOf(attributes, size);
  }

  private boolean isNonZeroAtZero(int attribute) {
    SparseRowBuilder row = new SparseRowBuilder();
    if (encoders[attribute] != null) {
      encoders[attribute].append(0, row);
    }
    return row.size() > 0;
  }

  private double meanNonZeros(List<Instance> sample) {
    double total = 0;
    for (int count : countNonZeros(sample)) {
      total += count;
    }
    return total / sample.size();
  }

  /** Evenly spaced instances by which the inputs of all that aren't 0 are estimated. */
  static List<Instance> sample(List<Instance> instances) {
    if (instances.size() <= SAMPLE) {
      return instances;
    }
    List<Instance> sample = new ArrayList<>(SAMPLE);
    for (int k = 0; k < SAMPLE; k++) {
      sample.add(instances.get((int) ((long) k * instances.size() / SAMPLE)));
    }
    return sample;
  }

  /** How many of some instances have an input other than 0 in each column [width]. */
  int[] countNonZeros(List<Instance> instances) {
    int[] counts = new int[zeros.length];
    SparseRowBuilder builder = new SparseRowBuilder();
    for (Instance instance : instances) {
      encodeSparse(instance, builder);
      builder.countColumns(counts);
    }
    return counts;
  }

  /**
   * Fits an encoder to statistics that have been gathered, both passes of them.
   *
   * @param sample of the instances, at least one, by which ramps and the part of the inputs that aren't 0 are estimated
   */
  public static InputEncoder fit(StatisticsScan scan, List<Instance> sample, InputEncoding encoding) {
    AttributeStatistics[] statistics = scan.inputs();
    boolean keepZeros = areMostlyZero(statistics);
    RampFitter ramps = encoding.hasRamps() && !keepZeros && numericCount(statistics) <= MOST_WITH_RAMPS
        ? new RampFitter(encoding, sample) : null;
    AttributeEncoder[] encoders = new AttributeEncoder[statistics.length];
    int width = 0;
    for (int a = 0; a < statistics.length; a++) {
      if (statistics[a] != null) {
        encoders[a] = statistics[a].encoder(encoding.scaling(), keepZeros, width);
        if (ramps != null && encoders[a] instanceof AttributeEncoder.Numeric line) {
          encoders[a] = ramps.fit(a, line);
        }
        width += encoders[a] == null ? 0 : encoders[a].width();
      }
    }
    return new InputEncoder(encoders, sample);
  }

  /** The encoder of a stream, of attributes whose values are not known yet; it gives dense rows. */
  static InputEncoder of(AttributeEncoder[] encoders) {
    return new InputEncoder(encoders, List.of());
  }

  private static long numericCount(AttributeStatistics[] statistics) {
    return Arrays.stream(statistics).filter(NumericStatistics.class::isInstance).count();
  }

  private static boolean areMostlyZero(AttributeStatistics[] statistics) {
    return Arrays.stream(statistics).filter(NumericStatistics.class::isInstance).map(NumericStatistics.class::cast)
        .mapToDouble(NumericStatistics::zeroPart).average().orElse(0) >= MOSTLY_ZERO;
  }

  /** Number of attributes of the training data, the class among them. */
  public int attributes() {
    return encoders.length;
  }

  /** Shows the encoders of all attributes that contribute something to a visitor, in the order of their columns. */
  public void accept(AttributeEncoder.Visitor visitor) {
    for (int a = 0; a < encoders.length; a++) {
      if (encoders[a] != null) {
        encoders[a].accept(a, visitor);
      }
    }
  }

  /** Whether an attribute has ramps beside its scaled input. */
  public boolean hasRamps() {
    for (AttributeEncoder encoder : encoders) {
      if (encoder instanceof AttributeEncoder.Ramps) {
        return true;
      }
    }
    return false;
  }

  /** Number of columns of a row; 0 if no attribute varies. */
  public int width() {
    return zeros.length;
  }

  /** Whether so many inputs are 0 that rows are better kept without them. */
  public boolean isSparse() {
    return nonZeros < SPARSE * width();
  }

  /** Mean number of inputs of a training instance that aren't 0. */
  double nonZeros() {
    return nonZeros;
  }

  /**
   * The row of an instance.
   *
   * @param instance with the attributes of the training data; only its stored values are visited; not modified
   * @return inputs [width]
   */
  public float[] encode(Instance instance) {
    float[] row = new float[zeros.length];
    encode(instance, row);
    return row;
  }

  /** The same into a row that exists [width]; modified. */
  void encode(Instance instance, float[] row) {
    System.arraycopy(zeros, 0, row, 0, zeros.length);
    for (int p = 0; p < instance.numValues(); p++) {
      AttributeEncoder encoder = encoders[instance.index(p)];
      double value = instance.valueSparse(p);
      if (encoder != null && value != 0) {
        encoder.write(value, row);
      }
    }
  }

  /**
   * What each input stands for: the name of a numeric attribute, or of a nominal one with the value at which it is 1.
   *
   * @param header of the training data; not modified
   * @return [width]
   */
  public String[] names(Instances header) {
    String[] names = new String[zeros.length];
    for (int a = 0; a < encoders.length; a++) {
      if (encoders[a] != null) {
        encoders[a].name(header.attribute(a), names);
      }
    }
    return names;
  }

  /** The rows of instances [instances × width]. */
  public float[][] encode(List<Instance> instances) {
    return instances.stream().map(this::encode).toArray(float[][]::new);
  }

  /** The rows of instances without their zeros. */
  public SparseRows encodeSparse(List<Instance> instances) {
    SparseRowBuilder builder = new SparseRowBuilder();
    int[][] columns = new int[instances.size()][];
    float[][] values = new float[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      encodeSparse(instances.get(i), builder);
      SparseRow row = builder.row();
      columns[i] = row.columns();
      values[i] = row.values();
    }
    return new SparseRows(columns, values);
  }

  /**
   * The row of an instance without its zeros.
   *
   * @param instance with the attributes of the training data; only its stored values are visited; not modified
   * @param builder that the row is put together in; modified
   */
  void encodeSparse(Instance instance, SparseRowBuilder builder) {
    builder.clear();
    int z = 0;
    for (int p = 0; p < instance.numValues(); p++) {
      double value = instance.valueSparse(p);
      if (value != 0) {
        int attribute = instance.index(p);
        if (encoders[attribute] != null) {
          z = appendZeros(z, attribute, builder);
          encoders[attribute].append(value, builder);
          z += z < nonZeroAtZero.length && nonZeroAtZero[z] == attribute ? 1 : 0;
        }
      }
    }
    appendZeros(z, encoders.length, builder);
  }

  /** Appends the inputs of the attributes from the z-th of those that aren't 0 at 0 to the one before an attribute. */
  private int appendZeros(int from, int attribute, SparseRowBuilder builder) {
    int z = from;
    for (; z < nonZeroAtZero.length && nonZeroAtZero[z] < attribute; z++) {
      encoders[nonZeroAtZero[z]].append(0, builder);
    }
    return z;
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
