package weka.classifiers.functions.backprop;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.EncodedExamples;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.encode.HoldoutStrategy;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.MemoryEstimate;
import weka.classifiers.functions.backprop.train.Optimizer;
import weka.classifiers.functions.backprop.train.Stopping;
import weka.classifiers.functions.backprop.train.Trainer;
import weka.classifiers.functions.backprop.train.TrainingListener;
import weka.classifiers.functions.backprop.train.TrainingState;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** A training under way, and what is needed to go on with it later. The training data are not kept with it. */
final class TrainingRun implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * Training data.
   *
   * @param instances with class values, and weights greater than 0
   * @param weight of an instance in training
   * @param validationPercent part of the instances that is held out
   * @param seed of what is held out
   */
  record Data(List<Instance> instances, ToDoubleFunction<Instance> weight, double validationPercent, long seed) {
  }

  /** Part of the free heap that encoded rows may take: Weka may be about something else beside. */
  private static final double COMFORTABLE = 0.5;

  private final Instances header;
  private final InputEncoder inputs;
  private final ClassEncoder classEncoder;
  private final TrainingState state;
  private final TreeMap<String, String> options;
  private transient Data data;
  private transient Hyperparameters settings;
  private transient Trainer trainer;
  private transient boolean validates;
  /** Whether it has ended, and was kept. */
  private boolean ended;

  /**
   * A training that has not begun.
   *
   * @param header the attributes of the training data, without any instance; not modified
   * @param options values, by property, of those that can't change while training goes on
   */
  TrainingRun(Instances header, InputEncoder inputs, ClassEncoder classEncoder, Network network, Optimizer optimizer,
      Map<String, String> options) {
    this.header = header;
    this.inputs = inputs;
    this.classEncoder = classEncoder;
    this.options = new TreeMap<>(options);
    state = new TrainingState(network, optimizer);
  }

  /** Values, by property, of the options that can't change while training goes on. */
  Map<String, String> options() {
    return options;
  }

  /** The attributes of the training data. */
  Instances header() {
    return header;
  }

  InputEncoder inputs() {
    return inputs;
  }

  ClassEncoder classEncoder() {
    return classEncoder;
  }

  /**
   * Checks that data can be trained on with this run.
   *
   * @throws WekaException if their attributes are others than those that training began with
   */
  void checkHeader(Instances other) throws WekaException {
    String difference = header.equalHeadersMsg(other);
    if (difference != null) {
      throw new WekaException("Training can't go on with these data, since their attributes differ from those that it "
          + "began with: " + difference.trim().replaceAll("\\s+", " "));
    }
  }

  /**
   * Begins, or goes on, with these data and for as many epochs as the settings say.
   *
   * @throws InterruptedException if the thread was interrupted; nothing has then begun
   */
  void begin(Data data, Hyperparameters settings, TrainingListener listener) throws InterruptedException {
    Holdout holdout = Holdout.of(data.instances, data.validationPercent, HoldoutStrategy.RANDOM, data.seed);
    this.data = data;
    this.settings = settings;
    ended = false;
    validates = !holdout.validation().isEmpty();
    trainer = new Trainer(state, encode(holdout.training()), validates ? encode(holdout.validation()) : null, settings,
        listener);
  }

  private Examples encode(List<Instance> instances) throws InterruptedException {
    int most = data.instances.size();
    double reserved = MemoryEstimate.of(state.network(), settings).trainer(most, most);
    double room = COMFORTABLE * (Heap.free() - reserved);
    return EncodedExamples.encode(instances, data.weight, inputs, classEncoder, room);
  }

  /** Whether it has begun and not ended. */
  boolean isUnderWay() {
    return trainer != null;
  }

  /** Whether the model of the best epoch is to be followed by one of all data: not if the user has had enough. */
  boolean canRefit() {
    return validates && state.history().end() != History.End.ENDED_BY_USER;
  }

  /** Trains one epoch; returns whether there was one left. */
  boolean next() throws InterruptedException {
    if (trainer == null || trainer.isDone()) {
      return false;
    }
    trainer.train(1);
    return true;
  }

  /** Lets go of the training data. */
  void end() {
    trainer = null;
    data = null;
    ended = true;
  }

  /** Whether it has ended, so that it can only have been kept to go on with. */
  boolean mayGoOn() {
    return ended;
  }

  /** The model as it is after the last epoch. */
  Model model() {
    return new Model(inputs, classEncoder, state.network(), state.history(), false, header);
  }

  /** The model of the best epoch. */
  Model best() {
    return new Model(inputs, classEncoder, state.best(), state.history(), false, header);
  }

  /**
   * The model of another network, trained from the beginning on all data for as many epochs as were best; that of the
   * best epoch if the listener ends it before.
   *
   * @param network with its initial parameters
   */
  Model refitted(Network network, TrainingListener listener) throws InterruptedException {
    int best = state.history().bestEpoch();
    // A training that was resumed may have had its best epoch after more epochs than it went on for.
    int most = Math.max(best, settings.stopping().epochs());
    TrainingState refit = new TrainingState(network, settings.optimizer());
    new Trainer(refit, encode(data.instances), null, settings.with(Stopping.after(most)), listener).train(best);
    if (refit.history().end() == History.End.ENDED_BY_USER) {
      return best();
    }
    return new Model(inputs, classEncoder, network, state.history(), true, header);
  }
}
