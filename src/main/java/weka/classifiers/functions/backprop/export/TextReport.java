package weka.classifiers.functions.backprop.export;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.encode.AttributeEncoder;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.Scaling;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** A trained model as text for people. */
public final class TextReport {

  /** Maximum number of epochs that are listed. */
  private static final int LINES = 10;
  /** Attributes that are named. */
  private static final int NAMES = 20;
  /** Of fewer epochs it can't be told whether the loss still falls; of more, the last tenth tells. */
  private static final int FEW_EPOCHS = 10;
  /** Part of the loss that is lost in the last tenth of the epochs if it still falls. */
  private static final double FALLING = 0.02;

  private final StringBuilder text = new StringBuilder();

  private TextReport() {
  }

  /**
   * Describes a model.
   *
   * @param options of the scheme
   */
  public static String render(Model model, String[] options) {
    TextReport report = new TextReport();
    if (model.members().size() == 1) {
      report.one(model.sole());
    } else {
      report.text.append(CommitteeReport.render(model));
    }
    if (model.historyFile() != null) {
      report.text.append("History: ").append(model.historyFile()).append('\n');
    }
    report.text.append("Options: ").append(Utils.joinOptions(options)).append('\n');
    return report.text.toString();
  }

  private void one(Member member) {
    text.append("Backpropagation network\n\n");
    if (member.history() == null) {
      constant(member.encoding().inputs(), member.network());
    } else {
      text.append(layers(member));
      training(member);
      loss(member);
      leftOut(member);
    }
  }

  /**
   * The same with formulas, weights and one prediction step by step, of a model of one network.
   *
   * @param example a training instance to predict; null if there is none, as after loading a model
   */
  public static String renderInFull(Model model, String[] options, Instance example) {
    return render(model, options) + (model.members().size() == 1 ? Spreadsheet.render(model, example)
        : "\nFormulas, weights and a worked prediction are printed for one network alone (option -K 1, networks).\n");
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
  static String layers(Member member) {
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
    if (isStillFalling(history)) {
      text.append("The loss was still falling when the epochs ran out: raise the epochs (-N) or the learning rate "
          + "(-L).\n");
    }
    text.append("Kernel: ").append(history.kernel()).append("\n\n");
    epochs(history, member.isRefitted());
  }

  /** What the losses above are measured in. */
  private void loss(Member member) {
    text.append("Loss: ").append(switch (member.network().loss()) {
      case CROSS_ENTROPY -> "cross-entropy in nats";
      case SQUARED_ERROR -> "squared error in squared standard deviations of the class" + rootMeanSquare(member);
      case ABSOLUTE_ERROR -> "absolute error in standard deviations of the class";
      case HUBER -> "Huber loss of errors in standard deviations of the class";
    }).append('\n');
  }

  /** The root of the loss of the epoch whose weights the network has, in the class's unit. */
  private static String rootMeanSquare(Member member) {
    History history = member.history();
    if (history.size() == 0) {
      return "";
    }
    History.Epoch best = history.epochs().get(Math.max(1, history.bestEpoch()) - 1);
    boolean validated = !Double.isNaN(best.validationLoss());
    double loss = validated ? best.validationLoss() : best.loss();
    Scaling scaling = member.numericClass().scaling();
    double unit = scaling.unscale(1) - scaling.unscale(0);
    return String.format(Locale.ROOT, "; RMSE on the %s data %.4g in the unit of %s", validated ? "validation"
        : "training", Math.sqrt(loss) * unit, member.classAttribute().name());
  }

  /** Attributes that are no inputs, since they didn't vary. */
  private void leftOut(Member member) {
    Set<Integer> used = new HashSet<>();
    member.accept(new AttributeEncoder.Visitor() {
      @Override
      public void numeric(int attribute, AttributeEncoder.Numeric encoder) {
        used.add(attribute);
      }

      @Override
      public void nominal(int attribute, AttributeEncoder.Nominal encoder) {
        used.add(attribute);
      }
    });
    Instances header = member.encoding().header();
    List<String> names = IntStream.range(0, header.numAttributes())
        .filter(a -> a != header.classIndex() && !used.contains(a)).mapToObj(a -> header.attribute(a).name()).toList();
    if (!names.isEmpty()) {
      text.append("Left out, since they do not vary in the training data: ")
          .append(String.join(", ", names.subList(0, Math.min(NAMES, names.size()))))
          .append(names.size() > NAMES ? " and " + (names.size() - NAMES) + " more" : "").append('\n');
    }
  }

  /** Whether the loss that counts was at its least in the last epoch, though all epochs had run. */
  private static boolean isStillFalling(History history) {
    int size = history.size();
    boolean ranOut = history.end() == History.End.EPOCHS || history.end() == History.End.NO_BETTER_THAN_PRIOR;
    if (!ranOut || size < FEW_EPOCHS) {
      return false;
    }
    boolean validated = !Double.isNaN(history.last().validationLoss());
    double before = loss(history.epochs().get(size - 1 - size / FEW_EPOCHS), validated);
    return history.bestEpoch() == size && loss(history.last(), validated) < (1 - FALLING) * before;
  }

  private static double loss(History.Epoch epoch, boolean validated) {
    return validated ? epoch.validationLoss() : epoch.loss();
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
