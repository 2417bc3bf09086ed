package weka.classifiers.functions.backprop.export;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.encode.AttributeEncoder;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.encode.Scaling;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Layer;
import weka.core.Attribute;
import weka.core.Utils;

/**
 * A model as PMML 4.4 (Data Mining Group): a NeuralNetwork with imputation, scaling and indicators in it. A model that
 * always predicts the same is a TreeModel of one node, since PMML knows no network without inputs and no infinite bias.
 */
public final class Pmml {

  /** Scaled values between which a line is drawn that ends at the limit; nearer ones keep rounding errors small. */
  private static final double[] LINE = {-Scaling.LIMIT, -1000, 1000, Scaling.LIMIT};

  /** Farthest value from 0: PMML's arithmetic overflows where the difference of two values does. */
  private static final double FAR = Double.MAX_VALUE / 4;

  private final JointNetwork joint;
  /** One of the networks, for what all have in common. */
  private final Member member;
  private final XmlElements xml = new XmlElements();

  private Pmml(Model model) {
    joint = new JointNetwork(model);
    member = joint.first();
  }

  /** The PMML document. */
  public static String render(Model model) {
    Pmml pmml = new Pmml(model);
    pmml.xml.element("PMML", () -> {
      pmml.header();
      pmml.dataDictionary();
      if (pmml.joint.isConstant()) {
        pmml.constant();
      } else {
        pmml.network();
      }
    }, "xmlns", "http://www.dmg.org/PMML-4_4", "version", "4.4");
    return pmml.xml.document();
  }

  private void header() {
    xml.element("Header", () -> xml.element("Application", "name", "backprop for Weka"),
        "description", "Feed-forward neural network, trained on " + member.encoding().header().relationName()
            + "; dates are milliseconds since 1970");
  }

  private void dataDictionary() {
    xml.element("DataDictionary", () -> {
      for (int a = 0; a < member.encoding().header().numAttributes(); a++) {
        Attribute attribute = member.attribute(a);
        List<String> labels = Member.labels(attribute);
        xml.element("DataField", () -> labels.forEach(label -> xml.element("Value", "value", label)), "name",
            attribute.name(), "optype", optype(attribute), "dataType", dataType(attribute));
      }
    }, "numberOfFields", "" + member.encoding().header().numAttributes());
  }

  private static String optype(Attribute attribute) {
    return attribute.isNominal() ? "categorical" : "continuous";
  }

  private static String dataType(Attribute attribute) {
    return attribute.isNominal() ? "string" : "double";
  }

  private String function() {
    return member.classAttribute().isNominal() ? "classification" : "regression";
  }

  private void network() {
    xml.element("NeuralNetwork", () -> {
      miningSchema();
      probabilities();
      range();
      inputs();
      hiddenLayers();
      outputLayer();
      outputs();
    }, "modelName", "backprop", "functionName", function(), "activationFunction",
        name(member.network().layers().get(0).activation()), "numberOfLayers", "" + (1 + joint.members().stream()
            .mapToInt(each -> each.network().layers().size() - 1).sum()));
  }

  private static String name(Activation activation) {
    return switch (activation) {
      case SIGMOID -> "logistic";
      case TANH -> "tanh";
      case RELU -> "rectifier";
      case IDENTITY -> "identity";
    };
  }

  private void miningSchema() {
    xml.element("MiningSchema", () -> {
      target();
      member.accept(new AttributeEncoder.Visitor() {
        @Override
        public void numeric(int attribute, AttributeEncoder.Numeric encoder) {
          field(attribute, "asMean", "" + encoder.scaling().unscale(encoder.missing()));
        }

        @Override
        public void ramps(int attribute, AttributeEncoder.Ramps encoder) {
          // The field is there already.
        }

        @Override
        public void nominal(int attribute, AttributeEncoder.Nominal encoder) {
          field(attribute, "asMode", member.attribute(attribute).value(encoder.mode()));
        }
      });
    });
  }

  /** Newer versions say target, but Weka reads the older word, which is still legal. */
  private void target() {
    xml.element("MiningField", "name", member.classAttribute().name(), "usageType", "predicted");
  }

  private void field(int attribute, String treatment, String replacement) {
    xml.element("MiningField", "name", member.attribute(attribute).name(), "usageType", "active",
        "missingValueReplacement", replacement, "missingValueTreatment", treatment, "invalidValueTreatment", "asIs");
  }

  private void probabilities() {
    if (!member.labels().isEmpty()) {
      xml.element("Output", () -> member.labels().forEach(label -> xml.element("OutputField", "name", outputName(label),
          "optype", "continuous", "dataType", "double", "feature", "probability", "value", label)));
    }
  }

  private void range() {
    if (member.encoding().classEncoder() instanceof NumericClass numeric && numeric.clips()) {
      xml.element("Targets", () -> xml.element("Target", "field", member.classAttribute().name(), "optype",
          "continuous", "min", "" + numeric.lowest(), "max", "" + numeric.highest()));
    }
  }

  /** A name that no attribute has. */
  private String outputName(String label) {
    String name = "probability(" + label + ")";
    return member.encoding().header().attribute(name) == null ? name : outputName(label + "'");
  }

  private void inputs() {
    xml.element("NeuralInputs", () -> joint.encoded().forEach(this::inputs), "numberOfInputs", "" + joint.width());
  }

  private void inputs(Member encoded) {
    encoded.accept(new AttributeEncoder.Visitor() {
      @Override
      public void numeric(int attribute, AttributeEncoder.Numeric encoder) {
        input(encoder.column(), () -> line(member.attribute(attribute).name(), encoder.scaling()));
      }

      @Override
      public void ramps(int attribute, AttributeEncoder.Ramps encoder) {
        for (AttributeEncoder.Ramps.Ramp ramp : encoder.ramps()) {
          input(ramp.column(), () -> ramp(member.attribute(attribute).name(), ramp));
        }
      }

      @Override
      public void nominal(int attribute, AttributeEncoder.Nominal encoder) {
        for (int label = 0; label < encoder.columns().length; label++) {
          int value = label;
          if (encoder.columns()[label] != AttributeEncoder.NONE) {
            input(encoder.columns()[label],
                () -> indicator("continuous", "double", member.attribute(attribute), value));
          }
        }
      }

      private void input(int column, Runnable field) {
        xml.element("NeuralInput", field, "id", neuron(encoded, 0, column));
      }
    });
  }

  /** A neuron's id: the layer, 0 for the inputs, and the unit; of hidden ones of several networks also which one. */
  private String neuron(Member of, int layer, int unit) {
    return layer == 0 ? "0," + (joint.offset(of) + unit)
        : (joint.isSingle() ? "" : joint.number(of) + ",") + layer + "," + unit;
  }

  private String outputNeuron(int unit) {
    return joint.isSingle() ? neuron(member, member.network().layers().size(), unit) : "output," + unit;
  }

  /** A straight line through values that a double can hold. */
  private void line(String field, Scaling scaling) {
    continuous(() -> xml.element("NormContinuous", () -> {
      double last = Double.NaN;
      for (double scaled : LINE) {
        // Of an attribute that is constant in a stream so far, all values become 0.
        double unscaled = scaling.factor() == 0 ? scaled * Double.MAX_VALUE : scaling.unscale(scaled);
        double value = Math.max(-FAR, Math.min(FAR, unscaled));
        if (value != last) {
          point(value, scaling.scaleWithoutLimit(value));
        }
        last = value;
      }
    }, "field", field, "outliers", "asExtremeValues"));
  }

  /** With flat ends, since JPMML takes the value itself for what it becomes if it is an outlier of a smaller norm. */
  private void ramp(String field, AttributeEncoder.Ramps.Ramp ramp) {
    continuous(() -> xml.element("NormContinuous", () -> {
      if (ramp.from() > -FAR) {
        point(-FAR, -ramp.mean());
      }
      point(ramp.from(), -ramp.mean());
      point(ramp.to(), 1 - ramp.mean());
      if (ramp.to() < FAR) {
        point(FAR, 1 - ramp.mean());
      }
    }, "field", field, "outliers", "asExtremeValues"));
  }

  private void continuous(Runnable expression) {
    xml.element("DerivedField", expression, "optype", "continuous", "dataType", "double");
  }

  private void point(double value, double scaled) {
    xml.element("LinearNorm", "orig", "" + value, "norm", "" + scaled);
  }

  private void indicator(String optype, String dataType, Attribute attribute, int label) {
    xml.element("DerivedField", () -> xml.element("NormDiscrete", "field", attribute.name(), "value",
        attribute.value(label)), "optype", optype, "dataType", dataType);
  }

  /** Those of each network one behind the other; a neuron may read what any before it gives. */
  private void hiddenLayers() {
    for (Member each : joint.members()) {
      List<Layer> layers = each.network().layers();
      for (int l = 0; l < layers.size() - 1; l++) {
        int below = l;
        layer(layers.get(l), "none", unit -> neuron(each, below + 1, unit), input -> neuron(each, below, input));
      }
    }
  }

  private void outputLayer() {
    String[] below = joint.members().stream().flatMap(each -> {
      int last = each.network().layers().size() - 1;
      return IntStream.range(0, each.network().outputLayer().inputs()).mapToObj(input -> neuron(each, last, input));
    }).toArray(String[]::new);
    String normalization = switch (member.network().loss().output()) {
      case SOFTMAX -> "softmax";
      case LINEAR -> "none";
    };
    layer(joint.output(), normalization, this::outputNeuron, input -> below[input]);
  }

  /** A layer, by the ids of its neurons and of those that they read. */
  private void layer(Layer layer, String normalization, IntFunction<String> id, IntFunction<String> from) {
    xml.element("NeuralLayer", () -> {
      for (int unit = 0; unit < layer.units(); unit++) {
        neuron(layer, unit, id.apply(unit), from);
      }
    }, "numberOfNeurons", "" + layer.units(), "activationFunction", name(layer.activation()), "normalizationMethod",
        normalization);
  }

  private void neuron(Layer layer, int unit, String id, IntFunction<String> from) {
    xml.element("Neuron", () -> {
      for (int input = 0; input < layer.inputs(); input++) {
        xml.element("Con", "from", from.apply(input), "weight", "" + layer.weight(input, unit));
      }
    }, "id", id, "bias", "" + layer.bias(unit));
  }

  private void outputs() {
    int units = member.network().outputLayer().units();
    xml.element("NeuralOutputs", () -> {
      for (int unit = 0; unit < units; unit++) {
        int label = unit;
        xml.element("NeuralOutput", switch (member.network().loss().output()) {
          case SOFTMAX -> () -> indicator("categorical", "string", member.classAttribute(), label);
          case LINEAR -> this::classLine;
        }, "outputNeuron", outputNeuron(unit));
      }
    }, "numberOfOutputs", "" + units);
  }

  /** The ends of a range are points of the line, since Weka's reader clips to them, and ignores a Target. */
  private void classLine() {
    NumericClass numeric = member.numericClass();
    double from = numeric.clips() ? numeric.lowest() : numeric.scaling().offset();
    double to = numeric.clips() ? numeric.highest() : numeric.scaling().unscale(1);
    continuous(() -> xml.element("NormContinuous", () -> {
      point(from, numeric.scaling().scaleWithoutLimit(from));
      point(to, numeric.scaling().scaleWithoutLimit(to));
    }, "field", member.classAttribute().name(), "outliers", numeric.clips() ? "asExtremeValues" : "asIs"));
  }

  private void constant() {
    Layer layer = joint.output();
    double[] sums = member.network().loss().output().apply(layer.biases(), layer.units());
    double[] prediction = member.encoding().classEncoder().decode(sums);
    List<String> labels = member.labels();
    xml.element("TreeModel", () -> {
      xml.element("MiningSchema", this::target);
      probabilities();
      xml.element("Node", () -> {
        xml.element("True");
        for (int label = 0; label < labels.size(); label++) {
          String probability = "" + prediction[label];
          xml.element("ScoreDistribution", "value", labels.get(label), "recordCount", probability, "probability",
              probability);
        }
      }, "score", labels.isEmpty() ? "" + prediction[0] : labels.get(Utils.maxIndex(prediction)));
    }, "modelName", "backprop", "functionName", function());
  }
}
