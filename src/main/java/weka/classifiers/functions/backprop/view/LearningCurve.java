package weka.classifiers.functions.backprop.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.backprop.train.History;

/**
 * Training and validation loss, a validation score and the learning rate, epoch by epoch.
 *
 * @param points in the order of epochs
 * @param scoreName what people call the scores; null: there are none
 */
public record LearningCurve(List<Point> points, String scoreName) {

  /** Points that a screen has room for. */
  private static final int MOST_POINTS = 1000;
  /** Column of the scores in CSV. */
  private static final int SCORE = 5;

  /**
   * An epoch.
   *
   * @param validationLoss NaN if there is none
   * @param score accuracy or RMSE of what is held out; NaN if there is none
   */
  record Point(int epoch, double loss, double validationLoss, double learningRate, double score) {

    /** The last epoch of a history. */
    static Point last(History history) {
      return of(history, history.size(), history.last());
    }

    private static Point of(History history, int number, History.Epoch epoch) {
      return new Point(number, epoch.loss(), epoch.validationLoss(), epoch.learningRate(), history.score(epoch));
    }
  }

  /** The curve of a training. */
  public static LearningCurve of(History history) {
    List<Point> points = new ArrayList<>();
    for (History.Epoch epoch : history.epochs()) {
      points.add(Point.of(history, points.size() + 1, epoch));
    }
    return new LearningCurve(points, history.scoreName());
  }

  /** The curve that {@link History#toCsv} describes. */
  static LearningCurve parse(String csv) {
    List<Point> points = new ArrayList<>();
    for (String line : csv.lines().skip(1).toList()) {
      String[] cells = line.split(",");
      points.add(new Point(Integer.parseInt(cells[0]), Double.parseDouble(cells[1]),
          cells[2].isEmpty() ? Double.NaN : Double.parseDouble(cells[2]), Double.parseDouble(cells[3]),
          cells.length > SCORE ? Double.parseDouble(cells[SCORE]) : Double.NaN));
    }
    String[] header = csv.lines().findFirst().orElse("").split(",");
    return new LearningCurve(points, header.length > SCORE ? header[SCORE].replaceFirst("^validation ", "") : null);
  }

  /** The picture, as the bytes of a PNG file. */
  public byte[] toPng() throws IOException {
    return new CurvePicture(ChartTheme.PAPER, this, List.of(), "Learning curve").png();
  }

  /** The point of the least validation loss; the last one if there is none. */
  Point best() {
    Point best = last();
    for (Point point : points) {
      // Not the last of several that are equal.
      best = point.validationLoss < best.validationLoss
          || point.validationLoss == best.validationLoss && point.epoch < best.epoch ? point : best;
    }
    return best;
  }

  /** The last epoch, if there is one. */
  Point last() {
    return points.get(points.size() - 1);
  }

  /** Whether there are validation losses. */
  boolean isValidated() {
    return points.stream().anyMatch(point -> Double.isFinite(point.validationLoss));
  }

  /** Whether there are scores. */
  boolean hasScores() {
    return scoreName != null && points.stream().anyMatch(point -> Double.isFinite(point.score));
  }

  /** Whether the learning rate changes, so that it is worth an axis. */
  boolean variesInRate() {
    return points.stream().mapToDouble(Point::learningRate).distinct().limit(2).count() > 1;
  }

  /** A curve of no more than some 1,000 points, evenly spaced, with the best and the last epoch among them. */
  LearningCurve thinned() {
    int step = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
    if (step <= 1) {
      return this;
    }
    Point best = best();
    List<Point> thinned = new ArrayList<>();
    for (int k = 0; k < points.size(); k++) {
      if (k % step == 0 || k == points.size() - 1 || points.get(k).equals(best)) {
        thinned.add(points.get(k));
      }
    }
    return new LearningCurve(thinned, scoreName);
  }

  /** A row for each epoch. */
  String csv() {
    if (!hasScores()) {
      Csv csv = new Csv("epoch", "training loss", "validation loss", "learning rate");
      points.forEach(point -> csv.row(point.epoch, point.loss, point.validationLoss, point.learningRate));
      return csv.toString();
    }
    Csv csv = new Csv("epoch", "training loss", "validation loss", "learning rate", "validation " + scoreName);
    points.forEach(point ->
        csv.row(point.epoch, point.loss, point.validationLoss, point.learningRate, point.score));
    return csv.toString();
  }
}
