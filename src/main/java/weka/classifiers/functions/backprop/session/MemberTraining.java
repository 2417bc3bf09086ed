package weka.classifiers.functions.backprop.session;

import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.train.TrainingListener;

/** The training of one member of a model. */
sealed interface MemberTraining permits NetworkTraining, ConstantMember {

  /**
   * Trains one epoch.
   *
   * @return false if there was none left to train
   * @throws InterruptedException if the thread was interrupted; the member is then as after the last whole epoch
   */
  boolean next() throws InterruptedException;

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
