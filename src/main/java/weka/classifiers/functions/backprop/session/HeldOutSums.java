package weka.classifiers.functions.backprop.session;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.model.HeldOutErrors;
import weka.classifiers.functions.backprop.model.HeldOutEstimate;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.MemberKind;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Loss;
import weka.core.Instance;

/**
 * The weighted sums s that one network or a committee's members give for the instances that they held out, group by
 * group: the members of a group are of different kinds and held out the same instances, which no other group held out.
 */
final class HeldOutSums {

  /** What a group held out. */
  private static final class Group {
    private final List<Instance> instances;
    private final float[][] targets;
    private final double[] weights;
    private final Map<MemberKind, float[][]> sums = new EnumMap<>(MemberKind.class);
    /** Which of the trainings each kind's is. */
    private final Map<MemberKind, Integer> members = new EnumMap<>(MemberKind.class);
    /** The weights by which these instances are predicted: they were fitted to other groups, as the members were. */
    private Map<MemberKind, Double> shares;

    Group(List<Instance> instances, ClassEncoder classEncoder, ToDoubleFunction<Instance> weight) {
      this.instances = instances;
      targets = classEncoder.targets(instances);
      weights = new double[targets.length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = weight.applyAsDouble(instances.get(i));
      }
    }

    private void add(int index, Member member) {
      sums.put(member.kind(), member.sums(instances));
      members.put(member.kind(), index);
    }

    /** The weights of those kinds that the group has, so that they add up to 1. */
    Map<MemberKind, Double> shares(Map<MemberKind, Double> kindWeights) {
      double total = sums.keySet().stream().mapToDouble(kindWeights::get).sum();
      Map<MemberKind, Double> shares = new EnumMap<>(MemberKind.class);
      for (MemberKind kind : sums.keySet()) {
        shares.put(kind, total > 0 ? kindWeights.get(kind) / total : 1.0 / sums.size());
      }
      return shares;
    }

    /** The mean s of an instance by the weights that were fitted to other groups [outputs]. */
    float[] mean(int instance) {
      return mean(instance, shares);
    }

    /** The mean s of an instance by given weights of the kinds that the group has [outputs]. */
    float[] mean(int instance, Map<MemberKind, Double> shares) {
      float[] mean = new float[targets[instance].length];
      for (Map.Entry<MemberKind, Double> share : shares.entrySet()) {
        float weight = share.getValue().floatValue();
        float[] row = sums.get(share.getKey())[instance];
        for (int j = 0; j < mean.length; j++) {
          mean[j] += weight * row[j];
        }
      }
      return mean;
    }
  }

  private final Loss loss;
  private final ClassEncoder classEncoder;
  private final List<MemberKind> kinds;
  private final List<Group> groups;
  /** Weights of the kinds, by all groups; equal ones if none has all kinds. */
  private final Map<MemberKind, Double> weights;

  /**
   * Predicts what was held out, and fits weights of the kinds to it.
   *
   * @param members one or more
   * @param weight of an instance in training
   */
  HeldOutSums(List<HeldOut> members, ToDoubleFunction<Instance> weight, Loss loss) {
    this.loss = loss;
    classEncoder = members.get(0).member().encoding().classEncoder();
    Map<Integer, Group> byNumber = new TreeMap<>();
    Set<MemberKind> present = EnumSet.noneOf(MemberKind.class);
    for (int k = 0; k < members.size(); k++) {
      HeldOut heldOut = members.get(k);
      present.add(heldOut.member().kind());
      if (!heldOut.instances().isEmpty()) {
        byNumber.computeIfAbsent(heldOut.group(), group -> new Group(heldOut.instances(), classEncoder, weight))
            .add(k, heldOut.member());
      }
    }
    groups = new ArrayList<>(byNumber.values());
    kinds = List.copyOf(present);
    weights = fit(groups);
    for (Group group : groups) {
      group.shares = group.shares(fit(groups.stream().filter(other -> other != group).toList()));
    }
  }

  /**
   * The model of members that are weighted by their kinds, with what it is expected to achieve.
   *
   * @param members of the same kinds as those that held something out
   */
  Model model(List<Member> members) {
    Map<MemberKind, Integer> counts = new EnumMap<>(MemberKind.class);
    for (Member member : members) {
      counts.merge(member.kind(), 1, Integer::sum);
    }
    List<Member> weighted = new ArrayList<>();
    for (Member member : members) {
      weighted.add(member.withWeight(weights.get(member.kind()) / counts.get(member.kind())));
    }
    return Model.of(weighted, estimate(), errors());
  }

  /** Weights of the kinds by those groups that have all of them; equal ones if there is none. */
  private Map<MemberKind, Double> fit(List<Group> part) {
    if (kinds.size() == 1) {
      return byKind(new double[] {1});
    }
    List<Group> complete = part.stream().filter(group -> group.sums.size() == kinds.size()).toList();
    return byKind(KindWeights.fit(kinds.size(), each -> negativeLogLikelihood(complete, byKind(each))));
  }

  private Map<MemberKind, Double> byKind(double[] weights) {
    Map<MemberKind, Double> byKind = new EnumMap<>(MemberKind.class);
    for (int k = 0; k < weights.length; k++) {
      byKind.put(kinds.get(k), weights[k]);
    }
    return byKind;
  }

  /**
   * Nats: the cross-entropy, or with the best variance n/2 ln Σ e² of normal errors; n ln Σ |e| of Laplace's. Instance
   * weights are taken relative to their mean.
   */
  private double negativeLogLikelihood(List<Group> complete, Map<MemberKind, Double> kindWeights) {
    int count = complete.stream().mapToInt(group -> group.weights.length).sum();
    if (count == 0) {
      return 0;
    }
    double scaled = totalLoss(complete, group -> group.shares(kindWeights)) / weight(complete) * count;
    return switch (loss) {
      case CROSS_ENTROPY -> scaled;
      case SQUARED_ERROR, HUBER -> count / 2.0 * Math.log(Math.max(scaled, Double.MIN_NORMAL));
      case ABSOLUTE_ERROR -> count * Math.log(Math.max(scaled, Double.MIN_NORMAL));
    };
  }

  /** Σ w E of what the groups held out. */
  private double totalLoss(List<Group> part, Function<Group, Map<MemberKind, Double>> shares) {
    double total = 0;
    float[] delta = new float[classEncoder.outputs()];
    for (Group group : part) {
      Map<MemberKind, Double> ofGroup = shares.apply(group);
      for (int i = 0; i < group.weights.length; i++) {
        total += group.weights[i] * loss.delta(group.mean(i, ofGroup), group.targets[i], delta.length, delta);
      }
    }
    return total;
  }

  private static double weight(List<Group> part) {
    double weight = 0;
    for (Group group : part) {
      for (double w : group.weights) {
        weight += w;
      }
    }
    return weight;
  }

  /** The errors of a numeric class; null if it is nominal, or nothing was held out. */
  private HeldOutErrors errors() {
    return !groups.isEmpty() && classEncoder instanceof NumericClass numeric
        ? new HeldOutErrors(groups.stream().map(group -> fold(group, numeric)).toList(), numeric.scaling()) : null;
  }

  private static HeldOutErrors.Fold fold(Group group, NumericClass numeric) {
    double[] errors = new double[group.instances.size()];
    for (int i = 0; i < errors.length; i++) {
      double prediction = numeric.decode(new double[] {group.mean(i)[0]})[0];
      errors[i] = group.instances.get(i).classValue() - prediction;
    }
    return new HeldOutErrors.Fold(group.members.values().stream().mapToInt(Integer::intValue).toArray(),
        group.shares.values().stream().mapToDouble(Double::doubleValue).toArray(), errors, group.weights);
  }

  /** How well the members predict what they held out; null if they held out nothing. */
  private HeldOutEstimate estimate() {
    if (groups.isEmpty()) {
      return null;
    }
    int count = groups.stream().mapToInt(group -> group.instances.size()).sum();
    double weight = weight(groups);
    return classEncoder instanceof NumericClass numeric
        ? numericEstimate(count, weight, numeric)
        : new HeldOutEstimate(count, 100 * correct() / weight, totalLoss(groups, group -> group.shares) / weight,
            Double.NaN, Double.NaN);
  }

  private HeldOutEstimate numericEstimate(int count, double weight, NumericClass numeric) {
    double errors = 0;
    double deviations = 0;
    for (Group group : groups) {
      for (int i = 0; i < group.weights.length; i++) {
        double[] outputs = loss.output().apply(group.mean(i), 1);
        double target = group.targets[i][0];
        double error = target - numeric.scaling().scale(numeric.decode(outputs)[0]);
        errors += group.weights[i] * error * error;
        deviations += group.weights[i] * target * target;
      }
    }
    double unit = numeric.scaling().unscale(1) - numeric.scaling().unscale(0);
    return new HeldOutEstimate(count, Double.NaN, Double.NaN, 100 * Math.sqrt(errors / deviations),
        Math.sqrt(errors / weight) * unit);
  }

  private double correct() {
    double correct = 0;
    for (Group group : groups) {
      for (int i = 0; i < group.weights.length; i++) {
        float[] mean = group.mean(i);
        int predicted = 0;
        for (int label = 1; label < mean.length; label++) {
          predicted = mean[label] > mean[predicted] ? label : predicted;
        }
        correct += group.targets[i][predicted] == 1 ? group.weights[i] : 0;
      }
    }
    return correct;
  }
}
