package weka.backprop.spark;

import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** What a column's type means to Weka, and the SQL that turns its values into doubles or labels. */
enum ColumnKind {

  /** Whole and decimal numbers: a numeric attribute. */
  NUMBER {
    @Override
    String number(String column) {
      return "cast(" + column + " as double)";
    }

    /** A whole number has no decimals, whatever its type is. */
    @Override
    String label(String column) {
      String whole = "cast(" + column + " as bigint)";
      return "if(" + column + " = " + whole + ", cast(" + whole + " as string), cast(nanvl(" + number(column)
          + ", null) as string))";
    }
  },

  /** A nominal attribute of the labels false and true. */
  BOOLEAN,

  /** A nominal attribute. */
  STRING,

  /** Dates and timestamps: a date attribute, in milliseconds since 1970. */
  DATE {
    @Override
    String number(String column) {
      return "cast(unix_millis(cast(" + column + " as timestamp)) as double)";
    }
  },

  /** A vector of Spark ML: a numeric attribute for each element. */
  VECTOR {
    @Override
    String label(String column) {
      return null;
    }
  };

  /** SQL of the value as a double; null if it isn't a number. */
  String number(String column) {
    return null;
  }

  /** SQL of the value as a label; null if it can't be one. */
  String label(String column) {
    return "cast(" + column + " as string)";
  }

  /** The kind of a type, if Weka has attributes for it. */
  static Optional<ColumnKind> of(DataType type) {
    if (type instanceof IntegralType || type instanceof DoubleType || type instanceof FloatType
        || type instanceof DecimalType) {
      return Optional.of(NUMBER);
    }
    if (type instanceof BooleanType) {
      return Optional.of(BOOLEAN);
    }
    if (type instanceof StringType) {
      return Optional.of(STRING);
    }
    if (type instanceof DateType || type instanceof TimestampType || type instanceof TimestampNTZType) {
      return Optional.of(DATE);
    }
    return type.equals(SQLDataTypes.VectorType()) ? Optional.of(VECTOR) : Optional.empty();
  }
}
