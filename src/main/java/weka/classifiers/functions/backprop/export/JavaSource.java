package weka.classifiers.functions.backprop.export;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import weka.classifiers.functions.backprop.encode.AttributeEncoder;
import weka.classifiers.functions.backprop.encode.Scaling;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Layer;
import weka.core.Attribute;

/**
 * A model as the source of one Java class that needs nothing but the JDK. It computes in the precision and in the order
 * of the scheme itself, in a JVM with the same kernel, so that predictions agree to the last bit.
 */
public final class JavaSource {

  /** Ends every text of the table of labels. */
  private static final char END = '\0';

  private final Member member;
  private final boolean fused;
  private final StringBuilder source = new StringBuilder();

  private JavaSource(Model model, boolean fused) {
    member = model.sole();
    this.fused = fused;
  }

  /**
   * The source of a class.
   *
   * @param declaration such as "final class Net"; without a package
   * @param fused whether the scheme's kernel fuses multiplication and addition
   */
  public static String render(Model model, String declaration, boolean fused) {
    JavaSource java = new JavaSource(model, fused);
    java.declare(declaration);
    java.predictions();
    java.encoding();
    java.layers();
    java.source.append(JavaCode.TABLES);
    java.attributeTables();
    java.weightTables();
    return java.source.append("}\n").toString();
  }

  private void declare(String declaration) {
    add("/**");
    add(" * A feed-forward neural network trained by backprop, a package for Weka.");
    add(" * An instance is an array of its values in the order of the training data's attributes: a Number for");
    add(" * a numeric attribute or a date (milliseconds since 1970), a String for a nominal one, null for a missing");
    add(" * value. The class keeps its place, but its value is ignored, and so are labels that training never saw.");
    add(" *");
    for (int a = 0; a < member.encoding().header().numAttributes(); a++) {
      String type = Attribute.typeToString(member.attribute(a));
      add(" * " + a + ": " + Literals.commented(member.attribute(a).name()) + " (" + type
          + (a == member.encoding().header().classIndex() ? ", the class)" : ")"));
    }
    add(" */");
    add(declaration + " {");
    add("");
  }

  private void predictions() {
    source.append(switch (member.network().loss().output()) {
      case SOFTMAX -> JavaCode.CLASSIFIES + "\n" + Literals.method("labels", terminated(member.labels()),
          member.labels().toArray(String[]::new)) + "\n";
      case LINEAR -> JavaCode.predicts(member.numericClass());
    });
  }

  private void encoding() {
    source.append(JavaCode.encodes(member.encoding().inputs().width(), Scaling.LIMIT));
  }

  private void layers() {
    int last = member.network().layers().size() - 1;
    add("  /** Weighted sums of the output layer, through the hidden layers. */");
    add("  private static float[] outputs(float[] x) {");
    for (int l = 0; l <= last; l++) {
      String inputs = l == 0 ? "x" : "h" + l;
      boolean sparse = l == 0 && member.encoding().inputs().isSparse();
      String sums = (sparse ? "sparseSums(" : "sums(") + inputs + ", WEIGHTS_" + (l + 1) + ", BIASES_" + (l + 1) + ")";
      add(l == last ? "    return " + sums + ";"
          : "    float[] h" + (l + 1) + " = " + function(member.network().layers().get(l).activation()) + "(" + sums
              + ");");
    }
    add("  }");
    add("");
    source.append(fused ? JavaCode.FUSED_SUMS : JavaCode.SUMS);
    if (member.encoding().inputs().isSparse()) {
      source.append(fused ? JavaCode.SPARSE_FUSED_SUMS : JavaCode.SPARSE_SUMS);
    }
    TreeSet<Activation> activations = new TreeSet<>();
    member.network().layers().subList(0, last).forEach(layer -> activations.add(layer.activation()));
    if (activations.contains(Activation.SIGMOID)) {
      activations.add(Activation.TANH);
    }
    activations.forEach(activation -> source.append(code(activation)));
  }

  private static String function(Activation activation) {
    return switch (activation) {
      case SIGMOID -> "sigmoid";
      case TANH -> "tanh";
      case RELU -> "relu";
      case IDENTITY -> "identity";
    };
  }

  private static String code(Activation activation) {
    return switch (activation) {
      case SIGMOID -> JavaCode.SIGMOID;
      case TANH -> JavaCode.TANH;
      case RELU -> JavaCode.RELU;
      case IDENTITY -> JavaCode.IDENTITY;
    };
  }

  private void attributeTables() {
    List<String> numbers = new ArrayList<>();
    List<String> numeric = new ArrayList<>();
    List<String> ramps = new ArrayList<>();
    List<String> ramped = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> nominal = new ArrayList<>();
    member.accept(new AttributeEncoder.Visitor() {
      @Override
      public void numeric(int attribute, AttributeEncoder.Numeric encoder) {
        Scaling scaling = encoder.scaling();
        numbers.add(attribute + " " + encoder.column() + " " + scaling.offset() + " " + scaling.factor() + " "
            + encoder.missing() + " ");
        numeric.add(member.attribute(attribute).name());
      }

      @Override
      public void ramps(int attribute, AttributeEncoder.Ramps encoder) {
        for (AttributeEncoder.Ramps.Ramp ramp : encoder.ramps()) {
          ramps.add(attribute + " " + ramp.column() + " " + ramp.from() + " " + ramp.to() + " " + ramp.mean() + " "
              + encoder.imputed() + " ");
          ramped.add(member.attribute(attribute).name());
        }
      }

      @Override
      public void nominal(int attribute, AttributeEncoder.Nominal encoder) {
        labels.add(nominalRow(attribute, encoder));
        nominal.add(member.attribute(attribute).name());
      }
    });
    add("  /** For each numeric attribute: its index, its input, offset, factor, and the input of a missing value. */");
    source.append(Literals.method("numeric", numbers, numeric.toArray(String[]::new))).append('\n');
    add("  /** For each ramp: its attribute's index, its input, where it begins and ends, mean, a missing value. */");
    source.append(Literals.method("ramps", ramps, ramped.toArray(String[]::new))).append('\n');
    add("  /** For each nominal attribute: its index, a missing value's input, "
        + "how many labels, these, their inputs. */");
    source.append(Literals.method("nominal", labels, nominal.toArray(String[]::new))).append('\n');
  }

  private String nominalRow(int attribute, AttributeEncoder.Nominal encoder) {
    StringBuilder row = new StringBuilder();
    int seen = 0;
    for (int label = 0; label < encoder.columns().length; label++) {
      if (encoder.columns()[label] != AttributeEncoder.NONE) {
        row.append(member.attribute(attribute).value(label)).append(END).append(encoder.columns()[label]).append(END);
        seen++;
      }
    }
    return "" + attribute + END + encoder.columns()[encoder.mode()] + END + seen + END + row;
  }

  private static List<String> terminated(List<String> texts) {
    return texts.stream().map(text -> text + END).toList();
  }

  /** A line for the biases, then one for each input. */
  private void weightTables() {
    for (int l = 0; l < member.network().layers().size(); l++) {
      Layer layer = member.network().layers().get(l);
      add("  private static final float[] BIASES_" + (l + 1) + " = floats(biases" + (l + 1) + "());");
      add("  private static final float[][] WEIGHTS_" + (l + 1) + " = rows(weights" + (l + 1) + "(), " + layer.units()
          + ");");
      add("");
      source.append(Literals.method("biases" + (l + 1), List.of(row(layer.biases(), layer.units())),
          new String[] {"biases"})).append('\n');
      List<String> rows = new ArrayList<>();
      for (float[] row : layer.weights()) {
        rows.add(row(row, layer.units()));
      }
      source.append(Literals.method("weights" + (l + 1), rows,
          l == 0 ? member.encoding().inputNames() : member.unitNames(l - 1)));
      source.append(l == member.network().layers().size() - 1 ? "" : "\n");
    }
  }

  private static String row(float[] values, int n) {
    StringBuilder row = new StringBuilder();
    for (int j = 0; j < n; j++) {
      row.append(values[j]).append(' ');
    }
    return row.toString();
  }

  private void add(String line) {
    source.append(line).append('\n');
  }
}
