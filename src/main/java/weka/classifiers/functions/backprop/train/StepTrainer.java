package weka.classifiers.functions.backprop.train;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.io.Serializable;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;
import weka.classifiers.functions.backprop.network.Network;

/**
 * Trains a network step by step, on mini-batches as they come: there are neither epochs nor an end. Training that
 * diverges is rolled back some steps, and continues with a smaller learning rate. Whatever the next steps depend on is
 * saved with it.
 */
public final class StepTrainer implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Steps between two states to roll back to: copying one costs a fraction of a step. */
  private static final int STEPS_BETWEEN = 32;
  /** What a roll-back multiplies the learning rate by. */
  private static final double REDUCTION = 0.1;

  private final TrainingState state;
  private final Snapshot healthy;
  private final MovingAverage average;
  /** What the buffers were made for; null if there are none. */
  private transient Hyperparameters hyperparameters;
  private transient MiniBatch batch;
  private transient int[] order;
  private transient TrainingStep step;
  private transient Workers workers;

  /**
   * A trainer before its first step.
   *
   * @param network modified by training
   */
  public StepTrainer(Network network, Optimizer optimizer) {
    state = new TrainingState(network, optimizer);
    healthy = new Snapshot(network, optimizer);
    healthy.save(state);
    average = new MovingAverage(network);
  }

  /** The network after the last step; further steps modify it. */
  public Network network() {
    return state.network();
  }

  /** The network to predict with: the mean of those after the last steps; further steps modify it. */
  public Network average() {
    return average.network();
  }

  /** Number of steps. */
  public long steps() {
    return state.optimizer().steps();
  }

  /** How often training diverged, and was rolled back with a lower learning rate. */
  public int learningRateReductions() {
    return state.history().learningRateReductions();
  }

  /**
   * Takes a step.
   *
   * @param examples of the mini-batch, in their order; at least one, and no more than its size; not modified
   * @param settings of a constant learning rate; may differ from step to step, but for the optimizer
   * @return mean loss of the examples before the step
   * @throws InvalidSettingException if the optimizer isn't that of the first step
   * @throws InterruptedException if the thread was interrupted; the network may then not have learnt from the examples
   */
  public double train(Examples examples, Hyperparameters settings) throws InterruptedException {
    if (!settings.equals(hyperparameters)) {
      allocate(settings);
    }
    examples.fill(batch, order, 0, examples.size());
    double loss = step.take(batch, settings.learningRate().initial() * state.learningRateFactor, workers);
    Workers.checkInterrupt();
    if (!state.network().isFinite()) {
      rollBack();
    } else {
      average.add(state.network(), steps());
      if (steps() % STEPS_BETWEEN == 0) {
        healthy.save(state);
      }
    }
    return loss / batch.totalWeight();
  }

  private void allocate(Hyperparameters settings) {
    require(settings.optimizer().slots() == state.optimizer().slotCount(), "optimizer",
        settings.optimizer().getClass().getSimpleName(), "the one that training began with");
    int capacity = settings.miniBatchSize();
    batch = new MiniBatch(capacity);
    order = IntStream.range(0, capacity).toArray();
    step = new TrainingStep(state, settings, capacity, 1);
    workers = new Workers(1, 1);
    hyperparameters = settings;
  }

  /** The number of steps is not rolled back, so that what is drawn at random differs from before. */
  private void rollBack() {
    long steps = steps();
    healthy.restore(state);
    average.restart(state.network());
    state.optimizer().setSteps(steps);
    state.learningRateFactor *= REDUCTION;
    state.history().addLearningRateReduction();
  }
}
