package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** Building changes nothing but the scheme, and is always the same, with whatever options. */
class BuildingTest {

  private static final List<String> OPTIONS = List.of("", "-V 30", "-V 30 -refit", "-resume", "-history",
      "-B 1 -D 0.2 -input-dropout 0.1", "-P 3 -B 0 -O SGD", "-F SIGMOID -schedule COSINE");

  @TempDir
  Path folder;

  static Stream<Arguments> builds() {
    return Stream.of(Attribute.NOMINAL, Attribute.NUMERIC, Attribute.DATE).flatMap(type -> Stream
        .concat(OPTIONS.stream(), Stream.of(type == Attribute.NOMINAL ? "-balance" : "-loss ABSOLUTE"))
        .map(options -> Arguments.of(type, options)));
  }

  private BackpropScheme scheme(int classType, String options) throws Exception {
    BackpropScheme scheme = Schemes.forClass(classType, "-N 4 -H 4 " + options.replace("-history", ""));
    if (options.equals("-history")) {
      scheme.setHistoryFile(folder.resolve("history.csv").toFile());
    }
    return scheme;
  }

  /** With missing values, among them of the class, and weights of 0, 1 and between. */
  private static Instances data(int classType) {
    Instances data = DataSets.mixed(60, classType, 2);
    data.instance(3).setWeight(0.5);
    data.instance(4).setWeight(0);
    data.instance(5).setClassMissing();
    return data;
  }

  @ParameterizedTest
  @MethodSource("builds")
  void theInstancesStayAsTheyWere(int classType, String options) throws Exception {
    for (Instances data : List.of(data(classType), DataSets.sparse(data(classType)))) {
      Instances before = new Instances(data);
      List<Instance> rows = List.copyOf(data);
      Schemes.built(scheme(classType, options), data);
      assertNull(before.equalHeadersMsg(data));
      assertEquals(before.toString(), data.toString());
      assertEquals(rows.size(), data.numInstances());
      for (int i = 0; i < rows.size(); i++) {
        assertSame(rows.get(i), data.instance(i));
        assertSame(data, data.instance(i).dataset());
        assertArrayEquals(before.instance(i).toDoubleArray(), data.instance(i).toDoubleArray());
        assertEquals(before.instance(i).weight(), data.instance(i).weight());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("builds")
  void buildingTwiceGivesTheSameModel(int classType, String options) throws Exception {
    Instances data = data(classType);
    BackpropScheme scheme = Schemes.built(scheme(classType, options), data);
    String first = Schemes.parameters(scheme);
    scheme.buildClassifier(new Instances(data, 10, 30));
    assertNotEquals(first, Schemes.parameters(scheme));
    scheme.buildClassifier(data);
    assertEquals(first, Schemes.parameters(scheme));
    assertEquals(first, Schemes.parameters(Schemes.built(scheme(classType, options), data)));
  }
}
