package weka.classifiers.functions.backprop.encode;

import java.util.Arrays;
import weka.core.Utils;

/** Weights of the labels of a nominal attribute. */
final class RunningNominal implements RunningAttribute {

  private static final long serialVersionUID = 1L;

  private final double[] weights;

  RunningNominal(int labels) {
    weights = new double[labels];
  }

  @Override
  public void add(double value, double weight) {
    if (!Double.isNaN(value) && weights.length > 0) {
      weights[(int) value] += weight;
    }
  }

  /** The encoding of a constant one is as good as that of any other, so it need not be watched after the warm-up. */
  @Override
  public boolean varies() {
    return true;
  }

  /** Number of labels. */
  int labels() {
    return weights.length;
  }

  /** A column for each label, and one alone for a binary attribute. */
  @Override
  public int width() {
    return weights.length == 2 ? 1 : weights.length;
  }

  @Override
  public AttributeEncoder encoder(int column) {
    int[] columns = new int[weights.length];
    int first = weights.length - width();
    Arrays.setAll(columns, label -> label < first ? AttributeEncoder.NONE : column + label - first);
    return new AttributeEncoder.Nominal(columns, Utils.maxIndex(weights), width());
  }

  /** ln of the labels' relative frequencies, each counted once more than it was seen (Laplace). */
  float[] prior() {
    double[] counts = Arrays.stream(weights).map(weight -> weight + 1).toArray();
    return NominalClass.prior(counts, Arrays.stream(counts).sum());
  }
}
