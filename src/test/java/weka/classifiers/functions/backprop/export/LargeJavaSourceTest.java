package weka.classifiers.functions.backprop.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Java source of large models, for which a class file has little room. */
@Tag("slow")
class LargeJavaSourceTest {

  /** A method may have 64 KB of code. */
  @Test
  void aMillionParametersCompile() throws Exception {
    Instances data = DataSets.iris();
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 0 -H 1000,1000 -F RELU"), data);
    JavaConsumer java = new JavaConsumer(JavaConsumer.compile(Map.of("Large", scheme.toSource("Large")), ""), "Large");
    Instances few = new Instances(data, 0, 3);
    assertArrayEquals(Schemes.predictions(scheme, few), java.predict(few));
  }

  /** A class file may have 65,535 constants. */
  @Test
  void thousandsOfAttributesCompile() throws Exception {
    int wide = 6000;
    StringBuilder attributes = new StringBuilder();
    for (int a = 0; a < wide; a++) {
      attributes.append("a").append(a).append(a % 2 == 0 ? " numeric; " : " {l" + a + ", m" + a + ", n" + a + "}; ");
    }
    Instances data = DataSets.of(attributes + "c {a, b}");
    for (int i = 0; i < 3; i++) {
      double[] values = new double[wide + 1];
      for (int a = 0; a < wide; a++) {
        values[a] = (a + i) % 3;
      }
      data.add(new DenseInstance(1, values));
    }
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 1 -H 2"), data);
    JavaConsumer java = new JavaConsumer(JavaConsumer.compile(Map.of("Wide", scheme.toSource("Wide")), ""), "Wide");
    assertArrayEquals(Schemes.predictions(scheme, data), java.predict(data));
  }
}
