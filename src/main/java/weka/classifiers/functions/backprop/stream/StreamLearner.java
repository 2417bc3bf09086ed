package weka.classifiers.functions.backprop.stream;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.HeaderCheck;
import weka.classifiers.functions.backprop.encode.InstanceCheck;
import weka.classifiers.functions.backprop.encode.RunningStatistics;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.MemberKind;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.StepTrainer;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/**
 * A network that learns from a stream. Instances are collected until there is a mini-batch of them; then one step is
 * trained on it, and further ones on mini-batches from the replay buffer. The mean of the networks after the last steps
 * predicts. All that the future depends on is saved: what is read back continues with the same bits.
 */
public final class StreamLearner implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Distance of the steps' seeds. */
  private static final long REPLAY_SEEDS = 0xD6E8FEB86659FD93L;
  /** What the mean loss keeps of its value at each step. */
  private static final double MEMORY = 0.99;

  private final RunningStatistics statistics;
  private final ReplayBuffer replay = new ReplayBuffer();
  private final StepTrainer trainer;
  /** Without their header, which they have in common, and which not every serializer can save. */
  private final ArrayList<Instance> miniBatch = new ArrayList<>();
  private DataEncoding encoding;
  /** Whether the statistics have changed since the encoding was made. */
  private boolean stale;
  private double meanLoss = Double.NaN;
  /** As the network and the encoding are now; null if it has not been asked for. */
  private transient Model model;
  private transient HeaderCheck checked;
  private transient InstanceCheck usable;

  /**
   * A learner that has seen nothing.
   *
   * @param header of numeric, date and nominal attributes, with a class; not modified
   * @param layers the hidden layers
   */
  public StreamLearner(Instances header, List<HiddenLayer> layers, Loss loss, StreamSettings settings) {
    statistics = new RunningStatistics(header, settings.warmUp());
    encoding = statistics.encoding(header);
    Network network = Network.create(encoding.inputs().width(), layers, encoding.classEncoder().outputs(), loss,
        new SplittableRandom(settings.hyperparameters().seed()));
    trainer = new StepTrainer(network, settings.hyperparameters().optimizer());
  }

  /** Number of instances learnt from, those among them that still wait for a full mini-batch. */
  public long instances() {
    return statistics.instances();
  }

  /** Number of training steps. */
  public long steps() {
    return trainer.steps();
  }

  /** Number of instances kept to be replayed. */
  public int replayable() {
    return replay.size();
  }

  /** Mean loss of new instances before they were learnt from, recent ones counting more; NaN before the first step. */
  public double meanLoss() {
    return meanLoss;
  }

  /** How often training diverged, and was rolled back with a lower learning rate. */
  public int learningRateReductions() {
    return trainer.learningRateReductions();
  }

  /**
   * Learns from an instance, unless its class is missing or its weight is 0.
   *
   * @param instance not modified
   * @throws WekaException if its attributes are not those of the stream, or a value or its weight is invalid; it is
   *         then ignored
   * @throws InterruptedException if the thread was interrupted in a training step, which is then lost
   */
  public void update(Instance instance, StreamSettings settings) throws WekaException, InterruptedException {
    checkHeader(instance);
    Instance copy = (Instance) instance.copy();
    copy.setDataset(encoding.header());
    if (usable().isUsable(copy)) {
      copy.setDataset(null);
      stale |= statistics.add(copy);
      miniBatch.add(copy);
      if (steps() == 0) {
        // It predicts the prior, which is another one now.
        model = null;
      }
      while (miniBatch.size() >= settings.hyperparameters().miniBatchSize()) {
        step(settings);
      }
    }
  }

  private InstanceCheck usable() {
    if (usable == null) {
      usable = new InstanceCheck(encoding.header());
    }
    return usable;
  }

  private void checkHeader(Instance instance) throws WekaException {
    Instances data = instance.dataset();
    if (data != null && (checked == null || !checked.covers(encoding.header(), data))) {
      checked = HeaderCheck.of(encoding.header(), data);
    }
    if (instance.numAttributes() != encoding.inputs().attributes()) {
      throw new WekaException("The instance has " + instance.numAttributes() + " attributes, but the stream has "
          + encoding.inputs().attributes() + ".");
    }
  }

  /**
   * Learns from the instances that still wait for a full mini-batch.
   *
   * @throws InterruptedException if the thread was interrupted in a training step, which is then lost
   */
  public void flush(StreamSettings settings) throws InterruptedException {
    while (!miniBatch.isEmpty()) {
      step(settings);
    }
  }

  private void step(StreamSettings settings) throws InterruptedException {
    List<Instance> first =
        miniBatch.subList(0, Math.min(miniBatch.size(), settings.hyperparameters().miniBatchSize()));
    List<Instance> batch = new ArrayList<>(first);
    first.clear();
    refresh();
    model = null;
    SplittableRandom random = new SplittableRandom(settings.hyperparameters().seed() + REPLAY_SEEDS * steps());
    double loss = trainer.train(examples(batch), settings.hyperparameters());
    meanLoss = !Double.isFinite(meanLoss) ? loss : MEMORY * meanLoss + (1 - MEMORY) * loss;
    if (settings.replaysAny()) {
      replay.add(batch, settings.replayBuffer(), random);
      for (int k = 0; k < settings.replays(); k++) {
        trainer.train(examples(replay.draw(batch.size(), random)), settings.hyperparameters());
      }
    }
  }

  private void refresh() {
    if (stale) {
      encoding = statistics.encoding(encoding);
      stale = false;
    }
  }

  /**
   * A mini-batch with weights by which the sum of its gradients is their mean if all instances weigh the same. Divided
   * by its own total weight, a mini-batch of light instances would move the network as far as one of heavy ones.
   */
  private Examples examples(List<Instance> batch) {
    int classIndex = encoding.header().classIndex();
    float[][] inputs = encoding.inputs().encode(batch);
    float[][] targets = new float[inputs.length][];
    double[] weights = new double[inputs.length];
    double divisor = statistics.meanWeight() * inputs.length;
    for (int k = 0; k < inputs.length; k++) {
      targets[k] = encoding.classEncoder().target(batch.get(k).value(classIndex));
      weights[k] = batch.get(k).weight() / divisor;
    }
    return new Examples(InputRows.dense(inputs), targets, weights);
  }

  /** The model as it is now; before the first step it predicts the prior. The next steps modify its network. */
  public Model model() {
    Model current = model;
    if (current == null) {
      current = Model.of(new Member(MemberKind.SMOOTH, encodingOfNow(), networkOfNow(), null, false));
      model = current;
    }
    return current;
  }

  private DataEncoding encodingOfNow() {
    // After the first step the network belongs to the encoding that it was trained with.
    return steps() == 0 ? statistics.encoding(encoding) : encoding;
  }

  private Network networkOfNow() {
    return steps() > 0 ? trainer.average()
        : Network.constant(encoding.inputs().width(), statistics.prior(), trainer.network().loss());
  }
}
