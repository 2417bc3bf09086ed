package weka.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.MemberKind;
import weka.classifiers.functions.backprop.model.Model;
import weka.core.Instance;
import weka.core.Instances;

class TrainingTest {

  private final List<String> lines = new ArrayList<>();

  private static TrainingRequest request(String target, int partitions, String checkpoint, String... options) {
    return new TrainingRequest(new TrainingColumns.Choice(target, null, List.of(), Set.of()), List.of(options), "data",
        partitions, 0, -1, checkpoint, 100, 10);
  }

  private SavedScheme train(Dataset<Row> data, String target, int partitions, String... options) {
    return new Training(request(target, partitions, null, options), lines::add).run(data);
  }

  private static Instances instances(SavedScheme model, Dataset<Row> data) {
    RowReader reader = RowReader.of(model.header(), data.schema(), true);
    Instances instances = new Instances(reader.header(), 0);
    data.selectExpr(reader.select()).collectAsList().forEach(row -> instances.add(reader.read(row, 0)));
    return instances;
  }

  @Test
  void aClassifierLearnsLikeOneMachine() throws Exception {
    Dataset<Row> data = Tables.classification(4000, 1).repartition(3).cache();
    SavedScheme model = train(data, "label", 2, "-N", "20", "-K", "1");
    assertTrue(model.scheme() instanceof BackpropClassifier);
    TestReport report = TestReport.run(Tables.classification(2000, 2), model, null);
    BackpropClassifier alone = new BackpropClassifier();
    alone.setOptions(new String[] {"-N", "20", "-K", "1"});
    alone.buildClassifier(instances(model, data));
    SavedScheme other = new SavedScheme(alone, model.header());
    assertTrue(report.accuracy() > TestReport.run(Tables.classification(2000, 2), other, null).accuracy() - 0.02,
        report.toString());
    assertTrue(report.toString().startsWith("Test on 2000 rows\nAccuracy: 9"), report.toString());
    assertTrue(lines.get(0).matches("Training on \\d+ rows in 2 partitions, 5 inputs, 1 rounds an epoch."),
        lines.get(0));
    assertTrue(lines.get(1).matches("Epoch 1 of 20: loss 0.\\d+, validation loss 0.\\d+, [0-9,]+ rows a second.*"),
        lines.get(1));
    assertTrue(model.scheme().toString().contains("Epoch"), model.scheme().toString());
  }

  @Test
  void aRegressorLearnsANumericTarget() {
    SavedScheme model = train(Tables.regression(3000, 1), "z", 2, "-N", "40", "-L", "0.005");
    assertTrue(model.scheme() instanceof BackpropRegressor);
    TestReport report = TestReport.run(Tables.regression(1000, 2), model, null);
    assertTrue(report.rootMeanSquaredError() < 1, report.toString());
    assertTrue(report.toString().contains("Relative to the mean's"));
  }

  /** A line would leave the range of the training data far away from them; what is saved keeps the range as well. */
  @Test
  void aRegressorClipsItsPredictions() throws Exception {
    Dataset<Row> data = Tables.regression(1000, 1);
    Row range = data.selectExpr("min(z)", "max(z)").first();
    Dataset<Row> far = data.limit(2).withColumn("x",
        functions.expr("if(monotonically_increasing_id() = 0, -1e3, 1e3)"));
    SavedScheme free = train(data, "z", 2, "-N", "5", "-H", "0");
    assertTrue(predictions(free, far)[0] < range.getDouble(0));
    assertTrue(predictions(free, far)[1] > range.getDouble(1));
    SavedScheme clipped = train(data, "z", 2, "-N", "5", "-H", "0", "-clip");
    double[] ends = {range.getDouble(0), range.getDouble(1)};
    assertArrayEquals(ends, predictions(clipped, far));
    Files files = new Files(LocalSpark.session());
    String file = LocalSpark.folder("clip").resolve("clip.model").toUri().toString();
    clipped.write(files, file, "-d");
    assertArrayEquals(ends, predictions(SavedScheme.read(files, file, "-l"), far));
  }

  private static double[] predictions(SavedScheme model, Dataset<Row> data) {
    return Scoring.run(data.drop("z"), model, PredictionColumns.separate(model.header(), "prediction", "probability"))
        .collectAsList().stream().mapToDouble(row -> row.getDouble(row.fieldIndex("prediction"))).toArray();
  }

  /** Each prediction of Spark's is that of the scheme in Weka, to the bit. */
  @Test
  void predictionsAreThoseOfWeka() throws Exception {
    Dataset<Row> data = Tables.classification(1000, 1).coalesce(2);
    SavedScheme model = train(data, "label", 2, "-N", "2");
    List<Row> predicted = Scoring.run(data.drop("label"), model,
        PredictionColumns.separate(model.header(), "prediction", "probability")).collectAsList();
    Instances instances = instances(model, data);
    for (int i = 0; i < predicted.size(); i++) {
      Instance instance = instances.get(i);
      double[] expected = model.scheme().distributionForInstance(instance);
      Row row = predicted.get(i);
      assertArrayEquals(expected, new double[] {row.getDouble(row.fieldIndex("probability_no")),
          row.getDouble(row.fieldIndex("probability_yes"))});
      assertEquals(expected[1] > expected[0] ? "yes" : "no", row.getString(row.fieldIndex("prediction")));
    }
  }

  private static String parameters(SavedScheme model) throws Exception {
    return ((BackpropClassifier) model.scheme()).toSource("Net");
  }

  @Test
  void theSamePartitionsGiveTheSameBits() throws Exception {
    Dataset<Row> data = Tables.classification(3000, 1).repartition(5).cache();
    String once = parameters(train(data, "label", 4, "-N", "3"));
    assertEquals(once, parameters(train(data, "label", 4, "-N", "3")));
    assertNotEquals(once, parameters(train(data, "label", 3, "-N", "3")));
    assertNotEquals(once, parameters(train(data, "label", 4, "-N", "3", "-S", "2")));
  }

  private static Model model(SavedScheme saved) throws Exception {
    return ((BackpropScheme) saved.scheme()).model();
  }

  @Test
  void aCommitteeLearnsLikeThatOfOneMachine() throws Exception {
    Dataset<Row> data = Tables.classification(3000, 1).coalesce(2).cache();
    SavedScheme model = train(data, "label", 2, "-N", "10", "-K", "4");
    BackpropClassifier alone = new BackpropClassifier();
    alone.setOptions(new String[] {"-N", "10", "-K", "4"});
    alone.buildClassifier(instances(model, data));
    Dataset<Row> test = Tables.classification(2000, 2);
    TestReport report = TestReport.run(test, model, null);
    TestReport other = TestReport.run(test, new SavedScheme(alone, model.header()), null);
    assertTrue(report.accuracy() > other.accuracy() - 0.02, report + "\n" + other);
    List<Member> members = model(model).members();
    assertEquals(List.of(MemberKind.values()), members.stream().map(Member::kind).distinct().toList());
    assertEquals(1, members.stream().mapToDouble(Member::weight).sum(), 1e-12);
    assertEquals(0, members.get(3).weight(), "no line separates these labels");
    assertEquals(report.accuracy(), model(model).estimate().accuracy() / 100, 0.05);
    assertTrue(lines.contains("Network 4 of 4: Training on 2400 rows in 2 partitions, 5 inputs, 1 rounds an epoch."),
        lines.toString());
  }

  /** Each network's rows are shared, and a network's training depends on none before it. */
  @Test
  void aCommitteeResumesFromACheckpoint() throws Exception {
    Path folder = LocalSpark.folder("committee");
    Dataset<Row> data = Tables.regression(2000, 1).coalesce(2).cache();
    String[] options = {"-N", "3", "-K", "5", "-H", "4"};
    TrainingRequest request = request("z", 2, folder.toUri().toString(), options);
    assertThrows(IllegalStateException.class, () -> new Training(request, line -> {
      if (line.startsWith("Network 5 of 5: Epoch 2")) {
        throw new IllegalStateException("lost");
      }
    }).run(data));
    SavedScheme model = new Training(request, lines::add).run(data);
    // The fifth network trains on the same rows as the first and the fourth, so it follows them.
    assertTrue(lines.contains("Network 1 of 5: Training resumes after epoch 3 (option -checkpoint)."),
        lines.toString());
    assertTrue(lines.contains("Network 4 of 5: Training resumes after epoch 3 (option -checkpoint)."),
        lines.toString());
    assertTrue(lines.contains("Network 5 of 5: Training resumes after epoch 1 (option -checkpoint)."),
        lines.toString());
    assertTrue(lines.stream().noneMatch(line -> line.matches("Network 5 of 5: Epoch 1.*")), lines.toString());
    try (Stream<Path> left = java.nio.file.Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
    assertArrayEquals(predictions(train(data, "z", 2, options), data), predictions(model, data));
  }

  /** What the network held out says how wrong it is. */
  @Test
  void aRegressorKnowsItsErrors() throws Exception {
    Dataset<Row> noisy = Tables.regression(3000, 1).withColumn("z", functions.expr("z + 3 * randn(1)")).coalesce(2)
        .cache();
    SavedScheme model = train(noisy, "z", 2, "-N", "30");
    assertEquals(3, model(model).estimate().rootMeanSquaredError(), 0.4);
    Instances instances = instances(model, noisy);
    int covered = 0;
    for (Instance instance : instances) {
      double[] interval = ((BackpropRegressor) model.scheme()).predictIntervals(instance, 0.9)[0];
      covered += interval[0] <= instance.classValue() && instance.classValue() <= interval[1] ? 1 : 0;
    }
    assertEquals(0.9, covered / (double) instances.size(), 0.03);
  }

  @Test
  void vectorsStaySparseAndWeightsCount() {
    Dataset<Row> numbers = LocalSpark.session().range(2000).selectExpr("cast(id % 2 as double) as label",
        "cast(1 + id % 3 as double) as w", "id % 50 as at");
    Dataset<Row> data = numbers.select(functions.col("label"), functions.col("w"),
        functions.udf((UDF2<Long, Double, Vector>) (at, label) -> Vectors.sparse(60, new int[] {
            (int) (at + 5 * label)}, new double[] {1 + label}),
            SQLDataTypes.VectorType()).apply(functions.col("at"), functions.col("label"))
            .as("features"));
    SavedScheme model = new Training(new TrainingRequest(new TrainingColumns.Choice("label", "w", List.of(),
        Set.of("label")), List.of("-N", "30", "-B", "8"), "data", 2, 0, -1, null, 100, 10), lines::add).run(data);
    assertEquals(61, model.header().numAttributes());
    TestReport report = TestReport.run(data, model, "w");
    assertTrue(report.accuracy() > 0.9, report.toString());
  }

  private static String complaint(Runnable runnable) {
    return assertThrows(UserException.class, runnable::run).getMessage();
  }

  @Test
  void dataThatHoldNothingToLearnAreTold() {
    Dataset<Row> one = Tables.classification(100, 1).withColumn("label", functions.lit("yes"));
    assertEquals("The target 'label' has the label 'yes' alone, so there is nothing to learn. Name another column "
        + "(option -c).", complaint(() -> train(one, "label", 2)));
    Dataset<Row> none = one.withColumn("label", functions.expr("cast(null as string)"));
    assertEquals("The target 'label' has no values. Name another column (option -c).",
        complaint(() -> train(none, "label", 2)));
    // Where only the inputs are constant, the model predicts how frequent the labels are.
    Dataset<Row> constant = Tables.classification(100, 1).select("label").withColumn("x", functions.lit(1));
    assertTrue(TestReport.run(constant, train(constant, "label", 2), null).accuracy() > 0.5);
    Dataset<Row> gaps = Tables.frame(100, 1).withColumn("z", functions.expr("cast(null as double)"));
    assertEquals("No instance to train with: none of the 100 training instances has a class value and a weight greater "
        + "than 0.", complaint(() -> train(gaps, "z", 2)));
    // A column without values contributes nothing.
    Dataset<Row> gap = Tables.classification(300, 1).withColumn("y", functions.expr("cast(null as double)"));
    assertTrue(train(gap, "label", 1, "-N", "2").scheme().toString().length() > 0);
  }

  @Test
  void invalidOptionsAndValuesAreTold() {
    Dataset<Row> data = Tables.classification(100, 1);
    assertTrue(complaint(() -> train(data, "label", 2, "-L", "-2")).contains("-L"));
    assertTrue(complaint(() -> train(data.withColumn("x", functions.expr("cast('Infinity' as double)")), "label", 2))
        .contains("'x'"));
    assertTrue(complaint(() -> train(Tables.regression(500, 1), "z", 2, "-L", "1e30", "-I", "NONE"))
        .startsWith("Training diverged"));
  }

  @Test
  void trainingResumesFromACheckpoint() throws IOException {
    Path folder = LocalSpark.folder("checkpoint");
    Dataset<Row> data = Tables.classification(2000, 1).coalesce(2).cache();
    TrainingRequest request = request("label", 2, folder.toUri().toString(), "-N", "4");
    // The driver is lost after its second epoch.
    assertThrows(IllegalStateException.class, () -> new Training(request, line -> {
      if (line.startsWith("Epoch 3")) {
        throw new IllegalStateException("lost");
      }
    }).run(data));
    SavedScheme model = new Training(request, lines::add).run(data);
    assertTrue(lines.contains("Training resumes after epoch 2 (option -checkpoint)."));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("Epoch 4 of 4")));
    assertEquals(model.scheme().toString().replaceAll("(?m)^.*econd.*$", ""),
        train(data, "label", 2, "-N", "4").scheme().toString().replaceAll("(?m)^.*econd.*$", ""));
  }
}
