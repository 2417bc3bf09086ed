package weka.classifiers.functions.backprop.session;

import java.io.Serializable;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.train.TrainingState;

/** What is kept of the training of one network to resume it. */
final class MemberState implements Serializable {

  private static final long serialVersionUID = 1L;

  private final DataEncoding encoding;
  private final TrainingState training;

  MemberState(DataEncoding encoding, TrainingState training) {
    this.encoding = encoding;
    this.training = training;
  }

  /** The encoding that the network was trained with. */
  DataEncoding encoding() {
    return encoding;
  }

  /** The network and its optimizer after the last epoch. */
  TrainingState training() {
    return training;
  }
}
