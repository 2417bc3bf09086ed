package weka.backprop.spark;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Formats of data that are read, and but for the last two written. */
enum TableFormat {

  PARQUET("parquet|pq", true),

  /** With a header; empty values and ? are missing, and types are found by reading the data once more. */
  CSV("csv|tsv", true) {
    @Override
    DataFrameReader options(DataFrameReader reader, String path) {
      return reader.option("header", true).option("inferSchema", true).option("nullValue", "?").option("sep",
          path.toLowerCase(Locale.ROOT).matches(".*\\.tsv(\\.[a-z0-9]+)?/*") ? "\t" : ",");
    }
  },

  ORC("orc", true),

  /** Columns label and features. */
  LIBSVM("libsvm|svm|svmlight", false),

  /** Read by Weka at the driver, so that it must fit into its memory. */
  ARFF("arff", false) {
    @Override
    Dataset<Row> read(SparkSession session, String path) {
      return ArffTable.read(session, path);
    }
  };

  private final Pattern names;
  private final boolean written;

  TableFormat(String extensions, boolean written) {
    // Compressed files, and folders with a slash at the end, too.
    names = Pattern.compile("(?i).*\\.(" + extensions + ")(\\.(gz|bz2|snappy|zst|lz4|deflate))?/*");
    this.written = written;
  }

  DataFrameReader options(DataFrameReader reader, String path) {
    return reader;
  }

  /** Reads a file, a folder, or all files of a pattern. */
  Dataset<Row> read(SparkSession session, String path) {
    return options(session.read().format(name().toLowerCase(Locale.ROOT)), path).load(path);
  }

  boolean isWritten() {
    return written;
  }

  /**
   * The format of that name, or the one that a path's ending names.
   *
   * @param name null: by the path
   * @throws UserException if there is none
   */
  static TableFormat of(String path, String name) {
    if (name != null) {
      return Arrays.stream(values()).filter(f -> f.name().equalsIgnoreCase(name)).findFirst()
          .orElseThrow(() -> new UserException("Option -format is " + name + ", but must be " + all() + "."));
    }
    Optional<TableFormat> format = Arrays.stream(values()).filter(f -> f.names.matcher(path).matches()).findFirst();
    return format.orElseThrow(() -> new UserException("The name " + path + " doesn't end in " + all()
        + ". Name the format (option -format)."));
  }

  private static String all() {
    return Arrays.stream(values()).map(f -> f.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
  }
}
