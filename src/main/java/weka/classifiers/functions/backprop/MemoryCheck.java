package weka.classifiers.functions.backprop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.MemoryEstimate;
import weka.core.WekaException;

/** Refuses a training that can't fit into memory before it has taken any. */
final class MemoryCheck {

  private static final double MEGABYTE = 1 << 20;
  /** Part of the free heap that can be used: the garbage collector needs some room of its own. */
  private static final double USABLE = 0.9;
  /** Bytes of an instance's target and weight, and of the references to it. */
  private static final int INSTANCE = 48;
  /** Part of the memory from which it is worth saving. */
  private static final double WORTH_SAVING = 0.1;

  private final BackpropOptions options;
  private final int[] widths;
  private final MemoryEstimate memory;
  private final int training;
  private final int validation;
  private final boolean refits;
  private final boolean goesOn;

  /**
   * The check of a training.
   *
   * @param widths number of inputs, of each hidden layer's units, and of outputs; not modified
   * @param instances of the training data
   * @param percentHeldOut of these instances
   * @param goesOn whether its network is in memory already
   */
  MemoryCheck(BackpropOptions options, Hyperparameters settings, int[] widths, int instances, double percentHeldOut,
      boolean goesOn) {
    this.options = options;
    this.widths = widths.clone();
    memory = new MemoryEstimate(widths, settings);
    validation = Holdout.size(instances, percentHeldOut);
    training = instances - validation;
    this.goesOn = goesOn;
    refits = options.getRefit() && validation > 0;
  }

  /**
   * Checks that there is room.
   *
   * @throws WekaException if there is none; it says how much is needed and what would need less
   */
  void run() throws WekaException {
    double bytes = bytes();
    double free = USABLE * Heap.free(bytes / USABLE);
    if (bytes > free) {
      List<String> remedies = remedies();
      String choice = remedies.isEmpty() ? "Give" : "Choose " + String.join(", ", remedies) + ", or give";
      throw new WekaException(String.format(Locale.ROOT, "Training would take %,.0f MB of memory, but only %,.0f of "
          + "Java's %,.0f MB can be used. %s Java more memory (java -Xmx).",
          Math.ceil(bytes / MEGABYTE), free / MEGABYTE, Heap.most() / MEGABYTE, choice));
    }
  }

  private double bytes() {
    int instances = training + validation;
    double second = refits ? memory.state() + memory.trainer(instances, 0) : 0;
    return (double) INSTANCE * instances + (goesOn ? 0 : memory.state()) + memory.trainer(training, validation)
        + second;
  }

  /** What would take less; a network that there is already stays as it is. */
  private List<String> remedies() {
    List<String> remedies = new ArrayList<>();
    if (widths.length > 2 && !goesOn) {
      remedies.add("smaller or fewer hidden layers (option -H, hiddenLayers: " + options.getHiddenLayers() + ")");
    }
    if ((widths.length == 2 || widths[0] > widths[1]) && !goesOn) {
      remedies.add("fewer attributes or values of nominal attributes (the network has " + widths[0] + " inputs)");
    }
    if (memory.rows(training, validation) > WORTH_SAVING * bytes()) {
      remedies.add("smaller mini-batches (option -B, miniBatchSize: " + options.getMiniBatchSize() + ")");
    }
    if (options.getOptimizer() != OptimizerChoice.SGD && !goesOn) {
      remedies.add("the optimizer SGD (option -O, optimizer: " + options.getOptimizer() + ")");
    }
    if (refits) {
      remedies.add("no second training (option -refit)");
    }
    return remedies;
  }
}
