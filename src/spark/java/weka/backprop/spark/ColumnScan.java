package weka.backprop.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One pass over columns of labels and vectors: which labels there are, and how many elements a vector has. */
final class ColumnScan {

  /**
   * What a column holds.
   *
   * @param labels in their order: of numbers if all are numbers, of letters otherwise
   * @param size of the vectors; 0 if there are none
   */
  record Result(List<String> labels, int size) {
  }

  /** What one partition found in one column: plain collections, which every serializer of Spark can copy. */
  private static final class Found implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final TreeSet<String> labels = new TreeSet<>();
    private int size = -1;

    void add(Object value, String column, int mostLabels) {
      if (value instanceof Vector vector) {
        add(vector.size(), column);
      } else if (value != null && labels.add((String) value)) {
        requireFew(column, mostLabels);
      }
    }

    private void add(int vectorSize, String column) {
      if (size >= 0 && vectorSize >= 0 && size != vectorSize) {
        throw new UserException("Column '" + column + "' has vectors of " + Math.min(size, vectorSize) + " and of "
            + Math.max(size, vectorSize) + " elements, but all must have the same number.");
      }
      size = Math.max(size, vectorSize);
    }

    void add(Found other, String column, int mostLabels) {
      add(other.size, column);
      labels.addAll(other.labels);
      requireFew(column, mostLabels);
    }

    private void requireFew(String column, int most) {
      if (labels.size() > most) {
        throw new UserException("Column '" + column + "' has more than " + most + " different labels. Leave it out "
            + "(option -columns), group its labels, or raise the limit (option -labels).");
      }
    }
  }

  private ColumnScan() {
  }

  /**
   * Scans all columns of the data.
   *
   * @param data strings and vectors
   * @param names of the columns
   * @param mostLabels of a column
   * @throws UserException if a column has more labels, or vectors of different sizes
   */
  static List<Result> run(Dataset<Row> data, List<String> names, int mostLabels) {
    ArrayList<String> columns = new ArrayList<>(names);
    Jobs.describe(data.sparkSession(), "backprop: labels and vector sizes");
    List<ArrayList<Found>> parts = Jobs.run(() -> data.javaRDD()
        .mapPartitions(rows -> List.of(scan(rows, columns, mostLabels)).iterator()).collect());
    List<Result> results = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Found all = new Found();
      for (ArrayList<Found> part : parts) {
        all.add(part.get(c), columns.get(c), mostLabels);
      }
      results.add(new Result(sorted(all.labels), Math.max(0, all.size)));
    }
    return results;
  }

  private static ArrayList<Found> scan(Iterator<Row> rows, List<String> columns, int mostLabels) {
    ArrayList<Found> found = new ArrayList<>();
    columns.forEach(column -> found.add(new Found()));
    while (rows.hasNext()) {
      Row row = rows.next();
      for (int c = 0; c < found.size(); c++) {
        found.get(c).add(row.get(c), columns.get(c), mostLabels);
      }
    }
    return found;
  }

  private static List<String> sorted(TreeSet<String> labels) {
    List<String> sorted = new ArrayList<>(labels);
    if (labels.stream().allMatch(ColumnScan::isNumber)) {
      sorted.sort(Comparator.comparingDouble(Double::parseDouble));
    }
    return sorted;
  }

  private static boolean isNumber(String label) {
    try {
      Double.parseDouble(label);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
