package weka.classifiers.functions.backprop.view;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javax.swing.JComponent;

/** Horizontal bars with error bars, any number of them, one below the other; to either side of zero. */
final class BarList extends JComponent {

  private static final long serialVersionUID = 1L;

  private static final int GAP = 6;
  private static final int WIDTH = 380;
  private static final double LABEL_PART = 0.4;
  private static final int WHISKER = 3;

  /**
   * A bar.
   *
   * @param error half the length of the error bar; 0 for none
   */
  record Bar(String label, double value, double error) {
  }

  private transient List<Bar> bars = List.of();
  private int selected = -1;

  /**
   * A list without bars.
   *
   * @param listener is told the index of a bar that is clicked
   */
  BarList(String name, IntConsumer listener) {
    setName(name);
    setToolTipText("");
    addMouseListener(new MouseAdapter() {
      @Override
      public void mousePressed(MouseEvent event) {
        int row = event.getY() / rowHeight();
        if (row < bars.size()) {
          select(row);
          listener.accept(row);
        }
      }
    });
  }

  /** Shows other bars, none of them selected. */
  void show(List<Bar> shown) {
    bars = List.copyOf(shown);
    select(-1);
    revalidate();
  }

  /** Marks a bar; -1 marks none. */
  void select(int row) {
    selected = row;
    repaint();
  }

  private int rowHeight() {
    return getFontMetrics(ChartTheme.ofLookAndFeel().font()).getHeight() + GAP;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(WIDTH, bars.size() * rowHeight());
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    int row = event.getY() / rowHeight();
    return row < bars.size() ? bars.get(row).label + ": " + text(bars.get(row)) : null;
  }

  private static String text(Bar bar) {
    return String.format(Locale.ROOT, "%.4g", bar.value)
        + (bar.error > 0 ? String.format(Locale.ROOT, " ± %.2g", bar.error) : "");
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    ChartTheme theme = ChartTheme.ofLookAndFeel();
    g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(theme.font());
    g.setColor(theme.background());
    g.fillRect(0, 0, getWidth(), getHeight());
    FontMetrics metrics = g.getFontMetrics();
    Columns columns = Columns.of(bars, metrics, getWidth());
    for (int row = 0; row < bars.size(); row++) {
      paintRow(g, theme, columns, row);
    }
    g.dispose();
  }

  private void paintRow(Graphics2D g, ChartTheme theme, Columns columns, int row) {
    Bar bar = bars.get(row);
    int height = rowHeight();
    int top = row * height;
    int base = top + GAP / 2 + g.getFontMetrics().getAscent();
    if (row == selected) {
      g.setColor(ChartTheme.mix(theme.blue(), theme.background(), 0.2));
      g.fillRect(0, top, getWidth(), height);
    }
    g.setColor(theme.text());
    g.drawString(ChartTheme.shortened(g.getFontMetrics(), bar.label, columns.label), GAP, base);
    String text = text(bar);
    g.drawString(text, getWidth() - GAP - g.getFontMetrics().stringWidth(text), base);
    Color color = bar.value < 0 ? theme.orange() : theme.blue();
    int zero = columns.x(0);
    int end = columns.x(bar.value);
    g.setColor(color);
    g.fillRect(Math.min(zero, end), top + GAP / 2, Math.max(1, Math.abs(end - zero)), height - GAP);
    g.setColor(theme.text());
    g.drawLine(zero, top, zero, top + height);
    if (bar.error > 0) {
      int middle = top + height / 2;
      int low = columns.x(bar.value - bar.error);
      int high = columns.x(bar.value + bar.error);
      g.drawLine(low, middle, high, middle);
      g.drawLine(low, middle - WHISKER, low, middle + WHISKER);
      g.drawLine(high, middle - WHISKER, high, middle + WHISKER);
    }
  }

  /** Where labels end, and where values lie. */
  private record Columns(int label, int left, int right, double low, double high) {

    static Columns of(List<Bar> bars, FontMetrics metrics, int width) {
      double low = bars.stream().mapToDouble(bar -> bar.value - bar.error).min().orElse(0);
      double high = bars.stream().mapToDouble(bar -> bar.value + bar.error).max().orElse(0);
      int widest = bars.stream().mapToInt(bar -> metrics.stringWidth(bar.label)).max().orElse(0);
      int value = bars.stream().mapToInt(bar -> metrics.stringWidth(text(bar))).max().orElse(0);
      int label = (int) Math.min(widest, LABEL_PART * (width - value));
      low = Math.min(0, low);
      return new Columns(label, label + 2 * GAP, width - value - 3 * GAP, low,
          Math.max(Math.max(0, high), low + Double.MIN_NORMAL));
    }

    int x(double value) {
      return left + (int) Math.round((value - low) / (high - low) * Math.max(1, right - left));
    }
  }
}
