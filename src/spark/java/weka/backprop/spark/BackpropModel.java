package weka.backprop.spark;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import weka.classifiers.Classifier;
import weka.core.Instances;

/** A trained network as a stage of Spark ML; columns are found by the names that they had in training. */
public final class BackpropModel extends Model<BackpropModel> implements MLWritable {

  @Serial
  private static final long serialVersionUID = 1L;

  /** Name of the file of Weka's model in the folder of a stage that was written. */
  public static final String FILE = "backprop.model";

  private final String uid;
  private final Param<String> labelCol;
  private final Param<String> predictionCol;
  private final Param<String> probabilityCol;
  private final BooleanParam numericLabels;
  private transient SavedScheme trained;

  /** A model without a network, as Spark's readers want it. */
  public BackpropModel(String uid) {
    this.uid = uid;
    // Parameters remember the name of their stage.
    labelCol = new Param<>(this, "labelCol", "column that was predicted in training");
    predictionCol = new Param<>(this, "predictionCol", "column of predictions");
    probabilityCol = new Param<>(this, "probabilityCol", "column of the labels' probabilities, a vector; empty: none");
    numericLabels =
        new BooleanParam(this, "numericLabels", "whether predicted labels are numbers, as those of training were");
    setDefault(labelCol, "label");
    setDefault(predictionCol, "prediction");
    setDefault(probabilityCol, "probability");
    setDefault(numericLabels, false);
  }

  BackpropModel(String uid, SavedScheme trained, boolean numbers) {
    this(uid);
    this.trained = trained;
    set(numericLabels, numbers);
  }

  @Override
  public String uid() {
    return uid;
  }

  /** The scheme, as Weka knows it. */
  public Classifier scheme() {
    return trained.scheme();
  }

  /** The attributes of the training data. */
  public Instances header() {
    return trained.header();
  }

  /** Writes a model file that Weka's Explorer opens, into any file system that Spark knows. */
  public void saveWekaModel(String file) {
    trained.write(new Files(SparkSession.active()), file, "file");
  }

  @Override
  public Dataset<Row> transform(Dataset<?> data) {
    return Scoring.run(data, trained, columns());
  }

  private PredictionColumns columns() {
    return PredictionColumns.ofSparkMl(trained.header(), getOrDefault(predictionCol), getOrDefault(probabilityCol),
        (Boolean) getOrDefault((Param<?>) numericLabels));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    RowReader.of(trained.header(), schema, false);
    return columns().addTo(schema);
  }

  @Override
  public BackpropModel copy(ParamMap extra) {
    BackpropModel copy = new BackpropModel(uid);
    copy.trained = trained;
    copyValues(copy, extra);
    copy.setParent(parent());
    return copy;
  }

  public Param<String> labelCol() {
    return labelCol;
  }

  public Param<String> predictionCol() {
    return predictionCol;
  }

  public Param<String> probabilityCol() {
    return probabilityCol;
  }

  public BooleanParam numericLabels() {
    return numericLabels;
  }

  public BackpropModel setPredictionCol(String value) {
    set(predictionCol, value);
    return this;
  }

  public BackpropModel setProbabilityCol(String value) {
    set(probabilityCol, value);
    return this;
  }

  @Override
  public MLWriter write() {
    return new Writer(this);
  }

  /** Reads a model that was written. */
  public static BackpropModel load(String path) {
    return read().load(path);
  }

  /** What reads models; PipelineModel asks for it by this name. */
  public static MLReader<BackpropModel> read() {
    return new Reader();
  }

  /** The printed model. */
  @Override
  public String toString() {
    return trained == null ? uid : trained.scheme().toString();
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    out.writeObject(trained.scheme());
    out.writeObject(trained.header());
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    trained = new SavedScheme((Classifier) in.readObject(), (Instances) in.readObject());
  }

  /** Writes Spark's own description of a stage, and Weka's model beside it. */
  private static final class Writer extends MLWriter {

    private final BackpropModel model;

    Writer(BackpropModel model) {
      this.model = model;
    }

    @Override
    public void saveImpl(String path) {
      try {
        new DefaultParamsWriter(model).save(path);
      } catch (IOException e) {
        throw new UserException("Can't write " + path + ": " + Failures.firstLine(e) + ".", e);
      }
      model.trained.write(new Files(sparkSession()), path + "/" + FILE, "path");
    }
  }

  private static final class Reader extends MLReader<BackpropModel> {

    @Override
    public BackpropModel load(String path) {
      BackpropModel model = new DefaultParamsReader<BackpropModel>().load(path);
      model.trained = SavedScheme.read(new Files(sparkSession()), path + "/" + FILE, "path");
      return model;
    }
  }
}
