package weka.backprop.spark;

import java.util.Locale;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.functions.backprop.train.TimeLeft;
import weka.classifiers.functions.backprop.train.TrainingListener;
import weka.classifiers.functions.backprop.train.TrainingState;

/** Tells of a training: a line an epoch, the round under work in Spark's web pages, and a checkpoint each epoch. */
final class Progress implements TrainingListener {

  private final SparkSession session;
  private final Consumer<String> log;
  private final String name;
  private final int rounds;
  private final long rows;
  private final TrainingState state;
  private final Checkpoints checkpoints;
  private final TimeLeft timeLeft;

  /**
   * The progress of a training.
   *
   * @param name of the network's jobs
   * @param rounds of an epoch
   * @param rows that an epoch trains on
   */
  Progress(SparkSession session, Consumer<String> log, String name, int rounds, long rows, TrainingState state,
      Checkpoints checkpoints) {
    this.session = session;
    this.log = log;
    this.name = name;
    this.rounds = rounds;
    this.rows = rows;
    this.state = state;
    this.checkpoints = checkpoints;
    timeLeft = new TimeLeft(state.history().size());
    describe(state.history().size() + 1, 1);
  }

  private void describe(int epoch, int round) {
    Jobs.describe(session, name + ": epoch " + epoch + ", round " + round + " of " + rounds);
  }

  @Override
  public boolean shouldContinue(History history, double part, int lastEpoch) {
    int done = (int) Math.round(part * rounds);
    if (done < rounds) {
      describe(history.size() + 1, done + 1);
    } else {
      Jobs.describe(session, name + ": epoch " + (history.size() + 1) + ", validation");
    }
    return true;
  }

  @Override
  public void epoch(History history, int lastEpoch) {
    History.Epoch last = history.last();
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "Epoch %d of %d: loss %.5f", history.size(), lastEpoch, last.loss()));
    if (!Double.isNaN(last.validationLoss())) {
      line.append(String.format(Locale.ROOT, ", validation loss %.5f", last.validationLoss()));
    }
    line.append(String.format(Locale.ROOT, ", %,.0f rows a second", rows / last.seconds()));
    String left = timeLeft.text(history.size(), lastEpoch);
    log.accept(line.append(left.isEmpty() ? "" : ", ").append(left).toString());
    checkpoints.write(state);
    describe(history.size() + 1, 1);
  }
}
