package weka.classifiers.functions.backprop.encode;

import java.util.List;
import java.util.function.ToDoubleFunction;
import weka.classifiers.functions.backprop.network.DenseColumns;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.RowSource;
import weka.core.Instance;

/**
 * Training data as a network reads them: encoded once if there is room for the rows, otherwise mini-batch by mini-batch
 * from the instances; without their zeros if most inputs are zero. Where they are kept doesn't change the result.
 */
public final class EncodedExamples {

  /** Bytes of a row's header and of its place in the array of rows. */
  private static final int ROW_OVERHEAD = 24;

  private EncodedExamples() {
  }

  /**
   * Encodes training data.
   *
   * @param instances with class values; not modified
   * @param weight of an instance, greater than 0
   * @param room bytes that the rows may take
   * @param threads that share the work, if there is enough; they don't change the result
   * @throws InterruptedException if the thread was interrupted
   */
  public static Examples encode(List<Instance> instances, ToDoubleFunction<Instance> weight, InputEncoder inputs,
      ClassEncoder classEncoder, double room, int threads) throws InterruptedException {
    DenseColumns dense = inputs.isSparse() ? denseColumns(instances, inputs) : null;
    boolean fits = rowBytes(inputs, dense) * instances.size() <= room;
    return new Examples(fits ? inMemory(instances, inputs, dense, threads) : onDemand(instances, inputs, dense),
        classEncoder.targets(instances), weights(instances, weight));
  }

  private static double[] weights(List<Instance> instances, ToDoubleFunction<Instance> weight) {
    double[] weights = new double[instances.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight.applyAsDouble(instances.get(i));
    }
    return weights;
  }

  /** Bytes of a row, at most: values in dense columns are counted among the non-zeros as well. */
  private static double rowBytes(InputEncoder inputs, DenseColumns dense) {
    if (!inputs.isSparse()) {
      return 4.0 * inputs.width() + ROW_OVERHEAD;
    }
    return 8 * inputs.nonZeros() + 2 * ROW_OVERHEAD + (dense == null ? 0 : 4.0 * dense.size() + ROW_OVERHEAD);
  }

  /** The columns of sparse rows that are better kept with their zeros, by a sample; null: none. */
  private static DenseColumns denseColumns(List<Instance> instances, InputEncoder inputs) {
    List<Instance> sample = InputEncoder.sample(instances);
    return DenseColumns.select(inputs.countNonZeros(sample), sample.size());
  }

  private static InputRows inMemory(List<Instance> instances, InputEncoder inputs, DenseColumns dense, int threads)
      throws InterruptedException {
    int size = instances.size();
    InputRows all = new InputRows(new int[size][], new float[size][], dense, dense == null ? null : new float[size][]);
    ThreadTeam.divide(size, (double) size * inputs.attributes(), threads,
        (from, to) -> encode(instances, inputs, from, to, all));
    return all;
  }

  /** Encodes the instances {@code from} to {@code to - 1} into rows. */
  private static void encode(List<Instance> instances, InputEncoder inputs, int from, int to, InputRows rows)
      throws InterruptedException {
    SparseRowBuilder builder = new SparseRowBuilder();
    for (int i = from; i < to; i++) {
      Interruption.check();
      if (inputs.isSparse()) {
        inputs.encodeSparse(instances.get(i), builder);
        if (rows.dense() != null) {
          rows.dense()[i] = builder.remove(rows.denseColumns());
        }
        SparseRow row = builder.row();
        rows.columns()[i] = row.columns();
        rows.values()[i] = row.values();
      } else {
        rows.values()[i] = inputs.encode(instances.get(i));
      }
    }
  }

  /** Encodes dense rows into the mini-batch's own arrays. */
  private static RowSource onDemand(List<Instance> instances, InputEncoder inputs, DenseColumns dense) {
    if (inputs.isSparse()) {
      SparseRowBuilder builder = new SparseRowBuilder();
      return (instance, batch, row) -> {
        inputs.encodeSparse(instances.get(instance), builder);
        if (dense != null) {
          batch.setDense(row, dense, builder.remove(dense));
        }
        SparseRow values = builder.row();
        batch.setInputs(row, values.columns(), values.values());
      };
    }
    return (instance, batch, row) -> {
      float[] values = batch.room(row, inputs.width());
      inputs.encode(instances.get(instance), values);
      batch.setInputs(row, null, values);
    };
  }
}
