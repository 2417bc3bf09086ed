package weka.classifiers.functions.backprop.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import weka.core.Instance;

/**
 * Instances taken for copies of equal weight, in the order in which they are chosen to be held out. Whole weights are
 * counts, so an instance of weight 3 beside others of weight 1 is three copies. Other weights, such as those of
 * boosting, say how much an instance matters, and one is several copies only if it weighs more than 1.5 times the mean.
 * If some of an instance's copies are held out, the others are trained with. So a table of counts is divided as the
 * observations that were counted, and no single heavy instance is lost to training.
 */
final class WeightedCopies {

  /** Most copies of all instances together, roughly. */
  private static final double MOST = 1e6;

  private final List<Instance> instances;
  private final HoldoutStrategy strategy;
  private final Random random;
  /** Of each instance; asked for once, since a sparse instance searches for it. */
  private final double[] classValues;
  /** Indices of the instances in the order in which their copies stand one behind the other. */
  private final List<Integer> order;
  /** Where the copies of each instance in that order begin, and where the last ones end. */
  private final int[] starts;

  WeightedCopies(List<Instance> instances, HoldoutStrategy strategy, long seed) {
    this.instances = instances;
    this.strategy = strategy;
    random = new Random(seed);
    classValues = new double[instances.size()];
    double[] weights = new double[classValues.length];
    order = new ArrayList<>(classValues.length);
    for (int i = 0; i < classValues.length; i++) {
      classValues[i] = instances.get(i).classValue();
      weights[i] = instances.get(i).weight();
      order.add(i);
    }
    if (strategy == HoldoutStrategy.RANDOM) {
      Collections.shuffle(order, random);
      order.sort(Comparator.comparingDouble(i -> classValues[i]));
    }
    double unit = unit(weights);
    starts = new int[order.size() + 1];
    for (int k = 0; k < order.size(); k++) {
      starts[k + 1] = starts[k] + (int) Math.max(1, Math.round(weights[order.get(k)] / unit));
    }
  }

  /** The weight of a copy: the greatest common divisor of whole weights, and the mean of others. */
  private static double unit(double[] weights) {
    double total = Arrays.stream(weights).sum();
    double divisor = 0;
    for (double weight : weights) {
      if (weight != Math.rint(weight)) {
        return total / Math.min(weights.length, MOST);
      }
      divisor = divisor(divisor, weight);
    }
    return Math.max(divisor, total / MOST);
  }

  private static double divisor(double a, double b) {
    return b == 0 ? a : divisor(b, a % b);
  }

  /** Number of copies. */
  int size() {
    return starts[order.size()];
  }

  /** Chooses a number of copies, fewer than there are. */
  BitSet part(int wanted) {
    BitSet held = new BitSet(size());
    if (strategy == HoldoutStrategy.LAST) {
      held.set(size() - wanted, size());
    } else if (wanted > 0) {
      double start = random.nextDouble();
      for (int k = 0; k < wanted; k++) {
        held.set((int) ((k + start) * size() / wanted));
      }
    }
    return held;
  }

  /** The first so many of k folds of all copies; of the data's order, the first fold is the last block. */
  BitSet[] folds(int k, int wanted) {
    BitSet[] folds = new BitSet[wanted];
    Arrays.setAll(folds, fold -> new BitSet(size()));
    int start = strategy == HoldoutStrategy.LAST ? 0 : random.nextInt(k);
    for (int copy = 0; copy < size(); copy++) {
      int fold = strategy == HoldoutStrategy.LAST ? k - 1 - (int) ((long) copy * k / size()) : (copy + start) % k;
      if (fold < wanted) {
        folds[fold].set(copy);
      }
    }
    return folds;
  }

  /**
   * Releases a copy of every label of which all copies are held out.
   *
   * @param held modified
   * @param replaces whether the nearest copy before it, of a label that can spare one, is held out in its place
   */
  void keepLabels(BitSet held, boolean replaces) {
    if (held.isEmpty() || !instances.get(0).classAttribute().isNominal()) {
      return;
    }
    int[] labels = labels();
    int[] trained = new int[instances.get(0).numClasses()];
    for (int copy = held.nextClearBit(0); copy < size(); copy = held.nextClearBit(copy + 1)) {
      trained[labels[copy]]++;
    }
    for (int copy = held.nextSetBit(0); copy >= 0; copy = held.nextSetBit(copy + 1)) {
      if (trained[labels[copy]] == 0) {
        held.clear(copy);
        trained[labels[copy]]++;
        if (replaces) {
          replace(copy, held, labels, trained);
        }
      }
    }
  }

  private void replace(int released, BitSet held, int[] labels, int[] trained) {
    for (int k = 1; k < size(); k++) {
      int copy = Math.floorMod(released - k, size());
      if (!held.get(copy) && trained[labels[copy]] > 1) {
        held.set(copy);
        trained[labels[copy]]--;
        return;
      }
    }
  }

  /** The label of each copy. */
  private int[] labels() {
    int[] labels = new int[size()];
    for (int k = 0; k < order.size(); k++) {
      Arrays.fill(labels, starts[k], starts[k + 1], (int) classValues[order.get(k)]);
    }
    return labels;
  }

  /** The instances with as much of their weight as of their copies is held out, and those with the rest of it. */
  Holdout holdout(BitSet held) {
    double[] shares = new double[order.size()];
    for (int k = 0; k < shares.length; k++) {
      shares[order.get(k)] = (double) held.get(starts[k], starts[k + 1]).cardinality() / (starts[k + 1] - starts[k]);
    }
    List<Instance> training = new ArrayList<>(shares.length);
    List<Instance> validation = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      add(instances.get(i), 1 - shares[i], training);
      add(instances.get(i), shares[i], validation);
    }
    return new Holdout(training, validation);
  }

  private static void add(Instance instance, double share, List<Instance> part) {
    if (share == 1) {
      part.add(instance);
    } else if (share > 0) {
      Instance copy = (Instance) instance.copy();
      copy.setWeight(share * instance.weight());
      part.add(copy);
    }
  }
}
