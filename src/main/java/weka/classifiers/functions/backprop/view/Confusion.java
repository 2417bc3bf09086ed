package weka.classifiers.functions.backprop.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * How often each class was taken for which.
 *
 * @param predicted instances with their predicted class as the attribute before the class, as Weka gives them to
 * plugins
 * @param counts of instances [actual × predicted], without their weights, which Weka doesn't keep there
 */
record Confusion(Instances predicted, int[][] counts) {

  /** Counts instances; those that lack their class or its prediction are left out. */
  static Confusion of(Instances predicted) {
    int labels = predicted.classAttribute().numValues();
    int[][] counts = new int[labels][labels];
    for (Instance instance : predicted) {
      if (!instance.classIsMissing() && !instance.isMissing(predicted.classIndex() - 1)) {
        counts[(int) instance.classValue()][(int) instance.value(predicted.classIndex() - 1)]++;
      }
    }
    return new Confusion(predicted, counts);
  }

  /** Part of the instances of a class that were predicted so; 0 if there are none. */
  double part(int actual, int prediction) {
    int all = Arrays.stream(counts[actual]).sum();
    return all == 0 ? 0 : (double) counts[actual][prediction] / all;
  }

  /** The instances of a cell. */
  Instances instances(int actual, int prediction) {
    Instances cell = new Instances(predicted, 0);
    for (Instance instance : predicted) {
      if (!instance.classIsMissing() && !instance.isMissing(predicted.classIndex() - 1)
          && (int) instance.classValue() == actual && (int) instance.value(predicted.classIndex() - 1) == prediction) {
        cell.add(instance);
      }
    }
    return cell;
  }

  /** How many were right, for people. */
  String summary() {
    int right = IntStream.range(0, counts.length).map(k -> counts[k][k]).sum();
    int all = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    return String.format(Locale.ROOT, "%d of %d instances are right (%.2f %%). Colours: part of the actual class. "
        + "Click a cell to see its instances.", right, all, 100.0 * right / Math.max(1, all));
  }

  /** What happened in a cell, for people. */
  String describe(int actual, int prediction) {
    Attribute label = predicted.classAttribute();
    return String.format(Locale.ROOT, "%d instances of %s predicted as %s (%.1f %% of %s)", counts[actual][prediction],
        label.value(actual), label.value(prediction), 100 * part(actual, prediction), label.value(actual));
  }

  /** The matrix as colours and counts: what is right in one colour, what is wrong in the other. */
  HeatMap.Cells cells() {
    Attribute label = predicted.classAttribute();
    int n = counts.length;
    String[] labels = IntStream.range(0, n).mapToObj(label::value).toArray(String[]::new);
    double[][] shades = new double[n][n];
    String[][] texts = new String[n][n];
    String[][] tips = new String[n][n];
    for (int actual = 0; actual < n; actual++) {
      for (int prediction = 0; prediction < n; prediction++) {
        shades[actual][prediction] = part(actual, prediction) * (actual == prediction ? 1 : -1);
        texts[actual][prediction] = String.valueOf(counts[actual][prediction]);
        tips[actual][prediction] = describe(actual, prediction);
      }
    }
    return new HeatMap.Cells("Actual class", "Predicted class", labels, labels, shades, texts, tips);
  }

  /** A row for each cell. */
  String csv() {
    Csv csv = new Csv("actual", "predicted", "instances", "part of actual class");
    Attribute label = predicted.classAttribute();
    for (int actual = 0; actual < counts.length; actual++) {
      for (int prediction = 0; prediction < counts.length; prediction++) {
        csv.row(label.value(actual), label.value(prediction), counts[actual][prediction], part(actual, prediction));
      }
    }
    return csv.toString();
  }
}
