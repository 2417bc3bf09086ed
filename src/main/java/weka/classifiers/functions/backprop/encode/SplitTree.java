package weka.classifiers.functions.backprop.encode;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A small decision tree on one numeric attribute alone, grown best split first: by the decrease of the class's entropy,
 * or of its squared deviations from the mean (Breiman et al., 1984). A leaf has 2 % of the weight or more.
 */
final class SplitTree {

  private static final double SMALLEST_LEAF = 0.02;
  /** Smallest decrease that counts, as a part of the impurity of all data: less is rounding. */
  private static final double SMALLEST_GAIN = 1e-9;

  private final SortedValues data;
  private final int labels;
  private final double smallestLeaf;

  /** Values with a place between them at which to split, and what that gains. */
  private record Leaf(int from, int to, int split, double gain) {
  }

  private SplitTree(SortedValues data, int labels) {
    this.data = data;
    this.labels = labels;
    smallestLeaf = SMALLEST_LEAF * data.totalWeight();
  }

  /**
   * Grows a tree.
   *
   * @param labels of a nominal class; 0 for a numeric one
   * @param most splits
   * @return ascending indices of the values that begin a new leaf
   */
  static int[] splits(SortedValues data, int labels, int most) {
    SplitTree tree = new SplitTree(data, labels);
    // Rounding may leave data of one class value a negative impurity.
    double least = Math.max(0, SMALLEST_GAIN * tree.impurity(0, data.size()).value());
    PriorityQueue<Leaf> leaves = new PriorityQueue<>(Comparator.comparingDouble(leaf -> -leaf.gain));
    leaves.add(tree.leaf(0, data.size()));
    int[] splits = new int[most];
    int size = 0;
    while (size < most && leaves.peek().gain > least) {
      Leaf best = leaves.remove();
      splits[size++] = best.split;
      leaves.add(tree.leaf(best.from, best.split));
      leaves.add(tree.leaf(best.split, best.to));
    }
    return Arrays.stream(splits, 0, size).sorted().toArray();
  }

  private Impurity impurity(int from, int to) {
    Impurity impurity = labels > 0 ? new Entropy(labels) : new SquaredDeviations(data.classValues);
    for (int i = from; i < to; i++) {
      impurity.add(data.classValues[i], data.weights[i]);
    }
    return impurity;
  }

  /** A leaf with its best split. */
  private Leaf leaf(int from, int to) {
    Impurity left = impurity(from, from);
    Impurity right = impurity(from, to);
    double whole = right.value();
    Leaf best = new Leaf(from, to, from, 0);
    for (int i = from; i < to - 1; i++) {
      left.add(data.classValues[i], data.weights[i]);
      right.add(data.classValues[i], -data.weights[i]);
      boolean fits = left.weight >= smallestLeaf && right.weight >= smallestLeaf;
      if (fits && data.values[i] < data.values[i + 1]) {
        double gain = whole - left.value() - right.value();
        best = gain > best.gain ? new Leaf(from, to, i + 1, gain) : best;
      }
    }
    return best;
  }

  /** How mixed the class values of a leaf are, times their weight. */
  private abstract static class Impurity {

    double weight;

    /** Adds a class value, or takes it out if its weight is negative. */
    abstract void add(double classValue, double w);

    abstract double value();

    /** w ln w. */
    static double product(double w) {
      return w > 0 ? w * Math.log(w) : 0;
    }
  }

  private static final class Entropy extends Impurity {

    private final double[] weights;
    /** Sum of w ln w of the labels. */
    private double products;

    Entropy(int labels) {
      weights = new double[labels];
    }

    @Override
    void add(double label, double w) {
      weight += w;
      products -= product(weights[(int) label]);
      weights[(int) label] += w;
      products += product(weights[(int) label]);
    }

    @Override
    double value() {
      return product(weight) - products;
    }
  }

  private static final class SquaredDeviations extends Impurity {

    private final double center;
    private final double scale;
    private double sum;
    private double squares;

    /** Values are shifted and scaled to -1 to 1, so that nothing overflows and little is cancelled. */
    SquaredDeviations(double[] classValues) {
      double min = Arrays.stream(classValues).min().orElse(0);
      double max = Arrays.stream(classValues).max().orElse(0);
      center = min / 2 + max / 2;
      scale = Math.max(max / 2 - min / 2, Double.MIN_NORMAL);
    }

    @Override
    void add(double value, double w) {
      double y = (value - center) / scale;
      weight += w;
      sum += w * y;
      squares += w * y * y;
    }

    @Override
    double value() {
      return weight > 0 ? squares - sum * (sum / weight) : 0;
    }
  }
}
