package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** With few instances an epoch is a few steps: the defaults must learn what many epochs can teach. */
class SmallDataTest {

  private static final int SEEDS = 10;

  /** A class, or a number, that depends on two normally distributed attributes. */
  private record Task(String name, boolean nominal, DoubleBinaryOperator value) {

    Instances data(int n, long seed) {
      Random random = new Random(seed);
      ArrayList<Attribute> attributes = new ArrayList<>(List.of(new Attribute("x"), new Attribute("z")));
      attributes.add(nominal ? new Attribute("class", List.of("a", "b")) : new Attribute("class"));
      Instances data = new Instances(name, attributes, n);
      data.setClassIndex(2);
      for (int i = 0; i < n; i++) {
        double x = random.nextGaussian();
        double z = random.nextGaussian();
        double height = value.applyAsDouble(x, z);
        data.add(new DenseInstance(1,
            new double[] {x, z, nominal ? height > 0 ? 0 : 1 : height + 0.05 * random.nextGaussian()}));
      }
      return data;
    }
  }

  private static final List<Task> TASKS = List.of(
      new Task("ring", true, (x, z) -> 1.39 - x * x - z * z),
      new Task("quadrants", true, (x, z) -> x * z),
      new Task("stripes", true, (x, z) -> Math.sin(3 * x)),
      new Task("product", false, (x, z) -> x * z),
      new Task("sine", false, (x, z) -> Math.sin(3 * x)));

  static Stream<Arguments> tasks() {
    return TASKS.stream().flatMap(task -> Stream.of(60, 80, 120, 200).map(n -> Arguments.of(task, n)));
  }

  /** In percent: of instances that are wrong, or of the error of the mean. */
  private static double error(BackpropScheme scheme, Instances training, Instances test) throws Exception {
    Evaluation evaluation = new Evaluation(training);
    evaluation.evaluateModel(scheme, test);
    return test.classAttribute().isNominal() ? evaluation.pctIncorrect() : evaluation.rootRelativeSquaredError();
  }

  @ParameterizedTest(name = "{0}, {1} instances")
  @MethodSource("tasks")
  @Tag("slow")
  void theDefaultsLearnWhatFiveHundredEpochsDo(Task task, int n) throws Exception {
    int type = task.nominal ? Attribute.NOMINAL : Attribute.NUMERIC;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Instances data = task.data(n, seed);
      Instances test = task.data(500, 1000 + seed);
      double usual = error(Schemes.built(Schemes.forClass(type, "-S " + seed), data), data, test);
      double all = error(Schemes.built(Schemes.forClass(type, "-N 500 -E 0 -S " + seed), data), data, test);
      assertTrue(usual <= all + 3, "seed " + seed + ": " + usual + " instead of " + all + " %");
    }
  }

  /** An eighth of these seeds were at chance after 25 epochs. */
  @ParameterizedTest
  @MethodSource("tasks")
  @Tag("slow")
  void mostSeedsAreFarBetterThanChance(Task task, int n) throws Exception {
    int learned = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Instances data = task.data(n, seed);
      BackpropScheme scheme = Schemes.forClass(task.nominal ? Attribute.NOMINAL : Attribute.NUMERIC, "-S " + seed);
      double error = error(Schemes.built(scheme, data), data, task.data(500, 1000 + seed));
      learned += error < (task.nominal ? 30 : 80) ? 1 : 0;
    }
    assertTrue(learned >= SEEDS - 1, learned + " of " + SEEDS);
  }

  /** It would have ended after some 21 epochs, as if it had learned something. */
  @Test
  void theReportSaysThatNothingWasLearned() throws Exception {
    Random random = new Random(1);
    Instances noise = new Task("noise", true, (x, z) -> random.nextBoolean() ? 1 : -1).data(100, 1);
    BackpropScheme classifier = Schemes.built(Schemes.classifier("-S 1"), noise);
    assertEquals(History.End.NO_BETTER_THAN_PRIOR, classifier.model().history().end());
    assertEquals(500, classifier.model().history().size());
    assertTrue(classifier.toString().contains("Epochs: 500 (no better than the class distribution)"),
        classifier.toString());
    Instances numbers = new Task("noise", false, (x, z) -> random.nextGaussian()).data(100, 1);
    BackpropScheme regressor = Schemes.built(Schemes.regressor("-N 30 -S 2"), numbers);
    assertEquals(History.End.NO_BETTER_THAN_PRIOR, regressor.model().history().end());
    assertTrue(regressor.toString().contains("(no better than the mean of the class)"), regressor.toString());
  }
}
