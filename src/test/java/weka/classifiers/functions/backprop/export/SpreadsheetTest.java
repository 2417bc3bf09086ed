package weka.classifiers.functions.backprop.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Instance;
import weka.core.Instances;

/** What a person needs to reproduce predictions by hand is in the text, and leads to the scheme's predictions. */
class SpreadsheetTest {

  /** A weight or bias in a row of them. */
  private static final Pattern NUMBER = Pattern.compile("(?m) (-?\\d+\\.\\d+(?:E-?\\d+)?)(?= |$)");

  private static String text(BackpropScheme scheme) {
    scheme.setDebug(true);
    return scheme.toString();
  }

  static Stream<RandomModel> models() {
    return Stream.concat(RandomModel.all().limit(24), RandomModel.committees());
  }

  @ParameterizedTest
  @MethodSource("models")
  void theWorkedPredictionIsTheSchemes(RandomModel model) throws Exception {
    String text = text(model.scheme());
    double[] expected = model.scheme().distributionForInstance(model.data().instance(0));
    List<Double> actual = new ArrayList<>();
    Matcher output = Pattern.compile("(?m) = (\\S+)$").matcher(text.substring(text.lastIndexOf("\n  s_1 = "),
        text.indexOf("ayer 1: a row")));
    while (output.find()) {
      actual.add(Double.parseDouble(output.group(1)));
    }
    // Behind as many weighted sums.
    for (int j = 0; j < expected.length; j++) {
      assertEquals(expected[j], actual.get(expected.length + j), 1e-6 * Math.max(1, Math.abs(expected[j])), text);
    }
  }

  /** Reads the text alone, and does what it says. */
  @Test
  void whoReadsFormulasAndWeightsAloneGetsTheSamePredictions() throws Exception {
    Instances iris = DataSets.iris();
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 5 -H 4,3 -F TANH"), iris);
    String text = text(scheme);
    Map<String, double[]> formulas = new HashMap<>();
    Matcher formula = Pattern.compile("(?m)^  input_\\d+ = \\('(\\w+)' - (\\S+)\\) \\* (\\S+), or").matcher(text);
    while (formula.find()) {
      formulas.put(formula.group(1), new double[] {Double.parseDouble(formula.group(2)),
          Double.parseDouble(formula.group(3))});
    }
    for (Instance flower : iris) {
      double[] x = new double[4];
      for (int a = 0; a < x.length; a++) {
        double[] line = formulas.get(iris.attribute(a).name());
        x[a] = (flower.value(a) - line[0]) * line[1];
      }
      double[] h1 = Arrays.stream(sums(text, 1, x)).map(Math::tanh).toArray();
      double[] h2 = Arrays.stream(sums(text, 2, h1)).map(Math::tanh).toArray();
      double[] powers = Arrays.stream(sums(text, 3, h2)).map(Math::exp).toArray();
      double total = Arrays.stream(powers).sum();
      double[] expected = scheme.distributionForInstance(flower);
      for (int j = 0; j < powers.length; j++) {
        assertEquals(expected[j], powers[j] / total, 1e-6);
      }
    }
  }

  /** As by Weka's other schemes, but only if that is wanted: from rounded weights nobody gets the predictions. */
  @Test
  void weightsAreRoundedIfDecimalPlacesAreGiven() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 5 -K 2 -H 4 -pieces 0 -steps 0"), DataSets.iris());
    String full = text(scheme);
    assertFalse(full.contains("rounded"), full);
    int weights = full.indexOf("\nNetwork 1, layer 1:");
    for (int decimals : new int[] {0, 2, 20}) {
      scheme.setNumDecimalPlaces(decimals);
      String expected = full.substring(0, weights) + "\nThe weights and biases below are rounded to " + decimals
          + " decimal places; the prediction above is computed from all of their digits\n"
          + NUMBER.matcher(full.substring(weights)).replaceAll(number -> String.format(Locale.ROOT,
              " %." + decimals + "f", Float.parseFloat(number.group(1))));
      assertEquals(expected, scheme.toString());
    }
    scheme.setNumDecimalPlaces(-1);
    assertEquals(full, scheme.toString());
  }

  @Test
  void weightsHaveADecimalPointInAnyCountry() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 1 -K 1 -H 2 -num-decimal-places 3"),
        DataSets.iris());
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      String text = text(scheme);
      assertTrue(text.substring(text.indexOf("\nLayer 2:")).matches("(?s).*\nbias( -?\\d\\.\\d{3}){3}\n.*"), text);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void modelsThatAreExportedHaveAllDigits() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 5 -K 1 -H 4"), DataSets.iris());
    String[] full = {scheme.toSource("Net"), scheme.toPMML(null), scheme.graph()};
    scheme.setNumDecimalPlaces(0);
    assertArrayEquals(full, new String[] {scheme.toSource("Net"), scheme.toPMML(null), scheme.graph()});
  }

  /** The same of networks with the same inputs. */
  @Test
  void networksAreCombinedByWhatTheTextSays() throws Exception {
    Instances iris = DataSets.iris();
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 5 -K 3 -H 4 -F TANH -pieces 0 -steps 0"), iris);
    String text = text(scheme);
    double[] x = new double[4];
    for (int i = 0; i < x.length; i++) {
      x[i] = number(text, "input_" + (i + 1));
    }
    double[] mean = new double[3];
    for (int network = 1; network <= 3; network++) {
      double weight = number(text, "s_j = .*?", " \\* n" + network + "_s_j");
      double[] hidden = Arrays.stream(sums(text, "Network " + network + ", layer 1", x)).map(Math::tanh).toArray();
      double[] sums = sums(text, "Network " + network + ", layer 2", hidden);
      for (int j = 0; j < mean.length; j++) {
        mean[j] += weight * sums[j];
      }
    }
    double[] powers = Arrays.stream(mean).map(Math::exp).toArray();
    double[] expected = scheme.distributionForInstance(iris.get(0));
    for (int j = 0; j < powers.length; j++) {
      assertEquals(expected[j], powers[j] / Arrays.stream(powers).sum(), 1e-6);
      assertEquals(mean[j], number(text, "s_" + (j + 1)), 1e-6);
    }
  }

  /** The number that is a variable's value, or that stands between two patterns. */
  private static double number(String text, String name) {
    return number(text, "(?m)^  " + name + " = ", "$");
  }

  private static double number(String text, String before, String after) {
    Matcher matcher = Pattern.compile("(?m)" + before + "(-?\\d+\\.\\d+(?:E-?\\d+)?)" + after).matcher(text);
    assertTrue(matcher.find(), text);
    return Double.parseDouble(matcher.group(1));
  }

  private static double[] sums(String text, int layer, double[] x) {
    return sums(text, "Layer " + layer, x);
  }

  private static double[] sums(String text, String title, double[] x) {
    List<String> lines = text.substring(text.indexOf("\n" + title + ":") + 1).lines().toList();
    double[] sums = numbers(lines.get(2));
    for (int i = 0; i < x.length; i++) {
      double[] weights = numbers(lines.get(3 + i));
      for (int j = 0; j < sums.length; j++) {
        sums[j] += x[i] * weights[j];
      }
    }
    return sums;
  }

  private static double[] numbers(String row) {
    return Stream.of(row.split(" ")).filter(word -> word.matches("-?\\d+\\.\\d+(E-?\\d+)?"))
        .mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void nominalAttributesAndMissingValuesAreExplained() throws Exception {
    Instances data = DataSets.of("colour {red, green, blue, never}; size {small, large}; y numeric", "red,small,1",
        "red,large,2", "green,large,3", "blue,?,4");
    String text = text(Schemes.built(Schemes.regressor("-N 1 -H 2 -F RELU"), data));
    for (String line : List.of("  input_1 = 1 if 'colour' = 'red' or missing, else 0",
        "  input_2 = 1 if 'colour' = 'green', else 0", "  input_4 = 1 if 'size' = 'large' or missing, else 0",
        "  'colour' = 'red'", "  h1_j = max(0, bias_j + sum over i of input_i * weight_ij)",
        "unit h1_1 h1_2", "input_4 ('size' = 'large')", "unit 'y'")) {
      assertTrue(text.lines().anyMatch(l -> l.startsWith(line)), line + " is missing in:\n" + text);
    }
    assertFalse(text.contains("never"), text);
  }

  /** Whatever attributes are called, what a line computes has a name that no other line's value has. */
  @ParameterizedTest
  @ValueSource(strings = {"x1, x2", "input_1, input__1", "s_1, s__1", "h1_1, h1_2", "'a \\'b\\' = 1', 'two\\nlines'"})
  void eachNameHasOneMeaning(String attributes) throws Exception {
    String header = String.join(" numeric; ", attributes.split(", ")) + " numeric; c {input_2, 'in two'}";
    Instances data = DataSets.of(header, "1,2,input_2", "3,4,'in two'");
    String text = text(Schemes.built(Schemes.classifier("-N 1 -H 2"), data));
    String steps = text.substring(text.indexOf("step by step"), text.indexOf("\nLayer 1:"));
    List<String> names = steps.lines().skip(1).map(line -> line.substring(0, line.lastIndexOf(" = ")).trim()).toList();
    // Two attributes, two inputs, two hidden units, two sums and two probabilities.
    assertEquals(10, names.size(), steps);
    Set<String> unquoted = names.stream().map(name -> name.replaceAll("^'|'$", "")).collect(Collectors.toSet());
    assertEquals(names.size(), unquoted.size(), steps);
  }

  @Test
  void rampsAreFormulas() throws Exception {
    Instances data = DataSets.of("x numeric; y numeric", "0,1", "1,2", "2,5", "10,7");
    String text = text(Schemes.built(Schemes.regressor("-N 1 -pieces 2"), data));
    assertTrue(text.contains("  input_2 = max(0, min(1, ('x' - 0.0) / (1.0 - 0.0))) - 0.75, or 0.25 if 'x' is missing"),
        text);
    assertTrue(text.contains("'x' from 1.0 to 10.0"), text);
  }

  @Test
  void clippingIsPartOfTheFormula() throws Exception {
    Instances data = DataSets.of("x numeric; y numeric", "1,-2.5", "2,4", "3,7.5");
    String text = text(Schemes.built(Schemes.regressor("-N 1 -clip"), data));
    assertTrue(text.contains("  'y' = max(-2.5, min(7.5, s_1 / "), text);
  }

  /** Networks with other inputs have numbers of their own for them, and names that no attribute has. */
  @Test
  void inputsOfNetworksAreNumberedTogether() throws Exception {
    Instances iris = DataSets.iris();
    iris.renameAttribute(0, "n2_h1_1");
    String text = text(Schemes.built(Schemes.classifier("-N 1 -K 2 -H 2 -pieces auto"), iris));
    assertTrue(text.contains("\n  Network 1, of input_1 to input_4:\n  n1_h1_j = tanh("), text);
    assertTrue(text.contains("\n  Network 2, of input_5 to input_40:\n  n2_h_1_j = max(0, "), text);
    assertTrue(text.contains("\ninput_40 ("), text);
  }

  static Stream<EdgeModels> constant() throws Exception {
    return EdgeModels.constant();
  }

  @ParameterizedTest
  @MethodSource("constant")
  void aConstantModelIsShownToo(EdgeModels model) {
    assertTrue(text(model.scheme()).contains("step by step"));
  }

  @Test
  void formulasAreShownWithDebugInformationOnly() throws Exception {
    assertFalse(Schemes.built(Schemes.classifier("-N 1"), DataSets.iris()).toString().contains("step by step"));
  }
}
