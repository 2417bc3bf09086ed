package weka.classifiers.functions.backprop.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import weka.core.Instance;

/** The known values of a numeric attribute in ascending order, with the weights and class values of their instances. */
final class SortedValues {

  final double[] values;
  final double[] weights;
  final double[] classValues;

  /**
   * Sorts the values of an attribute.
   *
   * @param instances with class values; not modified
   */
  SortedValues(List<Instance> instances, int attribute) {
    List<Instance> known = new ArrayList<>(instances);
    known.removeIf(instance -> instance.isMissing(attribute));
    known.sort(Comparator.comparingDouble(instance -> instance.value(attribute)));
    values = new double[known.size()];
    weights = new double[known.size()];
    classValues = new double[known.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = known.get(i).value(attribute);
      weights[i] = known.get(i).weight();
      classValues[i] = known.get(i).classValue();
    }
  }

  /** Number of known values. */
  int size() {
    return values.length;
  }

  /** Sum of all weights. */
  double totalWeight() {
    return Arrays.stream(weights).sum();
  }

  /**
   * Weighted quantiles: the smallest value of which, with all smaller ones, the weight is at least k / n of the whole,
   * for k = 0 to n; equal ones once.
   */
  double[] quantiles(int n) {
    double[] quantiles = new double[n + 1];
    double total = totalWeight();
    double cumulated = 0;
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      cumulated += weights[i];
      while (next < n && cumulated >= total * next / n) {
        quantiles[next++] = values[i];
      }
    }
    Arrays.fill(quantiles, next, n + 1, values[values.length - 1]);
    return Arrays.stream(quantiles).distinct().toArray();
  }
}
