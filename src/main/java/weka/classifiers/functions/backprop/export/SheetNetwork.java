package weka.classifiers.functions.backprop.export;

import static weka.classifiers.functions.backprop.export.SheetNames.quoted;

import java.util.Arrays;
import java.util.Locale;
import weka.classifiers.functions.backprop.encode.AttributeEncoder;
import weka.classifiers.functions.backprop.encode.Scaling;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Layer;
import weka.core.Instance;

/** The parts of a {@link Spreadsheet} that belong to one network: its inputs, layers and weights. */
final class SheetNetwork {

  private final Member member;
  private final SheetNames names;
  private final StringBuilder text;

  /**
   * A network of a model.
   *
   * @param text to append to; modified
   */
  SheetNetwork(JointNetwork joint, Member member, StringBuilder text) {
    this.member = member;
    this.text = text;
    names = new SheetNames(joint, member);
  }

  SheetNames names() {
    return names;
  }

  Member member() {
    return member;
  }

  void inputFormulas() {
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

  void layerFormulas() {
    int last = member.network().layers().size() - 1;
    for (int l = 0; l < last; l++) {
      line("  " + names.hidden(l) + " = " + formula(member.network().layers().get(l).activation(), sum(l)));
    }
    line("  " + names.sum() + " = " + sum(last));
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

  /** Prints the inputs of an instance and returns them. */
  double[] inputSteps(Instance instance) {
    double[] values = inputs(instance);
    for (int i = 0; i < values.length; i++) {
      line("  " + names.input(i) + " = " + values[i]);
    }
    return values;
  }

  /** Prints what the layers make of inputs and returns the weighted sums of the output layer. */
  double[] layerSteps(double[] inputs) {
    double[] values = inputs;
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
    return values;
  }

  /** The inputs of the instance, in doubles. */
  private double[] inputs(Instance instance) {
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

  /**
   * Prints all weights and biases.
   *
   * @param title of a layer, before its number
   * @param decimals to which they are rounded; negative: not at all
   */
  void weights(String title, int decimals) {
    for (int l = 0; l < member.network().layers().size(); l++) {
      Layer layer = member.network().layers().get(l);
      line("\n" + title + (l + 1) + ": a row for the biases, then one for each input; a column for each unit");
      line("unit " + String.join(" ", units(l)));
      row("bias", layer.biases(), layer.units(), decimals);
      for (int i = 0; i < layer.inputs(); i++) {
        String name = l == 0 ? names.input(i) + " (" + names.meaning(i) + ")" : names.hidden(l - 1, i);
        row(name, layer.parameters()[i], layer.units(), decimals);
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

  private void row(String name, float[] values, int n, int decimals) {
    text.append(name);
    for (int j = 0; j < n; j++) {
      text.append(' ').append(decimals < 0 ? Float.toString(values[j])
          : String.format(Locale.ROOT, "%." + decimals + "f", values[j]));
    }
    text.append('\n');
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
