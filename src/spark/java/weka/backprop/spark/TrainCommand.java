package weka.backprop.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Trains a network, writes the model, and tests it if there are data for that. */
final class TrainCommand {

  private static final Set<String> OPTIONS = Set.of("-t", "-T", "-c", "-d", "-format", "-columns", "-nominal",
      "-labels", "-weight", "-partitions", "-rounds", "-momentum", "-checkpoint", "-wait");

  private final String data;
  private final String test;
  private final String model;
  private final String format;
  private final TrainingRequest request;

  private TrainCommand(Arguments arguments) {
    data = arguments.require("-t", "the data to train with");
    model = arguments.require("-d", "the file of the model");
    test = arguments.get("-T");
    format = arguments.get("-format");
    TrainingColumns.Choice columns = new TrainingColumns.Choice(arguments.require("-c", "the column to predict"),
        arguments.get("-weight"), new ArrayList<>(arguments.list("-columns")), arguments.list("-nominal"));
    request = new TrainingRequest(columns, arguments.rest(), data.replaceAll("/+$", "").replaceAll(".*/", ""),
        arguments.integer("-partitions", 0, 1), arguments.integer("-rounds", 0, 1),
        arguments.number("-momentum", -1, 0, 0.99), arguments.get("-checkpoint"),
        arguments.integer("-labels", TrainingRequest.USUAL_LABELS, 2),
        arguments.integer("-wait", TrainingRequest.USUAL_PATIENCE, 1));
  }

  static TrainCommand parse(List<String> words) {
    return new TrainCommand(new Arguments(words, OPTIONS, Set.of()));
  }

  void run(Function<String, SparkSession> sessions) {
    TableFormat dataFormat = TableFormat.of(data, format);
    TableFormat testFormat = test == null ? null : TableFormat.of(test, format);
    SparkSession session = sessions.apply("backprop train");
    Files files = new Files(session);
    files.requireData(data, "-t");
    if (test != null) {
      files.requireData(test, "-T");
    }
    files.requireWritable(model, "-d");
    Executors.await(session, request.patienceSeconds());
    Dataset<Row> rows = Jobs.run(() -> dataFormat.read(session, data));
    SavedScheme trained = new Training(request, System.out::println).run(rows);
    trained.write(files, model, "-d");
    System.out.println(trained.scheme());
    System.out.println("The model is in " + model + ".");
    if (test != null) {
      Dataset<Row> testRows = Jobs.run(() -> testFormat.read(session, test));
      System.out.println(TestReport.run(testRows, trained, request.columns().weight()));
    }
  }
}
