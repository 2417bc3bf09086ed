package weka.classifiers.functions.backprop.view;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.stream.Stream;
import javax.swing.JComponent;

/** A matrix as coloured cells, with labels around them, and texts in them where there is room. */
final class HeatMap extends JComponent {

  private static final long serialVersionUID = 1L;

  private static final int GAP = 6;
  private static final int CELL = 56;
  private static final Dimension SMALLEST = new Dimension(620, 420);
  private static final Dimension LARGEST = new Dimension(900, 560);
  private static final int LONGEST_LABEL = 160;
  /** Cells no larger have no frame. */
  private static final int SMALL = 8;

  /** What happens when a cell is clicked. */
  @FunctionalInterface
  interface Listener {

    /** A cell was clicked. */
    void clicked(int row, int column);
  }

  /**
   * What is shown.
   *
   * @param shades from -1, the other colour, by 0, the background, to 1, the full colour [rows × columns]
   * @param texts in the cells [rows × columns]
   * @param tips under the mouse [rows × columns]
   */
  record Cells(String rowTitle, String columnTitle, String[] rows, String[] columns, double[][] shades,
      String[][] texts, String[][] tips) {
  }

  private final transient Cells cells;
  private final transient ChartTheme theme;

  /**
   * A heat map.
   *
   * @param listener null: nothing happens
   */
  HeatMap(Cells cells, ChartTheme theme, Listener listener) {
    this.cells = cells;
    this.theme = theme;
    setFont(theme.font());
    setToolTipText("");
    setPreferredSize(new Dimension(
        Math.max(SMALLEST.width, Math.min(LARGEST.width, 2 * LONGEST_LABEL + CELL * cells.columns.length)),
        Math.max(SMALLEST.height, Math.min(LARGEST.height, LONGEST_LABEL + CELL * cells.rows.length))));
    if (listener != null) {
      addMouseListener(new MouseAdapter() {
        @Override
        public void mouseClicked(MouseEvent event) {
          Point cell = cellAt(event.getPoint());
          if (cell != null) {
            listener.clicked(cell.y, cell.x);
          }
        }
      });
    }
  }

  /** Row (y) and column (x) of the cell at a point, or null. */
  private Point cellAt(Point point) {
    Rectangle grid = grid();
    if (!grid.contains(point)) {
      return null;
    }
    return new Point((point.x - grid.x) * cells.columns.length / grid.width,
        (point.y - grid.y) * cells.rows.length / grid.height);
  }

  /** Where the cells are. */
  private Rectangle grid() {
    FontMetrics metrics = getFontMetrics(getFont());
    int line = metrics.getHeight();
    int left = 3 * GAP + line + labelWidth(metrics, cells.rows);
    int top = 3 * GAP + line + columnLabelHeight(metrics);
    return new Rectangle(left, top, Math.max(1, getWidth() - left - 2 * GAP),
        Math.max(1, getHeight() - top - 2 * GAP));
  }

  private static int labelWidth(FontMetrics metrics, String[] labels) {
    return Math.min(LONGEST_LABEL, Stream.of(labels).mapToInt(metrics::stringWidth).max().orElse(0));
  }

  private int columnLabelHeight(FontMetrics metrics) {
    return isUpright(metrics) ? labelWidth(metrics, cells.columns) : metrics.getHeight();
  }

  /** Whether the columns' labels are too long to lie above their columns. */
  private boolean isUpright(FontMetrics metrics) {
    int left = 3 * GAP + metrics.getHeight() + labelWidth(metrics, cells.rows);
    return labelWidth(metrics, cells.columns) + GAP > (getWidth() - left) / cells.columns.length;
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    Point cell = cellAt(event.getPoint());
    return cell == null ? null : cells.tips[cell.y][cell.x];
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(theme.background());
    g.fillRect(0, 0, getWidth(), getHeight());
    Rectangle grid = grid();
    for (int row = 0; row < cells.rows.length; row++) {
      for (int column = 0; column < cells.columns.length; column++) {
        paintCell(g, cell(grid, row, column), row, column);
      }
    }
    paintLabels(g, grid);
    g.dispose();
  }

  private Rectangle cell(Rectangle grid, int row, int column) {
    int left = grid.x + grid.width * column / cells.columns.length;
    int top = grid.y + grid.height * row / cells.rows.length;
    int right = grid.x + grid.width * (column + 1) / cells.columns.length;
    int bottom = grid.y + grid.height * (row + 1) / cells.rows.length;
    return new Rectangle(left, top, right - left, bottom - top);
  }

  private void paintCell(Graphics2D g, Rectangle place, int row, int column) {
    double shade = cells.shades[row][column];
    Color color = ChartTheme.mix(shade < 0 ? theme.orange() : theme.blue(), theme.background(),
        Math.min(1, Math.abs(shade)));
    g.setColor(color);
    g.fillRect(place.x, place.y, place.width, place.height);
    if (place.width > SMALL && place.height > SMALL) {
      g.setColor(ChartTheme.mix(theme.text(), theme.background(), 0.15));
      g.drawRect(place.x, place.y, place.width, place.height);
    }
    FontMetrics metrics = g.getFontMetrics();
    String text = cells.texts[row][column];
    if (metrics.stringWidth(text) + GAP <= place.width && metrics.getHeight() <= place.height) {
      g.setColor(ChartTheme.textOn(color));
      g.drawString(text, place.x + (place.width - metrics.stringWidth(text)) / 2, center(metrics, place));
    }
  }

  /** Base line of a text in the middle of a place. */
  private static int center(FontMetrics metrics, Rectangle place) {
    return place.y + (place.height - metrics.getHeight()) / 2 + metrics.getAscent();
  }

  private void paintLabels(Graphics2D g, Rectangle grid) {
    FontMetrics metrics = g.getFontMetrics();
    g.setColor(theme.text());
    int every = 1 + metrics.getHeight() * cells.rows.length / grid.height;
    for (int row = 0; row < cells.rows.length; row += every) {
      String label = ChartTheme.shortened(metrics, cells.rows[row], LONGEST_LABEL);
      g.drawString(label, grid.x - GAP - metrics.stringWidth(label), center(metrics, cell(grid, row, 0)));
    }
    boolean upright = isUpright(metrics);
    every = 1 + (upright ? metrics.getHeight() : 0) * cells.columns.length / grid.width;
    for (int column = 0; column < cells.columns.length; column += every) {
      String label = ChartTheme.shortened(metrics, cells.columns[column], LONGEST_LABEL);
      Rectangle place = cell(grid, 0, column);
      if (upright) {
        paintUpright(g, label, place.x + (place.width + metrics.getAscent()) / 2, grid.y - GAP);
      } else {
        g.drawString(label, place.x + (place.width - metrics.stringWidth(label)) / 2,
            grid.y - GAP - metrics.getDescent());
      }
    }
    g.drawString(cells.columnTitle, grid.x + (grid.width - metrics.stringWidth(cells.columnTitle)) / 2,
        GAP + metrics.getAscent());
    paintUpright(g, cells.rowTitle, GAP + metrics.getAscent(),
        grid.y + (grid.height + metrics.stringWidth(cells.rowTitle)) / 2);
  }

  private static void paintUpright(Graphics2D g, String text, int x, int y) {
    Graphics2D upright = (Graphics2D) g.create();
    upright.rotate(-Math.PI / 2, x, y);
    upright.drawString(text, x, y);
    upright.dispose();
  }
}
