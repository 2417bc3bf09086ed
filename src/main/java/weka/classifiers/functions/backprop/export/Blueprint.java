package weka.classifiers.functions.backprop.export;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.encode.Scaling;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Network;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * All that a trained model computes with, for whoever writes it down.
 *
 * @param scheme name of the scheme
 * @param header the attributes of the training data
 * @param example a training instance; null if none is at hand, as after loading a model, which keeps none
 */
public record Blueprint(String scheme, Instances header, Instance example, InputEncoder inputs,
    ClassEncoder classEncoder, Network network) {

  /** An attribute of the training data. */
  Attribute attribute(int index) {
    return header.attribute(index);
  }

  Attribute classAttribute() {
    return header.classAttribute();
  }

  /** The class labels, none for a numeric or date class. */
  List<String> labels() {
    return labels(classAttribute());
  }

  /** The labels of an attribute, none for a numeric or date one. */
  static List<String> labels(Attribute attribute) {
    String[] labels = new String[attribute.isNominal() ? attribute.numValues() : 0];
    Arrays.setAll(labels, attribute::value);
    return Arrays.asList(labels);
  }

  /**
   * How a numeric class is scaled.
   *
   * @throws IllegalStateException if the class is nominal
   */
  Scaling classScaling() {
    if (classEncoder instanceof NumericClass numeric) {
      return numeric.scaling();
    }
    throw new IllegalStateException("a linear output with a " + classEncoder.getClass().getSimpleName());
  }

  List<Layer> layers() {
    return network.layers();
  }

  /** Whether all predictions are alike, since no input has a weight. */
  boolean isConstant() {
    Layer output = network.outputLayer();
    return layers().size() == 1 && Arrays.stream(output.weights())
        .allMatch(row -> IntStream.range(0, output.units()).allMatch(unit -> row[unit] == 0));
  }

  /** A name for each input: that of the attribute, with the label of an indicator, such as colour=red. */
  String[] inputNames() {
    return inputs.names(header);
  }

  /** A name for each unit of a layer: h1_2 is the second of the first hidden layer, an output's is its label. */
  String[] unitNames(int layer) {
    String[] names = new String[layers().get(layer).units()];
    boolean output = layer == layers().size() - 1;
    Arrays.setAll(names, unit -> !output ? "h" + (layer + 1) + "_" + (unit + 1)
        : classAttribute().isNominal() ? classAttribute().value(unit) : classAttribute().name());
    return names;
  }
}
