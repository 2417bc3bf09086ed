package weka.classifiers.functions.backprop.encode;

import java.util.List;
import java.util.function.ToDoubleFunction;
import weka.classifiers.functions.backprop.network.DenseExamples;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.MiniBatch;
import weka.classifiers.functions.backprop.network.SparseExamples;
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
    float[][] targets = classEncoder.targets(instances);
    double[] weights = instances.stream().mapToDouble(weight).toArray();
    if (rowBytes * weights.length > room) {
      return sparse ? new SparseStream(instances, inputs, targets, weights)
          : new DenseStream(instances, inputs, targets, weights);
    }
    float[][] values = new float[weights.length][];
    int[][] columns = sparse ? new int[weights.length][] : null;
    for (int from = 0; from < weights.length; from += BLOCK) {
      Interruption.check();
      List<Instance> block = instances.subList(from, Math.min(from + BLOCK, weights.length));
      if (sparse) {
        SparseRows rows = inputs.encodeSparse(block);
        System.arraycopy(rows.columns(), 0, columns, from, block.size());
        System.arraycopy(rows.values(), 0, values, from, block.size());
      } else {
        System.arraycopy(inputs.encode(block), 0, values, from, block.size());
      }
    }
    return sparse ? new SparseExamples(columns, values, targets, weights)
        : new DenseExamples(values, targets, weights);
  }

  /** Dense rows, encoded into the same buffers for every mini-batch. */
  private static final class DenseStream implements Examples {

    private final List<Instance> instances;
    private final InputEncoder inputs;
    private final float[][] targets;
    private final double[] weights;
    private float[][] rows = new float[0][];

    DenseStream(List<Instance> instances, InputEncoder inputs, float[][] targets, double[] weights) {
      this.instances = instances;
      this.inputs = inputs;
      this.targets = targets;
      this.weights = weights;
    }

    @Override
    public int size() {
      return instances.size();
    }

    @Override
    public float[] target(int instance) {
      return targets[instance];
    }

    @Override
    public double weight(int instance) {
      return weights[instance];
    }

    @Override
    public void fill(MiniBatch batch, int[] order, int from, int to) {
      if (rows.length < to - from) {
        rows = new float[to - from][inputs.width()];
      }
      batch.clear();
      for (int k = from; k < to; k++) {
        int i = order[k];
        inputs.encode(instances.get(i), rows[k - from]);
        batch.add(rows[k - from], targets[i], weights[i]);
      }
    }
  }

  /** Sparse rows, encoded again for every mini-batch. */
  private static final class SparseStream implements Examples {

    private final List<Instance> instances;
    private final InputEncoder inputs;
    private final float[][] targets;
    private final double[] weights;
    private final SparseRowBuilder builder = new SparseRowBuilder();

    SparseStream(List<Instance> instances, InputEncoder inputs, float[][] targets, double[] weights) {
      this.instances = instances;
      this.inputs = inputs;
      this.targets = targets;
      this.weights = weights;
    }

    @Override
    public int size() {
      return instances.size();
    }

    @Override
    public float[] target(int instance) {
      return targets[instance];
    }

    @Override
    public double weight(int instance) {
      return weights[instance];
    }

    @Override
    public void fill(MiniBatch batch, int[] order, int from, int to) {
      batch.clear();
      for (int k = from; k < to; k++) {
        int i = order[k];
        SparseRow row = inputs.encodeSparse(instances.get(i), builder);
        batch.add(row.columns(), row.values(), targets[i], weights[i]);
      }
    }
  }
}
