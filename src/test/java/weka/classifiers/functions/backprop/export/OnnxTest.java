package weka.classifiers.functions.backprop.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.export.Agreement.assertAgrees;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Instances;
import weka.core.Utils;

/** Models in ONNX, read by Microsoft's runtime and by the official protobuf schema. */
class OnnxTest {

  static Stream<RandomModel> models() {
    return RandomModel.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  void onnxRuntimeAgrees(RandomModel model) throws Exception {
    try (OnnxConsumer onnx = new OnnxConsumer(Onnx.write(model.scheme().model()))) {
      assertAgrees(model, onnx);
      if (model.data().classAttribute().isNominal()) {
        assertLabels(model, onnx.labels(model.data()));
      }
    }
  }

  private static void assertLabels(RandomModel model, String[] labels) throws Exception {
    double[][] predictions = model.predictions();
    for (int i = 0; i < labels.length; i++) {
      assertEquals(model.data().classAttribute().value(Utils.maxIndex(predictions[i])), labels[i],
          model + ", instance " + i);
    }
  }

  static Stream<EdgeModels> constant() throws Exception {
    return EdgeModels.constant().filter(model -> model.data().numAttributes() > 1);
  }

  @ParameterizedTest
  @MethodSource("constant")
  void aConstantModelAgrees(EdgeModels model) throws Exception {
    try (OnnxConsumer onnx = new OnnxConsumer(Onnx.write(model.scheme().model()))) {
      model.assertAgrees(onnx);
    }
  }

  @Test
  void whereTheClassIsAloneThereIsNoInputAndOneRow() throws Exception {
    Instances data = DataSets.of("c {a, b}", "a", "a", "b", "a");
    byte[] model = Onnx.write(Schemes.built(Schemes.classifier(""), data).model());
    try (OnnxConsumer onnx = new OnnxConsumer(model)) {
      assertEquals(Set.of(), onnx.session().getInputNames());
      double[][] probabilities =
          (double[][]) onnx.session().run(Map.of()).get(Onnx.PROBABILITIES).orElseThrow().getValue();
      assertEquals(1, probabilities.length);
      assertArrayEquals(new double[] {0.75, 0.25}, probabilities[0], 1e-6);
    }
  }

  @Test
  void sparseExtremeAndAbsurdValuesAgree() throws Exception {
    for (EdgeModels model : new EdgeModels[] {EdgeModels.sparse(), EdgeModels.extreme(), EdgeModels.absurd(),
        EdgeModels.overflowing(), EdgeModels.clipped(), EdgeModels.ramps(), EdgeModels.sparseCommittee(),
        EdgeModels.weightless()}) {
      try (OnnxConsumer onnx = new OnnxConsumer(Onnx.write(model.scheme().model()))) {
        model.assertAgrees(onnx);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2 3", "ä ß ℵ"})
  void oddLabelsAgree(String labels) throws Exception {
    EdgeModels model = EdgeModels.labelled(labels.split(" "));
    try (OnnxConsumer onnx = new OnnxConsumer(Onnx.write(model.scheme().model()))) {
      model.assertAgrees(onnx);
    }
  }

  @Test
  void inputsAndOutputsAreDescribed() throws Exception {
    OnnxMl.ModelProto model = OnnxMl.ModelProto.parseFrom(
        Onnx.write(Schemes.built(Schemes.classifier("-N 1 -H 2"), DataSets.creditG()).model()));
    assertEquals(2, model.getGraph().getInputCount());
    assertTrue(model.getGraph().getInput(0).getDocString().startsWith("Numeric attributes and dates (milliseconds "
        + "since 1970), NaN where missing: [\"duration\", "), model.getGraph().getInput(0).getDocString());
    assertEquals("[\"good\", \"bad\"]", model.getMetadataPropsList().stream()
        .filter(entry -> entry.getKey().equals("labels")).findFirst().orElseThrow().getValue());
  }

  /** A reader that knew a field by another number or type would keep it as unknown, or fail. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4, 8})
  void theOfficialSchemaReadsEveryByte(long seed) throws Exception {
    byte[] bytes = Onnx.write(RandomModel.of(seed).scheme().model());
    OnnxMl.ModelProto model = OnnxMl.ModelProto.parseFrom(bytes);
    assertNothingUnknown(model);
    assertEquals(model, OnnxMl.ModelProto.parseFrom(model.toByteArray()));
    assertEquals(bytes.length, model.getSerializedSize());
  }

  private static void assertNothingUnknown(Message message) {
    assertEquals(Map.of(), message.getUnknownFields().asMap(), () -> message.getDescriptorForType().getFullName());
    message.getAllFields().forEach((field, value) -> {
      if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        Iterable<?> values = field.isRepeated() ? (Iterable<?>) value : Set.of(value);
        values.forEach(child -> assertNothingUnknown((Message) child));
      }
    });
  }

  @ParameterizedTest
  @EnumSource(OnnxField.class)
  void fieldsHaveTheNumbersOfTheOfficialSchema(OnnxField field) {
    Descriptor message = null;
    for (String name : field.message().split("\\.")) {
      message = message == null ? OnnxMl.getDescriptor().findMessageTypeByName(name)
          : message.findNestedTypeByName(name);
    }
    assertEquals(message.findFieldByName(field.field()).getNumber(), field.number());
  }

  @Test
  void typesHaveTheNumbersOfTheOfficialSchema() {
    assertEquals(OnnxMl.TensorProto.DataType.FLOAT_VALUE, OnnxGraph.FLOAT);
    assertEquals(OnnxMl.TensorProto.DataType.DOUBLE_VALUE, OnnxGraph.DOUBLE);
    assertEquals(OnnxMl.TensorProto.DataType.INT64_VALUE, OnnxGraph.INT64);
    assertEquals(OnnxMl.TensorProto.DataType.STRING_VALUE, OnnxGraph.STRING);
  }
}
