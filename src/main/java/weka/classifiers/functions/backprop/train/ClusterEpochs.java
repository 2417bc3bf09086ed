package weka.classifiers.functions.backprop.train;

import java.io.Serializable;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Network;

/**
 * Epochs on a cluster: local training of every partition from the same state, and averages in rounds (local SGD: Stich,
 * 2019) with the optimizer's state averaged too and momentum from average to average (SlowMo: Wang et al., 2020). The
 * same partitions give the same result, bit for bit, in whatever order and however often the cluster runs its tasks;
 * one partition gives that of this machine alone.
 */
final class ClusterEpochs implements Epochs {

  private final TrainingState state;
  private final Cluster cluster;
  private final Rounds rounds;
  private final Hyperparameters hyperparameters;
  private final NetworkShape shape;
  private final Survey survey;
  /** The state as it is, and u, the momentum of its parameters; null if not known. */
  private FlatState latest;
  private float[] velocity;
  private double validationScore;
  private int epoch;

  ClusterEpochs(TrainingState state, Cluster cluster, Rounds rounds, Hyperparameters hyperparameters)
      throws InterruptedException {
    this.state = state;
    this.cluster = cluster;
    this.rounds = rounds;
    this.hyperparameters = hyperparameters;
    shape = new NetworkShape(state.network());
    survey = new Survey();
    cluster.run(new SurveyTask(shape), latest(), survey::add);
  }

  /** What can be said of the data without the network's parameters. */
  static final class Survey implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LossSum ofZeros = new LossSum();
    private final Prior prior = new Prior();
    private boolean validates;
    private long fingerprint;

    private void add(Survey other) {
      ofZeros.add(other.ofZeros);
      prior.add(other.prior);
      validates |= other.validates;
      fingerprint = Long.rotateLeft(fingerprint, 1) + other.fingerprint;
    }
  }

  /** Surveys a partition's data. */
  private record SurveyTask(NetworkShape shape) implements ShardTask<Survey> {

    private static final long serialVersionUID = 1L;

    @Override
    public Survey run(int partition, FlatState state, Shard shard) {
      Survey survey = new Survey();
      Examples training = shard.training();
      survey.validates = shard.validation().size() > 0;
      survey.prior.add(training);
      survey.fingerprint = Long.rotateLeft(training.fingerprint(), 1) + shard.validation().fingerprint();
      if (training.size() > 0) {
        survey.ofZeros.add(new MeanLoss(shape.network(), training, 1).ofZeros());
      }
      return survey;
    }
  }

  /** Losses of a partition's examples, those that are held out or those that are trained on. */
  private record LossTask(NetworkShape shape, boolean heldOut) implements ShardTask<LossSum> {

    private static final long serialVersionUID = 1L;

    @Override
    public LossSum run(int partition, FlatState flat, Shard shard) throws InterruptedException {
      Examples examples = heldOut ? shard.validation() : shard.training();
      if (examples.size() == 0) {
        return new LossSum();
      }
      Network network = shape.network();
      flat.copyTo(network);
      try (Workers workers = new Workers(1, 1)) {
        return new MeanLoss(network, examples, 1).ofAll(workers);
      }
    }
  }

  /** The same by a network whose weighted sums are always the same. */
  private record ConstantLossTask(NetworkShape shape, boolean heldOut, float[] sums) implements ShardTask<LossSum> {

    private static final long serialVersionUID = 1L;

    @Override
    public LossSum run(int partition, FlatState flat, Shard shard) {
      Examples examples = heldOut ? shard.validation() : shard.training();
      return examples.size() == 0 ? new LossSum() : new MeanLoss(shape.network(), examples, 1).ofConstant(sums);
    }
  }

  /** Losses of a sample of a partition's training data. */
  static final class SampleLosses implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LossSum network = new LossSum();
    private final LossSum zeros = new LossSum();

    private void add(SampleLosses other) {
      network.add(other.network);
      zeros.add(other.zeros);
    }
  }

  /** Losses of the instances that an epoch began with. */
  private record SampleTask(NetworkShape shape, Hyperparameters hyperparameters, int epoch)
      implements ShardTask<SampleLosses> {

    private static final long serialVersionUID = 1L;

    @Override
    public SampleLosses run(int partition, FlatState flat, Shard shard) {
      SampleLosses losses = new SampleLosses();
      if (shard.training().size() > 0) {
        TrainingState state = shape.state(flat, hyperparameters.optimizer());
        EpochPass pass = new EpochPass(state, shard.training(), hyperparameters.ofPartition(partition));
        pass.shuffle(epoch);
        int size = Math.min(MeanLoss.BLOCK, shard.training().size());
        MeanLoss loss = new MeanLoss(state.network(), shard.training(), 1);
        losses.network.add(loss.of(pass.order(), size));
        losses.zeros.add(loss.ofZeros(pass.order(), size));
      }
      return losses;
    }
  }

  private FlatState latest() {
    if (latest == null) {
      latest = FlatState.copyOf(state);
    }
    return latest;
  }

  @Override
  public void open() {
    // The cluster is the caller's.
  }

  @Override
  public void close() {
    // The cluster is the caller's.
  }

  @Override
  public void restart() {
    latest = null;
    velocity = null;
  }

  @Override
  public Losses train(int epoch, double learningRate, Continuation continuation) throws InterruptedException {
    this.epoch = epoch;
    LossSum all = new LossSum();
    LossSum first = new LossSum();
    boolean continues = true;
    for (int round = 0; round < rounds.perEpoch() && continues; round++) {
      Average average = new Average();
      cluster.run(new LocalRound(shape, hyperparameters, epoch, learningRate * rounds.rateFactor(), round,
          rounds.perEpoch()), latest(), result -> {
            all.add(result.losses());
            first.add(result.first());
            if (result.state() != null) {
              average.add(result.state(), result.losses().weight());
            }
          });
      step(average);
      continues = continuation.test((round + 1.0) / rounds.perEpoch());
    }
    return new Losses(all.mean(), first.mean());
  }

  /** u ← β u + (mean - p), p ← p + u; the optimizer's state becomes its mean. */
  private void step(Average average) {
    if (average.isEmpty()) {
      // There are fewer mini-batches than rounds.
      return;
    }
    FlatState mean = average.mean();
    if (rounds.momentum() > 0) {
      float[] before = latest().values()[0];
      float[] p = mean.values()[0].clone();
      velocity = velocity == null ? new float[p.length] : velocity;
      float beta = (float) rounds.momentum();
      for (int i = 0; i < p.length; i++) {
        velocity[i] = beta * velocity[i] + (p[i] - before[i]);
        p[i] = before[i] + velocity[i];
      }
      mean = mean.withParameters(p);
    }
    latest = mean;
    latest.copyTo(state);
  }

  @Override
  public boolean validates() {
    return survey.validates;
  }

  @Override
  public double trainingLoss() throws InterruptedException {
    return sum(new LossTask(shape, false)).mean();
  }

  @Override
  public double validationLoss() throws InterruptedException {
    LossSum losses = sum(new LossTask(shape, true));
    validationScore = state.network().loss().output().ofMean(losses.meanScore());
    return losses.mean();
  }

  @Override
  public double validationScore() {
    return validationScore;
  }

  private LossSum sum(ShardTask<LossSum> task) throws InterruptedException {
    LossSum losses = new LossSum();
    cluster.run(task, latest(), losses::add);
    return losses;
  }

  @Override
  public Sample sample() throws InterruptedException {
    SampleLosses losses = new SampleLosses();
    cluster.run(new SampleTask(shape, hyperparameters, epoch), latest(), losses::add);
    return new Sample(losses.network.mean(), losses.zeros.mean());
  }

  @Override
  public double lossOfZeros() {
    return survey.ofZeros.mean();
  }

  @Override
  public double priorLoss() throws InterruptedException {
    return sum(new ConstantLossTask(shape, validates(), survey.prior.sums(state.network().loss().output()))).mean();
  }

  @Override
  public long fingerprint() {
    return survey.fingerprint;
  }
}
