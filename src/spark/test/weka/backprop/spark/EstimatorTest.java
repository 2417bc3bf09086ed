package weka.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The stage of Spark ML, as its users use stages. */
class EstimatorTest {

  private static BackpropEstimator estimator() {
    return new BackpropEstimator().setTask(BackpropEstimator.CLASSIFICATION).setNumPartitions(1).setMaxIter(4)
        .setHiddenLayers("8").setStepSize(0.02).setOptions("-B 8");
  }

  /** Numbers in a vector, and labels as numbers, as Spark ML's own classifiers want them. */
  private static PipelineStage[] stages(BackpropEstimator estimator) {
    return new PipelineStage[] {
        new StringIndexer().setInputCol("answer").setOutputCol("label"),
        new VectorAssembler().setInputCols(new String[] {"x", "z"}).setOutputCol("features"), estimator};
  }

  private static Dataset<Row> data() {
    return Tables.frame(600, 1).withColumnRenamed("label", "answer").coalesce(2).cache();
  }

  @Test
  void aPipelineIsTrainedWrittenReadAndUsed() throws IOException {
    Path folder = LocalSpark.folder("pipeline");
    Pipeline pipeline = new Pipeline().setStages(stages(estimator()));
    pipeline.write().save(folder.resolve("untrained").toString());
    PipelineModel model = Pipeline.load(folder.resolve("untrained").toString()).fit(data());
    model.write().save(folder.resolve("trained").toString());
    PipelineModel read = PipelineModel.load(folder.resolve("trained").toString());
    List<Row> expected = model.transform(data()).select("prediction", "probability").collectAsList();
    assertEquals(expected, read.transform(data()).select("prediction", "probability").collectAsList());
    Vector probability = expected.get(0).getAs("probability");
    assertEquals(1, probability.apply(0) + probability.apply(1), 1e-9);
    assertEquals(probability.argmax(), (int) expected.get(0).getDouble(0));
    MulticlassClassificationEvaluator accuracy = new MulticlassClassificationEvaluator().setMetricName("accuracy");
    assertTrue(accuracy.evaluate(model.transform(data())) > 0.6);
  }

  @Test
  void crossValidationChoosesParameters() throws IOException {
    BackpropEstimator estimator = estimator();
    ParamMap[] grid = new ParamGridBuilder().addGrid(estimator.stepSize(), new double[] {1e-7, 0.01}).build();
    CrossValidatorModel model = new CrossValidator().setEstimator(new Pipeline().setStages(stages(estimator)))
        .setEvaluator(new MulticlassClassificationEvaluator().setMetricName("logLoss")).setEstimatorParamMaps(grid)
        .setNumFolds(2).fit(data());
    assertTrue(model.avgMetrics()[1] < model.avgMetrics()[0]);
    assertEquals(1, model.avgMetrics().length - 1);
  }

  @Test
  void columnsOfAnyKindAreNamedOneByOne() throws IOException {
    Path folder = LocalSpark.folder("model");
    BackpropModel model = new BackpropEstimator().setInputCols(new String[] {"x", "y", "colour"}).setLabelCol("label")
        .setNumPartitions(2).setMaxIter(2).setPredictionCol("answer").setProbabilityCol("").fit(Tables.frame(500, 1));
    assertEquals(4, model.header().numAttributes());
    Dataset<Row> predicted = model.transform(Tables.frame(100, 2).drop("label"));
    assertEquals(predicted.schema(), model.transformSchema(Tables.frame(1, 2).drop("label").schema()));
    assertTrue(List.of("yes", "no").contains(predicted.first().getString(predicted.schema().fieldIndex("answer"))));
    model.saveWekaModel(folder.resolve("net.model").toUri().toString());
    assertEquals(model.toString(), SavedScheme.read(new Files(LocalSpark.session()),
        folder.resolve("net.model").toUri().toString(), "-l").scheme().toString());
  }

  @Test
  void mistakesAreTold() {
    assertEquals("The data have no column 'features' for inputs (option -columns). They have 'x', 'y', 'colour', "
        + "'label', 'z'.", complaint(new BackpropEstimator()));
    assertEquals("Parameter task is clustering, but must be auto, classification or regression.",
        complaint(new BackpropEstimator().setTask("clustering")));
    assertEquals("The data have a column 'z' already, which predictions would be written to. Rename or drop it.",
        complaint(new BackpropEstimator().setInputCols(new String[] {"x"}).setPredictionCol("z")));
  }

  private static String complaint(BackpropEstimator estimator) {
    return assertThrows(UserException.class, () -> estimator.transformSchema(Tables.SCHEMA)).getMessage();
  }
}
