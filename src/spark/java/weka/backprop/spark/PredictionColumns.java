package weka.backprop.spark;

import java.io.Serial;
import java.io.Serializable;
import java.sql.Timestamp;
import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.Utils;

/** The columns that scoring adds, and their values for a prediction. */
final class PredictionColumns implements Serializable {

  @Serial
  private static final long serialVersionUID = 1L;

  private final Attribute target;
  private final String prediction;
  private final String probability;
  /** Whether probabilities are one vector rather than a column for each label. */
  private final boolean vector;
  /** Whether a predicted label is a number. */
  private final boolean numbers;

  private PredictionColumns(Instances header, String prediction, String probability, boolean vector, boolean numbers) {
    target = header.classAttribute();
    this.prediction = prediction;
    this.probability = target.isNominal() ? probability : "";
    this.vector = vector;
    this.numbers = numbers;
  }

  /** The prediction, and a column probability_label for each label. */
  static PredictionColumns separate(Instances header, String prediction, String probability) {
    return new PredictionColumns(header, prediction, probability, false, false);
  }

  /**
   * The prediction, and a vector of probabilities in the order of the labels, as Spark ML has them.
   *
   * @param probability empty: none
   * @param numbers whether labels are numbers, and predicted as such
   */
  static PredictionColumns ofSparkMl(Instances header, String prediction, String probability, boolean numbers) {
    return new PredictionColumns(header, prediction, probability, true, numbers);
  }

  /**
   * The columns of data together with those of predictions.
   *
   * @throws UserException if the data have one of that name already
   */
  StructType addTo(StructType schema) {
    DataType type = predictionType(target.isDate() ? ColumnKind.DATE
        : target.isNominal() && !numbers ? ColumnKind.STRING : ColumnKind.NUMBER);
    StructType all = addTo(schema, prediction, type, vector ? probability : "");
    for (int k = 0; !vector && !probability.isEmpty() && k < target.numValues(); k++) {
      all = add(all, probability + "_" + target.value(k), DataTypes.DoubleType);
    }
    return all;
  }

  /** The same for a prediction of that type, and a vector of probabilities unless its name is empty. */
  static StructType addTo(StructType schema, String prediction, DataType type, String probability) {
    StructType all = add(schema, prediction, type);
    return probability.isEmpty() ? all : add(all, probability, SQLDataTypes.VectorType());
  }

  /** The type of predictions of a column of that kind. */
  static DataType predictionType(ColumnKind target) {
    return switch (target) {
      case NUMBER -> DataTypes.DoubleType;
      case DATE -> DataTypes.TimestampType;
      default -> DataTypes.StringType;
    };
  }

  private static StructType add(StructType schema, String name, DataType type) {
    Optional<StructField> existing = Schemas.find(schema, name);
    if (existing.isPresent()) {
      throw new UserException("The data have a column '" + existing.get().name() + "' already, which predictions would "
          + "be written to. Rename or drop it.");
    }
    return schema.add(name, type, true);
  }

  /**
   * Writes a prediction into a row.
   *
   * @param distribution of the labels, or the predicted number
   * @param row modified from column {@code first}
   */
  void write(double[] distribution, Object[] row, int first) {
    if (!target.isNominal()) {
      row[first] = target.isDate() ? (Object) new Timestamp(Math.round(distribution[0])) : distribution[0];
      return;
    }
    String label = target.value(Utils.maxIndex(distribution));
    row[first] = numbers ? (Object) Double.valueOf(label) : label;
    if (row.length > first + 1 && vector) {
      row[first + 1] = Vectors.dense(distribution);
    } else {
      for (int k = 0; first + 1 + k < row.length; k++) {
        row[first + 1 + k] = distribution[k];
      }
    }
  }
}
