package weka.classifiers.functions.backprop.session;

import java.util.List;
import java.util.SplittableRandom;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.InputEncoding;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.DivergedException;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.InvalidSettingException;
import weka.classifiers.functions.backprop.train.TrainingState;

/** The training of a model by others, such as a cluster, that hold the data: what to train, and what comes of it. */
public final class DistributedBuild {

  private final Specification specification;
  private final NetworkPlan plan;

  /**
   * The build of what a specification describes; a second training on all data is not part of it.
   *
   * @throws InvalidSettingException if it describes several networks
   */
  public DistributedBuild(Specification specification) {
    this.specification = specification;
    List<NetworkPlan> plans = specification.networks().apply(1);
    InvalidSettingException.require(plans.size() == 1, "networks", plans.size(), "1 where others train the model");
    plan = plans.get(0);
  }

  /** How to train. */
  public Hyperparameters hyperparameters() {
    return plan.hyperparameters();
  }

  /** What numeric attributes become. */
  public InputEncoding inputEncoding() {
    return plan.inputEncoding();
  }

  /** Percentage of so many instances that is held out. */
  public double percentHeldOut(long instances) {
    return specification.validation().percent((int) Math.min(Integer.MAX_VALUE, instances));
  }

  /** The state before the first epoch, with random weights. */
  public TrainingState begin(DataEncoding encoding) {
    Network network = Network.create(encoding.inputs().width(), plan.hiddenLayers(),
        encoding.classEncoder().outputs(), specification.loss(), new SplittableRandom(hyperparameters().seed()));
    return new TrainingState(network, hyperparameters().optimizer());
  }

  /** The model of a training's best epoch. */
  public Model finish(DataEncoding encoding, TrainingState state) {
    return Model.of(new Member(plan.kind(), encoding, state.best(), state.history(), false));
  }

  /**
   * A model that always predicts the same, where there is nothing to learn.
   *
   * @param sums of the output layer [outputs]; not modified
   */
  public Model constant(DataEncoding encoding, float[] sums) {
    Network network = Network.constant(encoding.inputs().width(), sums, specification.loss());
    return Model.of(new Member(plan.kind(), encoding, network, null, false));
  }

  /** What to tell of a training that diverged. */
  public String explain(DivergedException e) {
    return Specification.explain(e, hyperparameters().learningRate().initial());
  }
}
