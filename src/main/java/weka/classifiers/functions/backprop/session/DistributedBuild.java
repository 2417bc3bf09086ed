package weka.classifiers.functions.backprop.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.encode.RandomFolds;
import weka.classifiers.functions.backprop.encode.StatisticsScan;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.DivergedException;
import weka.classifiers.functions.backprop.train.InvalidSettingException;
import weka.classifiers.functions.backprop.train.TrainingState;
import weka.core.Instance;
import weka.core.Instances;

/**
 * The training of a model by others, such as a cluster, that hold the data: what to train, and what comes of it. They
 * give a sample of the data, divided by {@link #folds} as all of them are.
 */
public final class DistributedBuild {

  private final Specification specification;
  private final List<NetworkPlan> plans;
  private final RandomFolds folds;

  /**
   * The build of what a specification describes: one network, unless it asks for a number of them. A second training on
   * all data is not part of it.
   *
   * @param instances number of those that can be trained with
   * @throws InvalidSettingException if an option is invalid
   */
  public DistributedBuild(Specification specification, long instances) {
    this.specification = specification;
    int count = (int) Math.min(Integer.MAX_VALUE, instances);
    // For a single instance there are several networks only if their number isn't automatic.
    boolean several = specification.networks().apply(1).size() > 1;
    plans = specification.networks().apply(several ? count : 1);
    int groups = 1 + plans.stream().mapToInt(NetworkPlan::group).max().orElse(0);
    int divided = plans.get(0).folds();
    folds = new RandomFolds(groups, divided > 0 ? 1.0 / divided : specification.validation().percent(count) / 100);
  }

  /** How each network is trained. */
  public List<NetworkPlan> plans() {
    return plans;
  }

  /** What is held out: by a network the fold of its plan's group. */
  public RandomFolds folds() {
    return folds;
  }

  /**
   * The encoding of each network; networks whose inputs are the same share one.
   *
   * @param scan of all instances
   * @param sample some of them, at least one, by fold [folds + 1]
   */
  public List<DataEncoding> encodings(Instances header, StatisticsScan scan, ClassEncoder classEncoder,
      List<List<Instance>> sample) {
    List<Instance> all = sample.stream().flatMap(List::stream).toList();
    return new Encodings(header, classEncoder, scan, all).fit(plans,
        plans.stream().map(plan -> holdout(plan, sample)).toList());
  }

  private static Holdout holdout(NetworkPlan plan, List<List<Instance>> sample) {
    List<Instance> training = new ArrayList<>();
    for (int fold = 0; fold < sample.size(); fold++) {
      if (fold != plan.group()) {
        training.addAll(sample.get(fold));
      }
    }
    return new Holdout(training, sample.get(plan.group()));
  }

  /** The state of a network before its first epoch, with random weights. */
  public TrainingState begin(int network, DataEncoding encoding) {
    return plans.get(network).begin(encoding, specification.loss());
  }

  /**
   * The model of the trainings' best epochs, weighted by what they held out of a sample.
   *
   * @param encodings of the networks
   * @param states of the networks after their last epochs
   * @param sample some instances by fold [folds + 1]
   * @param weight of an instance in training
   */
  public Model finish(List<DataEncoding> encodings, List<TrainingState> states, List<List<Instance>> sample,
      ToDoubleFunction<Instance> weight) {
    List<HeldOut> heldOut = new ArrayList<>();
    for (int k = 0; k < plans.size(); k++) {
      NetworkPlan plan = plans.get(k);
      TrainingState state = states.get(k);
      Member member = new Member(plan.kind(), encodings.get(k), state.best(), state.history(), false);
      boolean trained = state.history().size() > 0;
      heldOut.add(new HeldOut(member, plan.group(), trained ? sample.get(plan.group()) : List.of()));
    }
    return new HeldOutSums(heldOut, weight, specification.loss()).model(heldOut.stream().map(HeldOut::member).toList());
  }

  /**
   * A model that always predicts the same, where there is nothing to learn.
   *
   * @param sums of the output layer [outputs]; not modified
   */
  public Model constant(DataEncoding encoding, float[] sums) {
    Network network = Network.constant(encoding.inputs().width(), sums, specification.loss());
    return Model.of(new Member(plans.get(0).kind(), encoding, network, null, false));
  }

  /** What to tell of a training that diverged. */
  public String explain(DivergedException e) {
    return Specification.explain(e, plans.get(0).hyperparameters().learningRate().initial());
  }
}
