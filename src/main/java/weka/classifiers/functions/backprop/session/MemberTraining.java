package weka.classifiers.functions.backprop.session;

import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.train.TrainingListener;

/** The training of one member of a model. */
sealed interface MemberTraining permits NetworkTraining, ConstantMember {

  /** How it is trained; null if there is nothing to learn. */
  NetworkPlan plan();

  /** What it trains with and what it holds out; null if there is nothing to learn. */
  Holdout holdout();

  /** Whether an epoch has run. */
  boolean hasBegun();

  /**
   * Trains so many epochs, or all that are left.
   *
   * @return false if there was none left to train
   * @throws InterruptedException if the thread was interrupted; the member is then as after the last whole epoch
   */
  boolean train(int epochs) throws InterruptedException;

  /** Whether its last epoch has run. */
  boolean isDone();

  /** The member as it is after the last epoch; its network changes with the next one. */
  Member current();

  /** The member of the best epoch. */
  Member best();

  /** Whether a second training on all data can follow. */
  boolean canRefit();

  /**
   * The member of a second network, trained on all data for as many epochs as were best; that of the best epoch if the
   * listener ends its training.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  Member refit(TrainingListener listener) throws InterruptedException;

  /** What is needed to resume the training; null if there is nothing to resume. */
  MemberState state();
}
