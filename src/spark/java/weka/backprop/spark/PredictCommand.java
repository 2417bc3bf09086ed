package weka.backprop.spark;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Predicts data with a model, and writes them with the predictions. */
final class PredictCommand {

  private final Arguments arguments;
  private final String model;
  private final String data;
  private final String output;
  private final TableFormat inputFormat;
  private final TableFormat outputFormat;
  private final int patienceSeconds;

  private PredictCommand(Arguments arguments) {
    this.arguments = arguments;
    model = arguments.require("-l", "the model");
    data = arguments.require("-T", "the data to predict");
    output = arguments.require("-o", "where the predictions are written to");
    inputFormat = TableFormat.of(data, arguments.get("-format"));
    outputFormat = TableFormat.of(output, null);
    patienceSeconds = arguments.integer("-wait", TrainingRequest.USUAL_PATIENCE, 1);
    if (!outputFormat.isWritten()) {
      throw new UserException("Option -o is " + output + ", but must end in parquet, csv or orc.");
    }
  }

  static PredictCommand parse(List<String> words) {
    return new PredictCommand(new Arguments(words, Set.of("-l", "-T", "-o", "-format", "-wait"), Set.of("-overwrite")));
  }

  void run(Function<String, SparkSession> sessions) {
    SparkSession session = sessions.apply("backprop predict");
    Files files = new Files(session);
    files.requireData(data, "-T");
    if (!arguments.has("-overwrite") && files.exists(output)) {
      throw new UserException(output + " (option -o) is there already. Name another, or add -overwrite.");
    }
    files.requireWritable(output, "-o");
    SavedScheme scheme = SavedScheme.read(files, model, "-l");
    Executors.await(session, patienceSeconds);
    Jobs.describe(session, "backprop: predict " + data);
    Jobs.run(() -> {
      Dataset<Row> predicted = Scoring.run(inputFormat.read(session, data), scheme,
          PredictionColumns.separate(scheme.header(), "prediction", "probability"));
      predicted.write().mode(SaveMode.Overwrite).option("header", true)
          .format(outputFormat.name().toLowerCase(Locale.ROOT)).save(output);
      return null;
    });
    System.out.println("Predictions are in " + output + ".");
  }
}
