package weka.classifiers.functions.backprop.session;

import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.train.TrainingListener;

/**
 * The member where there is nothing to learn: it always predicts the prior distribution or the mean.
 *
 * @param current without a history
 */
record ConstantMember(Member current) implements MemberTraining {

  @Override
  public NetworkPlan plan() {
    return null;
  }

  @Override
  public Holdout holdout() {
    return null;
  }

  @Override
  public boolean hasBegun() {
    return false;
  }

  @Override
  public boolean train(int epochs) {
    return false;
  }

  @Override
  public boolean isDone() {
    return true;
  }

  @Override
  public Member best() {
    return current;
  }

  @Override
  public boolean canRefit() {
    return false;
  }

  @Override
  public Member refit(TrainingListener listener) {
    throw new IllegalStateException("There is nothing to learn.");
  }

  @Override
  public MemberState state() {
    return null;
  }
}
