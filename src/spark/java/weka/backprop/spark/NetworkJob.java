package weka.backprop.spark;

import java.util.Locale;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.session.DistributedBuild;
import weka.classifiers.functions.backprop.session.NetworkPlan;
import weka.classifiers.functions.backprop.train.DivergedException;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.Rounds;
import weka.classifiers.functions.backprop.train.Trainer;
import weka.classifiers.functions.backprop.train.TrainingState;

/** The training of one network of a build, from its checkpoint if there is one. */
final class NetworkJob {

  private final SparkSession session;
  private final TrainingRequest request;
  private final DistributedBuild build;
  private final NetworkPlan plan;
  private final int network;
  private final DataEncoding encoding;
  /** What its jobs and its checkpoint are called. */
  private final String name;
  private final Consumer<String> log;
  private Checkpoints checkpoints;
  private TrainingState state;

  /**
   * The training of a network.
   *
   * @param network number of it, counted from 0
   * @param log is told of each epoch
   */
  NetworkJob(SparkSession session, TrainingRequest request, DistributedBuild build, int network, DataEncoding encoding,
      Consumer<String> log) {
    this.session = session;
    this.request = request;
    this.build = build;
    this.network = network;
    this.encoding = encoding;
    plan = build.plans().get(network);
    int networks = build.plans().size();
    name = networks == 1 ? "backprop" : "backprop-" + (network + 1);
    this.log = networks == 1 ? log
        : line -> log.accept("Network " + (network + 1) + " of " + networks + ": " + line);
  }

  /** The encoding of its inputs. */
  DataEncoding encoding() {
    return encoding;
  }

  /** The state after its last epoch. */
  TrainingState state() {
    return state;
  }

  /** Forgets how far it came. */
  void deleteCheckpoint() {
    checkpoints.delete();
  }

  /**
   * Trains.
   *
   * @param blocks of rows encoded for it
   * @param rows that an epoch trains on
   */
  void run(JavaRDD<RowBlock> blocks, long rows) throws Exception {
    int labels = encoding.classAttribute().isNominal() ? encoding.classEncoder().outputs() : 0;
    SparkCluster cluster = new SparkCluster(session, blocks, labels, plan.group());
    checkpoints = new Checkpoints(new Files(session), request, name, encoding, cluster.partitions());
    try {
      train(cluster, rows);
    } finally {
      cluster.close();
    }
  }

  private void train(SparkCluster cluster, long rows) throws Exception {
    Hyperparameters hyperparameters = plan.hyperparameters();
    state = checkpoints.read();
    if (state == null) {
      state = build.begin(network, encoding);
    } else {
      log.accept("Training resumes after epoch " + state.history().size() + " (option -checkpoint).");
      hyperparameters = hyperparameters.with(checkpoints.rest(state, hyperparameters.stopping()));
    }
    if (hyperparameters.stopping().epochs() == 0 || state.history().end() != History.End.EPOCHS) {
      return;
    }
    Rounds rounds = rounds(cluster.partitions(), rows);
    log.accept(String.format(Locale.ROOT, "Training on %d rows in %d partitions, %d inputs, %d rounds an epoch.", rows,
        cluster.partitions(), encoding.inputs().width(), rounds.perEpoch()));
    Progress progress = new Progress(session, log, name, rounds.perEpoch(), rows, state, checkpoints);
    try {
      Trainer.onCluster(state, cluster, rounds, hyperparameters, progress).train();
    } catch (DivergedException e) {
      throw new UserException(build.explain(e), e);
    }
  }

  /** Those of the request, or what suits the mini-batches of a partition. */
  private Rounds rounds(int partitions, long rows) {
    int size = plan.hyperparameters().miniBatchSize();
    long batch = size == 0 ? rows : size;
    Rounds usual = Rounds.suiting(partitions, (int) (rows / partitions / Math.max(1, batch)));
    // The automatic learning rate of several networks is ten times that of one; with a higher one they were worse.
    double rateFactor = build.plans().size() == 1 ? usual.rateFactor() : 1;
    return new Rounds(request.rounds() > 0 ? request.rounds() : usual.perEpoch(),
        request.momentum() >= 0 ? request.momentum() : usual.momentum(), rateFactor);
  }
}
