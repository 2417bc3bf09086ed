package weka.classifiers.functions.backprop.options;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.train.InvalidSettingException;

/**
 * The syntax of the option for hidden layers: sizes separated by commas, or MultilayerPerceptron's wildcards, each
 * optionally followed by an activation (64:relu,32:tanh); 0 alone for none.
 */
final class HiddenLayers {

  private static final String ALLOWED = "auto, 0 for none, or a comma-separated list of sizes of 1 or more or the "
      + "letters a, i, o, t, each optionally followed by an activation (64:relu,32:tanh)";

  private HiddenLayers() {
  }

  /**
   * Parses the text of the option.
   *
   * @param activation of the layers that name none
   * @param inputs number of inputs, as MultilayerPerceptron counts them
   * @param classes number of class labels, 1 for a numeric class
   * @throws InvalidSettingException if the text is invalid
   */
  static List<HiddenLayer> parse(String text, Activation activation, int inputs, int classes) {
    List<HiddenLayer> layers = new ArrayList<>();
    if (text.trim().equals("0")) {
      return layers;
    }
    for (String entry : text.split(",", -1)) {
      String[] parts = entry.trim().split(":", -1);
      require(parts.length <= 2, "hiddenLayers", text, ALLOWED);
      int units = units(parts[0].trim(), text, inputs, classes);
      layers.add(new HiddenLayer(units, parts.length == 1 ? activation : activation(parts[1].trim(), text)));
    }
    return layers;
  }

  private static int units(String size, String text, int inputs, int classes) {
    return switch (size) {
      // A wildcard may come to 0 where there is no other attribute than the class; a layer has one unit at least.
      case "a" -> Math.max(1, (inputs + classes) / 2);
      case "i" -> Math.max(1, inputs);
      case "o" -> classes;
      case "t" -> inputs + classes;
      default -> {
        int units = 0;
        try {
          units = Integer.parseInt(size);
        } catch (NumberFormatException e) {
          // Stays 0, which is no size either.
        }
        require(units > 0, "hiddenLayers", text, ALLOWED);
        yield units;
      }
    };
  }

  private static Activation activation(String name, String text) {
    for (Activation activation : Activation.values()) {
      if (activation.name().equals(name.toUpperCase(Locale.ROOT))) {
        return activation;
      }
    }
    String names = Arrays.stream(Activation.values()).map(Activation::name).collect(Collectors.joining(", "))
        .toLowerCase(Locale.ROOT);
    throw new InvalidSettingException("hiddenLayers", text, ALLOWED + "; the activations are " + names);
  }
}
