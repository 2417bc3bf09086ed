package weka.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

class ColumnsTest {

  private static final StructType SCHEMA = new StructType().add("int", DataTypes.IntegerType)
      .add("decimal", DataTypes.createDecimalType(10, 2)).add("yes", DataTypes.BooleanType)
      .add("colour", DataTypes.StringType).add("day", DataTypes.DateType).add("time", DataTypes.TimestampType)
      .add("v", SQLDataTypes.VectorType()).add("w", DataTypes.DoubleType).add("label", DataTypes.DoubleType);

  private static Dataset<Row> data() {
    return LocalSpark.frame(SCHEMA, List.of(
        RowFactory.create(7, new BigDecimal("1.25"), true, "red", Date.valueOf("2026-01-02"), new Timestamp(1500),
            Vectors.sparse(3, new int[] {2}, new double[] {4}), 2.0, 10.0),
        RowFactory.create(null, null, null, "blue", null, null, Vectors.dense(1, 2, 3), 1.0, 9.0),
        RowFactory.create(8, new BigDecimal("-3.5"), false, null, null, null, null, 0.5, 0.5)));
  }

  private static TrainingColumns.Choice choice(String target, String... nominal) {
    return new TrainingColumns.Choice(target, "w", List.of(), Set.of(nominal));
  }

  private static Instances header(TrainingColumns.Choice choice) {
    return new TrainingColumns(SCHEMA, choice).header(data(), "data", 100);
  }

  private static List<Instance> read(Instances header) {
    RowReader reader = RowReader.ofTraining(header, SCHEMA, "w");
    List<Instance> instances = new ArrayList<>();
    data().selectExpr(reader.select()).collectAsList().forEach(row -> instances.add(reader.read(row, 0)));
    return instances;
  }

  private static List<String> labels(Attribute attribute) {
    return Collections.list(attribute.enumerateValues()).stream().map(String::valueOf).toList();
  }

  private static List<String> names(Instances header) {
    List<String> names = new ArrayList<>();
    for (int a = 0; a < header.numAttributes(); a++) {
      names.add(header.attribute(a).name());
    }
    return names;
  }

  @Test
  void typesBecomeAttributes() {
    Instances header = header(choice("label"));
    assertEquals(List.of("int", "decimal", "yes", "colour", "day", "time", "v_0", "v_1", "v_2", "label"),
        names(header));
    assertEquals("label", header.classAttribute().name());
    assertEquals(List.of("false", "true"), labels(header.attribute("yes")));
    assertEquals(List.of("blue", "red"), labels(header.attribute("colour")));
    assertTrue(header.attribute("day").isDate() && header.attribute("time").isDate());
    assertTrue(header.attribute("int").isNumeric() && header.attribute("v_2").isNumeric());
  }

  @Test
  void valuesBecomeDoubles() {
    Instances header = header(choice("label"));
    List<Instance> instances = read(header);
    double day = Date.valueOf("2026-01-02").getTime();
    assertTrue(instances.get(0) instanceof SparseInstance);
    assertEquals(Arrays.toString(new double[] {7, 1.25, 1, 1, day, 1500, 0, 0, 4, 10}),
        Arrays.toString(instances.get(0).toDoubleArray()));
    assertEquals(2, instances.get(0).weight());
    double missing = Double.NaN;
    assertEquals(Arrays.toString(new double[] {missing, missing, missing, 0, missing, missing, 1, 2, 3, 9}),
        Arrays.toString(instances.get(1).toDoubleArray()));
    assertEquals(Arrays.toString(new double[] {8, -3.5, 0, missing, missing, missing, missing, missing, missing, 0.5}),
        Arrays.toString(instances.get(2).toDoubleArray()));
  }

  @Test
  void numbersAsLabelsStandInTheirOrder() {
    Instances header = header(choice("label", "label"));
    assertEquals(List.of("0.5", "9", "10"), labels(header.classAttribute()));
    assertEquals(2, read(header).get(0).classValue());
  }

  @Test
  void labelsThatTrainingDidNotKnowAreBeyondThoseOfTheHeader() {
    Instances header = header(choice("label"));
    RowReader reader = RowReader.of(header, SCHEMA, false);
    Row row = data().limit(1).selectExpr("int", "decimal", "yes", "'green' as colour", "day", "time", "v", "w", "label")
        .selectExpr(reader.select()).first();
    Instance instance = reader.read(row, 0);
    assertEquals(2, instance.value(header.attribute("colour").index()));
    assertTrue(instance.classIsMissing());
  }

  @Test
  void columnsAreFoundByNameWhateverTheirOrder() {
    Instances header = header(choice("label"));
    Dataset<Row> other = data().selectExpr("v", "label", "time", "upper('x') as extra", "COLOUR as Colour", "yes",
        "day", "decimal", "int");
    RowReader reader = RowReader.of(header, other.schema(), true);
    assertEquals(Arrays.toString(read(header).get(0).toDoubleArray()),
        Arrays.toString(reader.read(other.selectExpr(reader.select()).first(), 0).toDoubleArray()));
  }

  /** libsvm's reader takes the largest index that it finds for the size. */
  @Test
  void sparseVectorsMayBeOfAnotherSize() {
    RowReader reader = RowReader.of(header(choice("label")), SCHEMA, false);
    for (int size : new int[] {2, 5}) {
      Row row = RowFactory.create(1.0, 2.0, "true", "red", null, null,
          size == 2 ? Vectors.sparse(2, new int[] {1}, new double[] {7})
              : Vectors.sparse(5, new int[] {1, 4}, new double[] {7, 9}));
      assertEquals(7, reader.read(row, 0).value(7));
      assertEquals(0, reader.read(row, 0).value(8));
    }
    Row dense = RowFactory.create(1.0, 2.0, "true", "red", null, null, Vectors.dense(1, 2));
    assertEquals("A vector has 2 elements, but attribute 'v_2' is the last one of vectors of 3.",
        complaint(() -> reader.read(dense, 0)));
  }

  private static String complaint(Runnable runnable) {
    return assertThrows(UserException.class, runnable::run).getMessage();
  }

  @Test
  void mistakesAreTold() {
    assertEquals("The data have no column 'lable' for the target (option -c). They have 'int', 'decimal', 'yes', "
        + "'colour', 'day', 'time', 'v', 'w', 'label'.", complaint(() -> header(choice("lable"))));
    assertEquals("The target 'v' holds vectors, but must hold numbers or labels (option -c).",
        complaint(() -> header(choice("v"))));
    StructType arrays = new StructType().add("a", DataTypes.createArrayType(DataTypes.DoubleType)).add("label",
        DataTypes.DoubleType);
    assertEquals("Column 'a' has the type array<double>, but must hold numbers, booleans, strings, dates or vectors. "
        + "Convert it, or name the other columns (option -columns).",
        complaint(() -> new TrainingColumns(arrays, new TrainingColumns.Choice("label", null, List.of(), Set.of()))));
    assertEquals("Column 'colour' has more than 1 different labels. Leave it out (option -columns), group its labels, "
        + "or raise the limit (option -labels).",
        complaint(() -> new TrainingColumns(SCHEMA, choice("label")).header(data(), "data", 1)));
    assertEquals("Column 'v' has vectors of 1 and of 3 elements, but all must have the same number.",
        complaint(() -> new TrainingColumns(SCHEMA, choice("label")).header(data().union(LocalSpark.frame(SCHEMA,
            List.of(RowFactory.create(1, null, null, null, null, null, Vectors.dense(1), 1.0, 1.0)))), "data", 100)));
    Instances header = header(choice("label"));
    assertEquals("The data lack the model's columns 'int', 'v_0', 'v_1', 'v_2'. They have 'decimal', 'yes', 'colour', "
        + "'day', 'time', 'w', 'label'.",
        complaint(() -> RowReader.of(header, data().drop("int", "v").schema(), false)));
    assertEquals("Column 'int' has the type string, but the model's attribute is numeric.",
        complaint(() -> RowReader.of(header, data().withColumn("int", functions.col("colour")).schema(), false)));
  }
}
