package weka.classifiers.functions.backprop.view;

import java.awt.BorderLayout;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import weka.classifiers.functions.backprop.explain.StrongestUnits;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.model.ModelSource;
import weka.classifiers.functions.backprop.network.Layer;
import weka.core.WekaException;
import weka.gui.visualize.plugins.GraphVisualizePlugin;

/** Adds <i>Plugins &gt; Network with weights</i> to the menu of the Explorer's result list, for our schemes. */
public final class NetworkPlugin extends WekaPlugin implements GraphVisualizePlugin {

  /** Inputs and units of the heat map at most. */
  private static final int ROWS = 40;
  private static final int COLUMNS = 64;

  @Override
  public JMenuItem getVisualizeMenuItem(String bif, String name) {
    return ResultList.find(name, ModelSource.class).map(source -> item(source, name)).orElse(null);
  }

  private static JMenuItem item(ModelSource source, String name) {
    JMenuItem item = new JMenuItem("Network with weights");
    item.addActionListener(event -> {
      try {
        open(source.model(), name);
      } catch (WekaException e) {
        throw new IllegalStateException(e);
      }
    });
    return item;
  }

  /** Shows one network, of several the heaviest first, and a list to choose another from. */
  static void open(Model model, String name) {
    ChartTheme theme = ChartTheme.ofLookAndFeel();
    List<Member> members = model.members().stream()
        .sorted(Comparator.comparingDouble(Member::weight).reversed()).toList();
    JComboBox<String> networks =
        new JComboBox<>(members.stream().map(member -> describe(model, member)).toArray(String[]::new));
    networks.setName("networks");
    JTabbedPane picture = new JTabbedPane();
    show(members.get(0), picture, theme);
    networks.addActionListener(event -> show(members.get(networks.getSelectedIndex()), picture, theme));
    JPanel top = new JPanel(new BorderLayout());
    top.add(new JLabel("The strongest inputs and units, from the top. Weights: blue is positive, orange negative. "
        + "Point at one for its value."));
    if (members.size() > 1) {
      top.add(networks, BorderLayout.SOUTH);
    }
    ChartWindow.open("network", "Network: " + name, top, picture,
        () -> csv(members.get(networks.getSelectedIndex())));
  }

  private static void show(Member member, JTabbedPane picture, ChartTheme theme) {
    int tab = Math.max(0, picture.getSelectedIndex());
    picture.removeAll();
    picture.add("Network", new NetworkDrawing(member, theme));
    picture.add("First layer", new HeatMap(firstLayer(member), theme, null));
    picture.setSelectedIndex(tab);
  }

  private static String describe(Model model, Member member) {
    return String.format(Locale.ROOT, "Network %d of %d: %s, weight %.4f", model.members().indexOf(member) + 1,
        model.members().size(), member.kind().name().toLowerCase(Locale.ROOT), member.weight());
  }

  /** The weights of the strongest inputs and units of the first layer, as parts of the greatest. */
  static HeatMap.Cells firstLayer(Member member) {
    Layer layer = member.network().layers().get(0);
    StrongestUnits strongest = new StrongestUnits(member.network());
    int[] rows = strongest.strongest(0, ROWS);
    int[] columns = strongest.strongest(1, COLUMNS);
    String[] inputs = member.encoding().inputNames();
    String[] units = member.unitNames(0);
    double greatest = IntStream.of(rows).mapToDouble(i -> IntStream.of(columns)
        .mapToDouble(j -> Math.abs(layer.weight(i, j))).max().orElse(0)).max().orElse(0);
    double[][] shades = new double[rows.length][columns.length];
    String[][] texts = new String[rows.length][columns.length];
    String[][] tips = new String[rows.length][columns.length];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < columns.length; c++) {
        float weight = layer.weight(rows[r], columns[c]);
        shades[r][c] = greatest > 0 ? weight / greatest : 0;
        texts[r][c] = NetworkDrawing.number(weight);
        tips[r][c] = inputs[rows[r]] + " → " + units[columns[c]] + ": " + NetworkDrawing.number(weight);
      }
    }
    return new HeatMap.Cells("Input", "Unit of the first layer", pick(inputs, rows), pick(units, columns), shades,
        texts, tips);
  }

  private static String[] pick(String[] names, int[] indices) {
    return IntStream.of(indices).mapToObj(k -> names[k]).toArray(String[]::new);
  }

  /** A row for each weight and bias of the network. */
  static String csv(Member member) {
    Csv csv = new Csv("layer", "from", "to", "weight");
    String[] from = member.encoding().inputNames();
    for (int l = 0; l < member.network().layers().size(); l++) {
      Layer layer = member.network().layers().get(l);
      String[] to = member.unitNames(l);
      for (int j = 0; j < layer.units(); j++) {
        csv.row(l + 1, "(bias)", to[j], layer.bias(j));
        for (int i = 0; i < layer.inputs(); i++) {
          csv.row(l + 1, from[i], to[j], layer.weight(i, j));
        }
      }
      from = to;
    }
    return csv.toString();
  }
}
