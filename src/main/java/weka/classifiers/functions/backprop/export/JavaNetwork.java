package weka.classifiers.functions.backprop.export;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Layer;

/** The parts of an exported Java class that belong to one network: its layers, and tables of its weights. */
final class JavaNetwork {

  private final Member member;
  private final List<Layer> layers;

  JavaNetwork(Member member) {
    this.member = member;
    layers = member.network().layers();
  }

  /**
   * The method that computes the network's sums.
   *
   * @param access what stands before static
   */
  String outputs(String access) {
    int last = layers.size() - 1;
    StringBuilder source = new StringBuilder();
    source.append("  /** Weighted sums of the output layer, through the hidden layers. */\n  ").append(access)
        .append("static float[] outputs(float[] x) {\n");
    for (int l = 0; l <= last; l++) {
      String inputs = l == 0 ? "x" : "h" + l;
      boolean sparse = l == 0 && member.encoding().inputs().isSparse();
      String sums = (sparse ? "sparseSums(" : "sums(") + inputs + ", WEIGHTS_" + (l + 1) + ", BIASES_" + (l + 1) + ")";
      source.append(l == last ? "    return " + sums + ";\n"
          : "    float[] h" + (l + 1) + " = " + function(layers.get(l).activation()) + "(" + sums + ");\n");
    }
    return source.append("  }\n\n").toString();
  }

  private static String function(Activation activation) {
    return switch (activation) {
      case SIGMOID -> "sigmoid";
      case TANH -> "tanh";
      case RELU -> "relu";
      case IDENTITY -> "identity";
    };
  }

  /** Tables of the weights: a line for the biases, then one for each input. */
  String tables() {
    StringBuilder source = new StringBuilder();
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      int number = l + 1;
      source.append("  private static final float[] BIASES_").append(number).append(" = floats(biases").append(number)
          .append("());\n  private static final float[][] WEIGHTS_").append(number).append(" = rows(weights")
          .append(number).append("(), ").append(layer.units()).append(");\n\n");
      source.append(Literals.method("biases" + number, List.of(row(layer.biases(), layer.units())),
          new String[] {"biases"})).append('\n');
      List<String> rows = new ArrayList<>();
      for (float[] row : layer.weights()) {
        rows.add(row(row, layer.units()));
      }
      source.append(Literals.method("weights" + number, rows,
          l == 0 ? member.encoding().inputNames() : member.unitNames(l - 1)));
      source.append(l == layers.size() - 1 ? "" : "\n");
    }
    return source.toString();
  }

  private static String row(float[] values, int n) {
    StringBuilder row = new StringBuilder();
    for (int j = 0; j < n; j++) {
      row.append(values[j]).append(' ');
    }
    return row.toString();
  }
}
