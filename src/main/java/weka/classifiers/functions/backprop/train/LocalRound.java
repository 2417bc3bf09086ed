package weka.classifiers.functions.backprop.train;

import java.io.Serializable;

/** A partition's part of a round: it trains from the driver's state on a part of its epoch, and returns its own. */
final class LocalRound implements ShardTask<LocalRound.Result> {

  private static final long serialVersionUID = 1L;

  /** The result of a partition's training: arrays and numbers only. */
  static final class Result implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Null if there was nothing to train on. */
    private final FlatState state;
    private final LossSum losses;
    /** Of the first mini-batch of the epoch; empty in later rounds. */
    private final LossSum first;

    private Result(FlatState state, LossSum losses, LossSum first) {
      this.state = state;
      this.losses = losses;
      this.first = first;
    }

    FlatState state() {
      return state;
    }

    LossSum losses() {
      return losses;
    }

    LossSum first() {
      return first;
    }
  }

  private final NetworkShape shape;
  private final Hyperparameters hyperparameters;
  private final int epoch;
  private final double learningRate;
  private final int round;
  private final int rounds;

  /** Round number {@code round}, counted from 0, of an epoch's {@code rounds}. */
  LocalRound(NetworkShape shape, Hyperparameters hyperparameters, int epoch, double learningRate, int round,
      int rounds) {
    this.shape = shape;
    this.hyperparameters = hyperparameters;
    this.epoch = epoch;
    this.learningRate = learningRate;
    this.round = round;
    this.rounds = rounds;
  }

  @Override
  public Result run(int partition, FlatState start, Shard shard) throws InterruptedException {
    LossSum losses = new LossSum();
    LossSum first = new LossSum();
    if (shard.training().size() == 0) {
      return new Result(null, losses, first);
    }
    TrainingState state = shape.state(start, hyperparameters.optimizer());
    EpochPass pass = new EpochPass(state, shard.training(), hyperparameters.ofPartition(partition));
    pass.shuffle(epoch);
    long batches = pass.batches();
    int from = (int) (batches * round / rounds);
    try (Workers workers = pass.newWorkers()) {
      pass.run(from, (int) (batches * (round + 1) / rounds), learningRate, workers,
          (loss, weight, part) -> {
            if (from == 0 && first.weight() == 0) {
              first.add(loss, weight);
            }
            losses.add(loss, weight);
            return true;
          });
    }
    // A partition of fewer mini-batches than rounds sits some of them out.
    return new Result(losses.weight() == 0 ? null : FlatState.copyOf(state), losses, first);
  }
}
