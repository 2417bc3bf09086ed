package weka.classifiers.functions.backprop.view;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JPanel;
import org.knowm.xchart.XYChart;

/** A learning curve that fills its place in a window. */
final class CurvePanel extends JPanel {

  private static final long serialVersionUID = 1L;

  private transient XYChart chart;

  CurvePanel(LearningCurve curve, String title) {
    show(curve, title);
    setPreferredSize(new Dimension(chart.getWidth(), chart.getHeight()));
  }

  /** Shows another curve. */
  void show(LearningCurve curve, String title) {
    chart = new CurveChart(ChartTheme.ofLookAndFeel(), false).of(curve, title);
    repaint();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    chart.paint((Graphics2D) graphics.create(), getWidth(), getHeight());
  }
}
