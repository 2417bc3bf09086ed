package weka.backprop.spark;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.core.Utils;

/**
 * Trains a network as a stage of Spark ML: on a vector column, or on any columns of numbers, strings, dates and
 * vectors ({@code inputCols}). Parameters have the names that Spark ML gives them; those of the network that have none
 * there stand in {@code options}, as on Weka's command line.
 */
public final class BackpropEstimator extends Estimator<BackpropModel> implements DefaultParamsWritable {

  @Serial
  private static final long serialVersionUID = 1L;

  /** By the label's type: numbers are predicted by regression, others by classification. */
  public static final String AUTO = "auto";
  /** The label is a label, even if it is a number. */
  public static final String CLASSIFICATION = "classification";
  /** The label is a number. */
  public static final String REGRESSION = "regression";

  private static final Logger LOG = LoggerFactory.getLogger(BackpropEstimator.class);

  private final String uid;
  private final Param<String> featuresCol;
  private final StringArrayParam inputCols;
  private final Param<String> labelCol;
  private final Param<String> weightCol;
  private final Param<String> predictionCol;
  private final Param<String> probabilityCol;
  private final Param<String> task;
  private final Param<String> hiddenLayers;
  private final IntParam maxIter;
  private final DoubleParam stepSize;
  private final LongParam seed;
  private final Param<String> options;
  private final IntParam numPartitions;
  private final IntParam rounds;
  private final Param<String> checkpointDir;

  /** An estimator with a name of its own. */
  public BackpropEstimator() {
    this(Identifiable.randomUID("backprop"));
  }

  /** An estimator of that name. */
  public BackpropEstimator(String uid) {
    this.uid = uid;
    // Parameters remember the name of their stage.
    featuresCol = new Param<>(this, "featuresCol", "column of vectors to predict from");
    inputCols = new StringArrayParam(this, "inputCols", "columns to predict from, instead of featuresCol");
    labelCol = new Param<>(this, "labelCol", "column to predict");
    weightCol = new Param<>(this, "weightCol", "column of the rows' weights; empty: none");
    predictionCol = new Param<>(this, "predictionCol", "column of predictions");
    probabilityCol = new Param<>(this, "probabilityCol", "column of the labels' probabilities, a vector; empty: none");
    task = new Param<>(this, "task", "auto (by the label's type), classification or regression");
    hiddenLayers = new Param<>(this, "hiddenLayers", "units of each hidden layer, such as 128,64 (option -H)");
    maxIter = new IntParam(this, "maxIter", "most epochs (option -N)");
    stepSize = new DoubleParam(this, "stepSize", "learning rate (option -L)");
    seed = new LongParam(this, "seed", "seed of weights and shuffling (option -S)");
    options = new Param<>(this, "options", "further options of the network, as in Weka");
    numPartitions =
        new IntParam(this, "numPartitions", "parts of the data that are trained at the same time; 0: what suits");
    rounds = new IntParam(this, "rounds", "averages of the parts in an epoch; 0: what suits");
    checkpointDir = new Param<>(this, "checkpointDir", "folder for the state after each epoch; empty: none");
    setDefault(featuresCol, "features");
    setDefault(labelCol, "label");
    setDefault(weightCol, "");
    setDefault(predictionCol, "prediction");
    setDefault(probabilityCol, "probability");
    setDefault(task, AUTO);
    setDefault(options, "");
    setDefault(numPartitions, 0);
    setDefault(rounds, 0);
    setDefault(checkpointDir, "");
  }

  @Override
  public String uid() {
    return uid;
  }

  /** Reads an estimator that was written. */
  public static BackpropEstimator load(String path) {
    return read().load(path);
  }

  /** What reads estimators; Pipeline asks for it by this name. */
  public static MLReader<BackpropEstimator> read() {
    return new DefaultParamsReader<>();
  }

  @Override
  public BackpropModel fit(Dataset<?> data) {
    transformSchema(data.schema());
    TrainingRequest request = request(data.schema());
    SavedScheme trained = new Training(request, LOG::info).run(data);
    boolean numbers = ColumnKind.of(label(data.schema()).dataType()).orElseThrow() == ColumnKind.NUMBER;
    BackpropModel model = copyValues(new BackpropModel(uid, trained, numbers), ParamMap.empty());
    return model.setParent(this);
  }

  private StructField label(StructType schema) {
    return Schemas.require(schema, getOrDefault(labelCol), "labels (labelCol)");
  }

  private TrainingRequest request(StructType schema) {
    List<String> inputs =
        isSet(inputCols) ? Arrays.asList(getOrDefault(inputCols)) : List.of(getOrDefault(featuresCol));
    String weight = getOrDefault(weightCol);
    String checkpoint = getOrDefault(checkpointDir);
    String label = getOrDefault(labelCol);
    TrainingColumns.Choice columns = new TrainingColumns.Choice(label, weight.isEmpty() ? null : weight, inputs,
        isClassification(schema) ? Set.of(label) : Set.of());
    return new TrainingRequest(columns, schemeOptions(), uid, (int) getOrDefault(numPartitions),
        (int) getOrDefault(rounds), -1, checkpoint.isEmpty() ? null : checkpoint, TrainingRequest.USUAL_LABELS,
        TrainingRequest.USUAL_PATIENCE);
  }

  private boolean isClassification(StructType schema) {
    ColumnKind kind = ColumnKind.of(label(schema).dataType()).orElse(ColumnKind.VECTOR);
    return switch (getOrDefault(task)) {
      case CLASSIFICATION -> true;
      case REGRESSION -> {
        if (kind.number("") == null) {
          throw new UserException("Parameter task is regression, but column '" + getOrDefault(labelCol)
              + "' holds no numbers.");
        }
        yield false;
      }
      case AUTO -> kind == ColumnKind.STRING || kind == ColumnKind.BOOLEAN;
      default -> throw new UserException("Parameter task is " + getOrDefault(task)
          + ", but must be auto, classification or regression.");
    };
  }

  private List<String> schemeOptions() {
    List<String> words = new ArrayList<>();
    try {
      words.addAll(Arrays.asList(Utils.splitOptions(getOrDefault(options))));
    } catch (Exception e) {
      throw new UserException("Parameter options is " + getOrDefault(options) + ", which Weka can't divide into words: "
          + e.getMessage() + ".", e);
    }
    add(words, hiddenLayers, "-H");
    add(words, maxIter, "-N");
    add(words, stepSize, "-L");
    add(words, seed, "-S");
    return words;
  }

  private void add(List<String> words, Param<?> param, String option) {
    if (isSet(param)) {
      words.add(0, String.valueOf(getOrDefault(param)));
      words.add(0, option);
    }
  }

  @Override
  public StructType transformSchema(StructType schema) {
    boolean classification = isClassification(schema);
    new TrainingColumns(schema, request(schema).columns());
    return PredictionColumns.addTo(schema, getOrDefault(predictionCol),
        PredictionColumns.predictionType(ColumnKind.of(label(schema).dataType()).orElseThrow()),
        classification ? getOrDefault(probabilityCol) : "");
  }

  @Override
  public BackpropEstimator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public Param<String> featuresCol() {
    return featuresCol;
  }

  public StringArrayParam inputCols() {
    return inputCols;
  }

  public Param<String> labelCol() {
    return labelCol;
  }

  public Param<String> weightCol() {
    return weightCol;
  }

  public Param<String> predictionCol() {
    return predictionCol;
  }

  public Param<String> probabilityCol() {
    return probabilityCol;
  }

  public Param<String> task() {
    return task;
  }

  public Param<String> hiddenLayers() {
    return hiddenLayers;
  }

  public IntParam maxIter() {
    return maxIter;
  }

  public DoubleParam stepSize() {
    return stepSize;
  }

  public LongParam seed() {
    return seed;
  }

  public Param<String> options() {
    return options;
  }

  public IntParam numPartitions() {
    return numPartitions;
  }

  public IntParam rounds() {
    return rounds;
  }

  public Param<String> checkpointDir() {
    return checkpointDir;
  }

  public BackpropEstimator setFeaturesCol(String value) {
    set(featuresCol, value);
    return this;
  }

  public BackpropEstimator setInputCols(String[] value) {
    set(inputCols, value);
    return this;
  }

  public BackpropEstimator setLabelCol(String value) {
    set(labelCol, value);
    return this;
  }

  public BackpropEstimator setWeightCol(String value) {
    set(weightCol, value);
    return this;
  }

  public BackpropEstimator setPredictionCol(String value) {
    set(predictionCol, value);
    return this;
  }

  public BackpropEstimator setProbabilityCol(String value) {
    set(probabilityCol, value);
    return this;
  }

  public BackpropEstimator setTask(String value) {
    set(task, value);
    return this;
  }

  public BackpropEstimator setHiddenLayers(String value) {
    set(hiddenLayers, value);
    return this;
  }

  public BackpropEstimator setMaxIter(int value) {
    set(maxIter, value);
    return this;
  }

  public BackpropEstimator setStepSize(double value) {
    set(stepSize, value);
    return this;
  }

  public BackpropEstimator setSeed(long value) {
    set(seed, value);
    return this;
  }

  public BackpropEstimator setOptions(String value) {
    set(options, value);
    return this;
  }

  public BackpropEstimator setNumPartitions(int value) {
    set(numPartitions, value);
    return this;
  }

  public BackpropEstimator setRounds(int value) {
    set(rounds, value);
    return this;
  }

  public BackpropEstimator setCheckpointDir(String value) {
    set(checkpointDir, value);
    return this;
  }
}
