package weka.classifiers.functions.backprop.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.kernel.Kernel;
import weka.classifiers.functions.backprop.kernel.Kernels;

/**
 * The gradient of a mini-batch's loss, by backpropagation (Rumelhart, Hinton and Williams, 1986): {@link #forward}
 * keeps the outputs of all layers, {@link #loss} gives E and the output's delta, {@link #backward} the deltas of the
 * hidden layers, and {@link #gradient} the gradients. Deltas are gradients of the loss with respect to the weighted
 * sums s. All buffers are allocated once.
 *
 * <p>The three steps of {@link #run} are divided into parts that share no row: any number of threads may do the parts
 * of a step at once, but all of a step before any of the next. Every number is summed in the same order however many
 * parts there are, so the bits are the same.
 */
public final class Backpropagation {

  /** Receives rows of parameters whose gradients are ready. */
  @FunctionalInterface
  public interface GradientRows {

    /** The rows {@code from} to {@code to - 1} of layer l; the row after those of W is that of the biases. */
    void ready(int l, int from, int to);

    /** Whether rows are received too whose gradient is 0 since their input is 0 in the whole mini-batch. */
    default boolean wantsZeros() {
      return true;
    }
  }

  /** Columns of W that are transposed together. */
  private static final int TRANSPOSED_COLUMNS = 16;
  /** Rows of a gradient that are computed together, and used before they leave the second-level cache. */
  private static final int GRADIENT_ROWS = 64;

  private final Kernel kernel = Kernels.get();
  private final Network network;
  private final List<Layer> layers;
  private final List<Layer> gradients = new ArrayList<>();
  /** O^l and Δ^l of each layer [mini-batch × units]. */
  private final float[][][] outputs;
  private final float[][][] deltas;
  /**
   * With dropout, the outputs that the next layer sees and the factors they were multiplied by; without, the outputs
   * themselves and null.
   */
  private final float[][][] kept;
  private final float[][][] factors;
  private final double dropout;
  private long dropoutSeed;
  /**
   * Wᵀ of each layer but the first, and a last row of zeros [units + 1 × inputs]: the way back reads along rows, as the
   * way forward does.
   */
  private final float[][][] transposed;
  private final double[] losses;
  /** Indices of the mini-batch's rows, and the constant input 1 that the biases are the weights of. */
  private final int[] allRows;
  private final float[] ones;
  /** The sparse inputs' columns that a part of the first layer's gradient needs. */
  private final SparseColumns[] columns;
  private final float[][] scratch;

  /** Buffers for mini-batches of at most {@code capacity} instances, work in one part, and no dropout. */
  public Backpropagation(Network network, int capacity) {
    this(network, capacity, 1, 0);
  }

  /**
   * Buffers for mini-batches of at most {@code capacity} instances.
   *
   * @param parts that the work is divided into
   * @param dropout probability that a hidden unit's output is dropped, in [0, 1)
   */
  public Backpropagation(Network network, int capacity, int parts, double dropout) {
    this.network = network;
    this.dropout = dropout;
    columns = new SparseColumns[parts];
    Arrays.setAll(columns, part -> new SparseColumns());
    scratch = new float[parts][];
    Arrays.setAll(scratch, part -> Layer.scratch());
    this.layers = network.layers();
    int depth = layers.size();
    outputs = new float[depth][][];
    deltas = new float[depth][][];
    kept = new float[depth][][];
    factors = new float[depth][][];
    transposed = new float[depth][][];
    losses = new double[capacity];
    allRows = IntStream.range(0, capacity).toArray();
    ones = new float[capacity];
    Arrays.fill(ones, 1);
    for (int l = 0; l < depth; l++) {
      Layer layer = layers.get(l);
      gradients.add(new Layer(layer.inputs(), layer.units(), layer.activation()));
      outputs[l] = Kernel.matrix(capacity, layer.units());
      deltas[l] = Kernel.matrix(capacity, layer.units());
      boolean dropped = dropout > 0 && l < depth - 1;
      kept[l] = dropped ? Kernel.matrix(capacity, layer.units()) : outputs[l];
      factors[l] = dropped ? Kernel.matrix(capacity, layer.units()) : null;
      if (l > 0) {
        transposed[l] = Kernel.matrix(layer.units() + 1, layer.inputs());
      }
    }
  }

  /**
   * Computes the gradient of Σ w E / divisor over the mini-batch, where w are the instance weights.
   *
   * @param divisor 1 for the sum over the mini-batch, Σ w for the mean
   * @return Σ w E
   */
  public double run(MiniBatch batch, double divisor) {
    for (int part = 0; part < parts(); part++) {
      transpose(part);
    }
    for (int part = 0; part < parts(); part++) {
      passes(batch, divisor, part);
    }
    for (int part = 0; part < parts(); part++) {
      gradient(batch, part, (l, from, to) -> { });
    }
    return loss(batch);
  }

  /** Sets what is dropped from now on; another seed for every step. */
  public void dropoutSeed(long seed) {
    dropoutSeed = seed;
  }

  /** ∂E/∂W and ∂E/∂b of each layer, in layers of the same shape, as {@link #gradient} left them; not copies. */
  public List<Layer> gradients() {
    return gradients;
  }

  /** Σ w E of the mini-batch, in the order of its instances. */
  public double loss(MiniBatch batch) {
    double total = 0;
    for (int row = 0; row < batch.size(); row++) {
      total += losses[row];
    }
    return total;
  }

  /** Number of parts that each step is divided into. */
  private int parts() {
    return columns.length;
  }

  /**
   * First of the parameter rows of layer l that belong to a part; they end where the next part's begin. The row after
   * those of W is that of the biases.
   */
  private int firstRow(int l, int part) {
    return first(layers.get(l).inputs() + 1, part);
  }

  /** Where a part of n rows begins: at a multiple of 8, for whole tiles. */
  private int first(int n, int part) {
    return part == parts() ? n : (int) ((long) n * part / parts()) / 8 * 8;
  }

  /** First step: Wᵀ. */
  public void transpose(int part) {
    for (int l = 1; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      int to = Math.min(layer.inputs(), firstRow(l, part + 1));
      // A block of columns at a time, whose cache lines are written to while they are at hand.
      for (int j = 0; j < layer.units(); j += TRANSPOSED_COLUMNS) {
        transpose(layer, firstRow(l, part), to, j, Math.min(layer.units(), j + TRANSPOSED_COLUMNS), transposed[l]);
      }
    }
  }

  private static void transpose(Layer layer, int from, int to, int fromColumn, int toColumn, float[][] transposed) {
    for (int i = from; i < to; i++) {
      float[] row = layer.parameters()[i];
      for (int j = fromColumn; j < toColumn; j++) {
        transposed[j][i] = row[j];
      }
    }
  }

  /** Second step: the way forward and back, for a part of the instances. */
  public void passes(MiniBatch batch, double divisor, int part) {
    int from = first(batch.size(), part);
    int to = first(batch.size(), part + 1);
    forward(batch, from, to, scratch[part]);
    loss(batch, divisor, from, to);
    backward(from, to);
  }

  /**
   * Third step: ∂E/∂w_ij = O_i Δ_j and ∂E/∂b_j = Δ_j, summed over the mini-batch, for a part of the parameters.
   *
   * @param rows told of each few rows of gradients, so that it can use them while they are in the cache
   */
  public void gradient(MiniBatch batch, int part, GradientRows rows) {
    for (int l = 0; l < layers.size(); l++) {
      int inputs = layers.get(l).inputs();
      int to = firstRow(l, part + 1);
      int weightsTo = Math.min(to, inputs);
      if (l == 0 && batch.isSparse()) {
        sparseGradient(batch, firstRow(l, part), weightsTo, columns[part], rows);
      } else {
        denseGradient(l, batch, firstRow(l, part), weightsTo, rows);
      }
      if (to > inputs) {
        biasGradient(batch, l);
        rows.ready(l, inputs, to);
      }
    }
  }

  /** Visits a part of the parameters without computing their gradients. */
  public void visit(int part, GradientRows rows) {
    for (int l = 0; l < layers.size(); l++) {
      rows.ready(l, firstRow(l, part), firstRow(l, part + 1));
    }
  }

  private void denseGradient(int l, MiniBatch batch, int from, int to, GradientRows rows) {
    Layer gradient = gradients.get(l);
    for (int block = from; block < to; block += GRADIENT_ROWS) {
      int blockTo = Math.min(to, block + GRADIENT_ROWS);
      kernel.weightGradient(inputsOf(l, batch), deltas[l], batch.size(), gradient.units(), gradient.parameters(), block,
          blockTo);
      rows.ready(l, block, blockTo);
    }
  }

  /** Row by row; {@code entries} are read from the mini-batch. */
  private void sparseGradient(MiniBatch batch, int from, int to, SparseColumns entries, GradientRows rows) {
    Layer gradient = gradients.get(0);
    entries.read(batch, from, to);
    for (int i = from; i < to; i++) {
      if (rows.wantsZeros() || entries.start(i) < entries.end(i)) {
        float[] row = gradient.parameters()[i];
        Arrays.fill(row, 0);
        kernel.addRows(entries.rows(), entries.values(), entries.start(i), entries.end(i), deltas[0], gradient.units(),
            row);
        rows.ready(0, i, i + 1);
      }
    }
  }

  /** O^l = σ(O^(l-1)·W + b), layer by layer. */
  private void forward(MiniBatch batch, int from, int to, float[] partScratch) {
    for (int l = 0; l < layers.size(); l++) {
      if (l == 0) {
        layers.get(l).forward(kernel, batch, outputs[l], from, to, partScratch);
      } else {
        layers.get(l).forward(kernel, kept[l - 1], outputs[l], from, to, partScratch);
      }
      if (factors[l] != null) {
        drop(l, from, to);
      }
    }
  }

  private void drop(int l, int from, int to) {
    int units = layers.get(l).units();
    for (int row = from; row < to; row++) {
      float[] factor = factors[l][row];
      Dropout.factors(Dropout.seed(Dropout.seed(dropoutSeed, l), row), dropout, factor, units);
      multiply(factor, outputs[l][row], units, kept[l][row]);
    }
  }

  /** product ← a · b, element by element. */
  private static void multiply(float[] a, float[] b, int n, float[] product) {
    for (int j = 0; j < n; j++) {
      product[j] = a[j] * b[j];
    }
  }

  /** E and the output layer's Δ, each instance's scaled by its weight. */
  private void loss(MiniBatch batch, double divisor, int from, int to) {
    int last = layers.size() - 1;
    int units = layers.get(last).units();
    for (int row = from; row < to; row++) {
      float[] delta = deltas[last][row];
      double weight = batch.weights[row];
      losses[row] = weight * network.loss().delta(outputs[last][row], batch.targets[row], units, delta);
      float factor = (float) (weight / divisor);
      for (int j = 0; j < units; j++) {
        delta[j] *= factor;
      }
    }
  }

  /** Δ_i = σ'_i Σ_j w_ij Δ_j, from the output back to the first hidden layer. */
  private void backward(int from, int to) {
    for (int l = layers.size() - 1; l > 0; l--) {
      Layer layer = layers.get(l);
      kernel.affine(deltas[l], transposed[l], layer.units(), layer.inputs(), deltas[l - 1], from, to);
      Activation activation = layers.get(l - 1).activation();
      for (int row = from; row < to; row++) {
        activation.multiplyByDerivative(outputs[l - 1][row], layer.inputs(), deltas[l - 1][row]);
        if (factors[l - 1] != null) {
          multiply(deltas[l - 1][row], factors[l - 1][row], layer.inputs(), deltas[l - 1][row]);
        }
      }
    }
  }

  private void biasGradient(MiniBatch batch, int l) {
    Layer gradient = gradients.get(l);
    float[] row = gradient.parameters()[gradient.inputs()];
    Arrays.fill(row, 0);
    kernel.addRows(allRows, ones, 0, batch.size(), deltas[l], gradient.units(), row);
  }

  private float[][] inputsOf(int l, MiniBatch batch) {
    return l == 0 ? batch.inputs : kept[l - 1];
  }
}
