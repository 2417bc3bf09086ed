package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Output;

/** Epochs on this machine. */
final class LocalEpochs implements Epochs {

  private final Output output;
  private final Examples examples;
  private final MeanLoss loss;
  /** Examples that are held out, and their loss; null if there are none. */
  private final Examples heldOut;
  private final MeanLoss validation;
  private final EpochPass pass;
  private Workers workers;
  private double validationScore;

  /**
   * Epochs of a training.
   *
   * @param state modified by training
   * @param examples at least one; not modified
   * @param heldOut examples that are held out; not modified; null: there are none
   */
  LocalEpochs(TrainingState state, Examples examples, Examples heldOut, Hyperparameters hyperparameters) {
    output = state.network().loss().output();
    this.examples = examples;
    this.heldOut = heldOut;
    pass = new EpochPass(state, examples, hyperparameters);
    loss = new MeanLoss(state.network(), examples, 1);
    validation = heldOut == null ? null : new MeanLoss(state.network(), heldOut, pass.parts());
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
  public double trainingLoss() throws InterruptedException {
    try (Workers alone = new Workers(1, 1)) {
      return loss.ofAll(alone).mean();
    }
  }

  @Override
  public double validationLoss() throws InterruptedException {
    LossSum losses = validation.ofAll(workers);
    validationScore = output.ofMean(losses.meanScore());
    return losses.mean();
  }

  @Override
  public double validationScore() {
    return validationScore;
  }

  @Override
  public Sample sample() {
    int size = Math.min(MeanLoss.BLOCK, examples.size());
    return new Sample(loss.of(pass.order(), size).mean(), loss.ofZeros(pass.order(), size).mean());
  }

  @Override
  public double lossOfZeros() {
    return loss.ofZeros().mean();
  }

  @Override
  public double priorLoss() {
    Prior prior = new Prior();
    prior.add(examples);
    return (validates() ? validation : loss).ofConstant(prior.sums(output)).mean();
  }

  @Override
  public long fingerprint() {
    return Long.rotateLeft(examples.fingerprint(), 1) + (validates() ? heldOut.fingerprint() : 0);
  }
}
