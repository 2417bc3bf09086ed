package weka.backprop.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import weka.classifiers.functions.backprop.encode.InstanceCheck;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;
import weka.core.Utils;
import weka.core.WekaException;

/**
 * Reads rows of a DataFrame as Weka's instances. Columns are found by the attributes' names; attribute v_3 may also be
 * element 3 of a column v of vectors.
 */
final class RowReader implements Serializable {

  @Serial
  private static final long serialVersionUID = 1L;

  /** A vector's name and the number of an element. */
  private static final Pattern ELEMENT = Pattern.compile("(.+)_(\\d+)");
  /** What the columns that are read are called, after their number. */
  private static final String PREFIX = "__backprop_";

  private final Instances header;
  private final InstanceCheck check;
  /** SQL of each column that is read. */
  private final ArrayList<String> expressions = new ArrayList<>();
  /** Where an attribute's value is among these columns; -1: nowhere. */
  private final int[] columns;
  /** Which element of a vector it is; -1: not one of a vector. */
  private final int[] elements;
  private final ArrayList<HashMap<String, Integer>> labels = new ArrayList<>();
  private int weight = -1;

  private RowReader(Instances header) {
    this.header = header;
    check = new InstanceCheck(header);
    columns = new int[header.numAttributes()];
    elements = new int[columns.length];
    Arrays.fill(columns, -1);
    Arrays.fill(elements, -1);
  }

  /**
   * A reader of inputs, class and weights.
   *
   * @param weightColumn null: each row weighs 1
   * @throws UserException if a column is missing, or of the wrong type
   */
  static RowReader ofTraining(Instances header, StructType schema, String weightColumn) {
    RowReader reader = of(header, schema, true);
    if (weightColumn != null) {
      StructField field = Schemas.require(schema, weightColumn, "weights (option -weight)");
      if (ColumnKind.of(field.dataType()).orElse(ColumnKind.STRING) != ColumnKind.NUMBER) {
        throw new UserException("The weights in column '" + field.name() + "' must be numbers, but have the type "
            + field.dataType().simpleString() + ".");
      }
      reader.weight = reader.expression(new LinkedHashMap<>(), ColumnKind.NUMBER.number(Schemas.quote(field.name())));
    }
    return reader;
  }

  /**
   * A reader of inputs, and of the class if there is such a column.
   *
   * @param readsClass whether a column of the class is read; if not, the class is missing
   * @throws UserException if a column is missing, or of the wrong type
   */
  static RowReader of(Instances header, StructType schema, boolean readsClass) {
    RowReader reader = new RowReader(header.stringFreeStructure());
    Map<String, Integer> known = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (int a = 0; a < header.numAttributes(); a++) {
      reader.labels.add(labelsOf(header.attribute(a)));
      boolean isClass = a == header.classIndex();
      if ((!isClass || readsClass) && !reader.find(a, schema, known) && !isClass) {
        missing.add("'" + header.attribute(a).name() + "'");
      }
    }
    if (!missing.isEmpty()) {
      int shown = Math.min(20, missing.size());
      throw new UserException("The data lack the model's column" + (missing.size() == 1 ? " " : "s ")
          + String.join(", ", missing.subList(0, shown)) + (missing.size() > shown ? ", ..." : "")
          + ". They have " + Schemas.names(schema) + ".");
    }
    return reader;
  }

  private static HashMap<String, Integer> labelsOf(Attribute attribute) {
    HashMap<String, Integer> numbers = new HashMap<>();
    for (int k = 0; attribute.isNominal() && k < attribute.numValues(); k++) {
      numbers.put(attribute.value(k), k);
    }
    return numbers;
  }

  /** What element i of a vector is called. */
  static String elementName(String column, int i) {
    return column + "_" + i;
  }

  /** Finds the column of an attribute; returns whether there is one. */
  private boolean find(int a, StructType schema, Map<String, Integer> known) {
    Attribute attribute = header.attribute(a);
    Optional<StructField> column = Schemas.find(schema, attribute.name());
    if (column.isPresent()) {
      columns[a] = expression(known, scalar(attribute, column.get()));
      return true;
    }
    Matcher element = ELEMENT.matcher(attribute.name());
    Optional<StructField> vector = element.matches() ? Schemas.find(schema, element.group(1)) : Optional.empty();
    if (vector.isEmpty() || !attribute.isNumeric()
        || ColumnKind.of(vector.get().dataType()).orElse(null) != ColumnKind.VECTOR) {
      return false;
    }
    columns[a] = expression(known, Schemas.quote(vector.get().name()));
    elements[a] = Integer.parseInt(element.group(2));
    return true;
  }

  private static String scalar(Attribute attribute, StructField field) {
    String quoted = Schemas.quote(field.name());
    Optional<ColumnKind> kind = ColumnKind.of(field.dataType());
    boolean date = kind.equals(Optional.of(ColumnKind.DATE));
    String sql = kind.isEmpty() || !attribute.isNominal() && date != attribute.isDate() ? null
        : attribute.isNominal() ? kind.get().label(quoted) : kind.get().number(quoted);
    if (sql == null) {
      throw new UserException("Column '" + field.name() + "' has the type " + field.dataType().simpleString()
          + ", but the model's attribute is " + Attribute.typeToString(attribute) + ".");
    }
    return sql;
  }

  private int expression(Map<String, Integer> known, String sql) {
    return known.computeIfAbsent(sql, key -> {
      expressions.add(sql);
      return expressions.size() - 1;
    });
  }

  /** The attributes of the instances. */
  Instances header() {
    return header;
  }

  /** SQL of the columns that {@link #read} wants, in their order. */
  String[] select() {
    String[] sql = new String[expressions.size()];
    for (int k = 0; k < sql.length; k++) {
      sql[k] = expressions.get(k) + " as " + PREFIX + k;
    }
    return sql;
  }

  /**
   * The instance of a row; sparse if one of its vectors is.
   *
   * @param first number of the first of the columns that were selected
   * @throws UserException if a vector has another size than in training
   */
  Instance read(Row row, int first) {
    double[] values = new double[columns.length];
    boolean sparse = false;
    for (int a = 0; a < values.length; a++) {
      Object value = columns[a] < 0 ? null : row.get(first + columns[a]);
      if (elements[a] >= 0 && value != null) {
        sparse |= value instanceof SparseVector;
        int next = elements((Vector) value, a, values);
        a = next - 1;
      } else {
        values[a] = value(a, value);
      }
    }
    double w = weight < 0 ? 1 : row.isNullAt(first + weight) ? Double.NaN : row.getDouble(first + weight);
    Instance instance = sparse ? new SparseInstance(w, values) : new DenseInstance(w, values);
    instance.setDataset(header);
    return instance;
  }

  /**
   * Whether an instance can be trained on.
   *
   * @throws UserException if its weight or a value is invalid
   */
  boolean isUsable(Instance instance) {
    try {
      return check.isUsable(instance);
    } catch (WekaException e) {
      throw new UserException(e.getMessage(), e);
    }
  }

  /** Sets the values of a vector's attributes from number a; returns the number after the last of them. */
  private int elements(Vector vector, int a, double[] values) {
    int end = a;
    while (end < values.length && columns[end] == columns[a] && elements[end] >= 0) {
      end++;
    }
    if (vector instanceof SparseVector sparse && elements[a] == 0 && elements[end - 1] == end - a - 1) {
      // Readers of libsvm infer the size from the data: elements that training didn't know contribute nothing.
      int[] indices = sparse.indices();
      for (int k = 0; k < indices.length && indices[k] < end - a; k++) {
        values[a + indices[k]] = sparse.values()[k];
      }
      return end;
    }
    int expected = elements[end - 1] + 1;
    if (vector.size() != expected) {
      throw new UserException("A vector has " + vector.size() + " elements, but attribute '"
          + header.attribute(end - 1).name() + "' is the last one of vectors of " + expected + ".");
    }
    for (int k = a; k < end; k++) {
      values[k] = vector.apply(elements[k]);
    }
    return end;
  }

  private double value(int a, Object value) {
    if (value == null) {
      return Utils.missingValue();
    }
    if (value instanceof String label) {
      Integer number = labels.get(a).get(label);
      // A label that training never saw: beyond those of the header, as in Weka's own data with more labels.
      return number == null ? labels.get(a).size() : number;
    }
    return (Double) value;
  }
}
