package weka.classifiers.functions.backprop.session;

import java.util.List;
import java.util.function.Supplier;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.MemoryEstimate;
import weka.classifiers.functions.backprop.train.Stopping;
import weka.classifiers.functions.backprop.train.Trainer;
import weka.classifiers.functions.backprop.train.TrainingListener;
import weka.classifiers.functions.backprop.train.TrainingState;
import weka.core.Instance;

/**
 * The training of one network, with data of its own, a part of which is held out. Its data are encoded before its first
 * epoch and forgotten after its last one, so that of a committee only those in training take memory.
 */
final class NetworkTraining implements MemberTraining {

  private final NetworkPlan plan;
  private final TrainingData data;
  private final Holdout holdout;
  private final TrainingState state;
  private final Supplier<Network> untrained;
  private final TrainingListener listener;
  private Trainer trainer;
  private boolean isDone;

  /**
   * Begins or resumes training.
   *
   * @param state modified by training
   * @param untrained creates a network with initial parameters, for a second training
   */
  NetworkTraining(NetworkPlan plan, TrainingData data, Holdout holdout, TrainingState state,
      Supplier<Network> untrained, TrainingListener listener) {
    this.plan = plan;
    this.data = data;
    this.holdout = holdout;
    this.state = state;
    this.untrained = untrained;
    this.listener = listener;
  }

  @Override
  public NetworkPlan plan() {
    return plan;
  }

  @Override
  public Holdout holdout() {
    return holdout;
  }

  @Override
  public boolean hasBegun() {
    return state.history().size() > 0;
  }

  @Override
  public boolean train(int epochs) throws InterruptedException {
    if (isDone) {
      return false;
    }
    if (trainer == null) {
      trainer = new Trainer(state, encode(holdout.training()), validates() ? encode(holdout.validation()) : null,
          plan.hyperparameters(), listener);
    }
    boolean trains = !trainer.isDone();
    if (trains) {
      trainer.train(epochs);
    }
    if (trainer.isDone()) {
      isDone = true;
      trainer = null;
    }
    return trains;
  }

  @Override
  public boolean isDone() {
    return isDone;
  }

  private boolean validates() {
    return !holdout.validation().isEmpty();
  }

  private Examples encode(List<Instance> instances) throws InterruptedException {
    int most = data.instances().size();
    double reserved = MemoryEstimate.of(state.network(), plan.hyperparameters()).trainer(most, most);
    return data.encode(instances, reserved, plan.hyperparameters().threads());
  }

  @Override
  public Member current() {
    return member(state.network(), false);
  }

  @Override
  public Member best() {
    return member(state.best(), false);
  }

  private Member member(Network network, boolean refitted) {
    return new Member(plan.kind(), data.encoding(), network, state.history(), refitted);
  }

  /** Not if nothing is held out, nor if the user has ended training. */
  @Override
  public boolean canRefit() {
    return validates() && state.history().end() != History.End.ENDED_BY_USER;
  }

  @Override
  public Member refit(TrainingListener listener) throws InterruptedException {
    Hyperparameters hyperparameters = plan.hyperparameters();
    int best = state.history().bestEpoch();
    // A training that was resumed may have had its best epoch after more epochs than it was resumed for.
    int most = Math.max(best, hyperparameters.stopping().epochs());
    TrainingState second = new TrainingState(untrained.get(), hyperparameters.optimizer());
    new Trainer(second, encode(data.instances()), null, hyperparameters.with(Stopping.after(most)), listener)
        .train(best);
    if (second.history().end() == History.End.ENDED_BY_USER) {
      return best();
    }
    return member(second.network(), true);
  }

  @Override
  public MemberState state() {
    return new MemberState(data.encoding(), state);
  }
}
