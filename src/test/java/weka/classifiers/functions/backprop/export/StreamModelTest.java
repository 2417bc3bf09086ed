package weka.classifiers.functions.backprop.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static weka.classifiers.functions.backprop.export.Agreement.assertAgrees;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.functions.backprop.UpdateableScheme;
import weka.classifiers.functions.backprop.explain.Contributions;
import weka.core.Attribute;
import weka.core.Instances;

/** Models of streams, with attributes that have been constant so far and labels that haven't been seen. */
class StreamModelTest {

  /** Instances to predict; the first of them are learnt. */
  private static Instances data(int classType) {
    Instances data = DataSets.mixed(60, classType, 5);
    for (int i = 0; i < 40; i++) {
      data.instance(i).setValue(0, 1);
      data.instance(i).setValue(2, 7);
    }
    return data;
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void exportsAgreeAtAnyTime(int classType) throws Exception {
    Instances data = data(classType);
    for (int learnt : new int[] {0, 5, 40}) {
      UpdateableScheme scheme = Schemes.built(Schemes.updateable(classType, "-H 5:tanh,4:relu"),
          new Instances(data, 0, learnt));
      String name = learnt + " instances";
      assertAgrees(name, scheme, data, new JpmmlConsumer(scheme.toPMML(null)));
      try (Consumer onnx = new OnnxConsumer(Onnx.write(scheme.model()))) {
        assertAgrees(name, scheme, data, onnx);
      }
      assertAgrees(name, scheme, data,
          new JavaConsumer(JavaConsumer.compile(Map.of("Stream", scheme.toSource("Stream")), ""), "Stream"));
    }
  }

  @Test
  void figuresAndContributionsAreThoseOfTheModel() throws Exception {
    Instances data = data(Attribute.NOMINAL);
    UpdateableScheme scheme = Schemes.built(Schemes.updateable(Attribute.NOMINAL, "-H 5"), data);
    assertEquals(scheme.model().heaviest().network().parameterCount(), scheme.getMeasure("measureParameters"));
    Contributions contributions = scheme.contributions(data.instance(50), 0);
    assertEquals(contributions.prediction() - contributions.base(), Arrays.stream(contributions.values()).sum(), 1e-2);
  }
}
