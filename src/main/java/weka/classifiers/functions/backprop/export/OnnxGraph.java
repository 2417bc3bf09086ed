package weka.classifiers.functions.backprop.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A graph of ONNX operators, put together node by node. Tensors are known by their names. */
final class OnnxGraph {

  /** Types of a tensor's elements, as TensorProto.DataType numbers them. */
  static final int FLOAT = 1;
  static final int INT64 = 7;
  static final int STRING = 8;
  static final int DOUBLE = 11;

  /** The domain of operators for classical machine learning; the others have none. */
  static final String ML = "ai.onnx.ml";

  /** Types of an attribute, as AttributeProto.AttributeType numbers them. */
  private static final int INT_ATTRIBUTE = 2;
  private static final int INTS_ATTRIBUTE = 7;
  private static final int STRINGS_ATTRIBUTE = 8;

  private final ProtoMessage graph = new ProtoMessage();
  private int tensors;

  OnnxGraph(String name) {
    graph.with(OnnxField.GRAPH_NAME, name);
  }

  /** The message of the graph. */
  ProtoMessage message() {
    return graph;
  }

  /** Declares an input [N × columns]. */
  void input(String name, int type, int columns, String doc) {
    graph.with(OnnxField.GRAPH_INPUT, value(name, type, doc, "N", columns));
  }

  /** Declares an output [rows × columns]; rows may be "N", and columns 0 for a vector. */
  void output(String name, int type, String rows, int columns, String doc) {
    graph.with(OnnxField.GRAPH_OUTPUT, value(name, type, doc, rows, columns));
  }

  private static ProtoMessage value(String name, int type, String doc, String rows, int columns) {
    ProtoMessage dim = new ProtoMessage();
    ProtoMessage shape = new ProtoMessage().with(OnnxField.SHAPE_DIM,
        rows.equals("N") ? dim.with(OnnxField.DIM_PARAM, rows) : dim.with(OnnxField.DIM_VALUE, Long.parseLong(rows)));
    if (columns > 0) {
      shape.with(OnnxField.SHAPE_DIM, new ProtoMessage().with(OnnxField.DIM_VALUE, columns));
    }
    return new ProtoMessage().with(OnnxField.VALUE_NAME, name)
        .with(OnnxField.VALUE_TYPE, new ProtoMessage().with(OnnxField.TYPE_TENSOR, new ProtoMessage()
            .with(OnnxField.TENSOR_TYPE_ELEM, type).with(OnnxField.TENSOR_TYPE_SHAPE, shape)))
        .with(OnnxField.VALUE_DOC_STRING, doc);
  }

  /** A constant matrix; returns its name. */
  String constant(float[][] rows, int columns) {
    ByteBuffer data = buffer(4L * rows.length * columns);
    for (float[] row : rows) {
      for (int j = 0; j < columns; j++) {
        data.putFloat(row[j]);
      }
    }
    return constant(FLOAT, data, rows.length, columns);
  }

  /** A constant vector; returns its name. */
  String constant(double... values) {
    ByteBuffer data = buffer(8L * values.length);
    for (double value : values) {
      data.putDouble(value);
    }
    return constant(DOUBLE, data, values.length);
  }

  /** A constant vector; returns its name. */
  String constant(long... values) {
    ByteBuffer data = buffer(8L * values.length);
    for (long value : values) {
      data.putLong(value);
    }
    return constant(INT64, data, values.length);
  }

  /** A constant number without a dimension; returns its name. */
  String scalar(double value) {
    return constant(DOUBLE, buffer(8).putDouble(value));
  }

  /** A constant number without a dimension; returns its name. */
  String scalar(long value) {
    return constant(INT64, buffer(8).putLong(value));
  }

  private static ByteBuffer buffer(long bytes) {
    return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String constant(int type, ByteBuffer data, long... dims) {
    String name = newName("constant");
    ProtoMessage tensor = new ProtoMessage();
    for (long dim : dims) {
      tensor.with(OnnxField.TENSOR_DIMS, dim);
    }
    graph.with(OnnxField.GRAPH_INITIALIZER, tensor.with(OnnxField.TENSOR_DATA_TYPE, type)
        .with(OnnxField.TENSOR_NAME, name).with(OnnxField.TENSOR_RAW_DATA, data.array()));
    return name;
  }

  private String newName(String of) {
    return of + "_" + tensors++;
  }

  /** A node; returns the name of its output. */
  String node(String operator, List<String> inputs, Attribute... attributes) {
    return node("", operator, newName(operator), inputs, attributes);
  }

  /** A node of a domain with an output of this name, which is returned. */
  String node(String domain, String operator, String output, List<String> inputs, Attribute... attributes) {
    ProtoMessage node = new ProtoMessage().with(OnnxField.NODE_OP_TYPE, operator).with(OnnxField.NODE_NAME, output)
        .with(OnnxField.NODE_DOMAIN, domain).with(OnnxField.NODE_OUTPUT, output);
    inputs.forEach(input -> node.with(OnnxField.NODE_INPUT, input));
    for (Attribute attribute : attributes) {
      node.with(OnnxField.NODE_ATTRIBUTE, attribute.message);
    }
    graph.with(OnnxField.GRAPH_NODE, node);
    return output;
  }

  /** A node of the domain {@link #ML}; returns the name of its output. */
  String mlNode(String operator, String input, Attribute... attributes) {
    return node(ML, operator, newName(operator), List.of(input), attributes);
  }

  /** What an operator is told beside its inputs. */
  static final class Attribute {

    private final ProtoMessage message = new ProtoMessage();

    private Attribute(String name, int type) {
      message.with(OnnxField.ATTRIBUTE_NAME, name).with(OnnxField.ATTRIBUTE_TYPE, type);
    }

    static Attribute number(String name, long value) {
      Attribute attribute = new Attribute(name, INT_ATTRIBUTE);
      attribute.message.with(OnnxField.ATTRIBUTE_I, value);
      return attribute;
    }

    static Attribute numbers(String name, List<Long> values) {
      Attribute attribute = new Attribute(name, INTS_ATTRIBUTE);
      values.forEach(value -> attribute.message.with(OnnxField.ATTRIBUTE_INTS, value));
      return attribute;
    }

    static Attribute strings(String name, List<String> values) {
      Attribute attribute = new Attribute(name, STRINGS_ATTRIBUTE);
      values.forEach(value -> attribute.message.with(OnnxField.ATTRIBUTE_STRINGS, value));
      return attribute;
    }
  }
}
