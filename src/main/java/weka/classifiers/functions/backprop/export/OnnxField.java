package weka.classifiers.functions.backprop.export;

/** The fields of ONNX's schema, onnx-ml.proto, that are written here. A test compares them with the schema itself. */
enum OnnxField {

  MODEL_IR_VERSION("ModelProto", "ir_version", 1),
  MODEL_PRODUCER_NAME("ModelProto", "producer_name", 2),
  MODEL_DOC_STRING("ModelProto", "doc_string", 6),
  MODEL_GRAPH("ModelProto", "graph", 7),
  MODEL_OPSET_IMPORT("ModelProto", "opset_import", 8),
  MODEL_METADATA_PROPS("ModelProto", "metadata_props", 14),

  OPSET_DOMAIN("OperatorSetIdProto", "domain", 1),
  OPSET_VERSION("OperatorSetIdProto", "version", 2),

  ENTRY_KEY("StringStringEntryProto", "key", 1),
  ENTRY_VALUE("StringStringEntryProto", "value", 2),

  GRAPH_NODE("GraphProto", "node", 1),
  GRAPH_NAME("GraphProto", "name", 2),
  GRAPH_INITIALIZER("GraphProto", "initializer", 5),
  GRAPH_INPUT("GraphProto", "input", 11),
  GRAPH_OUTPUT("GraphProto", "output", 12),

  NODE_INPUT("NodeProto", "input", 1),
  NODE_OUTPUT("NodeProto", "output", 2),
  NODE_NAME("NodeProto", "name", 3),
  NODE_OP_TYPE("NodeProto", "op_type", 4),
  NODE_ATTRIBUTE("NodeProto", "attribute", 5),
  NODE_DOMAIN("NodeProto", "domain", 7),

  ATTRIBUTE_NAME("AttributeProto", "name", 1),
  ATTRIBUTE_I("AttributeProto", "i", 3),
  ATTRIBUTE_INTS("AttributeProto", "ints", 8),
  ATTRIBUTE_STRINGS("AttributeProto", "strings", 9),
  ATTRIBUTE_TYPE("AttributeProto", "type", 20),

  TENSOR_DIMS("TensorProto", "dims", 1),
  TENSOR_DATA_TYPE("TensorProto", "data_type", 2),
  TENSOR_NAME("TensorProto", "name", 8),
  TENSOR_RAW_DATA("TensorProto", "raw_data", 9),

  VALUE_NAME("ValueInfoProto", "name", 1),
  VALUE_TYPE("ValueInfoProto", "type", 2),
  VALUE_DOC_STRING("ValueInfoProto", "doc_string", 3),

  TYPE_TENSOR("TypeProto", "tensor_type", 1),
  TENSOR_TYPE_ELEM("TypeProto.Tensor", "elem_type", 1),
  TENSOR_TYPE_SHAPE("TypeProto.Tensor", "shape", 2),

  SHAPE_DIM("TensorShapeProto", "dim", 1),
  DIM_VALUE("TensorShapeProto.Dimension", "dim_value", 1),
  DIM_PARAM("TensorShapeProto.Dimension", "dim_param", 2);

  private final String message;
  private final String field;
  private final int number;

  OnnxField(String message, String field, int number) {
    this.message = message;
    this.field = field;
    this.number = number;
  }

  /** Name of the message that has the field. */
  String message() {
    return message;
  }

  /** Name of the field. */
  String field() {
    return field;
  }

  int number() {
    return number;
  }
}
