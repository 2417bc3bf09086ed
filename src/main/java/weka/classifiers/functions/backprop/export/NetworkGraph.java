package weka.classifiers.functions.backprop.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import weka.classifiers.functions.backprop.explain.StrongestUnits;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Attribute;

/**
 * A network as Weka's graph window reads it, XMLBIF: each unit a node, with its bias as the only entry of its table.
 * Inputs have no bias and so no table, which the window would call a probability distribution. The window lays out
 * every pair of units that are connected, so of a large layer only the strongest are shown.
 */
public final class NetworkGraph {

  /** Nodes of a layer that fit beside each other in the window that Weka opens. */
  private static final int WIDEST_LAYER = 6;
  /** Edges that are laid out in a second or so. */
  private static final int EDGES = 600;
  private static final int LONGEST_NAME = 22;
  private static final int CURVE_POINTS = 1000;

  private static final String HEADER = """
      <?xml version="1.0"?>
      <!DOCTYPE BIF [
        <!ELEMENT BIF ( NETWORK )*>
        <!ATTLIST BIF VERSION CDATA #REQUIRED>
        <!ELEMENT NETWORK ( NAME, ( PROPERTY | VARIABLE | DEFINITION )* )>
        <!ELEMENT NAME (#PCDATA)>
        <!ELEMENT VARIABLE ( NAME, ( OUTCOME | PROPERTY )* )>
        <!ATTLIST VARIABLE TYPE (nature|decision|utility) "nature">
        <!ELEMENT OUTCOME (#PCDATA)>
        <!ELEMENT DEFINITION ( FOR | GIVEN | TABLE | PROPERTY )* >
        <!ELEMENT FOR (#PCDATA)>
        <!ELEMENT GIVEN (#PCDATA)>
        <!ELEMENT TABLE (#PCDATA)>
        <!ELEMENT PROPERTY (#PCDATA)>
      ]>
      <BIF VERSION="0.3">
      <NETWORK>
      """;

  private record Node(String name, double bias) {
  }

  private final Set<String> names = new HashSet<>();
  private final int widest;

  private NetworkGraph(Network network) {
    widest = Math.max(3, Math.min(WIDEST_LAYER, (int) Math.sqrt(EDGES / (double) network.layers().size())));
  }

  /**
   * Renders the graph of a model, of several networks that of the heaviest, with the strongest inputs and units first.
   * The history of training is part of it, as a property of the network.
   */
  public static String render(Model model) {
    Member member = model.heaviest();
    Network network = member.network();
    NetworkGraph graph = new NetworkGraph(network);
    List<List<Node>> layers = new ArrayList<>();
    StrongestUnits strongest = new StrongestUnits(network);
    String[] inputs = member.encoding().inputNames();
    layers.add(graph.shown(inputs, strongest, 0, "inputs", new float[inputs.length]));
    int outputs = network.layers().size();
    for (int l = 1; l < outputs; l++) {
      Layer layer = network.layers().get(l - 1);
      String name = layer.activation().name().toLowerCase(Locale.ROOT) + " " + l;
      layers.add(graph.shown(hidden(layer, name + "."), strongest, l, name, layer.biases()));
    }
    layers.add(graph.shown(outputs(member.classAttribute()), strongest, outputs, "outputs",
        network.outputLayer().biases()));
    return xml(name(model), model.history(), layers);
  }

  private static String name(Model model) {
    int networks = model.members().size();
    return model.header().relationName() + (networks == 1 ? "" : ": network "
        + (model.members().indexOf(model.heaviest()) + 1) + " of " + networks + ", that of the greatest weight");
  }

  private static String[] hidden(Layer layer, String prefix) {
    String[] hidden = new String[layer.units()];
    for (int j = 0; j < hidden.length; j++) {
      hidden[j] = prefix + (j + 1);
    }
    return hidden;
  }

  private static String[] outputs(Attribute classAttribute) {
    String[] outputs = new String[classAttribute.isNominal() ? classAttribute.numValues() : 1];
    for (int j = 0; j < outputs.length; j++) {
      outputs[j] = classAttribute.isNominal() ? classAttribute.name() + "=" + classAttribute.value(j)
          : classAttribute.name();
    }
    return outputs;
  }

  /** The nodes of a stage; if they are too many, the strongest, and one that stands for the others. */
  private List<Node> shown(String[] units, StrongestUnits strongest, int stage, String name, float[] biases) {
    List<Node> nodes = new ArrayList<>();
    int most = units.length <= widest ? units.length : widest - 1;
    for (int j : strongest.strongest(stage, most)) {
      nodes.add(new Node(unique(units[j]), biases[j]));
    }
    if (most < units.length) {
      nodes.add(new Node(unique(name + ": " + (units.length - most) + " weaker"), 0));
    }
    return nodes;
  }

  /** Weka's reader would merge nodes of the same name. */
  private String unique(String name) {
    String shortName = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 3) + "..." : name;
    String unique = shortName;
    for (int k = 2; !names.add(unique); k++) {
      unique = shortName + " (" + k + ")";
    }
    return unique;
  }

  private static String xml(String name, History history, List<List<Node>> layers) {
    StringBuilder xml = new StringBuilder(HEADER);
    element(xml, "NAME", name);
    if (history != null) {
      element(xml, "PROPERTY", history.toCsv(CURVE_POINTS));
    }
    for (List<Node> layer : layers) {
      for (Node node : layer) {
        xml.append("<VARIABLE TYPE=\"nature\">\n");
        element(xml, "NAME", node.name);
        element(xml, "OUTCOME", "bias");
        xml.append("</VARIABLE>\n");
      }
    }
    for (int l = 1; l < layers.size(); l++) {
      for (Node node : layers.get(l)) {
        xml.append("<DEFINITION>\n");
        element(xml, "FOR", node.name);
        for (Node input : layers.get(l - 1)) {
          element(xml, "GIVEN", input.name);
        }
        element(xml, "TABLE", String.valueOf(node.bias));
        xml.append("</DEFINITION>\n");
      }
    }
    return xml.append("</NETWORK>\n</BIF>\n").toString();
  }

  /** Weka's reader wants text in each element. */
  private static void element(StringBuilder xml, String tag, String text) {
    // What XML can't represent.
    String legal = text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    String escaped = legal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    xml.append('<').append(tag).append('>').append(escaped.isEmpty() ? "?" : escaped)
        .append("</").append(tag).append(">\n");
  }
}
