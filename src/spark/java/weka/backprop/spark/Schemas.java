package weka.backprop.spark;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Columns by name: exactly, or else without regard to case, as Spark finds them. */
final class Schemas {

  private Schemas() {
  }

  /** The column of that name, if there is one. */
  static Optional<StructField> find(StructType schema, String name) {
    Optional<StructField> exact = Arrays.stream(schema.fields()).filter(f -> f.name().equals(name)).findFirst();
    return exact.isPresent() ? exact
        : Arrays.stream(schema.fields()).filter(f -> f.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The column of that name.
   *
   * @param role what the column is for, and the option that names it
   * @throws UserException if there is none; it lists those that there are
   */
  static StructField require(StructType schema, String name, String role) {
    return find(schema, name).orElseThrow(() -> new UserException("The data have no column '" + name + "' for " + role
        + ". They have " + names(schema) + "."));
  }

  /** The names of all columns, or of the first twenty, for people. */
  static String names(StructType schema) {
    String[] names = schema.fieldNames();
    String first = Arrays.stream(names).limit(20).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    return first + (names.length > 20 ? " and " + (names.length - 20) + " more" : "");
  }

  /** A column's name as SQL. */
  static String quote(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
