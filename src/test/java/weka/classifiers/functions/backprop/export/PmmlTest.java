package weka.classifiers.functions.backprop.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.export.Agreement.assertAgrees;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Instances;

/** Models as PMML, read by JPMML, the reference implementation, and by Weka. */
class PmmlTest {

  static Stream<RandomModel> models() {
    return RandomModel.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  @Tag("slow")
  void jpmmlAgrees(RandomModel model) throws Exception {
    assertAgrees(model, new JpmmlConsumer(model.scheme().toPMML(null)));
  }

  /** It knows no rectifier. */
  @ParameterizedTest
  @MethodSource("models")
  void wekaAgreesWhereItKnowsTheActivations(RandomModel model) throws Exception {
    String pmml = model.scheme().toPMML(null);
    if (!pmml.contains("rectifier")) {
      assertAgrees(model, new WekaPmmlConsumer(pmml));
    }
  }

  static Stream<EdgeModels> constant() throws Exception {
    return EdgeModels.constant();
  }

  @ParameterizedTest
  @MethodSource("constant")
  void aConstantModelIsATreeOfOneNode(EdgeModels model) throws Exception {
    String pmml = model.scheme().toPMML(null);
    assertTrue(pmml.contains("<TreeModel"), pmml);
    model.assertAgrees(new JpmmlConsumer(pmml));
    model.assertAgrees(new WekaPmmlConsumer(pmml));
  }

  @Test
  void sparseAndAbsurdValuesAgree() throws Exception {
    for (EdgeModels model : new EdgeModels[] {EdgeModels.sparse(), EdgeModels.absurd(), EdgeModels.wide(),
        EdgeModels.clipped(), EdgeModels.sparseCommittee(), EdgeModels.weightless()}) {
      model.assertAgrees(new JpmmlConsumer(model.scheme().toPMML(null)));
    }
    EdgeModels clipped = EdgeModels.clipped();
    clipped.assertAgrees(new WekaPmmlConsumer(clipped.scheme().toPMML(null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2 3", "𝄞 𝄢 ℵ", "? '' x"})
  void oddLabelsAgree(String labels) throws Exception {
    EdgeModels model = EdgeModels.labelled(labels.replace("?", "'?'").split(" "));
    model.assertAgrees(new JpmmlConsumer(model.scheme().toPMML(null)));
  }

  @Test
  void aCharacterThatXmlCantWriteIsRejected() throws Exception {
    Instances data = DataSets.of("x numeric; c {a, b}", "1,a", "2,b");
    data.renameAttribute(0, "x\u0001");
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 1"), data);
    Exception e = assertThrows(IllegalArgumentException.class, () -> scheme.toPMML(null));
    assertTrue(e.getMessage().startsWith("'x\u0001' holds a character"), e.getMessage());
  }

  @Test
  void withoutAModelThereIsNothingToWrite() {
    assertEquals("BackpropClassifier has no model yet: call buildClassifier first.",
        assertThrows(IllegalStateException.class, () -> new BackpropClassifier().toPMML(null)).getMessage());
  }

  @Test
  void probabilitiesAreOutputFields() throws Exception {
    String pmml = Schemes.built(Schemes.classifier("-N 1"), DataSets.iris()).toPMML(null);
    assertTrue(pmml.contains("<OutputField name=\"probability(Iris-setosa)\""), pmml);
  }
}
