package weka.classifiers.functions.backprop.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A learning curve as one picture: the losses, and below them the accuracy or RMSE of the held-out data, if there is
 * any.
 *
 * @param others behind it, such as those of the folds of a cross-validation
 * @param title may be empty
 */
record CurvePicture(ChartTheme theme, LearningCurve curve, List<LearningCurve> others, String title) {

  /** Part of the height that losses take beside scores. */
  static final double LOSSES = 0.62;

  /** Of a file. */
  static final int WIDTH = 800;
  /** Of a file. */
  static final int HEIGHT = 600;

  /** Paints the picture over the given size. */
  void paint(Graphics2D graphics, int width, int height) {
    CurveChart chart = new CurveChart(theme, false);
    int losses = curve.hasScores() ? (int) (LOSSES * height) : height;
    Graphics2D above = (Graphics2D) graphics.create(0, 0, width, losses);
    chart.of(curve, others, title).paint(above, width, losses);
    above.dispose();
    if (curve.hasScores()) {
      Graphics2D below = (Graphics2D) graphics.create(0, losses, width, height - losses);
      chart.scores(curve, others).paint(below, width, height - losses);
      below.dispose();
    }
  }

  /** The picture in so many pixels. */
  BufferedImage image(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    paint(graphics, width, height);
    graphics.dispose();
    return image;
  }

  /** The bytes of a PNG file. */
  byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image(WIDTH, HEIGHT), "png", bytes)) {
      throw new IOException("Java has no writer for PNG.");
    }
    return bytes.toByteArray();
  }
}
