package weka.backprop.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.converters.ArffLoader;

/** Weka's own format, read at the driver; labels keep their order. */
final class ArffTable {

  private ArffTable() {
  }

  /**
   * Reads a file.
   *
   * @throws UserException if Weka can't read it
   */
  static Dataset<Row> read(SparkSession session, String path) {
    Instances data;
    Path file = new Path(path);
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        file.getFileSystem(session.sparkContext().hadoopConfiguration()).open(file), StandardCharsets.UTF_8))) {
      data = new ArffLoader.ArffReader(in).getData();
    } catch (IOException e) {
      throw new UserException("Weka can't read " + path + ": " + Failures.firstLine(e) + ".", e);
    }
    List<Row> rows = new ArrayList<>(data.numInstances());
    for (Instance instance : data) {
      rows.add(row(instance));
    }
    return session.createDataFrame(rows, schema(data));
  }

  private static StructType schema(Instances data) {
    StructField[] fields = new StructField[data.numAttributes()];
    for (int a = 0; a < fields.length; a++) {
      Attribute attribute = data.attribute(a);
      DataType type = attribute.isDate() ? DataTypes.TimestampType
          : attribute.isNumeric() ? DataTypes.DoubleType : DataTypes.StringType;
      Metadata metadata = !attribute.isNominal() ? Metadata.empty() : new MetadataBuilder()
          .putStringArray(TrainingColumns.LABELS,
              Collections.list(attribute.enumerateValues()).stream().map(String::valueOf).toArray(String[]::new))
          .build();
      fields[a] = new StructField(attribute.name(), type, true, metadata);
    }
    return new StructType(fields);
  }

  private static Row row(Instance instance) {
    Object[] values = new Object[instance.numAttributes()];
    for (int a = 0; a < values.length; a++) {
      if (!instance.isMissing(a)) {
        Attribute attribute = instance.attribute(a);
        values[a] = attribute.isDate() ? new java.sql.Timestamp((long) instance.value(a))
            : attribute.isNumeric() ? (Object) instance.value(a) : instance.stringValue(a);
      }
    }
    return RowFactory.create(values);
  }
}
