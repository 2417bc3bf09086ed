package weka.classifiers.functions.backprop.export;

import static weka.classifiers.functions.backprop.export.SheetNames.quoted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import weka.classifiers.functions.backprop.encode.AttributeEncoder;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.encode.Scaling;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/**
 * All of a model's arithmetic, to be followed in a spreadsheet: formulas, weights and one prediction step by step. What
 * is printed is computed from the printed numbers, in doubles as a spreadsheet does, unless the weights are rounded.
 */
final class Spreadsheet {

  private final StringBuilder text = new StringBuilder();
  private final JointNetwork joint;
  private final List<SheetNetwork> networks = new ArrayList<>();
  /** One of the networks, for what all have in common. */
  private final Member member;
  private final SheetNames names;
  private final Instance instance;
  private final boolean hasExample;

  private Spreadsheet(Model model, Instance example) {
    joint = new JointNetwork(model);
    joint.members().forEach(each -> networks.add(new SheetNetwork(joint, each, text)));
    member = joint.first();
    names = networks.get(0).names();
    instance = example == null ? missing(model.header()) : example;
    hasExample = example != null;
  }

  /**
   * Renders the text.
   *
   * @param example a training instance; null if there is none, as after loading a model
   * @param decimals to which the list of weights is rounded; negative: not at all
   */
  static String render(Model model, Instance example, int decimals) {
    Spreadsheet sheet = new Spreadsheet(model, example);
    sheet.inputFormulas();
    sheet.layerFormulas();
    sheet.prediction();
    if (decimals >= 0) {
      sheet.line("\nThe weights and biases below are rounded to " + decimals + " decimal places; the prediction above "
          + "is computed from all of their digits");
    }
    for (SheetNetwork network : sheet.networks) {
      network.weights(sheet.joint.isSingle() ? "Layer "
          : "Network " + sheet.joint.number(network.member()) + ", layer ", decimals);
    }
    return sheet.text.toString();
  }

  /** An instance with all values missing. */
  private static Instance missing(Instances header) {
    Instance instance = new DenseInstance(header.numAttributes());
    instance.setDataset(header);
    return instance;
  }

  /** The first network of each encoder. */
  private List<SheetNetwork> encoded() {
    return networks.stream().filter(network -> joint.encoded().contains(network.member())).toList();
  }

  private void inputFormulas() {
    text.append("\nFrom attributes to inputs");
    text.append(joint.width() == 0 ? ": there are none\n" : ", each limited to the range -1e9 to 1e9\n");
    encoded().forEach(SheetNetwork::inputFormulas);
  }

  private void layerFormulas() {
    text.append("\nFrom inputs to outputs\n");
    for (SheetNetwork network : networks) {
      if (!joint.isSingle()) {
        line("  " + title(network) + ":");
      }
      network.layerFormulas();
    }
    if (!joint.isSingle()) {
      line("  The mean of the networks, by their weights:");
      line("  " + names.mean() + " = " + networks.stream().map(
          network -> network.member().weight() + " * " + network.names().sum()).collect(Collectors.joining(" + ")));
    }
    line("  " + switch (member.network().loss().output()) {
      case SOFTMAX -> "probability of label j = exp(" + names.mean() + ") / (exp(" + names.mean(0) + ") + ... + exp("
          + names.mean(member.labels().size() - 1) + "))";
      case LINEAR -> quoted(member.classAttribute().name()) + " = " + unscaled(member.numericClass(), names.mean(0));
    });
  }

  /** A network, and what it reads. */
  private String title(SheetNetwork network) {
    int width = network.member().encoding().inputs().width();
    return "Network " + joint.number(network.member()) + (width == 0 ? ", without inputs"
        : ", of " + network.names().input(0) + " to " + network.names().input(width - 1));
  }

  private static String unscaled(NumericClass numeric, String s) {
    Scaling scaling = numeric.scaling();
    String value = scaling.factor() == 0 ? "" + scaling.offset()
        : s + " / " + scaling.factor() + " + " + scaling.offset();
    return numeric.clips() ? "max(" + numeric.lowest() + ", min(" + numeric.highest() + ", " + value + "))" : value;
  }

  private void prediction() {
    text.append(hasExample ? "\nThe first training instance" : "\nAn instance with all values missing")
        .append(", step by step (the scheme computes in floats, so its own ")
        .append("predictions agree with these in six or seven digits)\n");
    member.accept(new AttributeEncoder.Visitor() {
      @Override
      public void numeric(int attribute, AttributeEncoder.Numeric encoder) {
        given(attribute);
      }

      @Override
      public void ramps(int attribute, AttributeEncoder.Ramps encoder) {
        // The value is given already.
      }

      @Override
      public void nominal(int attribute, AttributeEncoder.Nominal encoder) {
        given(attribute);
      }
    });
    output(sums());
  }

  /** The steps from inputs to the mean of the networks' weighted sums. */
  private double[] sums() {
    Map<InputEncoder, double[]> inputs = new IdentityHashMap<>();
    encoded().forEach(network -> inputs.put(network.member().encoding().inputs(), network.inputSteps(instance)));
    double[] mean = new double[member.network().outputLayer().units()];
    for (SheetNetwork network : networks) {
      double[] sums = network.layerSteps(inputs.get(network.member().encoding().inputs()));
      Arrays.setAll(mean, j -> mean[j] + network.member().weight() * sums[j]);
    }
    for (int j = 0; j < mean.length && !joint.isSingle(); j++) {
      line("  " + names.mean(j) + " = " + mean[j]);
    }
    return mean;
  }

  private void given(int attribute) {
    boolean missing = instance.isMissing(attribute);
    line("  " + quoted(member.attribute(attribute).name()) + " = " + (missing ? "missing"
        : member.attribute(attribute).isNominal() ? quoted(instance.stringValue(attribute))
        : "" + instance.value(attribute)));
  }

  private void output(double[] sums) {
    switch (member.network().loss().output()) {
      case SOFTMAX -> {
        double max = Arrays.stream(sums).max().orElseThrow();
        double total = Arrays.stream(sums).map(s -> Math.exp(s - max)).sum();
        for (int j = 0; j < sums.length; j++) {
          line("  probability of " + quoted(member.labels().get(j)) + " = " + Math.exp(sums[j] - max) / total);
        }
      }
      case LINEAR -> line("  " + quoted(member.classAttribute().name()) + " = "
          + member.numericClass().decode(sums)[0]);
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
