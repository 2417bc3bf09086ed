package weka.classifiers.functions.backprop.view;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JPanel;

/** A learning curve that fills its place in a window. */
final class CurvePanel extends JPanel {

  private static final long serialVersionUID = 1L;

  /** Leaves room for the rest of a window on a screen of 768 pixels. */
  private static final int HEIGHT = 500;

  private transient CurvePicture picture;

  CurvePanel(LearningCurve curve, String title) {
    show(curve, title);
    setPreferredSize(new Dimension(CurvePicture.WIDTH, HEIGHT));
  }

  /** Shows another curve. */
  void show(LearningCurve curve, String title) {
    picture = new CurvePicture(ChartTheme.ofLookAndFeel(), curve, List.of(), title);
    repaint();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    picture.paint((Graphics2D) graphics, getWidth(), getHeight());
  }
}
