package weka.backprop.spark;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import weka.classifiers.Classifier;
import weka.core.BatchPredictor;
import weka.core.Instances;

/** Adds predictions to data: rows in blocks, so that the network's matrix products have some. */
final class Scoring implements MapPartitionsFunction<Row, Row> {

  @Serial
  private static final long serialVersionUID = 1L;

  /** Rows that are predicted at once. */
  private static final int BLOCK = 256;

  private final Broadcast<byte[]> scheme;
  private final RowReader reader;
  private final PredictionColumns columns;
  /** Number of columns of the data. */
  private final int inputs;
  /** Number of columns of the result. */
  private final int width;

  private Scoring(Broadcast<byte[]> scheme, RowReader reader, PredictionColumns columns, int inputs, int width) {
    this.scheme = scheme;
    this.reader = reader;
    this.columns = columns;
    this.inputs = inputs;
    this.width = width;
  }

  /**
   * The data with columns of predictions behind their own.
   *
   * @throws UserException if columns that the model wants are missing, or those of the predictions are there already
   */
  static Dataset<Row> run(Dataset<?> data, SavedScheme model, PredictionColumns columns) {
    StructType schema = data.schema();
    StructType result = columns.addTo(schema);
    RowReader reader = RowReader.of(model.header(), schema, false);
    String[] select = Stream.concat(Stream.of(schema.fieldNames()).map(Schemas::quote), Stream.of(reader.select()))
        .toArray(String[]::new);
    Broadcast<byte[]> scheme = JavaSparkContext.fromSparkContext(data.sparkSession().sparkContext())
        .broadcast(model.bytes());
    Scoring scoring = new Scoring(scheme, reader, columns, schema.size(), result.size());
    return data.selectExpr(select).mapPartitions(scoring, Encoders.row(result));
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) throws Exception {
    Classifier trained = SavedScheme.scheme(scheme.value());
    return new Iterator<>() {

      private Iterator<Row> block = List.<Row>of().iterator();

      @Override
      public boolean hasNext() {
        return block.hasNext() || rows.hasNext();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        if (!block.hasNext()) {
          block = predict(trained, rows);
        }
        return block.next();
      }
    };
  }

  private Iterator<Row> predict(Classifier trained, Iterator<Row> rows) {
    List<Row> read = new ArrayList<>(BLOCK);
    Instances instances = new Instances(reader.header(), BLOCK);
    while (read.size() < BLOCK && rows.hasNext()) {
      Row row = rows.next();
      read.add(row);
      instances.add(reader.read(row, inputs));
    }
    double[][] distributions = distributions(trained, instances);
    List<Row> predicted = new ArrayList<>(BLOCK);
    for (int k = 0; k < distributions.length; k++) {
      Object[] values = new Object[width];
      for (int c = 0; c < inputs; c++) {
        values[c] = read.get(k).get(c);
      }
      columns.write(distributions[k], values, inputs);
      predicted.add(RowFactory.create(values));
    }
    return predicted.iterator();
  }

  /** The class distribution of each instance, or the predicted number. */
  static double[][] distributions(Classifier trained, Instances instances) {
    try {
      return ((BatchPredictor) trained).distributionsForInstances(instances);
    } catch (Exception e) {
      throw new UserException("The model can't predict: " + Failures.firstLine(e) + ".", e);
    }
  }
}
