package weka.classifiers.functions.backprop;

import weka.classifiers.functions.backprop.train.Schedule;

/** The schedules of the learning rate that a user chooses from. */
public enum ScheduleChoice {

  /** {@link Schedule.Constant}. */
  CONSTANT {
    @Override
    Schedule create(double decay, int decayEpochs) {
      return new Schedule.Constant();
    }
  },

  /** {@link Schedule.Exponential}. */
  EXPONENTIAL {
    @Override
    Schedule create(double decay, int decayEpochs) {
      return new Schedule.Exponential(decay, decayEpochs);
    }
  },

  /** {@link Schedule.Step}. */
  STEP {
    @Override
    Schedule create(double decay, int decayEpochs) {
      return new Schedule.Step(decay, decayEpochs);
    }
  },

  /** {@link Schedule.Cosine}. */
  COSINE {
    @Override
    Schedule create(double decay, int decayEpochs) {
      return new Schedule.Cosine();
    }
  },

  /** {@link Schedule.Plateau}. */
  PLATEAU {
    @Override
    Schedule create(double decay, int decayEpochs) {
      return new Schedule.Plateau(decay, decayEpochs);
    }
  };

  abstract Schedule create(double decay, int decayEpochs);
}
