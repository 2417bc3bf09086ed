package weka.classifiers.functions.backprop.export;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.encode.AttributeEncoder;
import weka.classifiers.functions.backprop.encode.Scaling;
import weka.classifiers.functions.backprop.model.HeldOutEstimate;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Attribute;
import weka.core.Instances;

/** What a printed model says beside its tables, a line each: the loss, what was held out and what to change. */
final class Remarks {

  /** Attributes that are named. */
  private static final int NAMES = 20;
  /** Of fewer epochs it can't be told whether the loss still falls; of more, the last tenth tells. */
  private static final int FEW_EPOCHS = 10;
  /** Part of the loss that is lost in the last tenth of the epochs if it still falls. */
  private static final double FALLING = 0.02;

  private Remarks() {
  }

  static String render(Model model) {
    Member first = model.members().get(0);
    return loss(model, first) + (model.estimate() == null ? "" : heldOut(model, first)) + leftOut(first)
        + (model.historyFile() == null ? "" : "History: " + model.historyFile() + "\n");
  }

  /** What the losses of the tables are measured in. */
  private static String loss(Model model, Member member) {
    return "Loss: " + switch (member.network().loss()) {
      case CROSS_ENTROPY -> "cross-entropy in nats";
      case SQUARED_ERROR -> "squared error in squared standard deviations of the class"
          + (model.estimate() == null && model.members().size() == 1 ? rootMeanSquare(member) : "");
      case ABSOLUTE_ERROR -> "absolute error in standard deviations of the class";
      case HUBER -> "Huber loss of errors in standard deviations of the class";
    } + "\n";
  }

  /** The root of the training loss, for want of held-out data, in the class's unit. */
  private static String rootMeanSquare(Member member) {
    History history = member.history();
    if (history.size() == 0) {
      return "";
    }
    Scaling scaling = member.numericClass().scaling();
    double unit = scaling.unscale(1) - scaling.unscale(0);
    return String.format(Locale.ROOT, "; RMSE on the training data %.4g", Math.sqrt(history.last().loss()) * unit)
        + unit(member.classAttribute());
  }

  private static String unit(Attribute classAttribute) {
    return classAttribute.isDate() ? " milliseconds" : " in the unit of " + classAttribute.name();
  }

  private static String heldOut(Model model, Member member) {
    HeldOutEstimate estimate = model.estimate();
    Attribute classAttribute = member.classAttribute();
    String figures = classAttribute.isNominal()
        ? String.format(Locale.ROOT, "accuracy %.2f %%, log loss %.4f nats", estimate.accuracy(), estimate.logLoss())
        : String.format(Locale.ROOT, "RMSE %.4g", estimate.rootMeanSquaredError()) + unit(classAttribute)
            + String.format(Locale.ROOT, ", root relative squared error %.2f %%", estimate.rootRelativeSquaredError());
    String how = model.members().size() > 1 ? ", each predicted by the networks that were not trained on it"
        : member.isRefitted() ? ", before the network was refitted on all data" : "";
    return "Held out: " + figures + ", on " + estimate.instances() + " instances" + how + "\n";
  }

  /** Attributes that are no inputs, since they didn't vary. */
  private static String leftOut(Member member) {
    Set<Integer> used = new HashSet<>();
    member.accept(new AttributeEncoder.Visitor() {
      @Override
      public void numeric(int attribute, AttributeEncoder.Numeric encoder) {
        used.add(attribute);
      }

      @Override
      public void ramps(int attribute, AttributeEncoder.Ramps encoder) {
        // The attribute was shown before.
      }

      @Override
      public void nominal(int attribute, AttributeEncoder.Nominal encoder) {
        used.add(attribute);
      }
    });
    Instances header = member.encoding().header();
    List<String> names = IntStream.range(0, header.numAttributes())
        .filter(a -> a != header.classIndex() && !used.contains(a)).mapToObj(a -> header.attribute(a).name()).toList();
    return names.isEmpty() ? "" : "Left out, since they do not vary in the training data: "
        + String.join(", ", names.subList(0, Math.min(NAMES, names.size())))
        + (names.size() > NAMES ? " and " + (names.size() - NAMES) + " more" : "") + "\n";
  }

  /** Whether the loss that counts was at its least in the last epoch, though all epochs had run. */
  static boolean isStillFalling(History history) {
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
}
