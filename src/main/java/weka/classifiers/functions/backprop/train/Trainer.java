package weka.classifiers.functions.backprop.train;

import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import weka.classifiers.functions.backprop.network.Backpropagation;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;
import weka.classifiers.functions.backprop.network.Network;

/** Trains a network: epochs of mini-batches, each a forward and a backward pass and a step of the optimizer. */
public final class Trainer {

  /**
   * Multiply-adds in a training step from which threads are worth while: below, about 30 microseconds of work, handing
   * it over costs more than it saves.
   */
  private static final double WORTH_THREADS = 1e6;

  /** Parts of a step for each thread: more than one, so that the others take over from one that falls behind. */
  private static final int PARTS = 4;

  /** Multiply-adds in a part at most, some 50 milliseconds of work: an interruption is noticed between parts. */
  private static final double LARGEST_PART = 5e8;

  /** Distance of the epochs' seeds: not SplittableRandom's own step, by which streams would overlap. */
  private static final long EPOCH_SEEDS = 0xD1342543DE82EF95L;

  /** Distance of the steps' seeds of dropout. */
  private static final long STEP_SEEDS = 0xAF251AF3B0F025B5L;

  private final TrainingState state;
  private final Network network;
  private final Examples examples;
  private final ValidationLoss validation;
  private final Hyperparameters settings;
  private final TrainingListener listener;
  private final int lastEpoch;
  private final int batchSize;
  private final int threads;
  private final int parts;
  private final Backpropagation backpropagation;
  private final ParameterUpdate parameterUpdate;
  private final GradientNorm norm;
  private final Divergence divergence;
  private final MiniBatch batch;
  private final int[] order;

  // The parts of a step, and what they work on: fields, so that a step allocates no lambdas.
  private final IntConsumer transpose;
  private final IntConsumer passes;
  private final IntConsumer gradient;
  private final IntConsumer update;
  private Workers workers;
  private MiniBatch current;
  private Thread thread;
  private double divisor;
  private double learningRate;
  private boolean ended;

  /** A trainer that validates nothing, and that nobody listens to. */
  public Trainer(TrainingState state, Examples examples, Hyperparameters settings) {
    this(state, examples, null, settings, TrainingListener.NONE);
  }

  /** A trainer that nobody listens to. */
  public Trainer(TrainingState state, Examples examples, Examples validation, Hyperparameters settings) {
    this(state, examples, validation, settings, TrainingListener.NONE);
  }

  /**
   * A trainer that goes on from a state.
   *
   * @param state modified by training
   * @param examples at least one; not modified
   * @param validation examples by whose loss the best epoch is found; not modified; null: there are none
   * @param settings the most epochs of which are those to come
   * @param listener that training is reported to
   */
  public Trainer(TrainingState state, Examples examples, Examples validation, Hyperparameters settings,
      TrainingListener listener) {
    this.state = state;
    this.listener = listener;
    this.network = state.network();
    this.examples = examples;
    this.settings = settings;
    lastEpoch = state.history().size() + settings.stopping().epochs();
    if (hasStopped()) {
      // Whoever goes on with a training that has stopped wants it to try again.
      state.stopping.renew();
    }
    int all = examples.size();
    batchSize = settings.miniBatchSize() == 0 ? all : Math.min(all, settings.miniBatchSize());
    batch = new MiniBatch(batchSize);
    order = new int[all];
    double work = 3.0 * batchSize * network.parameterCount();
    threads = work < WORTH_THREADS ? 1 : settings.threads();
    parts = Math.max(threads == 1 ? 1 : PARTS * threads, (int) Math.ceil(work / LARGEST_PART));
    workers = new Workers(1, parts);
    Regularization regularization = settings.regularization();
    backpropagation = new Backpropagation(network, batchSize, parts, regularization.dropout());
    parameterUpdate =
        new ParameterUpdate(network.layers(), backpropagation.gradients(), state.optimizer(), settings);
    norm = regularization.maxGradientNorm() > 0 ? new GradientNorm(backpropagation.gradients()) : null;
    this.validation = validation == null ? null : new ValidationLoss(network, validation, parts);
    divergence = new Divergence(state, examples, settings, order);
    learningRate = settings.learningRate().initial();
    transpose = backpropagation::transpose;
    passes = unlessInterrupted(part -> backpropagation.passes(current, divisor, part));
    gradient =
        unlessInterrupted(part -> backpropagation.gradient(current, part, norm == null ? parameterUpdate : norm));
    update = part -> backpropagation.visit(part, parameterUpdate);
  }

  /** What a step does after an interruption doesn't matter, since its epoch will be undone: so it does nothing. */
  private IntConsumer unlessInterrupted(IntConsumer task) {
    return part -> {
      if (!thread.isInterrupted()) {
        task.accept(part);
      }
    };
  }

  /**
   * Trains until an end is reached.
   *
   * @param most epochs, but no more than the settings allow in all
   * @throws InterruptedException if the thread was interrupted; the network is then as after the last whole epoch
   * @throws DivergedException if the loss explodes with ever smaller learning rates too; the network is then as after
   *         the last good epoch
   */
  public void train(int most) throws InterruptedException {
    try (Workers team = new Workers(threads, parts)) {
      workers = team;
      int target = (int) Math.min(Integer.MAX_VALUE, (long) state.history().size() + most);
      while (state.history().size() < target && !isDone()) {
        goodEpoch();
        // The next epoch would show what the steps of this one have done; after the last epoch there is none.
        if (isDone() && divergence.isSpoilt()) {
          divergence.takeBack(learningRate);
        }
      }
    } finally {
      workers = new Workers(1, parts);
    }
  }

  /** Trains until the end. */
  public void train() throws InterruptedException {
    train(settings.stopping().epochs());
  }

  /** Whether training has come to its end. */
  public boolean isDone() {
    return ended || state.history().size() >= lastEpoch || hasStopped();
  }

  private boolean hasStopped() {
    int patience = settings.stopping().patience();
    return patience > 0 && state.stopping.isExhausted(patience);
  }

  /** An epoch, from the same weights again with a smaller learning rate if it diverges. */
  private void goodEpoch() throws InterruptedException {
    divergence.remember();
    long start = System.nanoTime();
    double loss;
    double validationLoss;
    try {
      for (loss = epoch(); !isCut() && divergence.isIn(loss); loss = epoch()) {
        divergence.goBack(learningRate);
      }
      validationLoss = validation == null || isCut() ? Double.NaN : validation.compute(workers);
    } catch (InterruptedException e) {
      divergence.undo();
      throw e;
    }
    if (isCut()) {
      divergence.undo();
      state.history().setEnd(History.End.ENDED_BY_USER);
      return;
    }
    boolean best = validation == null || state.observeValidation(validationLoss);
    state.history().add(
        new History.Epoch(loss, validationLoss, learningRate, (System.nanoTime() - start) / 1e9), best);
    observe(validation == null ? loss : validationLoss);
    listener.epoch(state.history(), lastEpoch);
  }

  /** Whether training has been ended within an epoch; the first one is always completed. */
  private boolean isCut() {
    return ended && state.history().size() > 0;
  }

  /** Takes note of the loss that counts. */
  private void observe(double loss) {
    double tolerance = settings.stopping().tolerance();
    state.stopping.observe(loss, tolerance);
    state.plateau.observe(loss, tolerance);
    if (state.plateau.isExhausted(settings.learningRate().plateauEpochs())) {
      state.plateaus++;
      state.plateau.renew();
    }
    state.history().setEnd(end());
  }

  private History.End end() {
    if (ended) {
      return History.End.ENDED_BY_USER;
    }
    if (!hasStopped()) {
      return History.End.EPOCHS;
    }
    return validation == null ? History.End.CONVERGED : History.End.STOPPED_EARLY;
  }

  /** One pass over the training data, the last mini-batch being what is left; returns the mean loss an instance. */
  private double epoch() throws InterruptedException {
    int epoch = state.history().size();
    learningRate = settings.learningRate().initial() * state.learningRateFactor
        * settings.learningRate().factor(epoch, lastEpoch, state.plateaus);
    shuffle(epoch);
    double loss = 0;
    double weight = 0;
    for (int from = 0; from < order.length && !isCut(); from += batchSize) {
      examples.fill(batch, order, from, Math.min(from + batchSize, order.length));
      double batchLoss = step(batch);
      checkInterrupt();
      loss += batchLoss;
      weight += batch.totalWeight();
      if (epoch == 0 && from == 0) {
        divergence.begin(batchLoss / weight);
      }
      double part = Math.min(1, (from + batchSize) / (double) order.length);
      ended |= !listener.shouldContinue(state.history(), part, lastEpoch);
    }
    return loss / weight;
  }

  /** An InterruptedException is what Weka takes for the end that its user wanted. */
  static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("Training was interrupted.");
    }
  }

  /**
   * Trains one mini-batch.
   *
   * @param batch no larger than the settings' mini-batches; its inputs may be dropped, but are not modified otherwise
   * @return Σ w E over the mini-batch before the step
   */
  public double step(MiniBatch batch) {
    current = batch;
    thread = Thread.currentThread();
    divisor = settings.averaging().divisor(batch.totalWeight());
    drop(batch);
    parameterUpdate.nextStep(learningRate);
    workers.run(transpose);
    workers.run(passes);
    workers.run(gradient);
    if (norm != null) {
      parameterUpdate.scaleGradient(norm.scale(settings.regularization().maxGradientNorm()));
      workers.run(update);
    }
    return backpropagation.loss(batch);
  }

  /** What is dropped depends on the seed and the step's number alone. */
  private void drop(MiniBatch batch) {
    long seed = settings.seed() + STEP_SEEDS * (state.optimizer().steps() + 1);
    backpropagation.dropoutSeed(seed);
    if (settings.regularization().inputDropout() > 0) {
      batch.dropInputs(settings.regularization().inputDropout(), seed);
    }
  }

  /**
   * Fisher and Yates' shuffle of the instances' indices; the rows stay where they are. It depends on the seed and the
   * epoch's number alone, not on the epochs before.
   */
  private void shuffle(int epoch) {
    SplittableRandom random = new SplittableRandom(settings.seed() + EPOCH_SEEDS * (epoch + 1));
    for (int k = 0; k < order.length; k++) {
      int other = random.nextInt(k + 1);
      order[k] = order[other];
      order[other] = k;
    }
  }
}
