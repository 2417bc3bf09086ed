package weka.classifiers.functions.backprop.export;

import static weka.classifiers.functions.backprop.export.OnnxGraph.Attribute.number;
import static weka.classifiers.functions.backprop.export.OnnxGraph.Attribute.numbers;
import static weka.classifiers.functions.backprop.export.OnnxGraph.Attribute.strings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import weka.classifiers.functions.backprop.encode.AttributeEncoder;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.encode.Scaling;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Layer;
import weka.core.Instances;

/**
 * A model in ONNX, with imputation, scaling and indicators inside the graph. Its inputs are matrices with a row for
 * each instance: {@value #NUMERIC}, doubles, a column for each numeric or date attribute but the class, NaN where
 * missing; and {@value #NOMINAL}, strings, a column for each nominal attribute but the class, empty or ? where missing.
 * An input without columns is left out. The outputs of a nominal class are {@value #PROBABILITIES} [N × labels],
 * doubles, and {@value #LABEL} [N], strings; that of a numeric one is {@value #PREDICTION} [N × 1], doubles. The
 * metadata name the columns. Where the class is the only attribute there is no input, and N is 1.
 */
public final class Onnx {

  static final String NUMERIC = "numeric";
  static final String NOMINAL = "nominal";
  static final String PROBABILITIES = "probabilities";
  static final String LABEL = "label";
  static final String PREDICTION = "prediction";

  /** Old enough for every runtime in use, new enough for all operators below. */
  private static final int IR_VERSION = 8;
  private static final int OPSET = 15;
  private static final int ML_OPSET = 2;

  private final JointNetwork joint;
  /** One of the networks, for what all have in common. */
  private final Member member;
  private final OnnxGraph graph = new OnnxGraph("backprop");
  /** Indices of the attributes that are the columns of each input. */
  private final List<Integer> numeric = new ArrayList<>();
  private final List<Integer> nominal = new ArrayList<>();
  /** The column of each attribute in its input. */
  private final int[] columns;

  private Onnx(Model model) {
    joint = new JointNetwork(model);
    member = joint.first();
    Instances header = member.encoding().header();
    columns = new int[header.numAttributes()];
    for (int a = 0; a < columns.length; a++) {
      if (a != header.classIndex()) {
        List<Integer> input = header.attribute(a).isNominal() ? nominal : numeric;
        columns[a] = input.size();
        input.add(a);
      }
    }
  }

  /** The bytes of a file. */
  public static byte[] write(Model model) {
    Onnx onnx = new Onnx(model);
    onnx.declareInputs();
    onnx.outputs(onnx.joint.width() == 0 ? onnx.constantSums() : onnx.sums());
    return onnx.file();
  }

  private void declareInputs() {
    if (!numeric.isEmpty()) {
      graph.input(NUMERIC, OnnxGraph.DOUBLE, numeric.size(),
          "Numeric attributes and dates (milliseconds since 1970), NaN where missing: " + names(numeric));
    }
    if (!nominal.isEmpty()) {
      graph.input(NOMINAL, OnnxGraph.STRING, nominal.size(),
          "Nominal attributes, empty or ? where missing: " + names(nominal));
    }
  }

  private String names(List<Integer> attributes) {
    return Json.array(attributes.stream().map(a -> member.attribute(a).name()).toList());
  }

  /** Rows of the output: one for each of the inputs, if there are any. */
  private boolean hasRows() {
    return !numeric.isEmpty() || !nominal.isEmpty();
  }

  /** Weighted sums of the output layer that don't depend on the inputs [N × outputs]. */
  private String constantSums() {
    Layer output = joint.output();
    String sums = graph.constant(new float[][] {output.biases()}, output.units());
    if (!hasRows()) {
      return sums;
    }
    String shape = graph.node("Shape", List.of(numeric.isEmpty() ? NOMINAL : NUMERIC));
    String rows = graph.node("Gather", List.of(shape, graph.constant(0L)));
    String wanted = graph.node("Concat", List.of(rows, graph.constant((long) output.units())), number("axis", 0));
    return graph.node("Expand", List.of(sums, wanted));
  }

  /** Weighted sums of the output layer [N × outputs]. */
  private String sums() {
    Map<InputEncoder, Inputs> inputs = new IdentityHashMap<>();
    List<String> hidden = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    Layer output = joint.output();
    float[][] outputWeights = output.weights();
    for (Member each : joint.members()) {
      Inputs own = inputs.computeIfAbsent(each.encoding().inputs(), encoder -> new Inputs(each));
      List<Layer> layers = each.network().layers();
      int last = layers.size() - 1;
      String x = own.matrix();
      for (int l = 0; l < last; l++) {
        Layer layer = layers.get(l);
        x = activated(layer.activation(), affine(x, l == 0 ? own.ordered(layer.weights()) : layer.weights(), layer));
      }
      hidden.add(x);
      float[][] weights = Arrays.copyOfRange(outputWeights, rows.size(), rows.size() + layers.get(last).inputs());
      rows.addAll(List.of(last == 0 ? own.ordered(weights) : weights));
    }
    String all = hidden.size() == 1 ? hidden.get(0) : graph.node("Concat", hidden, number("axis", 1));
    return affine(all, rows.toArray(float[][]::new), output);
  }

  private String affine(String x, float[][] weights, Layer layer) {
    return graph.node("Gemm", List.of(x, graph.constant(weights, layer.units()),
        graph.constant(new float[][] {layer.biases()}, layer.units())));
  }

  private String activated(Activation activation, String sums) {
    return switch (activation) {
      case SIGMOID -> graph.node("Sigmoid", List.of(sums));
      case TANH -> graph.node("Tanh", List.of(sums));
      case RELU -> graph.node("Relu", List.of(sums));
      case IDENTITY -> sums;
    };
  }

  /** The inputs of a network: of all numeric attributes the scaled ones, then their ramps, then nominal ones. */
  private final class Inputs implements AttributeEncoder.Visitor {

    private final List<AttributeEncoder.Numeric> encoders = new ArrayList<>();
    private final List<Long> numericColumns = new ArrayList<>();
    private final List<AttributeEncoder.Ramps.Ramp> ramps = new ArrayList<>();
    private final List<Double> imputed = new ArrayList<>();
    private final List<Long> rampColumns = new ArrayList<>();
    private final List<String> indicators = new ArrayList<>();
    /** Columns of the network's inputs, in the order that they have here. */
    private final List<Integer> order = new ArrayList<>();
    private final String matrix;

    /** The inputs of a network, and of others that share its encoder. */
    Inputs(Member member) {
      member.accept(this);
      matrix = concatenated();
    }

    @Override
    public void numeric(int attribute, AttributeEncoder.Numeric encoder) {
      encoders.add(encoder);
      numericColumns.add((long) columns[attribute]);
    }

    @Override
    public void ramps(int attribute, AttributeEncoder.Ramps encoder) {
      for (AttributeEncoder.Ramps.Ramp ramp : encoder.ramps()) {
        ramps.add(ramp);
        imputed.add(encoder.imputed());
        rampColumns.add((long) columns[attribute]);
      }
    }

    @Override
    public void nominal(int attribute, AttributeEncoder.Nominal encoder) {
      List<String> labels = Member.labels(member.attribute(attribute));
      Map<String, Long> inputs = new LinkedHashMap<>();
      for (int label = 0; label < encoder.columns().length; label++) {
        inputs.put(labels.get(label), (long) encoder.columns()[label]);
      }
      // A label may look like a missing value, but is none.
      inputs.putIfAbsent("", (long) encoder.columns()[encoder.mode()]);
      inputs.putIfAbsent("?", (long) encoder.columns()[encoder.mode()]);
      String column = graph.node("Gather", List.of(NOMINAL, graph.scalar((long) columns[attribute])),
          number("axis", 1));
      String index = graph.mlNode("LabelEncoder", column, strings("keys_strings", List.copyOf(inputs.keySet())),
          numbers("values_int64s", List.copyOf(inputs.values())), number("default_int64", AttributeEncoder.NONE));
      List<Long> wanted = Arrays.stream(encoder.columns()).filter(c -> c != AttributeEncoder.NONE).asLongStream()
          .boxed().toList();
      indicators.add(graph.mlNode("OneHotEncoder", index, numbers("cats_int64s", wanted), number("zeros", 1)));
      wanted.forEach(c -> order.add(c.intValue()));
    }

    /** The inputs [N × width]. */
    String matrix() {
      return matrix;
    }

    private String concatenated() {
      List<String> parts = new ArrayList<>();
      if (!encoders.isEmpty()) {
        parts.add(scaled());
      }
      if (!ramps.isEmpty()) {
        parts.add(heights());
      }
      parts.addAll(indicators);
      return graph.node("Concat", parts, number("axis", 1));
    }

    /** Halved before offsets are subtracted, since the difference of two doubles may be none. */
    private String scaled() {
      List<Scaling> scalings = encoders.stream().map(AttributeEncoder.Numeric::scaling).toList();
      String values = values(numericColumns);
      String halves = graph.node("Mul", List.of(values, graph.scalar(0.5)));
      String differences = graph.node("Sub", List.of(halves,
          graph.constant(scalings.stream().mapToDouble(scaling -> scaling.offset() / 2).toArray())));
      String line = graph.node("Mul", List.of(differences,
          graph.constant(scalings.stream().mapToDouble(scaling -> 2 * scaling.factor()).toArray())));
      String bounded = graph.node("Clip", List.of(line, graph.scalar(-Scaling.LIMIT), graph.scalar(Scaling.LIMIT)));
      String missing = graph.node("IsNaN", List.of(values));
      String imputed = graph.node("Where", List.of(missing,
          graph.constant(encoders.stream().mapToDouble(AttributeEncoder.Numeric::missing).toArray()), bounded));
      return graph.node("Cast", List.of(imputed), number("to", OnnxGraph.FLOAT));
    }

    /** The further inputs of numeric attributes; in halves as well. */
    private String heights() {
      String values = values(rampColumns);
      String known = graph.node("Where", List.of(graph.node("IsNaN", List.of(values)),
          graph.constant(imputed.stream().mapToDouble(Double::doubleValue).toArray()), values));
      String halves = graph.node("Mul", List.of(known, graph.scalar(0.5)));
      String differences = graph.node("Sub", List.of(halves, constant(ramp -> ramp.from() / 2)));
      String line = graph.node("Div", List.of(differences, constant(ramp -> ramp.to() / 2 - ramp.from() / 2)));
      String heights = graph.node("Clip", List.of(line, graph.scalar(0.0), graph.scalar(1.0)));
      String centered = graph.node("Sub", List.of(heights, constant(AttributeEncoder.Ramps.Ramp::mean)));
      return graph.node("Cast", List.of(centered), number("to", OnnxGraph.FLOAT));
    }

    private String constant(ToDoubleFunction<AttributeEncoder.Ramps.Ramp> number) {
      return graph.constant(ramps.stream().mapToDouble(number).toArray());
    }

    /** Columns of the numeric attributes, which may be repeated. */
    private String values(List<Long> wanted) {
      return graph.node("Gather", List.of(NUMERIC,
          graph.constant(wanted.stream().mapToLong(Long::longValue).toArray())), number("axis", 1));
    }

    /** The rows of the first layer's weights in the order of the inputs here. */
    float[][] ordered(float[][] weights) {
      List<float[]> rows = new ArrayList<>();
      encoders.forEach(encoder -> rows.add(weights[encoder.column()]));
      ramps.forEach(ramp -> rows.add(weights[ramp.column()]));
      order.forEach(column -> rows.add(weights[column]));
      return rows.toArray(float[][]::new);
    }
  }

  private void outputs(String sums) {
    String exact = graph.node("Cast", List.of(sums), number("to", OnnxGraph.DOUBLE));
    String rows = hasRows() ? "N" : "1";
    switch (member.network().loss().output()) {
      case SOFTMAX -> distribution(exact, rows);
      case LINEAR -> prediction(exact, rows);
    }
  }

  private void distribution(String sums, String rows) {
    List<String> labels = member.labels();
    graph.node("", "Softmax", PROBABILITIES, List.of(sums), number("axis", 1));
    String best = graph.node("ArgMax", List.of(PROBABILITIES), number("axis", 1), number("keepdims", 0));
    graph.node(OnnxGraph.ML, "LabelEncoder", LABEL, List.of(best),
        numbers("keys_int64s", LongStream.range(0, labels.size()).boxed().toList()), strings("values_strings", labels));
    graph.output(PROBABILITIES, OnnxGraph.DOUBLE, rows, labels.size(), "Of each label: " + Json.array(labels));
    graph.output(LABEL, OnnxGraph.STRING, rows, 0, "The most probable label");
  }

  private void prediction(String sums, String rows) {
    NumericClass numeric = member.numericClass();
    Scaling scaling = numeric.scaling();
    String difference = scaling.factor() == 0 ? graph.node("Mul", List.of(sums, graph.scalar(0.0)))
        : graph.node("Div", List.of(sums, graph.scalar(scaling.factor())));
    String value = graph.node("Add", List.of(difference, graph.scalar(scaling.offset())));
    graph.node("", "Clip", PREDICTION,
        List.of(value, graph.scalar(numeric.lowest()), graph.scalar(numeric.highest())));
    graph.output(PREDICTION, OnnxGraph.DOUBLE, rows, 1, member.classAttribute().name()
        + (member.classAttribute().isDate() ? " (milliseconds since 1970)" : ""));
  }

  private byte[] file() {
    return new ProtoMessage().with(OnnxField.MODEL_IR_VERSION, IR_VERSION)
        .with(OnnxField.MODEL_PRODUCER_NAME, "backprop for Weka")
        .with(OnnxField.MODEL_DOC_STRING,
            "Feed-forward neural network, trained on " + member.encoding().header().relationName())
        .with(OnnxField.MODEL_OPSET_IMPORT, opset("", OPSET)).with(OnnxField.MODEL_OPSET_IMPORT,
            opset(OnnxGraph.ML, ML_OPSET))
        .with(OnnxField.MODEL_METADATA_PROPS, metadata(NUMERIC, names(numeric)))
        .with(OnnxField.MODEL_METADATA_PROPS, metadata(NOMINAL, names(nominal)))
        .with(OnnxField.MODEL_METADATA_PROPS, metadata("class", member.classAttribute().name()))
        .with(OnnxField.MODEL_METADATA_PROPS, metadata("labels", Json.array(member.labels())))
        .with(OnnxField.MODEL_GRAPH, graph.message()).toByteArray();
  }

  private static ProtoMessage opset(String domain, int version) {
    return new ProtoMessage().with(OnnxField.OPSET_DOMAIN, domain).with(OnnxField.OPSET_VERSION, version);
  }

  private static ProtoMessage metadata(String key, String value) {
    return new ProtoMessage().with(OnnxField.ENTRY_KEY, key).with(OnnxField.ENTRY_VALUE, value);
  }
}
