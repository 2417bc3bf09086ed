package weka.classifiers.functions.backprop.export;

import java.util.List;
import java.util.TreeSet;
import weka.classifiers.functions.backprop.encode.Scaling;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Activation;
import weka.core.Attribute;

/**
 * A model as the source of one Java class that needs nothing but the JDK. It computes in the precision and in the order
 * of the scheme itself, in a JVM with the same kernel, so that predictions agree to the last bit.
 */
public final class JavaSource {

  private final JointNetwork joint;
  private final boolean fused;
  private final StringBuilder source = new StringBuilder();

  private JavaSource(Model model, boolean fused) {
    joint = new JointNetwork(model);
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
    java.source.append(JavaCode.encodes(java.joint.width(), Scaling.LIMIT));
    java.outputs();
    java.functions();
    java.source.append(JavaCode.TABLES);
    java.source.append(JavaAttributes.render(java.joint));
    java.weights();
    return java.source.append("}\n").toString();
  }

  private void declare(String declaration) {
    Member member = joint.first();
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
    Member member = joint.first();
    source.append(switch (member.network().loss().output()) {
      case SOFTMAX -> JavaCode.CLASSIFIES + "\n" + Literals.method("labels", terminated(member.labels()),
          member.labels().toArray(String[]::new)) + "\n";
      case LINEAR -> JavaCode.predicts(member.numericClass());
    });
  }

  /** The sums of the one network, or their mean over several. */
  private void outputs() {
    if (joint.isSingle()) {
      source.append(new JavaNetwork(joint.first()).outputs("private "));
      return;
    }
    add("  /** The mean of the networks' weighted sums, by the networks' weights. */");
    add("  private static float[] outputs(float[] x) {");
    add("    float[] mean = new float[" + joint.first().network().outputLayer().units() + "];");
    for (Member member : joint.members()) {
      int from = joint.offset(member);
      add("    add(" + (float) member.weight() + "f, Network" + joint.number(member)
          + ".outputs(java.util.Arrays.copyOfRange(x, " + from + ", "
          + (from + member.encoding().inputs().width()) + ")), mean);");
    }
    add("    return mean;");
    add("  }");
    add("");
    source.append(JavaCode.ADD);
  }

  /** What the networks compute with. */
  private void functions() {
    source.append(fused ? JavaCode.FUSED_SUMS : JavaCode.SUMS);
    if (joint.members().stream().anyMatch(member -> member.encoding().inputs().isSparse())) {
      source.append(JavaCode.SPARSE_SUMS);
    }
    TreeSet<Activation> activations = new TreeSet<>();
    joint.members().stream().map(member -> member.network().layers())
        .forEach(layers -> layers.subList(0, layers.size() - 1).forEach(layer -> activations.add(layer.activation())));
    if (activations.contains(Activation.SIGMOID)) {
      activations.add(Activation.TANH);
    }
    activations.forEach(activation -> source.append(code(activation)));
  }

  /** Of several networks in classes of their own, since a class has room for 65,535 constants. */
  private void weights() {
    if (joint.isSingle()) {
      source.append(new JavaNetwork(joint.first()).tables());
      return;
    }
    for (Member member : joint.members()) {
      JavaNetwork network = new JavaNetwork(member);
      source.append(member == joint.first() ? "" : "\n");
      add("  private static final class Network" + joint.number(member) + " {");
      add("");
      source.append((network.outputs("") + network.tables()).indent(2)).append("  }\n");
    }
  }

  private static String code(Activation activation) {
    return switch (activation) {
      case SIGMOID -> JavaCode.SIGMOID;
      case TANH -> JavaCode.TANH;
      case RELU -> JavaCode.RELU;
      case IDENTITY -> JavaCode.IDENTITY;
    };
  }

  private static List<String> terminated(List<String> texts) {
    return texts.stream().map(text -> text + Literals.END).toList();
  }

  private void add(String line) {
    source.append(line).append('\n');
  }
}
