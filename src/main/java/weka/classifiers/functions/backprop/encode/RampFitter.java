package weka.classifiers.functions.backprop.encode;

import java.util.ArrayList;
import java.util.List;
import weka.core.Attribute;
import weka.core.Instance;

/**
 * Fits ramps to numeric attributes of three different values or more: between weighted quantiles (Gorishniy et al., On
 * Embeddings for Numerical Features in Tabular Deep Learning, 2022), and where a small tree would split the attribute.
 */
final class RampFitter {

  /** Instances, evenly spaced, by which quantiles and splits are estimated. */
  private static final int SAMPLE = 20_000;

  private final InputEncoding encoding;
  private final List<Instance> sample;
  /** Labels of the class; 0 if it is numeric. */
  private final int labels;

  /**
   * A fitter.
   *
   * @param instances with class values; not modified
   */
  RampFitter(InputEncoding encoding, List<Instance> instances) {
    this.encoding = encoding;
    Attribute classAttribute = instances.get(0).classAttribute();
    labels = classAttribute.isNominal() ? classAttribute.numValues() : 0;
    int size = Math.min(SAMPLE, instances.size());
    sample = new ArrayList<>(size);
    for (int k = 0; k < size; k++) {
      sample.add(instances.get((int) ((long) k * instances.size() / size)));
    }
  }

  /** The encoder with ramps beside it, or as it is if there are none. */
  AttributeEncoder fit(int attribute, AttributeEncoder.Numeric encoder) {
    SortedValues sorted = new SortedValues(sample, attribute);
    List<double[]> ramps = new ArrayList<>();
    if (sorted.size() > 0 && encoding.pieces() > 0) {
      double[] edges = sorted.quantiles(encoding.pieces());
      for (int k = 1; edges.length > 2 && k < edges.length; k++) {
        add(ramps, edges[k - 1], edges[k]);
      }
    }
    if (sorted.size() > 0 && encoding.steps() > 0) {
      for (int split : SplitTree.splits(sorted, labels, encoding.steps())) {
        add(ramps, sorted.values[split - 1], sorted.values[split]);
      }
    }
    return ramps.isEmpty() ? encoder : new AttributeEncoder.Ramps(encoder, ramps.toArray(double[][]::new), sorted);
  }

  /** Adds a ramp unless it is too steep for the range of double. */
  private static void add(List<double[]> ramps, double from, double to) {
    if (to / 2 - from / 2 >= Double.MIN_NORMAL) {
      ramps.add(new double[] {from, to});
    }
  }
}
