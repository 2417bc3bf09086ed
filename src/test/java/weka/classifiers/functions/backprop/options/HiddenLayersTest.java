package weka.classifiers.functions.backprop.options;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Attribute;
import weka.core.Instances;

/** What the option -H makes of its text. */
class HiddenLayersTest {

  /**
   * Data that MultilayerPerceptron's filter turns into 8 attributes: a numeric one, a date, one each for the unary and
   * the binary one, and four for the last.
   */
  private static Instances data(String classAttribute, String... classes) {
    return DataSets.of("x numeric; d date yyyy; u {r}; m {r, g}; n {r, g, b, w}; " + classAttribute,
        "1,2001,r,r,r," + classes[0], "2,2002,r,g,g," + classes[1], "3,2003,r,g,b," + classes[2],
        "4,2004,r,r,w," + classes[2]);
  }

  private static final Instances NOMINAL = data("c {a, b, c}", "a", "b", "c");
  private static final Instances NUMERIC = data("c numeric", "1", "2", "4");

  private static final Pattern NODE = Pattern.compile("(Sigmoid|Linear) Node");

  /** Number of units that MultilayerPerceptron makes, the outputs among them. */
  private static long unitsOfMultilayerPerceptron(String hiddenLayers, Instances data) throws Exception {
    MultilayerPerceptron perceptron = new MultilayerPerceptron();
    perceptron.setOptions(new String[] {"-H", hiddenLayers, "-N", "1"});
    perceptron.buildClassifier(data);
    return NODE.matcher(perceptron.toString()).results().count();
  }

  /** Sizes by its code: 8 attributes, 3 classes for the nominal class and 1 for the numeric one. */
  @ParameterizedTest
  @CsvSource({"1, a, 5", "1, i, 8", "1, o, 3", "1, t, 11", "1, 'a, o', 5 3", "1, 'i,7,t', 8 7 11",
      "0, a, 4", "0, i, 8", "0, o, 1", "0, t, 9", "0, 't,a', 9 4"})
  void wildcardsStandForTheSizesOfMultilayerPerceptron(int classType, String text, String sizes) throws Exception {
    Instances data = classType == Attribute.NOMINAL ? NOMINAL : NUMERIC;
    String options = "-N 1 -F TANH -H \"" + text + "\"";
    List<String> layers = Schemes.layers(Schemes.built(Schemes.forClass(classType, options), data));
    int outputs = data.numClasses();
    long units = outputs;
    // The unary attribute counts, but as it never varies it is no input of the network.
    int inputs = 7;
    assertEquals("input 7", layers.get(0));
    String[] expected = sizes.split(" ");
    for (int l = 0; l < expected.length; l++) {
      int size = Integer.parseInt(expected[l]);
      assertEquals("hidden " + (l + 1) + " " + size + " tanh " + (inputs + 1) * size, layers.get(l + 1));
      units += size;
      inputs = size;
    }
    String output = classType == Attribute.NOMINAL ? "softmax" : "linear";
    assertEquals("output " + outputs + " " + output + " " + (inputs + 1) * outputs, layers.get(expected.length + 1));
    assertEquals(expected.length + 2, layers.size());
    assertEquals(unitsOfMultilayerPerceptron(text, data), units);
  }

  private static List<String> layers(String options) throws Exception {
    return Schemes.layers(Schemes.built(Schemes.classifier("-N 1 " + options), DataSets.iris()));
  }

  @Test
  void zeroStandsForNoHiddenLayer() throws Exception {
    assertEquals(List.of("input 4", "output 3 softmax 15"), layers("-H 0"));
  }

  @Test
  void aLayerMayHaveAnActivationOfItsOwn() throws Exception {
    assertEquals(List.of("input 4", "hidden 1 64 relu 320", "hidden 2 32 tanh 2080", "output 3 softmax 99"),
        layers("-F SIGMOID -H 64:relu,32:tanh"));
    assertEquals(List.of("input 4", "hidden 1 5 sigmoid 25", "hidden 2 3 identity 18", "output 3 softmax 12"),
        layers("-F SIGMOID -H \" 5 , a : IDENTITY \""));
  }

  /** The wildcard i would be 0, and a layer without units would cut the network in two. */
  @Test
  void aLayerHasOneUnitAtLeast() {
    assertEquals(1, HiddenLayers.parse("i", null, 0, 3).get(0).units());
    assertEquals(1, HiddenLayers.parse("a", null, 0, 1).get(0).units());
  }
}
