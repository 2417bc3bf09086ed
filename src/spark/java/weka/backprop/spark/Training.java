package weka.backprop.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.NominalClass;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.encode.RandomFolds;
import weka.classifiers.functions.backprop.encode.StatisticsScan;
import weka.classifiers.functions.backprop.session.DistributedBuild;
import weka.classifiers.functions.backprop.train.TrainingState;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** A training from a DataFrame to a scheme of Weka's: attributes, statistics, encoded rows, epochs. */
final class Training {

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
      scheme.checkOptions();
      RowReader reader = RowReader.ofTraining(header, data.schema(), request.columns().weight());
      JavaRDD<Row> rows = data.selectExpr(reader.select()).javaRDD();
      train(session, scheme, reader, rows);
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

  private void train(SparkSession session, BackpropScheme scheme, RowReader reader, JavaRDD<Row> rows)
      throws Exception {
    Instances header = reader.header();
    StatisticsJobs.Result statistics = new StatisticsJobs(reader, scheme.getSeed()).run(session, rows);
    StatisticsScan scan = statistics.scan();
    DistributedBuild build = scheme.distributedBuild(header, scan.instances());
    List<List<Instance>> sample = divide(statistics.sample(), build.folds(), header);
    boolean nominal = header.classAttribute().isNominal();
    ClassEncoder classEncoder = nominal ? new NominalClass(header.numClasses()) : numericClass(scheme, scan);
    List<DataEncoding> encodings = build.encodings(header, scan, classEncoder, sample);
    if (!encodings.get(0).varies()) {
      scheme.setTrainedModel(build.constant(encodings.get(0),
          nominal ? NominalClass.prior(scan.labelWeights(), scan.totalWeight()) : new float[1]));
      return;
    }
    NetworkJobs jobs = new NetworkJobs(session, request, build, scan.instances(), log);
    boolean balances = scheme instanceof BackpropClassifier classifier && classifier.getBalanceClasses();
    EncodedRows encoded = new EncodedRows(reader, jobs.partitions(), scheme.getSeed(), build.folds(),
        balances ? scan.labelWeights() : null, scan.totalWeight());
    List<TrainingState> states = jobs.run(encodings, encoded, rows);
    scheme.setTrainedModel(build.finish(encodings, states, sample, encoded.weight()));
  }

  /** A sample's instances by fold. */
  private static List<List<Instance>> divide(List<RowSample.Sampled> sample, RandomFolds folds, Instances header) {
    List<List<Instance>> divided = new ArrayList<>();
    for (int fold = 0; fold <= folds.count(); fold++) {
      divided.add(new ArrayList<>());
    }
    sample.forEach(row -> divided.get(folds.of(row.heldOut())).add(row.instance(header)));
    return divided;
  }
}
