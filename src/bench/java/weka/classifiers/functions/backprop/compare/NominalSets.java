package weka.classifiers.functions.backprop.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import weka.core.Attribute;

/** Data sets with a nominal class. */
final class NominalSets {

  private static final String RBF = "classification.RandomRBF ";

  private NominalSets() {
  }

  /** By name. Ten times ten folds of MultilayerPerceptron take three minutes at most, of credit-g twenty. */
  static Map<String, Recipe> all() {
    Map<String, Recipe> sets = new TreeMap<>();
    sets.put("iris", Recipe.resource("weka/gui/knowledgeflow/templates/iris.arff"));
    sets.put("credit-g", Recipe.resource("weka/gui/knowledgeflow/templates/credit-g.arff"));
    // ten of 38 attributes: with all of them an epoch of MultilayerPerceptron takes ten times as long
    sets.put("anneal-450", Recipe.resource("weka/core/neighboursearch/anneal.arff")
        .through("unsupervised.attribute.Remove -V -R 3-5,8,9,12,32-35,last")
        .through("supervised.instance.Resample -no-replacement -Z 50"));

    sets.put("rbf-5000", Recipe.generated(RBF + "-n 5000 -a 6 -c 3 -C 20"));
    sets.put("rbf-8-classes", Recipe.generated(RBF + "-n 600 -a 10 -c 8 -C 40 -S 6"));
    sets.put("rbf-missing", Recipe.generated(RBF + "-n 500 -a 8 -c 3 -C 12 -S 2")
        .through("unsupervised.attribute.ReplaceWithMissingValue -P 0.2"));
    sets.put("rbf-mislabelled", Recipe.generated(RBF + "-n 500 -a 5 -c 2 -C 8 -S 3")
        .through("unsupervised.attribute.AddNoise -P 20"));
    sets.put("rbf-unbalanced", Recipe.generated(RBF + "-n 1500 -a 5 -c 2 -C 10 -S 4").thinned(65));
    // on fewer, Logistic now and then searches for minutes
    sets.put("led24", Recipe.generated("classification.LED24 -n 600"));
    sets.put("agrawal", Recipe.generated("classification.Agrawal -n 300 -F 5 -P 0.05"));
    sets.put("bayes-net", Recipe.generated("classification.BayesNet -n 500 -N 8 -C 3 -A 16")
        .through("unsupervised.attribute.Reorder -R 2-last,first"));
    sets.put("rules", Recipe.generated("classification.RDG1 -n 1000 -a 10 -c 2 -N 3 -I 2"));

    sets.put("few-wide", Recipe.drawn(60, 1, inputs(30, "a", "b"), NominalSets::fewWide));
    sets.put("logistic", Recipe.drawn(400, 1, inputs(8, "a", "b"), NominalSets::logistic));
    sets.put("spirals", Recipe.drawn(500, 1, inputs(2, "a", "b"), NominalSets::spirals));
    sets.put("waveform", Recipe.drawn(400, 1, inputs(21, "a", "b", "c"), NominalSets::waveform));
    return sets;
  }

  /** Numeric attributes, then the class. */
  static List<Attribute> inputs(int inputs, String... labels) {
    List<Attribute> attributes = new ArrayList<>();
    for (int j = 1; j <= inputs; j++) {
      attributes.add(new Attribute("x" + j));
    }
    attributes.add(new Attribute("class", List.of(labels)));
    return attributes;
  }

  /** Two normal distributions that differ in five of 30 attributes. */
  private static double[] fewWide(Random random) {
    double[] row = gaussians(random, 30);
    row[30] = random.nextInt(2);
    for (int j = 0; j < 5; j++) {
      row[j] += row[30];
    }
    return row;
  }

  /** What Logistic assumes: log-odds that are linear in the attributes. */
  private static double[] logistic(Random random) {
    double[] row = gaussians(random, 8);
    double logOdds = 2 * row[0] - 1.5 * row[1] + row[2] + 0.5 * row[3];
    row[8] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
    return row;
  }

  /** Two spirals of one and a half turns, blurred. */
  private static double[] spirals(Random random) {
    int label = random.nextInt(2);
    double angle = 3 * Math.PI * Math.sqrt(random.nextDouble());
    double turned = angle + label * Math.PI;
    return new double[] {angle * Math.cos(turned) + 0.5 * random.nextGaussian(),
        angle * Math.sin(turned) + 0.5 * random.nextGaussian(), label};
  }

  /** Breiman, Friedman, Olshen, Stone (1984): mixtures of two of three triangular waves, with noise. */
  private static double[] waveform(Random random) {
    double[] row = gaussians(random, 21);
    int label = random.nextInt(3);
    double share = random.nextDouble();
    int[] peaks = {7, 15, 11};
    for (int j = 0; j < 21; j++) {
      row[j] += share * Math.max(6 - Math.abs(j + 1 - peaks[label]), 0)
          + (1 - share) * Math.max(6 - Math.abs(j + 1 - peaks[(label + 1) % 3]), 0);
    }
    row[21] = label;
    return row;
  }

  /** So many inputs, and room for the class. */
  private static double[] gaussians(Random random, int inputs) {
    double[] row = new double[inputs + 1];
    Arrays.setAll(row, j -> j < inputs ? random.nextGaussian() : 0);
    return row;
  }
}
