package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.encode.ClassBalance;
import weka.core.Instance;
import weka.core.Instances;

/** What training minimises: the losses of a numeric class, and classes that count the same. */
class LossOptionsTest {

  /** y = 2 x + 1, but for one instance in ten, which is far above. */
  private static Instances line(boolean outliers) {
    Random random = new Random(1);
    String[] rows = new String[200];
    for (int i = 0; i < rows.length; i++) {
      double x = random.nextGaussian();
      rows[i] = x + "," + (outliers && i % 10 == 0 ? 100 : 2 * x + 1);
    }
    return DataSets.of("x numeric; y numeric", rows);
  }

  /** Mean distance from the line of a network trained on the data with outliers. */
  private static double error(String loss) throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.regressor("-H 8 -N 60 -L 0.005 -loss " + loss), line(true));
    double error = 0;
    for (Instance instance : line(false)) {
      error += Math.abs(scheme.classifyInstance(instance) - instance.classValue());
    }
    return error / 200;
  }

  @Test
  void outliersMoveAbsoluteErrorLessThanHuberAndHuberLessThanSquaredError() throws Exception {
    double absolute = error("ABSOLUTE");
    double huber = error("HUBER");
    double squared = error("SQUARED");
    assertTrue(absolute < 1.5, "absolute: " + absolute);
    assertTrue(huber < 0.8 * squared, "Huber: " + huber + ", squared: " + squared);
    assertTrue(absolute < 0.5 * huber, "absolute: " + absolute + ", Huber: " + huber);
    assertTrue(squared > 5, "squared: " + squared);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQUARED", "ABSOLUTE", "HUBER"})
  void everyLossLearnsALine(String loss) throws Exception {
    Instances data = line(false);
    BackpropScheme scheme = Schemes.built(Schemes.regressor("-H 8 -N 200 -L 0.01 -loss " + loss), data);
    for (Instance instance : data) {
      assertEquals(instance.classValue(), scheme.classifyInstance(instance), 0.7, loss);
    }
  }

  /** Two clouds of points that overlap, 95 in a hundred being of the class a. */
  private static Instances unbalanced() {
    Random random = new Random(1);
    String[] rows = new String[400];
    for (int i = 0; i < rows.length; i++) {
      boolean rare = i % 20 == 0;
      rows[i] = random.nextGaussian() + (rare ? 2 : 0) + "," + random.nextGaussian() + "," + (rare ? "b" : "a");
    }
    return DataSets.of("x numeric; z numeric; y {a, b}", rows);
  }

  /** Inputs are scaled by what weights don't move. */
  private static final String UNMOVED = "-H 4 -N 10 -I UNIT_RANGE ";

  @Test
  void balancingIsWeightingByHand() throws Exception {
    for (Instances data : new Instances[] {unbalanced(), DataSets.iris()}) {
      data.forEach(instance -> instance.setWeight(instance.value(0) > 5 ? 2 : 0.5));
      Instances byHand = new Instances(data);
      var balanced = ClassBalance.balancedWeights(data, data.numClasses());
      byHand.forEach(instance -> instance.setWeight(balanced.applyAsDouble(instance)));
      double[][] expected = Schemes.predictions(Schemes.built(Schemes.classifier(UNMOVED + "-V 0"), byHand), data);
      double[][] actual = Schemes.predictions(Schemes.built(Schemes.classifier(UNMOVED + "-V 0 -balance"), data), data);
      double[][] without = Schemes.predictions(Schemes.built(Schemes.classifier(UNMOVED + "-V 0"), data), data);
      assertArrayEquals(expected, actual);
      assertNotEquals(without[0][0], actual[0][0]);
    }
  }

  @Test
  void balancedClassesFindTheRareOne() throws Exception {
    Instances data = unbalanced();
    double plain = recall(Schemes.classifier("-H 4"), data);
    double balanced = recall(Schemes.classifier("-H 4 -balance"), data);
    assertTrue(plain < 0.5 && balanced > 0.7, plain + ", balanced " + balanced);
  }

  /** Part of the class b that is found. */
  private static double recall(BackpropScheme scheme, Instances data) throws Exception {
    scheme.buildClassifier(data);
    double found = 0;
    for (Instance instance : data) {
      found += instance.classValue() == 1 && scheme.classifyInstance(instance) == 1 ? 1 : 0;
    }
    return found / 20;
  }

  /** Where no attribute says anything, all classes that occur are as probable. */
  @Test
  void thePriorIsBalancedToo() throws Exception {
    Instances data = DataSets.of("y {a, b, c}", "a", "a", "a", "c");
    assertArrayEquals(new double[] {0.5, 0, 0.5},
        Schemes.built(Schemes.classifier("-balance"), data).distributionForInstance(data.get(0)), 1e-6);
  }
}
