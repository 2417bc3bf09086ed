package weka.backprop.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import weka.classifiers.Classifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** How well a model predicts data: weighted sums over their rows, added up in the order of the partitions. */
final class TestReport implements Serializable {

  @Serial
  private static final long serialVersionUID = 1L;

  /** Rows that are predicted at once. */
  private static final int BLOCK = 256;
  /** Least probability that is charged for, so that one confident mistake isn't infinitely bad. */
  private static final double LEAST = 1e-15;

  private final boolean nominal;
  private long rows;
  private double weight;
  /** Weight of the rows predicted right. */
  private double correct;
  private double logLoss;
  private double absoluteError;
  private double squaredError;
  private double sum;
  private double squares;

  private TestReport(boolean nominal) {
    this.nominal = nominal;
  }

  /**
   * Tests a model; rows without a class, or with a label that training didn't know, don't count.
   *
   * @param weightColumn null: each row weighs 1
   * @throws UserException if a column is missing
   */
  static TestReport run(Dataset<?> data, SavedScheme model, String weightColumn) {
    RowReader reader = RowReader.ofTraining(model.header(), data.schema(), weightColumn);
    Broadcast<byte[]> scheme = JavaSparkContext.fromSparkContext(data.sparkSession().sparkContext())
        .broadcast(model.bytes());
    Jobs.describe(data.sparkSession(), "backprop: test");
    TestReport total = new TestReport(model.header().classAttribute().isNominal());
    boolean nominal = total.nominal;
    List<TestReport> parts = Jobs.run(() -> data.selectExpr(reader.select()).javaRDD()
        .mapPartitions(rows -> List.of(test(rows, reader, SavedScheme.scheme(scheme.value()), nominal)).iterator())
        .collect());
    parts.forEach(total::add);
    return total;
  }

  private static TestReport test(Iterator<Row> rows, RowReader reader, Classifier scheme, boolean nominal) {
    TestReport report = new TestReport(nominal);
    int labels = reader.header().numClasses();
    while (rows.hasNext()) {
      Instances block = new Instances(reader.header(), BLOCK);
      for (int k = 0; k < BLOCK && rows.hasNext(); k++) {
        Instance instance = reader.read(rows.next(), 0);
        if (!instance.classIsMissing() && !(nominal && instance.classValue() >= labels) && instance.weight() > 0) {
          block.add(instance);
        }
      }
      double[][] predicted = Scoring.distributions(scheme, block);
      for (int k = 0; k < predicted.length; k++) {
        report.add(block.get(k), predicted[k]);
      }
    }
    return report;
  }

  private void add(Instance instance, double[] predicted) {
    double actual = instance.classValue();
    double w = instance.weight();
    rows++;
    weight += w;
    if (nominal) {
      correct += Utils.maxIndex(predicted) == (int) actual ? w : 0;
      logLoss -= w * Math.log(Math.max(LEAST, predicted[(int) actual]));
    } else {
      double error = predicted[0] - actual;
      absoluteError += w * Math.abs(error);
      squaredError += w * error * error;
      sum += w * actual;
      squares += w * actual * actual;
    }
  }

  private void add(TestReport other) {
    rows += other.rows;
    weight += other.weight;
    correct += other.correct;
    logLoss += other.logLoss;
    absoluteError += other.absoluteError;
    squaredError += other.squaredError;
    sum += other.sum;
    squares += other.squares;
  }

  /** Part of the rows that is predicted right, by weight. */
  double accuracy() {
    return correct / weight;
  }

  /** Mean of -ln of the probability of the label that was right. */
  double logLoss() {
    return logLoss / weight;
  }

  /** Square root of the mean squared error. */
  double rootMeanSquaredError() {
    return Math.sqrt(squaredError / weight);
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>(List.of("Test on " + rows + " rows"));
    if (rows > 0 && nominal) {
      lines.add(String.format(Locale.ROOT, "Accuracy: %.4f %%", 100 * accuracy()));
      lines.add(String.format(Locale.ROOT, "Log loss: %.5f", logLoss()));
    } else if (rows > 0) {
      double variance = Math.max(0, squares / weight - sum / weight * (sum / weight));
      lines.add(String.format(Locale.ROOT, "Mean absolute error: %.6g", absoluteError / weight));
      lines.add(String.format(Locale.ROOT, "Root mean squared error: %.6g", rootMeanSquaredError()));
      lines.add(String.format(Locale.ROOT, "Relative to the mean's: %.2f %%",
          100 * rootMeanSquaredError() / Math.sqrt(variance)));
    }
    return String.join("\n", lines);
  }
}
