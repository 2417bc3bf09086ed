package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Very many attributes, labels, units and layers: what others time out on or run out of memory with. */
class WideDataTest {

  private static Attribute classAttribute(int classType) {
    return classType == Attribute.NOMINAL ? new Attribute("y", List.of("low", "high")) : new Attribute("y");
  }

  private static double classValue(int classType, double x) {
    return classType == Attribute.NOMINAL ? x > 0 ? 1 : 0 : x;
  }

  /** A class that depends on the first of many numeric attributes. */
  private static Instances manyAttributes(int classType, int attributes, boolean sparse) {
    ArrayList<Attribute> header = new ArrayList<>();
    IntStream.range(0, attributes).forEach(a -> header.add(new Attribute("a" + a)));
    header.add(classAttribute(classType));
    Instances data = new Instances("wide", header, 60);
    data.setClassIndex(attributes);
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      double[] values = new double[attributes + 1];
      for (int a = 0; a < attributes; a++) {
        values[a] = a == 0 || !sparse || random.nextInt(100) == 0 ? random.nextGaussian() : 0;
      }
      values[attributes] = classValue(classType, values[0]);
      data.add(new DenseInstance(1, values));
    }
    return sparse ? DataSets.sparse(data) : data;
  }

  /** A class that depends on a numeric attribute, beside a nominal one of many labels, of which few occur. */
  private static Instances manyLabels(int classType, int labels) {
    Attribute nominal = new Attribute("n", IntStream.range(0, labels).mapToObj(l -> "label" + l).toList());
    Instances data = new Instances("labels",
        new ArrayList<>(List.of(nominal, new Attribute("x"), classAttribute(classType))), 100);
    data.setClassIndex(2);
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      double x = random.nextGaussian();
      data.add(new DenseInstance(1, new double[] {labels - 1 - i, x, classValue(classType, x)}));
    }
    return data;
  }

  /** Predictions that are finite, and a loss that fell. */
  private static BackpropScheme learnt(int classType, String options, Instances data) throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, options), data);
    double first = scheme.model().history().epochs().get(0).loss();
    double last = scheme.model().history().last().loss();
    assertTrue(last < first, first + " became " + last);
    for (double[] prediction : scheme.distributionsForInstances(data)) {
      for (double value : prediction) {
        assertTrue(Double.isFinite(value), value + " was predicted");
      }
    }
    return scheme;
  }

  @ParameterizedTest
  @CsvSource({"1, false", "1, true", "0, false", "0, true"})
  @Tag("slow")
  void twentyThousandAttributesAreLearntFrom(int classType, boolean sparse) throws Exception {
    Instances data = manyAttributes(classType, 20_000, sparse);
    learnt(classType, "-N 3 -V 0", data);
  }

  /** Labels that don't occur cost nothing. */
  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void anAttributeOfFiftyThousandLabelsIsLearntFrom(int classType) throws Exception {
    Instances data = manyLabels(classType, 50_000);
    BackpropScheme scheme = learnt(classType, "-N 5", data);
    assertEquals("input 101", Schemes.layers(scheme).get(0));
    data.firstInstance().setValue(0, 0);
    assertTrue(Double.isFinite(scheme.classifyInstance(data.firstInstance())), "a label never seen");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1 | 5000", "0 | 5000", "1 | 9,8,7,6,5", "0 | 9,8,7,6,5"})
  @Tag("slow")
  void layersMayBeLargeOrMany(int classType, String layers) throws Exception {
    BackpropScheme scheme = learnt(classType, "-N 20 -H " + layers, manyLabels(classType, 3_000));
    assertEquals(2 + layers.split(",").length, Schemes.layers(scheme).size());
  }
}
