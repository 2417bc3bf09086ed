package weka.backprop.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.NominalClass;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.encode.StatisticsScan;
import weka.classifiers.functions.backprop.session.DistributedBuild;
import weka.classifiers.functions.backprop.train.DivergedException;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.Rounds;
import weka.classifiers.functions.backprop.train.Trainer;
import weka.classifiers.functions.backprop.train.TrainingState;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** A training from a DataFrame to a scheme of Weka's: attributes, statistics, encoded rows, epochs. */
final class Training {

  /** Steps of an epoch that a partition should have at least, where their number isn't the user's choice. */
  private static final int STEPS = 150;

  private final TrainingRequest request;
  private final Consumer<String> log;

  /**
   * A training.
   *
   * @param log is told of each epoch
   */
  Training(TrainingRequest request, Consumer<String> log) {
    this.request = request;
    this.log = log;
    keepWekaToItself();
  }

  /** Weka would make its folder in the user's home, and look for packages on the net. */
  private static void keepWekaToItself() {
    if (System.getProperty("WEKA_HOME") == null && System.getenv("WEKA_HOME") == null) {
      System.setProperty("WEKA_HOME", Path.of(System.getProperty("java.io.tmpdir"), "backprop-weka").toString());
    }
    System.setProperty("weka.packageManager.offline", "true");
  }

  /**
   * Trains.
   *
   * @throws UserException if a column, an option or a value is invalid, or training diverged
   */
  SavedScheme run(Dataset<?> data) {
    SparkSession session = data.sparkSession();
    Executors.await(session, request.patienceSeconds());
    try {
      Instances header = new TrainingColumns(data.schema(), request.columns()).header(data, request.relation(),
          request.mostLabels());
      requireLabels(header.classAttribute());
      BackpropScheme scheme = header.classAttribute().isNominal() ? new BackpropClassifier() : new BackpropRegressor();
      scheme.setOptions(request.schemeOptions().toArray(String[]::new));
      DistributedBuild build = scheme.distributedBuild(header);
      RowReader reader = RowReader.ofTraining(header, data.schema(), request.columns().weight());
      JavaRDD<Row> rows = data.selectExpr(reader.select()).javaRDD();
      train(session, scheme, build, reader, rows);
      return new SavedScheme(scheme, header.stringFreeStructure());
    } catch (RuntimeException e) {
      throw Failures.explain(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("Training was interrupted.", e);
    } catch (Exception e) {
      throw new UserException(Failures.firstLine(e) + ".", e);
    } finally {
      Jobs.describe(session, null);
    }
  }

  private static NumericClass numericClass(BackpropScheme scheme, StatisticsScan scan) {
    NumericClass encoder = NumericClass.of(scan);
    boolean clips = scheme instanceof BackpropRegressor regressor && regressor.getClipPredictions();
    return clips ? encoder.clipped() : encoder;
  }

  private static void requireLabels(Attribute target) {
    if (target.isNominal() && target.numValues() < 2) {
      throw new UserException("The target '" + target.name() + "' has " + (target.numValues() == 0 ? "no values"
          : "the label '" + target.value(0) + "' alone, so there is nothing to learn")
          + ". Name another column (option -c).");
    }
  }

  private void train(SparkSession session, BackpropScheme scheme, DistributedBuild build, RowReader reader,
      JavaRDD<Row> rows) throws Exception {
    List<Instance> sample = new ArrayList<>();
    StatisticsScan scan = new StatisticsJobs(reader).run(session, rows, sample);
    Instances header = reader.header();
    boolean nominal = header.classAttribute().isNominal();
    ClassEncoder classEncoder = nominal ? new NominalClass(header.numClasses()) : numericClass(scheme, scan);
    InputEncoder inputs = InputEncoder.fit(scan, sample, build.inputEncoding());
    DataEncoding encoding = new DataEncoding(header, inputs, classEncoder);
    if (!encoding.varies()) {
      scheme.setTrainedModel(build.constant(encoding,
          nominal ? NominalClass.prior(scan.labelWeights(), scan.totalWeight()) : new float[1]));
      return;
    }
    double heldOut = build.percentHeldOut(scan.instances());
    int partitions = partitions(session, build.hyperparameters(), scan.instances(), heldOut);
    boolean balances = scheme instanceof BackpropClassifier classifier && classifier.getBalanceClasses();
    Broadcast<DataEncoding> shared = JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(encoding);
    JavaRDD<RowBlock> blocks = new EncodedRows(reader, shared, partitions, build.hyperparameters().seed(), heldOut,
        balances ? scan.labelWeights() : null, scan.totalWeight()).run(rows);
    SparkCluster cluster = new SparkCluster(session, blocks, nominal ? header.numClasses() : 0);
    try {
      long training = Math.round(scan.instances() * (1 - heldOut / 100));
      scheme.setTrainedModel(build.finish(encoding, epochs(session, build, encoding, cluster, training)));
    } finally {
      cluster.close();
      blocks.unpersist(false);
      shared.destroy();
    }
  }

  /** As many as the cluster has cores, but each with enough mini-batches. */
  private int partitions(SparkSession session, Hyperparameters hyperparameters, long instances, double heldOut) {
    int cores = session.sparkContext().defaultParallelism();
    long steps = Math.round(instances * (1 - heldOut / 100) / Math.max(1, hyperparameters.miniBatchSize()));
    if (request.partitions() == 0) {
      return (int) Math.max(1, Math.min(cores, steps / STEPS));
    }
    if (request.partitions() > 1 && steps / request.partitions() < STEPS / 3) {
      log.accept(String.format(Locale.ROOT, "Warning: each of the %d partitions has only %d mini-batches in an epoch, "
          + "so the network will be worse than that of one machine. Use fewer partitions (option -partitions) or "
          + "smaller mini-batches (option -B behind --).", request.partitions(), steps / request.partitions()));
    }
    return request.partitions();
  }

  private TrainingState epochs(SparkSession session, DistributedBuild build, DataEncoding encoding,
      SparkCluster cluster, long rows) throws Exception {
    Hyperparameters hyperparameters = build.hyperparameters();
    Checkpoints checkpoints = new Checkpoints(new Files(session), request, encoding, cluster.partitions());
    TrainingState state = checkpoints.read();
    if (state == null) {
      state = build.begin(encoding);
    } else {
      log.accept("Training resumes after epoch " + state.history().size() + " (option -checkpoint).");
      hyperparameters = hyperparameters.with(checkpoints.rest(state, hyperparameters.stopping()));
    }
    if (hyperparameters.stopping().epochs() == 0 || state.history().end() != History.End.EPOCHS) {
      return state;
    }
    long batch = hyperparameters.miniBatchSize() == 0 ? rows : hyperparameters.miniBatchSize();
    Rounds usual = Rounds.suiting(cluster.partitions(), (int) (rows / cluster.partitions() / Math.max(1, batch)));
    Rounds rounds = new Rounds(request.rounds() > 0 ? request.rounds() : usual.perEpoch(),
        request.momentum() >= 0 ? request.momentum() : usual.momentum(), usual.rateFactor());
    log.accept(String.format(Locale.ROOT, "Training on %d rows in %d partitions, %d inputs, %d rounds an epoch.", rows,
        cluster.partitions(), encoding.inputs().width(), rounds.perEpoch()));
    Progress progress = new Progress(session, log, rounds.perEpoch(), rows, state, checkpoints);
    try {
      Trainer.onCluster(state, cluster, rounds, hyperparameters, progress).train();
    } catch (DivergedException e) {
      throw new UserException(build.explain(e), e);
    }
    checkpoints.delete();
    return state;
  }
}
