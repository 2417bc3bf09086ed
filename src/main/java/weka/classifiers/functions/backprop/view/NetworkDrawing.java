package weka.classifiers.functions.backprop.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import weka.classifiers.functions.backprop.explain.StrongestUnits;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.network.Layer;

/** A network as circles and lines: the strongest inputs and units, and weights as coloured edges of their width. */
final class NetworkDrawing extends JComponent {

  private static final long serialVersionUID = 1L;

  private static final int MOST = 14;
  private static final int WIDTH = 860;
  private static final int HEIGHT = 560;
  private static final int LABEL = 170;
  private static final int GAP = 6;
  private static final int RADIUS = 9;
  private static final float WIDEST = 6;
  /** Edges of a smaller part of their layer's greatest weight are left out. */
  private static final double FAINTEST = 0.03;
  private static final double NEAR = 5;

  /** A circle. */
  private record Node(int stage, int position, int unit, String name, double bias) {
  }

  /**
   * A line.
   *
   * @param part the weight, as a part of the greatest magnitude in its layer
   */
  private record Edge(Node from, Node to, double weight, double part) {
  }

  private final transient ChartTheme theme;
  private final transient List<List<Node>> stages = new ArrayList<>();
  private final transient List<Edge> edges = new ArrayList<>();
  private final int[] hidden;

  /** The drawing of a network, which is not modified. */
  NetworkDrawing(Member member, ChartTheme theme) {
    this.theme = theme;
    StrongestUnits strongest = new StrongestUnits(member.network());
    List<Layer> layers = member.network().layers();
    hidden = new int[layers.size() + 1];
    for (int stage = 0; stage <= layers.size(); stage++) {
      String[] names = stage == 0 ? member.encoding().inputNames() : member.unitNames(stage - 1);
      int[] units = strongest.strongest(stage, MOST);
      List<Node> nodes = new ArrayList<>();
      for (int k = 0; k < units.length; k++) {
        nodes.add(new Node(stage, k, units[k], names[units[k]],
            stage == 0 ? Double.NaN : layers.get(stage - 1).bias(units[k])));
      }
      stages.add(nodes);
      hidden[stage] = names.length - units.length;
    }
    for (int l = 0; l < layers.size(); l++) {
      connect(layers.get(l), stages.get(l), stages.get(l + 1));
    }
    setFont(theme.font());
    setToolTipText("");
    setPreferredSize(new Dimension(WIDTH, HEIGHT));
  }

  private void connect(Layer layer, List<Node> from, List<Node> to) {
    double greatest = from.stream().mapToDouble(a -> to.stream()
        .mapToDouble(b -> Math.abs(layer.weight(a.unit, b.unit))).max().orElse(0)).max().orElse(0);
    for (Node a : from) {
      for (Node b : to) {
        double weight = layer.weight(a.unit, b.unit);
        if (Math.abs(weight) > FAINTEST * greatest) {
          edges.add(new Edge(a, b, weight, weight / greatest));
        }
      }
    }
    edges.sort((one, other) -> Double.compare(Math.abs(one.part), Math.abs(other.part)));
  }

  /** A weight for people. */
  static String number(double weight) {
    return String.format(Locale.ROOT, "%.3g", weight);
  }

  private Point2D place(Node node) {
    int last = stages.size() - 1;
    double x = LABEL + (double) node.stage / last * (getWidth() - 2 * LABEL);
    double top = getFontMetrics(getFont()).getHeight() + GAP;
    double y = top + (node.position + 0.5) / stages.get(node.stage).size() * (getHeight() - 2 * top);
    return new Point2D.Double(x, y);
  }

  private Line2D line(Edge edge) {
    return new Line2D.Double(place(edge.from), place(edge.to));
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    for (List<Node> nodes : stages) {
      for (Node node : nodes) {
        if (place(node).distance(event.getPoint()) <= RADIUS) {
          return Double.isNaN(node.bias) ? node.name : node.name + ", bias " + number(node.bias);
        }
      }
    }
    Edge nearest = null;
    double distance = NEAR;
    for (Edge edge : edges) {
      double here = line(edge).ptSegDist(event.getPoint());
      if (here < distance) {
        nearest = edge;
        distance = here;
      }
    }
    return nearest == null ? null : nearest.from.name + " → " + nearest.to.name + ": " + number(nearest.weight);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(theme.background());
    g.fillRect(0, 0, getWidth(), getHeight());
    for (Edge edge : edges) {
      Color color = edge.weight < 0 ? theme.orange() : theme.blue();
      g.setColor(ChartTheme.translucent(color, (int) (30 + 200 * edge.part * edge.part)));
      g.setStroke(new BasicStroke((float) Math.max(0.5, WIDEST * Math.abs(edge.part))));
      g.draw(line(edge));
    }
    g.setStroke(new BasicStroke(1));
    for (List<Node> nodes : stages) {
      for (Node node : nodes) {
        paint(g, node);
      }
      paintHidden(g, nodes.get(0));
    }
    g.dispose();
  }

  private void paint(Graphics2D g, Node node) {
    int x = (int) place(node).getX();
    int y = (int) place(node).getY();
    g.setColor(theme.background());
    g.fillOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    g.setColor(theme.text());
    g.drawOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    FontMetrics metrics = g.getFontMetrics();
    String name = ChartTheme.shortened(metrics, node.name, LABEL - RADIUS - 2 * GAP);
    int base = y + (metrics.getAscent() - metrics.getDescent()) / 2;
    if (node.stage == 0) {
      g.drawString(name, x - RADIUS - GAP - metrics.stringWidth(name), base);
    } else if (node.stage == stages.size() - 1) {
      g.drawString(name, x + RADIUS + GAP, base);
    }
  }

  /** How many of a stage are not shown. */
  private void paintHidden(Graphics2D g, Node node) {
    if (hidden[node.stage] > 0) {
      String text = "and " + hidden[node.stage] + " more";
      g.drawString(text, (int) place(node).getX() - g.getFontMetrics().stringWidth(text) / 2, getHeight() - GAP);
    }
  }
}
