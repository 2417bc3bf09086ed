package weka.classifiers.functions.backprop.compare;

import static weka.classifiers.functions.backprop.compare.NominalSets.inputs;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Data sets, nominal and numeric, whose class depends on thresholds of single attributes: made for trees. */
final class ThresholdSets {

  private ThresholdSets() {
  }

  /** By name. */
  static Map<String, Recipe> all() {
    Map<String, Recipe> sets = new TreeMap<>();
    sets.put("laboratory", Recipe.drawn(1500, 1, inputs(7, "normal", "latent", "manifest"), ThresholdSets::laboratory));
    sets.put("score-card", Recipe.drawn(600, 1, inputs(8, "reject", "accept"), ThresholdSets::scoreCard));
    sets.put("limits-300", Recipe.drawn(300, 1, inputs(6, "inside", "outside"), ThresholdSets::limits));
    sets.put("tariff", Recipe.drawn(500, 1, NumericSets.attributes(3, 1), ThresholdSets::tariff));
    sets.put("steps-400", Recipe.drawn(400, 1, NumericSets.attributes(6, 0), ThresholdSets::steps));
    return sets;
  }

  /** As medical guidelines decide: one value in a dozen is above a limit, and a second value then tells which case. */
  private static double[] laboratory(Random random) {
    double[] row = new double[8];
    for (int j = 0; j < 7; j++) {
      row[j] = Math.round(1000 * Math.exp(0.7 * random.nextGaussian())) / 1000.0;
    }
    boolean high = row[0] > 2.6;
    row[7] = !high || row[1] > 1.8 ? 0 : row[2] < 0.8 ? 2 : 1;
    return row;
  }

  /** Points for intervals of five attributes of eight, a limit for their sum, and one wrong decision in twenty. */
  private static double[] scoreCard(Random random) {
    double[] row = random.doubles(9).toArray();
    int points = (row[0] > 0.3 ? 1 : 0) + (row[0] > 0.8 ? 1 : 0) + (row[1] > 0.5 ? 2 : 0) + (row[2] < 0.4 ? 1 : 0)
        + (row[3] > 0.25 && row[3] < 0.6 ? 2 : 0) - (row[4] > 0.9 ? 3 : 0);
    row[8] = points >= 3 ^ random.nextInt(20) == 0 ? 1 : 0;
    return row;
  }

  /** Inside if each of three attributes is within its limits; the limits fit tightly and nothing is blurred. */
  private static double[] limits(Random random) {
    double[] row = new double[7];
    for (int j = 0; j < 6; j++) {
      row[j] = random.nextGaussian();
    }
    row[6] = row[0] > -1.1 && row[0] < 1.4 && row[1] < 0.9 && row[2] > -0.9 ? 0 : 1;
    return row;
  }

  /** Postage: steps of the weight that depend on a zone, and a surcharge above a length. */
  private static double[] tariff(Random random) {
    double weight = random.nextDouble() * 10;
    double length = 20 + random.nextInt(100);
    int zone = random.nextInt(3);
    double[] steps = {0.5, 1, 2, 5, 7.5};
    double price = 3 + zone;
    for (double step : steps) {
      price += weight > step ? 1.5 + zone : 0;
    }
    price += length > 80 ? 6 : 0;
    return new double[] {weight, length, random.nextDouble(), zone, price + 0.2 * random.nextGaussian()};
  }

  /** A sum of steps of four attributes of six, one of them only beside another. */
  private static double[] steps(Random random) {
    double[] row = random.doubles(7).toArray();
    row[6] = (row[0] > 0.5 ? 3 : 0) + (row[1] > 0.3 && row[2] > 0.6 ? 4 : 0) + Math.floor(4 * row[3])
        + 0.4 * random.nextGaussian();
    return row;
  }
}
