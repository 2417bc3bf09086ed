package weka.classifiers.functions.backprop.options;

import weka.classifiers.functions.backprop.train.Schedule;

/** The schedules of the learning rate that a user chooses from. */
public enum ScheduleChoice {

  /** CONSTANT for one network, COSINE for several. */
  AUTO,

  /** {@link Schedule#CONSTANT}. */
  CONSTANT,

  /** {@link Schedule#EXPONENTIAL}. */
  EXPONENTIAL,

  /** {@link Schedule#STEP}. */
  STEP,

  /** {@link Schedule#COSINE}. */
  COSINE,

  /** {@link Schedule#PLATEAU}. */
  PLATEAU;

  /** The schedule, which is the given one if the choice is automatic. */
  Schedule or(Schedule automatic) {
    return this == AUTO ? automatic : Schedule.valueOf(name());
  }
}
