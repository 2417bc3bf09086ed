package weka.backprop.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Data for tests. */
final class Tables {

  /** Two numbers, a colour with gaps, and what follows from them: a label, and a number. */
  static final StructType SCHEMA = new StructType().add("x", DataTypes.DoubleType).add("y", DataTypes.DoubleType)
      .add("colour", DataTypes.StringType).add("label", DataTypes.StringType).add("z", DataTypes.DoubleType);

  private Tables() {
  }

  /** A label that is yes where x · y is positive, or the colour is red. */
  static List<Row> rows(int count, long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = random.nextGaussian();
      double y = random.nextGaussian();
      String colour = new String[] {"red", "green", "blue", null}[random.nextInt(4)];
      boolean yes = x * y > 0 || "red".equals(colour);
      rows.add(RowFactory.create(x, random.nextInt(20) == 0 ? null : y, colour, yes ? "yes" : "no",
          3 * x - y + ("blue".equals(colour) ? 5 : 0)));
    }
    return rows;
  }

  static Dataset<Row> frame(int count, long seed) {
    return LocalSpark.frame(SCHEMA, rows(count, seed));
  }

  static Dataset<Row> classification(int count, long seed) {
    return frame(count, seed).drop("z");
  }

  /** Without rows that have gaps, which the number doesn't follow from. */
  static Dataset<Row> regression(int count, long seed) {
    return frame(count, seed).drop("label").na().drop();
  }
}
