package weka.classifiers.functions.backprop.train;

import java.util.List;
import weka.classifiers.functions.backprop.kernel.Kernel;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Network;

/**
 * The memory that training takes beside its data, worked out before any of it is allocated. Bytes are doubles, since
 * the sizes that a user may ask for overflow a long.
 */
public final class MemoryEstimate {

  /** Bytes of an array's header and of the reference to it, at most. */
  private static final int ARRAY = 24;

  private final int[] widths;
  private final Hyperparameters hyperparameters;

  /**
   * The memory of a training.
   *
   * @param widths number of inputs, of each hidden layer's units, and of outputs; not modified
   */
  public MemoryEstimate(int[] widths, Hyperparameters hyperparameters) {
    this.widths = widths.clone();
    this.hyperparameters = hyperparameters;
  }

  /** The memory of a training of a network. */
  public static MemoryEstimate of(Network network, Hyperparameters hyperparameters) {
    List<Layer> layers = network.layers();
    int[] widths = new int[layers.size() + 1];
    widths[0] = layers.get(0).inputs();
    for (int l = 0; l < layers.size(); l++) {
      widths[l + 1] = layers.get(l).units();
    }
    return new MemoryEstimate(widths, hyperparameters);
  }

  /** Bytes of a {@link TrainingState} before its first epoch: the parameters, and what the optimizer keeps of them. */
  public double state() {
    return network() + optimizer();
  }

  /**
   * Bytes of a {@link Trainer}, and of the network that it adds to the state if it validates.
   *
   * @param training instances
   * @param validation instances, 0 for none
   */
  public double trainer(int training, int validation) {
    double gradient = network();
    double rollBack = 2 * state() + network();
    double best = validation > 0 ? network() : 0;
    return gradient + transposed() + rollBack + best + rows(training, validation)
        + 4.0 * training;
  }

  /** Bytes of one network, which are those of its gradient too. */
  private double network() {
    double bytes = 0;
    for (int l = 1; l < widths.length; l++) {
      bytes += matrix(widths[l - 1] + 1.0, widths[l]);
    }
    return bytes;
  }

  private double optimizer() {
    double bytes = 0;
    for (int l = 1; l < widths.length; l++) {
      double slots = hyperparameters.optimizer().slots() * (ARRAY + (double) Float.BYTES * widths[l]);
      bytes += (widths[l - 1] + 1.0) * (ARRAY + slots);
    }
    return bytes;
  }

  /** Weights of all layers but the first, for the way back. */
  private double transposed() {
    double bytes = 0;
    for (int l = 2; l < widths.length; l++) {
      bytes += matrix(widths[l] + 1.0, widths[l - 1]);
    }
    return bytes;
  }

  /**
   * Bytes of a trainer's rows of outputs and deltas alone: of a mini-batch, of the validation's, and of those by which
   * divergence is seen.
   */
  public double rows(int training, int validation) {
    int size = hyperparameters.miniBatchSize();
    int batch = size == 0 ? training : Math.min(training, size);
    int losses = Math.min(MeanLoss.BLOCK, validation) + Math.min(MeanLoss.BLOCK, training);
    Regularization regularization = hyperparameters.regularization();
    double bytes = regularization.inputDropout() > 0 ? matrix(batch, widths[0]) : 0;
    for (int l = 1; l < widths.length; l++) {
      boolean output = l == widths.length - 1;
      double dropped = regularization.dropout() > 0 && !output ? 2.0 * batch : 0;
      bytes += matrix(2.0 * batch + dropped + (output ? 2.0 : 1.0) * losses, widths[l]);
    }
    return bytes;
  }

  private static double matrix(double rows, int width) {
    return rows * (ARRAY + Float.BYTES * Math.ceil(width / (double) Kernel.LANES) * Kernel.LANES);
  }
}
