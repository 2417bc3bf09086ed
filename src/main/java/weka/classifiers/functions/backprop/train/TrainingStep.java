package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.network.Backpropagation;
import weka.classifiers.functions.backprop.network.MiniBatch;
import weka.classifiers.functions.backprop.network.OnlineBackpropagation;

/** A step of training: forward, loss, backward, gradient, update. */
final class TrainingStep {

  /** Distance of the steps' seeds of dropout. */
  private static final long STEP_SEEDS = 0xAF251AF3B0F025B5L;

  private final OptimizerState optimizerState;
  private final Hyperparameters hyperparameters;
  private final Regularization regularization;
  private final Backpropagation backpropagation;
  private final ParameterUpdate update;
  private final GradientNorm norm;
  /** For mini-batches of one dense row; null if they need the general way too. */
  private final OnlineBackpropagation online;
  private MiniBatch batch;
  private double divisor;
  private long dropoutSeed;
  private Thread caller;

  /**
   * Steps of a training.
   *
   * @param state modified by steps
   * @param capacity most instances in a mini-batch
   * @param parts that the work is divided into
   */
  TrainingStep(TrainingState state, Hyperparameters hyperparameters, int capacity, int parts) {
    this.hyperparameters = hyperparameters;
    regularization = hyperparameters.regularization();
    optimizerState = state.optimizer();
    backpropagation = new Backpropagation(state.network(), capacity, parts, regularization.dropout());
    update = new ParameterUpdate(state, backpropagation.gradients(), hyperparameters);
    norm = new GradientNorm(backpropagation.gradients(), state.network().layers());
    online = capacity == 1 && regularization.isNone() && OnlineBackpropagation.suits(state.network())
        ? new OnlineBackpropagation(state.network()) : null;
  }

  /**
   * Takes a step.
   *
   * @param batch its inputs may be replaced by copies in which some are dropped, but are not modified otherwise
   * @param workers that share the work
   * @return Σ w E over the mini-batch before the step
   */
  double take(MiniBatch batch, double learningRate, Workers workers) {
    if (online != null && !batch.isSparse()) {
      return takeOnline(batch, learningRate);
    }
    begin(batch, learningRate);
    workers.beginStep();
    workers.run(backpropagation::transpose);
    workers.run(this::forwardLossBackward);
    if (regularization.maxGradientNorm() > 0) {
      workers.run(this::gradientNorm);
      update.scaleGradient(norm.scale(regularization.maxGradientNorm()));
      workers.run(this::update);
    } else {
      workers.run(this::gradientAndUpdate);
    }
    workers.endStep();
    return backpropagation.totalLoss(batch);
  }

  private double takeOnline(MiniBatch batch, double learningRate) {
    long step = optimizerState.nextStep();
    double divisor = hyperparameters.averaging().divisor(batch.totalWeight());
    if (hyperparameters.optimizer() instanceof Optimizer.Sgd) {
      return online.step(batch, divisor, (float) learningRate);
    }
    update.begin(learningRate, step);
    return online.step(batch, divisor, update);
  }

  /** What is dropped depends on the seed and the step's number alone. */
  private void begin(MiniBatch batch, double learningRate) {
    this.batch = batch;
    caller = Thread.currentThread();
    divisor = hyperparameters.averaging().divisor(batch.totalWeight());
    long step = optimizerState.nextStep();
    update.begin(learningRate, step);
    dropoutSeed = hyperparameters.seed() + STEP_SEEDS * step;
    backpropagation.dropoutSeed(dropoutSeed);
  }

  /** For a part of the instances, one after the other while their rows are in the cache. */
  private void forwardLossBackward(int part) {
    if (!isInterrupted()) {
      if (regularization.inputDropout() > 0) {
        backpropagation.dropInputs(batch, regularization.inputDropout(), dropoutSeed, part);
      }
      backpropagation.forward(batch, part);
      backpropagation.loss(batch, divisor, part);
      backpropagation.backward(batch, part);
    }
  }

  /** For a part of the parameters: each few rows are updated as soon as there is their gradient, in the cache still. */
  private void gradientAndUpdate(int part) {
    if (!isInterrupted()) {
      backpropagation.gradient(batch, part, update);
    }
  }

  /** For a part of the parameters; the norm of the whole gradient must be known before any of them is updated. */
  private void gradientNorm(int part) {
    if (!isInterrupted()) {
      backpropagation.gradient(batch, part, norm);
    }
  }

  private void update(int part) {
    backpropagation.visit(part, update);
  }

  /** What a step does after an interruption doesn't matter, since its epoch will be rolled back. */
  private boolean isInterrupted() {
    return caller.isInterrupted();
  }
}
