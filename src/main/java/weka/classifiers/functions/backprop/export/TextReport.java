package weka.classifiers.functions.backprop.export;

import java.util.List;
import java.util.Locale;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.kernel.Kernels;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Instance;

/** A trained model as text for people. */
public final class TextReport {

  /** Maximum number of epochs that are listed. */
  private static final int LINES = 10;

  private final StringBuilder text = new StringBuilder();

  private TextReport() {
  }

  /** Describes a model. Weka prints the scheme's options before it. */
  public static String render(Model model) {
    TextReport report = new TextReport();
    if (model.members().size() == 1) {
      report.one(model);
    } else {
      report.text.append(CommitteeReport.render(model));
    }
    return report.text.toString();
  }

  private void one(Model model) {
    Member member = model.members().get(0);
    text.append("Backpropagation network\n\n");
    if (member.history() == null) {
      constant(member.encoding().inputs(), member.network());
    } else {
      text.append(layers(member));
      training(member);
      text.append(Remarks.render(model));
    }
  }

  /**
   * The same with formulas, weights and one prediction step by step.
   *
   * @param example a training instance to predict; null if there is none, as after loading a model
   * @param decimals of the weights; negative: all digits
   */
  public static String renderInFull(Model model, Instance example, int decimals) {
    String advice = Kernels.advice().map(sentence -> sentence + "\n").orElse("");
    return render(model) + advice + Spreadsheet.render(model, example, decimals);
  }

  private void constant(InputEncoder inputs, Network network) {
    String prediction = switch (network.loss().output()) {
      case SOFTMAX -> "the prior distribution of the class";
      case LINEAR -> "the mean of the class";
    };
    String reason = inputs.width() == 0 ? "no attribute beside the class varies in the training data"
        : "the class never varies in the training data";
    text.append("Always predicts ").append(prediction).append(", since ").append(reason).append(".\n\n");
  }

  /** A table of a network's layers. */
  public static String layers(Member member) {
    StringBuilder text = new StringBuilder();
    Network network = member.network();
    text.append(String.format(Locale.ROOT, "%-10s %8s %-12s %12s%n", "Layer", "Units", "Activation", "Parameters"));
    text.append(String.format(Locale.ROOT, "%-10s %8d%n", "input", member.encoding().inputs().width()));
    List<Layer> layers = network.layers();
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      boolean output = l == layers.size() - 1;
      String activation = output ? network.loss().output().name() : layer.activation().name();
      text.append(String.format(Locale.ROOT, "%-10s %8d %-12s %12d%n", output ? "output" : "hidden " + (l + 1),
          layer.units(), activation.toLowerCase(Locale.ROOT), layer.parameterCount()));
    }
    text.append(String.format(Locale.ROOT, "%-10s %8s %-12s %12d%n%n", "total", "", "", network.parameterCount()));
    return text.toString();
  }

  private void training(Member member) {
    History history = member.history();
    text.append("Epochs: ").append(history.size()).append(end(history, member.network())).append('\n');
    int reductions = history.learningRateReductions();
    if (reductions > 0) {
      text.append("Divergence: rolled back an epoch and lowered the learning rate to a tenth, ")
          .append(reductions == 1 ? "once" : reductions + " times").append('\n');
    }
    if (Remarks.isStillFalling(history)) {
      text.append("The loss was still falling when the epochs ran out: raise the epochs (-N) or the learning rate "
          + "(-L).\n");
    }
    text.append("Kernel: ").append(history.kernel()).append("\n\n");
    epochs(history, member.isRefitted());
  }

  private static String end(History history, Network network) {
    String stale = " loss did not improve for " + history.epochsWithoutImprovement() + " epochs)";
    return switch (history.end()) {
      case EPOCHS -> "";
      case CONVERGED -> " (converged: training" + stale;
      case STOPPED_EARLY -> " (stopped early: validation" + stale;
      case NO_BETTER_THAN_PRIOR -> switch (network.loss().output()) {
        case SOFTMAX -> " (no better than the class distribution)";
        case LINEAR -> " (no better than the mean of the class)";
      };
      case ENDED_BY_USER -> " (ended by the user)";
    };
  }

  /** A few evenly spaced epochs; not the seconds, so that equal models print alike. */
  private void epochs(History history, boolean refitted) {
    List<History.Epoch> epochs = history.epochs();
    if (epochs.isEmpty()) {
      return;
    }
    boolean validated = !Double.isNaN(history.last().validationLoss());
    text.append(String.format(Locale.ROOT, "%8s %14s %14s%s%n", "Epoch", "Learning rate", "Training loss",
        validated ? " Validation loss" : ""));
    int last = epochs.size() - 1;
    int lines = Math.min(LINES - 1, last);
    for (int line = 0; line <= lines; line++) {
      int e = lines == 0 ? last : (int) Math.round((double) line * last / lines);
      epoch(e, epochs.get(e), validated);
    }
    if (validated) {
      best(history, refitted);
    }
    text.append('\n');
  }

  private void best(History history, boolean refitted) {
    int best = history.bestEpoch();
    text.append(String.format(Locale.ROOT, "Best epoch: %d (validation loss %.4g)", best,
        history.epochs().get(best - 1).validationLoss()));
    text.append(refitted ? "; the network was then refitted on all data for as many epochs\n"
        : "; the network has its weights\n");
  }

  private void epoch(int e, History.Epoch epoch, boolean validated) {
    text.append(String.format(Locale.ROOT, "%8d %14.6g %14.6g", e + 1, epoch.learningRate(), epoch.loss()));
    text.append(validated ? String.format(Locale.ROOT, " %15.6g%n", epoch.validationLoss()) : "\n");
  }
}
