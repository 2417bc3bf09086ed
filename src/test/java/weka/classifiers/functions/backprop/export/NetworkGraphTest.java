package weka.classifiers.functions.backprop.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.functions.backprop.explain.StrongestUnits;
import weka.classifiers.functions.backprop.model.Member;
import weka.core.Attribute;
import weka.core.Drawable;
import weka.core.Instances;
import weka.core.WekaException;
import weka.gui.graphvisualizer.BIFParser;
import weka.gui.graphvisualizer.GraphEdge;
import weka.gui.graphvisualizer.GraphNode;
import weka.gui.graphvisualizer.HierarchicalBCEngine;

/** The graph of a network, as Weka's graph window reads it. */
class NetworkGraphTest {

  private final ArrayList<GraphNode> nodes = new ArrayList<>();
  private final ArrayList<GraphEdge> edges = new ArrayList<>();

  private void read(BackpropScheme scheme, Instances data) throws Exception {
    nodes.clear();
    edges.clear();
    assertEquals(Drawable.BayesNet, scheme.graphType());
    new BIFParser(Schemes.built(scheme, data).graph(), nodes, edges).parse();
  }

  private List<String> names() {
    return nodes.stream().map(node -> node.lbl).toList();
  }

  @Test
  void unitsAreNamedByAttributesLayersAndClass() throws Exception {
    read(Schemes.classifier("-N 1 -H 2,3:relu -F TANH"), DataSets.iris());
    assertEquals(Set.of("sepallength", "sepalwidth", "petallength", "petalwidth", "tanh 1.1", "tanh 1.2", "relu 2.1",
        "relu 2.2", "relu 2.3", "class=Iris-setosa", "class=Iris-versicolor", "class=Iris-virginica"),
        Set.copyOf(names()));
    assertEquals(4 * 2 + 2 * 3 + 3 * 3, edges.size());
  }

  @Test
  void aRegressionHasOneOutputAndNominalAttributesOneInputForEachValue() throws Exception {
    Instances data = DataSets.of("colour {r, g, b}; size {s, l}; y numeric", "r,s,1", "g,l,2", "b,s,3", "r,l,4");
    read(Schemes.regressor("-N 1 -H 0"), data);
    assertEquals(Set.of("colour=r", "colour=g", "colour=b", "size=l", "y"), Set.copyOf(names()));
  }

  /** The attribute that gives the class by itself, and the units that read it, are shown of many. */
  @Test
  void theStrongestOfALargeLayerAreShownFirst() throws Exception {
    StringBuilder attributes = new StringBuilder();
    for (int a = 0; a < 20; a++) {
      attributes.append(a == 13 ? "it" : "noise" + a).append(" numeric; ");
    }
    Random random = new Random(1);
    String[] rows = IntStream.range(0, 200).mapToObj(i -> IntStream.range(0, 20)
        .mapToObj(a -> (a == 13 ? i % 2 : random.nextInt(100)) + ",").collect(Collectors.joining())
        + "ab".charAt(i % 2)).toArray(String[]::new);
    BackpropScheme scheme = Schemes.classifier("-N 30 -H 12 -F TANH");
    read(scheme, DataSets.of(attributes + "c {a, b}", rows));
    assertEquals("it", names().get(0), names().toString());
    assertEquals("inputs: 15 weaker", names().get(5));
    int[] strongest = new StrongestUnits(scheme.model().heaviest().network()).strongest(1, 5);
    assertEquals(IntStream.of(strongest).mapToObj(unit -> "tanh 1." + (unit + 1)).toList(), names().subList(6, 11));
    assertEquals(List.of("tanh 1: 7 weaker", "c=a", "c=b"), names().subList(11, 14));
  }

  @Test
  void theHeaviestNetworkOfACommitteeIsDrawn() throws Exception {
    BackpropScheme scheme = Schemes.classifier("-K 4 -N 5 -H 3");
    read(scheme, DataSets.iris());
    List<Member> members = scheme.model().members();
    Member heaviest = scheme.model().heaviest();
    assertTrue(members.stream().allMatch(member -> member.weight() <= heaviest.weight()));
    Set<String> hidden = Arrays.stream(heaviest.unitNames(0)).map(name -> name.replace("h1_",
        heaviest.network().layers().get(0).activation().name().toLowerCase(Locale.ROOT) + " 1."))
        .collect(Collectors.toSet());
    assertTrue(names().containsAll(hidden), names().toString());
    String graph = scheme.graph();
    assertTrue(graph.contains("<NAME>iris: network " + (members.indexOf(heaviest) + 1)
        + " of 4, that of the greatest weight</NAME>"), graph);
    assertTrue(graph.contains(scheme.model().history().toCsv()), graph);
  }

  @Test
  void theTableOfAUnitIsItsBias() throws Exception {
    read(Schemes.classifier("-N 0 -H 2"), DataSets.iris());
    for (GraphNode node : nodes.subList(4, nodes.size())) {
      assertEquals(0, node.probs[0][0]);
    }
    read(Schemes.classifier("-N 20 -H 2"), DataSets.iris());
    assertTrue(nodes.get(4).probs[0][0] != 0);
  }

  /** A click on a node without one opens no window called Probability Distribution Table. */
  @Test
  void inputsHaveNoTable() throws Exception {
    read(Schemes.classifier("-N 1 -H 2"), DataSets.iris());
    for (GraphNode input : nodes.subList(0, 4)) {
      assertNull(input.probs, input.lbl);
    }
  }

  @Test
  void largeLayersAreAbbreviatedAndLaidOutAtOnce() throws Exception {
    read(Schemes.classifier("-N 1 -H 64,1000,3 -F TANH"), DataSets.creditG());
    assertTrue(names().containsAll(List.of("tanh 1: 59 weaker", "tanh 2: 995 weaker", "tanh 3.3")),
        names().toString());
    assertTrue(nodes.size() <= 5 * 6, nodes.size() + " nodes");
    read(Schemes.classifier("-N 1 -H 9" + ",9".repeat(49)), DataSets.iris());
    assertTrue(edges.size() < 1000, edges.size() + " edges");
    assertTimeout(Duration.ofSeconds(10),
        () -> new HierarchicalBCEngine(nodes, edges, 50, 20).layoutGraph());
  }

  /** Weka's reader takes nodes of the same name for one, and XML has no place for some characters. */
  @Test
  void anyNamesAreReadBackApart() throws Exception {
    Instances data = DataSets.of("a numeric; b numeric; c numeric; d {x, y}",
        "1,2,3,x", "2,3,1,y", "3,1,2,x", "4,5,6,y");
    data.renameAttribute(0, "<&\"' \u0001>");
    data.renameAttribute(1, "a very long name of an attribute, first");
    data.renameAttribute(2, "a very long name of an attribute, second");
    read(Schemes.classifier("-N 1 -H 1 -F TANH"), data);
    assertEquals(Set.of("<&\"' ?>", "a very long name of...", "a very long name of... (2)", "tanh 1.1", "d=x", "d=y"),
        Set.copyOf(names()));
  }

  @Test
  void aModelThatLearntNothingHasAGraphToo() throws Exception {
    read(new BackpropClassifier(), DataSets.of("c {a, b}", "a", "b", "b"));
    assertEquals(List.of("c=a", "c=b"), names());
    assertEquals(0, edges.size());
  }

  @Test
  void thereIsNoGraphWithoutAModel() {
    assertThrows(WekaException.class, () -> new BackpropClassifier().graph());
  }

  @Test
  void graphsAreTheSameAfterSaving() throws Exception {
    Instances data = DataSets.mixed(60, Attribute.NOMINAL, 2);
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 3"), data);
    BackpropScheme copy = (BackpropScheme) AbstractClassifier.makeCopy(scheme);
    assertEquals(scheme.graph(), copy.graph());
  }
}
