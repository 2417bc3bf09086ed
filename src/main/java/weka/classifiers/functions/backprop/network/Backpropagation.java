package weka.classifiers.functions.backprop.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.kernel.Kernel;
import weka.classifiers.functions.backprop.kernel.Kernels;
import weka.classifiers.functions.backprop.kernel.Transposition;

/**
 * The gradient of a mini-batch's loss, by backpropagation (Rumelhart, Hinton and Williams, 1986): {@link #forward}
 * keeps the outputs of all layers, {@link #loss} gives E and the output's delta, {@link #backward} the deltas of the
 * hidden layers, and {@link #gradient} the gradients. Deltas are gradients of the loss with respect to the weighted
 * sums s. All buffers are allocated once.
 *
 * <p>The work is divided into parts that any number of threads may do at once: {@link #transpose}, then the way forward
 * and back by the mini-batch's rows, then {@link #gradient} by the parameters' rows. All of one must be done before any
 * of the next. No two parts write to the same row, and every number is summed in the same order however many parts
 * there are, so the bits are the same.
 */
public final class Backpropagation {

  /** Does something with rows of parameters. */
  @FunctionalInterface
  public interface RowVisitor {

    /** Visits the rows {@code from} to {@code to - 1} of layer l's parameters; the last row of all is that of b. */
    void visit(int l, int from, int to);

    /** Whether rows are visited too whose gradient is 0 since their input is 0 in the whole mini-batch. */
    default boolean wantsZeros() {
      return true;
    }
  }

  /** Rows of a gradient that are computed together, and visited before they leave the second-level cache. */
  private static final int GRADIENT_ROWS = Kernels.get().gradientRows();

  private final Kernel kernel = Kernels.get();
  private final List<Layer> layers;
  private final LossPass lossPass;
  private final ForwardPass pass;
  /** Δ^l of each layer [layers][mini-batch × units]. */
  private final float[][][] deltas;
  /** ∂E/∂W^l, and ∂E/∂b^l as its last row, of each layer [layers][inputs + 1 × units]. */
  private final float[][][] gradients;
  /**
   * Wᵀ of each layer but the first, and a last row of zeros [layers][units + 1 × inputs]: the way back reads along
   * rows, as the way forward does.
   */
  private final float[][][] transposed;
  /** Indices of the mini-batch's rows, and the constant input 1 that the biases are the weights of. */
  private final int[] allRows;
  private final float[] ones;
  /** Of each layer's parameter rows. */
  private final Partition[] parameterRows;

  /**
   * Buffers for mini-batches of at most {@code capacity} instances.
   *
   * @param parts that the work is divided into
   * @param dropout probability that a hidden unit's output is dropped, in [0, 1)
   */
  public Backpropagation(Network network, int capacity, int parts, double dropout) {
    layers = network.layers();
    lossPass = new LossPass(network, capacity, parts, dropout);
    pass = lossPass.pass();
    int depth = layers.size();
    deltas = new float[depth][][];
    gradients = new float[depth][][];
    transposed = new float[depth][][];
    parameterRows = new Partition[depth];
    for (int l = 0; l < depth; l++) {
      Layer layer = layers.get(l);
      deltas[l] = l == depth - 1 ? lossPass.deltas() : Kernel.matrix(capacity, layer.units());
      gradients[l] = Kernel.matrix(layer.inputs() + 1, layer.units());
      transposed[l] = l == 0 ? null : Kernel.matrix(layer.units() + 1, layer.inputs());
      parameterRows[l] = new Partition(layer.inputs() + 1, parts);
    }
    allRows = IntStream.range(0, capacity).toArray();
    ones = new float[capacity];
    Arrays.fill(ones, 1);
  }

  /** Sets what is dropped from now on; another seed for every step. */
  public void dropoutSeed(long seed) {
    pass.dropoutSeed(seed);
  }

  /** ∂E/∂W, and ∂E/∂b as the last row, of each layer [layers][inputs + 1 × units], as {@link #gradient} left them. */
  public float[][][] gradients() {
    return gradients;
  }

  /** Σ w E of the mini-batch. */
  public double totalLoss(MiniBatch batch) {
    return lossPass.total(batch);
  }

  /** Wᵀ of a part of the weights. */
  public void transpose(int part) {
    for (int l = 1; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      int to = Math.min(layer.inputs(), parameterRows[l].from(part + 1));
      Transposition.transpose(layer.parameters(), parameterRows[l].from(part), to, 0, layer.units(), transposed[l]);
    }
  }

  /**
   * Drops inputs of a part of the instances, whose rows become copies.
   *
   * @param p probability that an input is dropped, in [0, 1)
   * @param seed of what is dropped
   */
  public void dropInputs(MiniBatch batch, double p, long seed, int part) {
    Partition rows = lossPass.rows(batch);
    batch.dropInputs(p, seed, rows.from(part), rows.from(part + 1));
  }

  /** O^l of all layers, for a part of the instances. */
  public void forward(MiniBatch batch, int part) {
    lossPass.forward(batch, part);
  }

  /**
   * E and the output layer's Δ, for a part of the instances.
   *
   * @param divisor of Σ w E, where w are the instance weights: 1 for the sum over the mini-batch, Σ w for the mean
   */
  public void loss(MiniBatch batch, double divisor, int part) {
    lossPass.loss(batch, divisor, part);
  }

  /** Δ_i = σ'_i Σ_j w_ij Δ_j, from the output layer back to the first hidden one, for a part of the instances. */
  public void backward(MiniBatch batch, int part) {
    Partition rows = lossPass.rows(batch);
    int from = rows.from(part);
    int to = rows.from(part + 1);
    for (int l = layers.size() - 1; l > 0; l--) {
      Layer layer = layers.get(l);
      Activation activation = layers.get(l - 1).activation();
      kernel.affine(deltas[l], transposed[l], layer.units(), layer.inputs(), deltas[l - 1], from, to);
      for (int row = from; row < to; row++) {
        float[] delta = deltas[l - 1][row];
        activation.multiplyByDerivative(pass.outputs(l - 1)[row], layer.inputs(), delta);
        pass.multiplyByDropout(l - 1, row, delta);
      }
    }
  }

  /**
   * ∂E/∂w_ij = O_i Δ_j and ∂E/∂b_j = Δ_j, summed over the mini-batch, for a part of the parameters.
   *
   * @param visitor visits each few rows as soon as their gradients are computed, while they are in the cache
   */
  public void gradient(MiniBatch batch, int part, RowVisitor visitor) {
    for (int l = 0; l < layers.size(); l++) {
      int inputs = layers.get(l).inputs();
      int from = parameterRows[l].from(part);
      int to = parameterRows[l].from(part + 1);
      InputRows x = pass.inputs(l, batch.inputs());
      if (x.isSparse()) {
        if (x.denseColumns() != null) {
          gradientOfDenseColumns(x, batch.size(), part, visitor);
        }
        sparseGradient(l, batch, from, Math.min(to, inputs), lossPass.workspace(part).columns(), visitor);
      } else {
        denseGradient(l, x, batch.size(), from, Math.min(to, inputs), visitor);
      }
      if (to > inputs) {
        biasGradient(l, batch.size());
        visitor.visit(l, inputs, to);
      }
    }
  }

  private void denseGradient(int l, InputRows x, int instances, int from, int to, RowVisitor visitor) {
    int units = layers.get(l).units();
    for (int block = from; block < to; block += GRADIENT_ROWS) {
      int blockTo = Math.min(to, block + GRADIENT_ROWS);
      kernel.weightGradient(x.values(), deltas[l], instances, units, gradients[l], block, blockTo);
      visitor.visit(l, block, blockTo);
    }
  }

  /** Row by row, with the inputs' columns instead of their rows. */
  private void sparseGradient(int l, MiniBatch batch, int from, int to, SparseColumns columns, RowVisitor visitor) {
    DenseColumns dense = batch.inputs().denseColumns();
    columns.read(batch, from, to);
    for (int i = from; i < to; i++) {
      boolean apart = dense != null && dense.place(i) != DenseColumns.NONE;
      if (!apart && (visitor.wantsZeros() || columns.start(i) < columns.end(i))) {
        sum(l, i, columns.rows(), columns.values(), columns.start(i), columns.end(i));
        visitor.visit(l, i, i + 1);
      }
    }
  }

  /** The gradient of the columns of sparse rows that are kept apart, a part of them. */
  private void gradientOfDenseColumns(InputRows x, int instances, int part, RowVisitor visitor) {
    DenseColumns dense = x.denseColumns();
    Partition rows = new Partition(dense.size(), parameterRows[0].parts());
    float[][] gradient = dense.rows(gradients[0]);
    int to = rows.from(part + 1);
    for (int block = rows.from(part); block < to; block += GRADIENT_ROWS) {
      int blockTo = Math.min(to, block + GRADIENT_ROWS);
      kernel.weightGradient(x.dense(), deltas[0], instances, layers.get(0).units(), gradient, block, blockTo);
      for (int k = block; k < blockTo; k++) {
        visitor.visit(0, dense.column(k), dense.column(k) + 1);
      }
    }
  }

  private void biasGradient(int l, int instances) {
    sum(l, layers.get(l).inputs(), allRows, ones, 0, instances);
  }

  /** Row i of a gradient: the sum of some rows of Δ^l, each multiplied by an input's value there. */
  private void sum(int l, int i, int[] rows, float[] values, int from, int to) {
    Arrays.fill(gradients[l][i], 0);
    kernel.addRows(rows, values, from, to, deltas[l], layers.get(l).units(), gradients[l][i]);
  }

  /** Visits a part of the parameters, whose gradients have been computed. */
  public void visit(int part, RowVisitor visitor) {
    for (int l = 0; l < layers.size(); l++) {
      visitor.visit(l, parameterRows[l].from(part), parameterRows[l].from(part + 1));
    }
  }
}
