package weka.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line: formats, and a sentence for each mistake. */
class CommandsTest {

  private static Path folder;

  @BeforeAll
  static void writeData() throws IOException {
    LocalSpark.session();
    folder = LocalSpark.folder("commands");
    Dataset<Row> data = Tables.classification(400, 1).coalesce(2);
    data.write().parquet(path("data.parquet"));
    data.write().orc(path("data.orc"));
    data.write().option("header", true).csv(path("data.csv"));
    StringBuilder libsvm = new StringBuilder();
    StringBuilder arff = new StringBuilder("@relation r\n@attribute x numeric\n@attribute y numeric\n"
        + "@attribute colour {green,red,blue}\n@attribute label {yes,no}\n@data\n");
    for (Row row : Tables.rows(400, 1)) {
      libsvm.append("yes".equals(row.getString(3)) ? 1 : 0).append(" 1:").append(row.getDouble(0)).append('\n');
      arff.append(row.get(0)).append(',').append(row.isNullAt(1) ? "?" : row.get(1)).append(',')
          .append(row.isNullAt(2) ? "?" : row.get(2)).append(',').append(row.get(3)).append('\n');
    }
    Files.writeString(folder.resolve("data.libsvm"), libsvm);
    Files.writeString(folder.resolve("data.arff"), arff);
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  /** What a command prints; the first character is its exit code. */
  private static String run(String... words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      return Commands.run(words) + bytes.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @ParameterizedTest
  @CsvSource({"data.parquet, out.csv, label", "data.csv, out.orc, label", "data.orc, out.parquet, label",
      "data.libsvm, out2.parquet, features", "data.arff, out2.csv, label"})
  void allFormatsAreReadAndWritten(String data, String output, String kept) {
    String model = path(data + ".model");
    String printed = run("train", "-t", path(data), "-c", "label", "-d", model, "-nominal", "label", "-T", path(data),
        "-partitions", "1", "--", "-N", "2", "-V", "0");
    assertTrue(printed.startsWith("0"), printed);
    assertTrue(printed.contains("Test on 400 rows\nAccuracy: "), printed);
    assertTrue(run("predict", "-l", model, "-T", path(data), "-o", path(output)).startsWith("0"));
    Dataset<Row> predicted = TableFormat.of(output, null).read(LocalSpark.session(), path(output));
    assertEquals(400, predicted.count());
    String columns = String.join(" ", predicted.columns());
    assertTrue(columns.contains(kept) && columns.contains("prediction probability_"), columns);
  }

  @Test
  void labelsOfArffFilesKeepTheirOrder() {
    Dataset<Row> data = TableFormat.ARFF.read(LocalSpark.session(), path("data.arff"));
    assertEquals("yes", new TrainingColumns(data.schema(), new TrainingColumns.Choice("label", null, List.of(),
        Set.of())).header(data, "r", 10).classAttribute().value(0));
  }

  @Test
  void helpIsPrintedIfNothingIsAskedFor() {
    assertEquals("0" + Commands.HELP, run());
    assertEquals("0" + Commands.HELP, run("help"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "guess | There is no command guess, but train, predict and help.",
      "train -c label -d m | Option -t is missing: the data to train with.",
      "train -t %/none.csv -c label -d %/m | There is no %/none.csv (option -t).",
      "train -t %/data.txt -c label -d %/m | The name %/data.txt doesn't end in parquet, csv, orc, libsvm, arff. Name "
          + "the format (option -format).",
      "train -t %/data.csv -c label -d %/m -format xls | Option -format is xls, but must be parquet, csv, orc, libsvm, "
          + "arff.",
      "train -t %/data.csv -c label -d %/m -partitions 0 | Option -partitions is 0, but must be a whole number of 1 or "
          + "more.",
      "train -t %/data.csv -c label -d | Option -d lacks its value.",
      "train -t %/data.csv -c label -d /proc/none/m | Can't write /proc/none/m (option -d): ",
      "train -t %/data.csv -c label -d %/m -weight colour | The weights in column 'colour' must be numbers, but have "
          + "the type string.",
      "train -t %/data.csv -c nothing -d %/m | The data have no column 'nothing' for the target (option -c).",
      "train -t %/data.csv -c label -d %/m -- -H x | ",
      "predict -l %/data.csv -T %/data.csv -o %/p.csv | Can't read %/data.csv (option -l): ",
      "predict -l %/data.csv -T %/data.csv -o %/p.arff | Option -o is %/p.arff, but must end in parquet, csv or orc."})
  void mistakesAreTold(String example) {
    String[] parts = example.replace("%", folder.toString()).split(" \\| ", 2);
    String printed = run(parts[0].split(" "));
    assertTrue(printed.startsWith("1backprop: " + parts[1]), printed);
    assertEquals(1, printed.strip().lines().count(), printed);
  }

  @Test
  void anOlderJavaIsTold() {
    assertEquals("", Main.complaint("17"));
    assertEquals("", Main.complaint("25"));
    assertTrue(Main.complaint("11").contains("runs Java 11."));
    assertTrue(Main.complaint("1.8").contains("runs Java 8."));
  }

  /** Spark tells of a task's failure by a text with its stack trace. */
  @Test
  void whatExecutorsThrowIsTold() {
    RuntimeException spark = new RuntimeException("Job aborted due to stage failure: Task 0 in stage 1.0 failed 4 "
        + "times, most recent failure: Lost task 0.3 in stage 1.0: weka.backprop.spark.UserException: The data are odd."
        + "\n\tat x");
    assertEquals("The data are odd.", Failures.explain(spark).getMessage());
    assertTrue(Failures.explain(new RuntimeException("java.lang.UnsupportedClassVersionError: weka/X")).getMessage()
        .startsWith("An executor runs a Java older than 17."));
    assertTrue(Failures.explain(new RuntimeException("java.lang.OutOfMemoryError: Java heap space")).getMessage()
        .startsWith("An executor ran out of memory."));
  }
}
