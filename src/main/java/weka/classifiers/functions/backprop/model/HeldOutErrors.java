package weka.classifiers.functions.backprop.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.encode.Scaling;

/**
 * Errors e_i = y_i - μ_g(x_i) of a numeric class on held-out instances i, where μ_g is the mean prediction of the
 * members that held out fold g. They give intervals and densities for other instances. Immutable.
 */
public final class HeldOutErrors implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Most errors that are kept of a fold; more are represented by their quantiles. */
  private static final int MOST = 1000;
  /** Factor of Silverman's rule of thumb, and the interquartile range of the standard normal distribution. */
  private static final double SILVERMAN = 0.9;
  private static final double NORMAL_RANGE = 1.34;
  /** Bandwidths from which on a kernel's density is nothing. */
  private static final double FAR = 9;
  private static final double ROUNDING = 1e-9;
  /** Narrowest kernel, as a part of the class's standard deviation. */
  private static final double NARROWEST = 1e-3;

  private final ArrayList<Fold> folds;
  /** Mean and standard deviation of the class in the training data. */
  private final double mean;
  private final double deviation;
  private final double bandwidth;

  /** What the members of a fold predicted without having been trained on it. */
  public static final class Fold implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int[] members;
    private final double[] weights;
    /** Ascending. */
    private final double[] errors;
    /** |e_i|, descending. */
    private final double[] sizes;
    private final int count;

    /**
     * A fold.
     *
     * @param members indices of the model's members that held it out
     * @param weights of these members in their mean [members]
     * @param errors in the unit of the class, at least one; not modified
     * @param errorWeights of the instances [errors]
     */
    public Fold(int[] members, double[] weights, double[] errors, double[] errorWeights) {
      this.members = members.clone();
      this.weights = weights.clone();
      count = errors.length;
      boolean equal = Arrays.stream(errorWeights).allMatch(weight -> weight == errorWeights[0]);
      this.errors = equal && count <= MOST ? Arrays.stream(errors).sorted().toArray()
          : quantiles(errors, errorWeights);
      sizes = Arrays.stream(this.errors).map(error -> -Math.abs(error)).sorted().map(size -> -size).toArray();
    }

    private static double[] quantiles(double[] errors, double[] weights) {
      int[] order = IntStream.range(0, errors.length).boxed().sorted((a, b) -> Double.compare(errors[a], errors[b]))
          .mapToInt(Integer::intValue).toArray();
      double total = Arrays.stream(weights).sum();
      double[] quantiles = new double[MOST];
      double cumulated = 0;
      int next = 0;
      for (int i : order) {
        cumulated += weights[i];
        while (next < MOST && cumulated >= (next + 0.5) / MOST * total) {
          quantiles[next++] = errors[i];
        }
      }
      Arrays.fill(quantiles, next, MOST, errors[order[order.length - 1]]);
      return quantiles;
    }

    /** Indices of the members; not a copy. */
    int[] members() {
      return members;
    }

    /** The members' weights in their mean; not a copy. */
    double[] weights() {
      return weights;
    }

    /** Σ of the kernels' densities at an error; those that are too far away to count are left out. */
    private double kernels(double error, double bandwidth) {
      int from = Arrays.binarySearch(errors, error - FAR * bandwidth);
      double sum = 0;
      for (int i = from < 0 ? -from - 1 : from; i < errors.length && errors[i] <= error + FAR * bandwidth; i++) {
        sum += normal(error - errors[i], bandwidth);
      }
      return sum;
    }

    /** The k-th largest |e_i|, counted from 0; less than any other after the last one. */
    private double size(int k) {
      return k < sizes.length ? sizes[k] : Double.NEGATIVE_INFINITY;
    }

    /** Number of held-out instances that each error stands for. */
    private double share() {
      return (double) count / errors.length;
    }
  }

  /**
   * Errors of all folds.
   *
   * @param folds at least one
   * @param scaling of the class: its offset and factor are its mean and the reciprocal of its standard deviation
   */
  public HeldOutErrors(List<Fold> folds, Scaling scaling) {
    this.folds = new ArrayList<>(folds);
    mean = scaling.offset();
    deviation = scaling.factor() == 0 ? 0 : 1 / scaling.factor();
    double[] all = folds.stream().flatMapToDouble(fold -> Arrays.stream(fold.errors)).sorted().toArray();
    double spread = Math.min(deviation(all), (all[all.length * 3 / 4] - all[all.length / 4]) / NORMAL_RANGE);
    bandwidth = Math.max(NARROWEST * deviation, SILVERMAN * spread * Math.pow(all.length, -0.2));
  }

  private static double deviation(double[] values) {
    double average = Arrays.stream(values).average().orElse(0);
    return Math.sqrt(Arrays.stream(values).map(value -> (value - average) * (value - average)).average().orElse(0));
  }

  List<Fold> folds() {
    return folds;
  }

  private int count() {
    return folds.stream().mapToInt(fold -> fold.count).sum();
  }

  /**
   * The CV+ interval of a prediction (Barber, Candès, Ramdas and Tibshirani, Predictive inference with the jackknife+,
   * 2021): from the ⌊α(n + 1)⌋-th smallest of all μ_g(x) - |e_i| to the ⌈(1 - α)(n + 1)⌉-th smallest of all
   * μ_g(x) + |e_i|, or to the outermost ones where n is too small for that. It holds the class value with a probability
   * of 1 - α as a rule, and of nearly 1 - 2α at least, if instances are exchangeable.
   *
   * @param predictions μ_g(x) of each fold [folds]
   * @param confidence 1 - α
   * @return lower and upper end
   */
  double[] interval(double[] predictions, double confidence) {
    // Counted from outside, both ends have the same rank. Rounding must not move one that is a whole number.
    double rank = Math.floor((1 - confidence) * (count() + 1) + ROUNDING);
    return new double[] {-end(predictions, -1, rank), end(predictions, 1, rank)};
  }

  /** The end of that rank among all ±μ_g(x) + |e_i|, the largest first. */
  private double end(double[] predictions, int sign, double rank) {
    int[] taken = new int[predictions.length];
    double passed = 0;
    while (true) {
      int outermost = -1;
      double end = Double.NEGATIVE_INFINITY;
      for (int g = 0; g < predictions.length; g++) {
        double candidate = sign * predictions[g] + folds.get(g).size(taken[g]);
        if (outermost < 0 || candidate > end) {
          outermost = g;
          end = candidate;
        }
      }
      passed += folds.get(outermost).share();
      if (passed >= rank - ROUNDING) {
        return end;
      }
      taken[outermost]++;
    }
  }

  /**
   * The natural logarithm of the density at a class value: Gaussian kernels at μ_g(x) + e_i with Silverman's bandwidth
   * (Density Estimation, 1986), and with the weight of one instance the normal distribution of the training data's
   * class, so that no value is impossible.
   *
   * @param predictions μ_g(x) of each fold [folds]
   */
  double logDensity(double[] predictions, double value) {
    double density = normal(value - mean, deviation);
    for (int g = 0; g < predictions.length; g++) {
      density += folds.get(g).share() * folds.get(g).kernels(value - predictions[g], bandwidth);
    }
    return Math.log(Math.max(density / (count() + 1), Double.MIN_NORMAL));
  }

  /** Density of the normal distribution around 0. */
  static double normal(double distance, double deviation) {
    double sigma = Math.max(deviation, Double.MIN_NORMAL);
    double z = distance / sigma;
    return Math.exp(-z * z / 2) / (sigma * Math.sqrt(2 * Math.PI));
  }
}
