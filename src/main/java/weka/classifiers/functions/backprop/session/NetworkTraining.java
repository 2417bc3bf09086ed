package weka.classifiers.functions.backprop.session;

import java.util.function.Supplier;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.MemoryEstimate;
import weka.classifiers.functions.backprop.train.Stopping;
import weka.classifiers.functions.backprop.train.Trainer;
import weka.classifiers.functions.backprop.train.TrainingListener;
import weka.classifiers.functions.backprop.train.TrainingState;

/** The training of one network, with data of its own, a part of which is held out. */
final class NetworkTraining implements MemberTraining {

  private final TrainingData data;
  private final Hyperparameters hyperparameters;
  private final TrainingState state;
  private final Supplier<Network> untrained;
  private final boolean validates;
  private final Trainer trainer;

  /**
   * Encodes the data, and begins or resumes training.
   *
   * @param validation how much is held out
   * @param state modified by training
   * @param untrained creates a network with initial parameters, for a second training
   * @throws InterruptedException if the thread was interrupted; the state is then as it was
   */
  NetworkTraining(TrainingData data, ValidationSplit validation, TrainingState state,
      Supplier<Network> untrained, Hyperparameters hyperparameters, TrainingListener listener)
      throws InterruptedException {
    this.data = data;
    this.hyperparameters = hyperparameters;
    this.state = state;
    this.untrained = untrained;
    Holdout holdout = validation.divide(data.instances(), hyperparameters.seed());
    validates = !holdout.validation().isEmpty();
    trainer = new Trainer(state, data.encode(holdout.training(), reserved()),
        validates ? data.encode(holdout.validation(), reserved()) : null, hyperparameters, listener);
  }

  private double reserved() {
    int most = data.instances().size();
    return MemoryEstimate.of(state.network(), hyperparameters).trainer(most, most);
  }

  @Override
  public boolean next() throws InterruptedException {
    if (trainer.isDone()) {
      return false;
    }
    trainer.train(1);
    return true;
  }

  @Override
  public Member current() {
    return new Member(data.encoding(), state.network(), state.history(), false);
  }

  @Override
  public Member best() {
    return new Member(data.encoding(), state.best(), state.history(), false);
  }

  /** Not if nothing is held out, nor if the user has ended training. */
  @Override
  public boolean canRefit() {
    return validates && state.history().end() != History.End.ENDED_BY_USER;
  }

  @Override
  public Member refit(TrainingListener listener) throws InterruptedException {
    int best = state.history().bestEpoch();
    // A training that was resumed may have had its best epoch after more epochs than it was resumed for.
    int most = Math.max(best, hyperparameters.stopping().epochs());
    TrainingState second = new TrainingState(untrained.get(), hyperparameters.optimizer());
    new Trainer(second, data.encode(data.instances(), reserved()), null, hyperparameters.with(Stopping.after(most)),
        listener).train(best);
    if (second.history().end() == History.End.ENDED_BY_USER) {
      return best();
    }
    return new Member(data.encoding(), second.network(), state.history(), true);
  }

  @Override
  public MemberState state() {
    return new MemberState(data.encoding(), state);
  }
}
