package weka.backprop.spark;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The command line: what is to be done, and what is said when it fails. */
public final class Commands {

  /** What is printed if nothing is asked for. */
  static final String HELP = """
      Trains and scores neural networks on Spark. The model is an ordinary one of Weka's.

      spark-submit [Spark's] backprop-spark.jar train -t <data> -c <column> -d <model> [options] [-- <network's>]
        -t <path>           data to train with: Parquet, CSV with a header, ORC, libsvm or ARFF
        -c <column>         column to predict; numbers train a BackpropRegressor, others a BackpropClassifier
        -d <file>           file that the model is written to
        -T <path>           data to test the model with
        -format <name>      format of the data, if their names don't end in it
        -columns <a,b,...>  columns to predict from (all others)
        -nominal <a,b,...>  columns whose numbers are labels
        -labels <int>       labels of a column at most (10000)
        -weight <column>    weights of the rows
        -partitions <int>   parts of the data that are trained at the same time (as many as cores, at most)
        -rounds <int>       averages of the parts' networks in an epoch (1 for 3 partitions or fewer, else up to 4)
        -momentum <num>     of the step from average to average (0 for 3 partitions or fewer, 0.5)
        -checkpoint <dir>   folder for the state after each epoch; training resumes from one that is there
        -wait <seconds>     longest wait for the first executor (120)
        -- ...              options of the network, such as -H 128,64 -N 20

      spark-submit [Spark's] backprop-spark.jar predict -l <model> -T <data> -o <path> [options]
        -l <file>           model, trained here or in Weka
        -T <path>           data to predict
        -o <path>           predictions: the data's columns, prediction, and probability_<label> for each label; the
                            name ends in the format (parquet, csv or orc)
        -format <name>      format of the data, if their name doesn't end in it
        -overwrite          whether predictions that are there already are replaced
        -wait <seconds>     longest wait for the first executor (120)
      """;

  private Commands() {
  }

  /** Does what the command line asks for; returns the process's exit code. */
  public static int run(String[] arguments) {
    try {
      List<String> words = Arrays.asList(arguments);
      if (words.isEmpty() || words.get(0).equals("help") || words.get(0).equals("-h")) {
        System.out.print(HELP);
        return 0;
      }
      List<String> rest = words.subList(1, words.size());
      switch (words.get(0)) {
        case "train" -> TrainCommand.parse(rest).run(Commands::session);
        case "predict" -> PredictCommand.parse(rest).run(Commands::session);
        default -> throw new UserException("There is no command " + words.get(0)
            + ", but train, predict and help.");
      }
      return 0;
    } catch (RuntimeException e) {
      RuntimeException explained = Failures.explain(e);
      System.err.println("backprop: " + explained.getMessage());
      if (!(explained instanceof UserException)) {
        explained.printStackTrace();
      }
      return 1;
    }
  }

  /** The session that spark-submit has configured. */
  private static SparkSession session(String name) {
    // The plan of a source, and so the numbers of its rows, must not depend on how a cluster is loaded.
    return SparkSession.builder().appName(name).config("spark.sql.adaptive.enabled", "false").getOrCreate();
  }
}
