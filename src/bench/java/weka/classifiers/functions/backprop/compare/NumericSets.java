package weka.classifiers.functions.backprop.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import weka.core.Attribute;

/** Data sets with a numeric class. */
final class NumericSets {

  private NumericSets() {
  }

  /** By name. */
  static Map<String, Recipe> all() {
    Map<String, Recipe> sets = new TreeMap<>();
    sets.put("mexican-hat", Recipe.generated("regression.MexicanHat -n 500 -R -10..10 -N 1 -V 0.05"));
    sets.put("expression", Recipe.generated("regression.Expression -n 400 -E sin(3*a1)+a1^2/20 -R -6..6 -N 1 -V 0.2"));

    sets.put("linear", uniform(300, 8, (x, random) -> 3 * x[0] - 2 * x[1] + x[2] + 0.5 * x[3] + noise(0.5, random)));
    sets.put("few", uniform(40, 6, (x, random) -> 4 * x[0] + 2 * x[1] * x[2] + noise(0.3, random)));
    sets.put("friedman-10-inputs", uniform(600, 10, NumericSets::friedman1));
    sets.put("friedman-4-inputs", uniform(500, 4, NumericSets::friedman2));
    sets.put("steps-4000", uniform(4000, 5, (x, random) ->
        (x[0] > 0.5 ? 3 : 0) + (x[1] > 0.3 && x[2] > 0.6 ? 4 : 0) + 2 * x[3] + noise(0.5, random)));
    // one class value in ten has fifty times the noise of the others
    sets.put("outliers", uniform(400, 5, (x, random) ->
        5 * x[0] + 3 * x[1] * x[1] - 2 * x[2] + noise(random.nextInt(10) == 0 ? 15 : 0.3, random)));
    // its logarithm is linear
    sets.put("skewed", uniform(400, 5, (x, random) -> Math.exp(4 * x[0] + 2 * x[1] - x[2] + noise(0.3, random))));

    sets.put("mixed-missing", Recipe.drawn(400, 1, attributes(4, 3), NumericSets::mixed)
        .through("unsupervised.attribute.ReplaceWithMissingValue -P 0.15"));
    sets.put("all-nominal", Recipe.drawn(300, 1, attributes(0, 5), NumericSets::nominal));
    return sets;
  }

  /** Attributes drawn evenly from [0, 1). */
  private static Recipe uniform(int rows, int inputs, ToDoubleBiFunction<double[], Random> target) {
    return Recipe.drawn(rows, 1, attributes(inputs, 0), random -> {
      double[] row = random.doubles(inputs + 1).toArray();
      row[inputs] = target.applyAsDouble(row, random);
      return row;
    });
  }

  /** Numeric attributes, then nominal ones of three values, then the class. */
  static List<Attribute> attributes(int numeric, int nominal) {
    List<Attribute> attributes = new ArrayList<>();
    for (int j = 1; j <= numeric + nominal; j++) {
      attributes.add(j <= numeric ? new Attribute("x" + j) : new Attribute("x" + j, List.of("a", "b", "c")));
    }
    attributes.add(new Attribute("class"));
    return attributes;
  }

  /** Friedman (1991), example 1: half of the inputs count. */
  private static double friedman1(double[] x, Random random) {
    return 10 * Math.sin(Math.PI * x[0] * x[1]) + 20 * Math.pow(x[2] - 0.5, 2) + 10 * x[3] + 5 * x[4]
        + noise(1, random);
  }

  /** Friedman (1991), example 2: the impedance of a circuit. */
  private static double friedman2(double[] x, Random random) {
    double frequency = 2 * Math.PI * (20 + 260 * x[1]);
    return Math.hypot(100 * x[0], frequency * x[2] - 1 / (frequency * (1 + 10 * x[3]) * 1e-6)) + noise(125, random);
  }

  /** What a nominal value adds depends on a numeric one. */
  private static double[] mixed(Random random) {
    double[] row = new double[8];
    for (int j = 0; j < 7; j++) {
      row[j] = j < 4 ? random.nextDouble() : random.nextInt(3);
    }
    row[7] = (row[4] == 0 ? 4 * row[0] : row[4] == 1 ? 2 - 2 * row[0] : 1) + 3 * row[1] * row[2] + row[5]
        + noise(0.3, random);
    return row;
  }

  /** A sum, and one pair of values that counts by itself. */
  private static double[] nominal(Random random) {
    double[] row = new double[6];
    for (int j = 0; j < 5; j++) {
      row[j] = random.nextInt(3);
    }
    row[5] = row[0] + 2 * (row[1] == 1 ? 1 : 0) + (row[2] == row[3] ? 3 : 0) + noise(0.5, random);
    return row;
  }

  private static double noise(double deviation, Random random) {
    return deviation * random.nextGaussian();
  }
}
