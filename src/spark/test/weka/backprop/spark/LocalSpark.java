package weka.backprop.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Spark within the tests' own process, and a folder to work in. */
final class LocalSpark {

  private static final Path FOLDER = Path.of(System.getProperty("work.folder", "target/tests"));

  private LocalSpark() {
  }

  /** The session of all tests of a process. */
  static SparkSession session() {
    return SparkSession.builder().master("local[2]").appName("tests").config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2").config("spark.sql.session.timeZone", "UTC")
        .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate();
  }

  /** A new folder of that name. */
  static Path folder(String name) throws IOException {
    Path folder = FOLDER.resolve(name).toAbsolutePath();
    delete(folder);
    return Files.createDirectories(folder);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** A DataFrame of rows in memory. */
  static Dataset<Row> frame(StructType schema, List<Row> rows) {
    return session().createDataFrame(rows, schema);
  }
}
