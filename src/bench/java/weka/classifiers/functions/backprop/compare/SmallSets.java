package weka.classifiers.functions.backprop.compare;

import static weka.classifiers.functions.backprop.compare.NominalSets.inputs;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.DoubleBinaryOperator;

/**
 * Small and skewed data sets, nominal and numeric, on which a network stopped by what it holds out is most at risk:
 * few updates in an epoch, and few instances to judge by.
 */
final class SmallSets {

  /** Words of the sparse texts. */
  private static final int WORDS = 100;

  private SmallSets() {
  }

  /** By name; some end with their number of instances. */
  static Map<String, Recipe> all() {
    Map<String, Recipe> sets = new TreeMap<>();
    sets.put("ring-100", plane(100, (x, z) -> Math.abs(Math.hypot(x, z) - 1.2) < 0.5));
    sets.put("quadrants-60", plane(60, (x, z) -> x * z > 0));
    sets.put("stripes-200", plane(200, (x, z) -> Math.sin(2 * (x + z)) > 0));
    sets.put("ten-rows", Recipe.drawn(10, 1, inputs(3, "a", "b"), SmallSets::tenRows));
    sets.put("rare-class", Recipe.drawn(200, 2, inputs(2, "a", "b", "c"), SmallSets::rareClass));
    sets.put("sparse-text", Recipe.drawn(3000, 1, inputs(WORDS, "other", "topic"), SmallSets::text)
        .thinned(25).through("unsupervised.instance.RemoveRange -V -R 1-1500")
        .through("unsupervised.instance.NonSparseToSparse"));

    sets.put("product-100", surface(100, (x, z) -> x * z));
    sets.put("sine-60", surface(60, (x, z) -> Math.sin(3 * x)));
    sets.put("skewed-50", Recipe.drawn(50, 1, NumericSets.attributes(4, 0), SmallSets::skewedSum));
    sets.put("skewed-140", Recipe.drawn(140, 1, NumericSets.attributes(6, 0), SmallSets::skewedProduct));
    return sets;
  }

  /** Two classes in a plane of normally distributed attributes. */
  private static Recipe plane(int rows, BiPredicate<Double, Double> isFirst) {
    return Recipe.drawn(rows, 1, inputs(2, "a", "b"), random -> {
      double x = random.nextGaussian();
      double z = random.nextGaussian();
      return new double[] {x, z, isFirst.test(x, z) ? 0 : 1};
    });
  }

  /** A function of two normally distributed attributes, with a little noise. */
  private static Recipe surface(int rows, DoubleBinaryOperator height) {
    return Recipe.drawn(rows, 1, NumericSets.attributes(2, 0), random -> {
      double x = random.nextGaussian();
      double z = random.nextGaussian();
      return new double[] {x, z, height.applyAsDouble(x, z) + 0.05 * random.nextGaussian()};
    });
  }

  /** Decided by one attribute of three. */
  private static double[] tenRows(Random random) {
    double[] row = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), 0};
    row[3] = row[0] > 0 ? 1 : 0;
    return row;
  }

  /** Two classes that overlap, and one instance in fifty of a third class, far away from both. */
  private static double[] rareClass(Random random) {
    double which = random.nextDouble();
    int label = which < 0.02 ? 2 : which < 0.25 ? 1 : 0;
    double[][] centres = {{0, 0}, {2.2, 2.2}, {-6, 6}};
    return new double[] {centres[label][0] + random.nextGaussian(), centres[label][1] + random.nextGaussian(), label};
  }

  /**
   * Counts of words by Zipf's law; five words of middling frequency are much more frequent in texts on the topic. Every
   * second text is on the topic, which leaves enough of the others when the topic is thinned out.
   */
  private static double[] text(Random random) {
    double[] counts = new double[WORDS + 1];
    counts[WORDS] = random.nextInt(2);
    int length = 5 + random.nextInt(15);
    for (int k = 0; k < length; k++) {
      boolean onTopic = counts[WORDS] == 1 && random.nextInt(5) == 0;
      counts[onTopic ? 20 + random.nextInt(5) : (int) Math.pow(WORDS, random.nextDouble()) - 1]++;
    }
    return counts;
  }

  /** Linear in attributes that are skewed themselves, with noise that grows with them. */
  private static double[] skewedSum(Random random) {
    double[] row = new double[5];
    for (int j = 0; j < 4; j++) {
      row[j] = Math.exp(random.nextGaussian());
    }
    row[4] = (3 * row[0] + 2 * row[1] + row[2]) * (1 + 0.3 * random.nextGaussian());
    return row;
  }

  /** A product of powers of skewed attributes, as sizes and prices often are. */
  private static double[] skewedProduct(Random random) {
    double[] row = new double[7];
    for (int j = 0; j < 6; j++) {
      row[j] = Math.exp(0.8 * random.nextGaussian());
    }
    row[6] = row[0] * Math.sqrt(row[1]) * (1 + row[2]) * Math.exp(0.2 * random.nextGaussian());
    return row;
  }
}
