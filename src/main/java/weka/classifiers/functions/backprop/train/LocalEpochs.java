package weka.classifiers.functions.backprop.train;

import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.network.Examples;

/** Epochs on this machine. */
final class LocalEpochs implements Epochs {

  private final Examples examples;
  private final EpochPass pass;
  private final MeanLoss loss;
  /** Of the examples that are held out; null if there are none. */
  private final MeanLoss validation;
  private final int[] validationOrder;
  private Workers workers;

  /**
   * Epochs of a training.
   *
   * @param state modified by training
   * @param examples at least one; not modified
   * @param validation examples that are held out; not modified; null: there are none
   */
  LocalEpochs(TrainingState state, Examples examples, Examples validation, Hyperparameters hyperparameters) {
    this.examples = examples;
    pass = new EpochPass(state, examples, hyperparameters);
    loss = new MeanLoss(state.network(), examples, 1);
    this.validation = validation == null ? null : new MeanLoss(state.network(), validation, pass.parts());
    validationOrder = validation == null ? null : IntStream.range(0, validation.size()).toArray();
  }

  @Override
  public void open() {
    workers = pass.newWorkers();
  }

  @Override
  public void close() {
    workers.close();
  }

  @Override
  public void restart() {
    // Nothing is kept.
  }

  @Override
  public Losses train(int epoch, double learningRate, Continuation continuation) throws InterruptedException {
    LossSum all = new LossSum();
    LossSum first = new LossSum();
    pass.shuffle(epoch);
    pass.run(0, pass.batches(), learningRate, workers, (batchLoss, weight, part) -> {
      if (first.weight() == 0) {
        first.add(batchLoss, weight);
      }
      all.add(batchLoss, weight);
      return continuation.test(part);
    });
    return new Losses(all.mean(), first.mean());
  }

  @Override
  public boolean validates() {
    return validation != null;
  }

  @Override
  public double validationLoss() throws InterruptedException {
    return validation.compute(validationOrder, validationOrder.length, workers).mean();
  }

  @Override
  public Sample sample() {
    int size = Math.min(MeanLoss.BLOCK, examples.size());
    return new Sample(loss.compute(pass.order(), size).mean(), loss.ofZeros(pass.order(), size).mean());
  }

  @Override
  public double lossOfZeros() {
    return loss.ofZeros(null, examples.size()).mean();
  }
}
