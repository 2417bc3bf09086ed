package weka.classifiers.functions.backprop;

import java.util.Arrays;
import java.util.List;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.model.Member;
import weka.core.Instance;

/**
 * The weights of four kinds of network that other groups' held-out instances ask for, by trying all twelfths: what the
 * schemes find by steps.
 */
final class HeldOutWeights {

  private static final int PARTS = 12;

  private final List<Member> members;
  private final List<Holdout> folds;
  private final int group;
  private double least = Double.POSITIVE_INFINITY;
  private double[] best;

  private HeldOutWeights(List<Member> members, List<Holdout> folds, int group) {
    this.members = members;
    this.folds = folds;
    this.group = group;
  }

  /**
   * The weights for the instances that a group held out [4].
   *
   * @param members group by group, four of each
   * @param folds of the groups
   * @param group whose instances don't count
   */
  static double[] without(int group, List<Member> members, List<Holdout> folds) throws Exception {
    if (folds.size() == 1) {
      return new double[] {0.25, 0.25, 0.25, 0.25};
    }
    HeldOutWeights weights = new HeldOutWeights(members, folds, group);
    for (int a = 0; a <= PARTS; a++) {
      for (int b = 0; a + b <= PARTS; b++) {
        for (int c = 0; a + b + c <= PARTS; c++) {
          weights.consider(a, b, c, PARTS - a - b - c);
        }
      }
    }
    return weights.best;
  }

  private void consider(int... parts) throws Exception {
    double[] weights = Arrays.stream(parts).mapToDouble(part -> (double) part / PARTS).toArray();
    double loss = loss(weights) + 6 * Arrays.stream(weights).map(w -> (w - 0.25) * (w - 0.25)).sum();
    if (loss < least) {
      least = loss;
      best = weights;
    }
  }

  /** Nats: the cross-entropy, or n/2 ln Σ e². */
  private double loss(double[] weights) throws Exception {
    double sum = 0;
    int count = 0;
    for (int other = 0; other < folds.size(); other++) {
      if (other != group) {
        for (Instance instance : folds.get(other).validation()) {
          sum += loss(instance, prediction(weights, members.subList(4 * other, 4 * other + 4), instance));
          count++;
        }
      }
    }
    return members.get(0).labels().isEmpty() ? count / 2.0 * Math.log(sum) : sum;
  }

  private static double loss(Instance instance, double[] prediction) {
    return instance.classAttribute().isNominal() ? -Math.log(prediction[(int) instance.classValue()])
        : Math.pow(instance.classValue() - prediction[0], 2);
  }

  /** Π p_m^w_m, normalised, of a nominal class; Σ w_m y_m of a numeric one. */
  static double[] prediction(double[] weights, List<Member> group, Instance instance) throws Exception {
    boolean nominal = instance.classAttribute().isNominal();
    double[] sums = new double[nominal ? instance.numClasses() : 1];
    for (int m = 0; m < weights.length; m++) {
      double[] each = group.get(m).predict(instance);
      for (int j = 0; j < sums.length; j++) {
        sums[j] += weights[m] * (nominal ? Math.log(each[j]) : each[j]);
      }
    }
    double[] powers = Arrays.stream(sums).map(Math::exp).toArray();
    double total = Arrays.stream(powers).sum();
    return nominal ? Arrays.stream(powers).map(p -> p / total).toArray() : sums;
  }
}
