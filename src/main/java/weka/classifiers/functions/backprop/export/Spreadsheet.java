package weka.classifiers.functions.backprop.export;

import static weka.classifiers.functions.backprop.export.SheetNames.quoted;

import java.util.Arrays;
import weka.classifiers.functions.backprop.encode.AttributeEncoder;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.encode.Scaling;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Layer;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/**
 * All of a model's arithmetic, to be followed in a spreadsheet: formulas, weights and one prediction step by step. What
 * is printed is computed from the printed numbers, in doubles as a spreadsheet does.
 */
final class Spreadsheet {

  private final Member member;
  private final StringBuilder text = new StringBuilder();
  private final SheetNames names;
  private final Instance instance;
  private final boolean hasExample;

  private Spreadsheet(Model model, Instance example) {
    member = model.members().get(0);
    names = new SheetNames(member);
    instance = example == null ? missing(model.header()) : example;
    hasExample = example != null;
  }

  /**
   * Renders the text.
   *
   * @param example a training instance; null if there is none, as after loading a model
   */
  static String render(Model model, Instance example) {
    Spreadsheet sheet = new Spreadsheet(model, example);
    sheet.inputFormulas();
    sheet.layerFormulas();
    sheet.prediction();
    sheet.weights();
    return sheet.text.toString();
  }

  /** An instance with all values missing. */
  private static Instance missing(Instances header) {
    Instance instance = new DenseInstance(header.numAttributes());
    instance.setDataset(header);
    return instance;
  }

  private void inputFormulas() {
    text.append("\nFrom attributes to inputs");
    text.append(member.encoding().inputs().width() == 0 ? ": there are none\n"
        : ", each limited to the range -1e9 to 1e9\n");
    member.accept(new AttributeEncoder.Visitor() {
      @Override
      public void numeric(int attribute, AttributeEncoder.Numeric encoder) {
        String name = quoted(member.attribute(attribute).name());
        line("  " + names.input(encoder.column()) + " = " + scaled(encoder.scaling(), name) + ", or "
            + encoder.missing() + " if " + name + " is missing"
            + (member.attribute(attribute).isDate() ? "; a date counts milliseconds since 1970" : ""));
      }

      @Override
      public void ramps(int attribute, AttributeEncoder.Ramps encoder) {
        String name = quoted(member.attribute(attribute).name());
        int k = 0;
        for (AttributeEncoder.Ramps.Ramp ramp : encoder.ramps()) {
          line("  " + names.input(ramp.column()) + " = max(0, min(1, (" + name + " - " + ramp.from() + ") / ("
              + ramp.to() + " - " + ramp.from() + "))) - " + ramp.mean() + ", or " + encoder.input(k++, Double.NaN)
              + " if " + name + " is missing");
        }
      }

      @Override
      public void nominal(int attribute, AttributeEncoder.Nominal encoder) {
        for (int label = 0; label < encoder.columns().length; label++) {
          if (encoder.columns()[label] != AttributeEncoder.NONE) {
            int column = encoder.columns()[label];
            line("  " + names.input(column) + " = 1 if " + names.meaning(column)
                + (label == encoder.mode() ? " or missing" : "") + ", else 0");
          }
        }
      }
    });
  }

  private static String scaled(Scaling scaling, String value) {
    return "(" + value + " - " + scaling.offset() + ") * " + scaling.factor();
  }

  private void layerFormulas() {
    text.append("\nFrom inputs to outputs\n");
    int last = member.network().layers().size() - 1;
    for (int l = 0; l < last; l++) {
      line("  " + names.hidden(l) + " = " + formula(member.network().layers().get(l).activation(), sum(l)));
    }
    line("  " + names.sum() + " = " + sum(last));
    line("  " + switch (member.network().loss().output()) {
      case SOFTMAX -> "probability of label j = exp(" + names.sum() + ") / (exp(" + names.sum(0) + ") + ... + exp("
          + names.sum(member.labels().size() - 1) + "))";
      case LINEAR -> quoted(member.classAttribute().name()) + " = " + unscaled(member.numericClass(), names.sum(0));
    });
  }

  private String sum(int layer) {
    return "bias_j + sum over i of " + names.below(layer) + " * weight_ij";
  }

  private static String formula(Activation activation, String s) {
    return switch (activation) {
      case SIGMOID -> "1 / (1 + exp(-(" + s + ")))";
      case TANH -> "tanh(" + s + ")";
      case RELU -> "max(0, " + s + ")";
      case IDENTITY -> s;
    };
  }

  private static double value(Activation activation, double s) {
    return switch (activation) {
      case SIGMOID -> 1 / (1 + Math.exp(-s));
      case TANH -> Math.tanh(s);
      case RELU -> Math.max(0, s);
      case IDENTITY -> s;
    };
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
    double[] values = inputs();
    for (int i = 0; i < values.length; i++) {
      line("  " + names.input(i) + " = " + values[i]);
    }
    int last = member.network().layers().size() - 1;
    for (int l = 0; l <= last; l++) {
      values = sums(member.network().layers().get(l), values);
      for (int j = 0; j < values.length; j++) {
        if (l < last) {
          values[j] = value(member.network().layers().get(l).activation(), values[j]);
        }
        line("  " + (l < last ? names.hidden(l, j) : names.sum(j)) + " = " + values[j]);
      }
    }
    output(values);
  }

  private void given(int attribute) {
    boolean missing = instance.isMissing(attribute);
    line("  " + quoted(member.attribute(attribute).name()) + " = " + (missing ? "missing"
        : member.attribute(attribute).isNominal() ? quoted(instance.stringValue(attribute))
        : "" + instance.value(attribute)));
  }

  /** The inputs of the instance, in doubles. */
  private double[] inputs() {
    double[] x = new double[member.encoding().inputs().width()];
    member.accept(new AttributeEncoder.Visitor() {
      @Override
      public void numeric(int attribute, AttributeEncoder.Numeric encoder) {
        double value = instance.value(attribute);
        double scaled = encoder.scaling().scaleWithoutLimit(value);
        x[encoder.column()] = Double.isNaN(value) ? encoder.missing()
            : Math.max(-Scaling.LIMIT, Math.min(Scaling.LIMIT, scaled));
      }

      @Override
      public void ramps(int attribute, AttributeEncoder.Ramps encoder) {
        int k = 0;
        for (AttributeEncoder.Ramps.Ramp ramp : encoder.ramps()) {
          x[ramp.column()] = encoder.input(k++, instance.value(attribute));
        }
      }

      @Override
      public void nominal(int attribute, AttributeEncoder.Nominal encoder) {
        int column = encoder.column(instance.value(attribute));
        if (column != AttributeEncoder.NONE) {
          x[column] = 1;
        }
      }
    });
    return x;
  }

  private static double[] sums(Layer layer, double[] x) {
    double[] sums = new double[layer.units()];
    Arrays.setAll(sums, j -> {
      double sum = layer.bias(j);
      for (int i = 0; i < x.length; i++) {
        sum += x[i] * layer.weight(i, j);
      }
      return sum;
    });
    return sums;
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

  private void weights() {
    for (int l = 0; l < member.network().layers().size(); l++) {
      Layer layer = member.network().layers().get(l);
      line("\nLayer " + (l + 1) + ": a row for the biases, then one for each input; a column for each unit");
      line("unit " + String.join(" ", units(l)));
      row("bias", layer.biases(), layer.units());
      for (int i = 0; i < layer.inputs(); i++) {
        String name = l == 0 ? names.input(i) + " (" + names.meaning(i) + ")" : names.hidden(l - 1, i);
        row(name, layer.parameters()[i], layer.units());
      }
    }
  }

  private String[] units(int layer) {
    String[] units = new String[member.network().layers().get(layer).units()];
    boolean output = layer == member.network().layers().size() - 1;
    Arrays.setAll(units, unit -> !output ? names.hidden(layer, unit) : quoted(
        member.classAttribute().isNominal() ? member.labels().get(unit) : member.classAttribute().name()));
    return units;
  }

  private void row(String name, float[] values, int n) {
    text.append(name);
    for (int j = 0; j < n; j++) {
      text.append(' ').append(values[j]);
    }
    text.append('\n');
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
