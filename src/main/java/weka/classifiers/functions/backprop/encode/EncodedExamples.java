package weka.classifiers.functions.backprop.encode;

import java.util.List;
import java.util.function.ToDoubleFunction;
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
  /** Instances that are encoded before an interruption is looked for. */
  private static final int BLOCK = 256;

  private EncodedExamples() {
  }

  /**
   * Encodes training data.
   *
   * @param instances with class values; not modified
   * @param weight of an instance, greater than 0
   * @param room bytes that the rows may take
   * @throws InterruptedException if the thread was interrupted
   */
  public static Examples encode(List<Instance> instances, ToDoubleFunction<Instance> weight, InputEncoder inputs,
      ClassEncoder classEncoder, double room) throws InterruptedException {
    boolean sparse = inputs.isSparse();
    double rowBytes = sparse ? 8 * inputs.nonZeros() + 2 * ROW_OVERHEAD : 4.0 * inputs.width() + ROW_OVERHEAD;
    boolean fits = rowBytes * instances.size() <= room;
    return new Examples(fits ? inMemory(instances, inputs) : onDemand(instances, inputs),
        classEncoder.targets(instances), instances.stream().mapToDouble(weight).toArray());
  }

  private static InputRows inMemory(List<Instance> instances, InputEncoder inputs) throws InterruptedException {
    int size = instances.size();
    InputRows all = InputRows.dense(new float[size][]);
    for (int from = 0; from < size; from += BLOCK) {
      Interruption.check();
      List<Instance> block = instances.subList(from, Math.min(from + BLOCK, size));
      if (inputs.isSparse()) {
        SparseRows rows = inputs.encodeSparse(block);
        System.arraycopy(rows.columns(), 0, all.columns(), from, block.size());
        System.arraycopy(rows.values(), 0, all.values(), from, block.size());
      } else {
        System.arraycopy(inputs.encode(block), 0, all.values(), from, block.size());
      }
    }
    return all;
  }

  /** Encodes dense rows into the mini-batch's own arrays. */
  private static RowSource onDemand(List<Instance> instances, InputEncoder inputs) {
    if (inputs.isSparse()) {
      SparseRowBuilder builder = new SparseRowBuilder();
      return (instance, batch, row) -> {
        SparseRow values = inputs.encodeSparse(instances.get(instance), builder);
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
