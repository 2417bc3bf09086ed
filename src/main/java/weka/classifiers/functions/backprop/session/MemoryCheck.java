package weka.classifiers.functions.backprop.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.MemoryEstimate;
import weka.core.WekaException;

/** Rejects a training that can't fit into memory before it has taken any. */
final class MemoryCheck {

  private static final double MEGABYTE = 1 << 20;
  /** Part of the free heap that can be used: the garbage collector needs some room of its own. */
  private static final double USABLE = 0.9;
  /** Bytes of an instance's target and weight, and of the references to it. */
  private static final int INSTANCE = 48;
  /** Part of the memory from which it is worth saving. */
  private static final double WORTH_SAVING = 0.1;

  private final Specification specification;
  private final Hyperparameters hyperparameters;
  private final int networks;
  private final int[] widths;
  private final MemoryEstimate memory;
  private final int training;
  private final int validation;
  private final boolean refits;
  private final boolean resumes;

  /**
   * The check of a training.
   *
   * @param plan of each network
   * @param networks number of them; each is taken to be in training
   * @param inputs of the network
   * @param outputs of the network
   * @param instances of the training data
   * @param percentHeldOut of these instances
   * @param resumes whether the network is in memory already
   */
  MemoryCheck(Specification specification, NetworkPlan plan, int networks, int inputs, int outputs, int instances,
      double percentHeldOut, boolean resumes) {
    this.specification = specification;
    this.networks = networks;
    hyperparameters = plan.hyperparameters();
    List<HiddenLayer> hidden = plan.hiddenLayers();
    widths = new int[hidden.size() + 2];
    widths[0] = inputs;
    for (int k = 0; k < hidden.size(); k++) {
      widths[k + 1] = hidden.get(k).units();
    }
    widths[hidden.size() + 1] = outputs;
    memory = new MemoryEstimate(widths, hyperparameters);
    validation = Holdout.size(instances, percentHeldOut);
    training = instances - validation;
    this.resumes = resumes;
    refits = specification.refit() && validation > 0;
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
      String choice = remedies.isEmpty() ? "Give" : "Use " + String.join(", ", remedies) + ", or give";
      throw new WekaException(String.format(Locale.ROOT, "Training needs %s of memory, but only %,.0f of Java's "
          + "%,.0f MB are available. %s Java more memory (java -Xmx).",
          amount(bytes), free / MEGABYTE, Heap.most() / MEGABYTE, choice));
    }
  }

  /** An amount of memory for people: in megabytes, or from 10 gigabytes on in these. */
  static String amount(double bytes) {
    double gigabytes = bytes / MEGABYTE / 1024;
    return gigabytes < 10 ? String.format(Locale.ROOT, "%,.0f MB", Math.ceil(bytes / MEGABYTE))
        : String.format(Locale.ROOT, "%,.0f GB", Math.ceil(gigabytes));
  }

  private double bytes() {
    int instances = training + validation;
    double second = refits ? memory.state() + memory.trainer(instances, 0) : 0;
    double each = (resumes ? 0 : memory.state()) + memory.trainer(training, validation);
    return (double) INSTANCE * instances + networks * each + second;
  }

  /** What would need less; a network that is to be resumed stays as it is. */
  private List<String> remedies() {
    List<String> remedies = new ArrayList<>();
    if (networks > 1 && !resumes) {
      remedies.add("fewer networks (option -K, networks: " + networks + ")");
    }
    if (widths.length > 2 && !resumes) {
      remedies.add("smaller or fewer hidden layers (option -H, hiddenLayers: " + option("hiddenLayers") + ")");
    }
    if ((widths.length == 2 || widths[0] > widths[1]) && !resumes) {
      remedies.add("fewer attributes or values of nominal attributes (the network has " + widths[0] + " inputs)");
    }
    if (networks * memory.rows(training, validation) > WORTH_SAVING * bytes()) {
      remedies.add("smaller mini-batches (option -B, miniBatchSize: " + hyperparameters.miniBatchSize() + ")");
    }
    if (hyperparameters.optimizer().slots() > 0 && !resumes) {
      remedies.add("the optimizer SGD (option -O, optimizer: " + option("optimizer") + ")");
    }
    if (refits) {
      remedies.add("no second training (option -refit)");
    }
    return remedies;
  }

  private String option(String property) {
    return specification.fixedOptions().get(property);
  }
}
