package weka.backprop.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import weka.core.Attribute;
import weka.core.Instances;

/** Which columns are trained on, and what attributes they become. */
final class TrainingColumns {

  /** Key of a column's metadata that lists its labels in their order; they need no pass over the data then. */
  static final String LABELS = "backprop.labels";

  /**
   * The user's choice of columns.
   *
   * @param target to predict
   * @param weight of a row; null: each row weighs 1
   * @param inputs columns to predict from; empty: all others
   * @param nominal columns whose numbers are labels
   */
  record Choice(String target, String weight, List<String> inputs, Set<String> nominal) implements Serializable {

    private static final long serialVersionUID = 1L;
  }

  /** A column, what it is and whether its values are labels. */
  private record Column(StructField field, ColumnKind kind, boolean nominal) {

    String name() {
      return field.name();
    }
  }

  private final Choice choice;
  private final String target;
  private final List<Column> columns = new ArrayList<>();

  /**
   * Chooses columns of the data.
   *
   * @throws UserException if a column is missing, or of a type that Weka has no attributes for
   */
  TrainingColumns(StructType schema, Choice choice) {
    this.choice = choice;
    target = Schemas.require(schema, choice.target(), "the target (option -c)").name();
    String weight = choice.weight() == null ? null
        : Schemas.require(schema, choice.weight(), "weights (option -weight)").name();
    choice.nominal().forEach(name -> Schemas.require(schema, name, "labels (option -nominal)"));
    Set<String> inputs = new TreeSet<>();
    choice.inputs().forEach(name -> inputs.add(Schemas.require(schema, name, "inputs (option -columns)").name()));
    for (StructField field : schema.fields()) {
      boolean input = inputs.isEmpty() || inputs.contains(field.name());
      if (field.name().equals(target) || input && !field.name().equals(weight)) {
        columns.add(column(field));
      }
    }
    checkTarget();
  }

  private Column column(StructField field) {
    ColumnKind kind = ColumnKind.of(field.dataType()).orElseThrow(() -> new UserException("Column '" + field.name()
        + "' has the type " + field.dataType().simpleString() + ", but must hold numbers, booleans, strings, dates or "
        + "vectors. Convert it, or name the other columns (option -columns)."));
    boolean labels = kind == ColumnKind.STRING || kind == ColumnKind.BOOLEAN
        || choice.nominal().stream().anyMatch(field.name()::equalsIgnoreCase);
    if (labels && kind.label("") == null) {
      throw new UserException("Column '" + field.name() + "' holds vectors, which can't be labels (option -nominal).");
    }
    return new Column(field, kind, labels);
  }

  private void checkTarget() {
    if (columns.stream().anyMatch(c -> c.name().equals(target) && c.kind == ColumnKind.VECTOR)) {
      throw new UserException("The target '" + target + "' holds vectors, but must hold numbers or labels "
          + "(option -c).");
    }
    if (columns.size() == 1) {
      throw new UserException("There is no column to predict '" + target + "' from. Name some (option -columns).");
    }
  }

  /**
   * The attributes of the columns; finds labels, and sizes of vectors, in one pass over the data if any are unknown.
   *
   * @param mostLabels of a column
   * @throws UserException if a column has more labels, or vectors of different sizes
   */
  Instances header(Dataset<?> data, String relation, int mostLabels) {
    List<Column> unknown = columns.stream().filter(TrainingColumns::isUnknown).toList();
    List<ColumnScan.Result> found = unknown.isEmpty() ? List.of() : ColumnScan.run(select(data, unknown),
        unknown.stream().map(Column::name).toList(), mostLabels);
    ArrayList<Attribute> attributes = new ArrayList<>();
    int classIndex = -1;
    for (Column column : columns) {
      int k = unknown.indexOf(column);
      if (column.name().equals(target)) {
        classIndex = attributes.size();
      }
      add(attributes, column, k < 0 ? null : found.get(k));
    }
    requireDistinct(attributes);
    Instances header = new Instances(relation, attributes, 0);
    header.setClassIndex(classIndex);
    return header;
  }

  private static boolean isUnknown(Column column) {
    return column.kind == ColumnKind.VECTOR
        || column.nominal && column.kind != ColumnKind.BOOLEAN && !column.field.metadata().contains(LABELS);
  }

  private static Dataset<Row> select(Dataset<?> data, List<Column> columns) {
    return data.selectExpr(columns.stream().map(column -> {
      String quoted = Schemas.quote(column.name());
      return column.nominal ? column.kind.label(quoted) : quoted;
    }).toArray(String[]::new));
  }

  private static void add(List<Attribute> attributes, Column column, ColumnScan.Result found) {
    if (column.nominal) {
      attributes.add(new Attribute(column.name(), labels(column, found)));
    } else if (column.kind == ColumnKind.VECTOR) {
      for (int i = 0; i < found.size(); i++) {
        attributes.add(new Attribute(RowReader.elementName(column.name(), i)));
      }
    } else if (column.kind == ColumnKind.DATE) {
      attributes.add(new Attribute(column.name(), "yyyy-MM-dd'T'HH:mm:ss"));
    } else {
      attributes.add(new Attribute(column.name()));
    }
  }

  private static List<String> labels(Column column, ColumnScan.Result found) {
    if (column.kind == ColumnKind.BOOLEAN) {
      return Arrays.asList("false", "true");
    }
    return found == null ? Arrays.asList(column.field.metadata().getStringArray(LABELS)) : found.labels();
  }

  private static void requireDistinct(List<Attribute> attributes) {
    Set<String> names = new TreeSet<>();
    for (Attribute attribute : attributes) {
      if (!names.add(attribute.name())) {
        throw new UserException("Two attributes would be called '" + attribute.name()
            + "'. Rename a column, or name the others (option -columns).");
      }
    }
  }
}
