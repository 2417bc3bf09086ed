package weka.backprop.spark;

import java.util.Arrays;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.train.Stopping;
import weka.classifiers.functions.backprop.train.TrainingState;

/** The state of a training after its last epoch, in a file, from which it resumes should the driver be lost. */
final class Checkpoints {

  private static final String OPTION = "-checkpoint";

  private final Files files;
  private final String file;
  /** What must not change: with it the training would be another one. */
  private final String fingerprint;

  /**
   * The checkpoints of a network.
   *
   * @param name of the file
   */
  Checkpoints(Files files, TrainingRequest request, String name, DataEncoding encoding, int partitions) {
    this.files = files;
    file = request.checkpoint() == null ? null : request.checkpoint() + "/" + name + ".checkpoint";
    fingerprint = request.schemeOptions() + " " + request.columns() + " " + request.rounds() + " " + request.momentum()
        + " " + partitions + " " + Arrays.toString(encoding.inputNames());
  }

  /**
   * The state that was written last; null if there is none.
   *
   * @throws UserException if it is that of another training
   */
  TrainingState read() {
    if (file == null || !files.exists(file)) {
      return null;
    }
    Object[] objects = files.read(file, OPTION, 2);
    if (!fingerprint.equals(objects[0])) {
      throw new UserException("The checkpoint " + file + " (option " + OPTION + ") is that of a training with other "
          + "options, columns or partitions. Give it the same, or delete it.");
    }
    return (TrainingState) objects[1];
  }

  /** The end of a training of which a part is done. */
  Stopping rest(TrainingState state, Stopping stopping) {
    return new Stopping(Math.max(0, stopping.epochs() - state.history().size()), stopping.patience(),
        stopping.updates(), stopping.tolerance());
  }

  void write(TrainingState state) {
    if (file != null) {
      files.write(file, OPTION, fingerprint, state);
    }
  }

  /** Deletes the file of a training that has ended. */
  void delete() {
    if (file != null) {
      files.delete(file);
    }
  }
}
