package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** Which instances are held out of training. */
class HoldoutTest {

  /** Classes a, b and c in the ratio of 6 : 3 : 1, shuffled. */
  private static Instances unbalanced(int size) {
    Instances data = DataSets.of("id numeric; y {a, b, c}");
    for (int i = 0; i < size; i++) {
      data.add(DataSets.of("id numeric; y {a, b, c}", i + "," + "aaaaaabbbc".charAt(i % 10)).firstInstance());
    }
    data.randomize(new Random(1));
    return data;
  }

  private static Holdout random(List<Instance> data, double percent, long seed) {
    return Holdout.of(data, percent, HoldoutStrategy.RANDOM, seed);
  }

  private static long count(List<Instance> instances, int label) {
    return instances.stream().filter(instance -> instance.classValue() == label).count();
  }

  private static void assertComplete(List<Instance> all, Holdout holdout) {
    Map<Instance, Integer> place = new IdentityHashMap<>();
    all.forEach(instance -> place.put(instance, place.size()));
    List<Integer> places = new ArrayList<>();
    for (List<Instance> part : List.of(holdout.training(), holdout.validation())) {
      List<Integer> inPart = part.stream().map(place::get).toList();
      assertEquals(inPart.stream().sorted().toList(), inPart, "in the order of the data");
      places.addAll(inPart);
    }
    places.sort(null);
    assertEquals(place.values().stream().sorted().toList(), places, "each instance once");
  }

  @ParameterizedTest
  @CsvSource({"100, 10", "100, 20", "1000, 33", "150, 50", "200, 90", "97, 12.5"})
  void classesAreSpreadAlike(int size, double percent) {
    Instances data = unbalanced(size);
    for (int seed = 0; seed < 20; seed++) {
      Holdout holdout = random(data, percent, seed);
      assertEquals(Math.round(size * percent / 100), holdout.validation().size());
      assertComplete(data, holdout);
      for (int label = 0; label < 3; label++) {
        double share = count(data, label) * percent / 100;
        assertEquals(share, count(holdout.validation(), label), 1.001, "seed " + seed + ", label " + label);
      }
    }
  }

  /** As many of the low values as of the high ones. */
  @Test
  void aNumericClassIsSpreadAlike() {
    Instances data = DataSets.mixed(200, Attribute.NUMERIC, 5);
    Random random = new Random(1);
    data.forEach(instance -> instance.setClassValue(random.nextGaussian()));
    List<Instance> ascending = data.stream().sorted(Comparator.comparingDouble(Instance::classValue)).toList();
    for (int seed = 0; seed < 20; seed++) {
      Holdout holdout = random(data, 10, seed);
      assertComplete(data, holdout);
      for (int k = 0; k < 200; k += 10) {
        long held = ascending.subList(k, k + 10).stream()
            .filter(instance -> holdout.validation().stream().anyMatch(other -> other == instance)).count();
        assertEquals(1, held, "seed " + seed + ", from " + k);
      }
    }
  }

  @Test
  void theSeedDecides() {
    Instances data = unbalanced(100);
    assertEquals(random(data, 20, 1), random(data, 20, 1));
    assertNotEquals(random(data, 20, 1), random(data, 20, 2));
  }

  /** Over many seeds each instance is held out as often as any other. */
  @Test
  void everyInstanceMayBeHeldOut() {
    Instances data = unbalanced(50);
    Map<Instance, Integer> held = new IdentityHashMap<>();
    for (int seed = 0; seed < 1000; seed++) {
      random(data, 20, seed).validation().forEach(instance -> held.merge(instance, 1, Integer::sum));
    }
    assertEquals(50, held.size());
    held.values().forEach(times -> assertTrue(times > 130 && times < 270, times + " times of 200"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 11})
  void trainingKeepsAnInstanceAndValidationGetsOne(int size) {
    Instances data = unbalanced(size);
    for (double percent : new double[] {1e-9, 1, 50, 90}) {
      for (int seed = 0; seed < 20; seed++) {
        Holdout holdout = random(data, percent, seed);
        assertComplete(data, holdout);
        assertTrue(!holdout.training().isEmpty());
        assertEquals(size == 1, holdout.validation().isEmpty());
      }
    }
  }

  @Test
  void zeroHoldsNothingOut() {
    Instances data = unbalanced(20);
    assertEquals(List.of(), random(data, 0, 1).validation());
    assertComplete(data, random(data, 0, 1));
  }

  @ParameterizedTest
  @EnumSource(HoldoutStrategy.class)
  void theLastInstanceOfALabelIsNeverHeldOut(HoldoutStrategy strategy) {
    Random random = new Random(3);
    for (int seed = 0; seed < 500; seed++) {
      Instances data = unbalanced(4 + random.nextInt(30));
      data.randomize(random);
      double percent = 1 + random.nextInt(90);
      Holdout holdout = Holdout.of(data, percent, strategy, seed);
      assertComplete(data, holdout);
      for (int label = 0; label < 3; label++) {
        assertEquals(count(data, label) > 0, count(holdout.training(), label) > 0, "seed " + seed);
      }
      int most = data.numInstances() - (int) data.stream().mapToDouble(Instance::classValue).distinct().count();
      assertEquals(Math.min(most, Holdout.size(data.numInstances(), percent)), holdout.validation().size());
    }
  }

  @Test
  void aLabelOfOneInstanceGivesItsPlaceToAnotherInstance() {
    Instances data = DataSets.of("x numeric; y {a, b}", "1,a", "2,a", "3,a", "4,a", "5,b");
    for (int seed = 0; seed < 20; seed++) {
      assertEquals(1, count(random(data, 20, seed).validation(), 0));
    }
  }

  @Test
  void theLastInstancesAreHeldOutInTheOrderOfTheData() {
    Instances data = unbalanced(50);
    Holdout holdout = Holdout.of(data, 20, HoldoutStrategy.LAST, 1);
    assertEquals(data.subList(0, 40), holdout.training());
    assertEquals(data.subList(40, 50), holdout.validation());
    assertEquals(holdout, Holdout.of(data, 20, HoldoutStrategy.LAST, 2));
  }

  /** An earlier instance of another label is held out in the place of the only b. */
  @Test
  void aLabelThatOccursAtTheEndAloneIsTrainedWith() {
    Instances data = DataSets.of("x numeric; y {a, b}", "1,a", "2,a", "3,a", "4,b", "5,a");
    Holdout holdout = Holdout.of(data, 40, HoldoutStrategy.LAST, 1);
    assertEquals(List.of(data.get(0), data.get(1), data.get(3)), holdout.training());
  }

  /** Counts of a table; the first is more than a third of all. */
  private static final int[] COUNTS =
      {670, 387, 192, 154, 140, 118, 89, 80, 76, 75, 57, 35, 20, 17, 14, 13, 5, 4, 3, 1};

  private static Instances counts(double scale) {
    Instances data = DataSets.of("id numeric; y {a, b, c}");
    for (int i = 0; i < COUNTS.length; i++) {
      data.add(new DenseInstance(scale * COUNTS[i], new double[] {i, "abbacab".charAt(i % 7) - 'a'}));
    }
    return data;
  }

  private static double weight(List<Instance> instances, double id) {
    return instances.stream().filter(i -> i.value(0) == id).mapToDouble(Instance::weight).sum();
  }

  /** What is held out is what could be held out of as many copies, one more or less. */
  @ParameterizedTest
  @CsvSource({"10, 1", "20, 1", "30, 7", "60, 1", "20, 1000"})
  void anInstanceOfAWholeWeightIsHeldOutLikeAsManyCopies(double percent, double scale) {
    Instances data = counts(scale);
    for (int seed = 0; seed < 20; seed++) {
      Holdout holdout = random(data, percent, seed);
      for (int i = 0; i < COUNTS.length; i++) {
        double held = weight(holdout.validation(), i);
        assertEquals(COUNTS[i] * scale, held + weight(holdout.training(), i), 1e-9 * COUNTS[i] * scale);
        assertEquals(COUNTS[i] * scale * percent / 100, held, 1.001 * scale, "instance " + i + ", seed " + seed);
      }
    }
  }

  @Test
  void equalWeightsAreNoWeights() {
    Instances data = unbalanced(60);
    List<Integer> expected = random(data, 20, 1).validation().stream().map(data::indexOf).toList();
    for (double weight : new double[] {2, 1e6, 0.1, 1e-9, 1e300}) {
      data.forEach(instance -> instance.setWeight(weight));
      Holdout holdout = random(data, 20, 1);
      assertComplete(data, holdout);
      assertEquals(expected, holdout.validation().stream().map(data::indexOf).toList(), "weight " + weight);
    }
  }

  /** As boosting weights them. */
  @Test
  void ofOtherWeightsOnlyHeavyInstancesAreDivided() {
    Instances data = unbalanced(100);
    Random random = new Random(1);
    data.forEach(instance -> instance.setWeight(0.5 + random.nextDouble() / 2));
    data.get(7).setWeight(60.5);
    for (int seed = 0; seed < 20; seed++) {
      Holdout holdout = random(data, 20, seed);
      assertEquals(0.2 * 60.5, weight(holdout.validation(), data.get(7).value(0)), 1);
      assertEquals(0.8 * 60.5, weight(holdout.training(), data.get(7).value(0)), 1);
      assertEquals(101, holdout.training().size() + holdout.validation().size());
    }
  }

  @Test
  void extremeWeightsAreDivided() {
    Instances data = unbalanced(30);
    data.get(3).setWeight(1e300);
    data.get(4).setWeight(1e-300);
    Holdout holdout = random(data, 20, 1);
    assertEquals(0.2e300, weight(holdout.validation(), data.get(3).value(0)), 0.001e300);
  }

  @ParameterizedTest
  @CsvSource({"RANDOM, 2", "RANDOM, 5", "LAST, 3", "LAST, 10"})
  void eachInstanceIsHeldOutInOneFold(HoldoutStrategy strategy, int k) {
    Instances data = unbalanced(53);
    List<Holdout> folds = Holdout.folds(data, k, k, strategy, 1);
    assertEquals(k, folds.size());
    List<Integer> held = new ArrayList<>();
    for (Holdout fold : folds) {
      assertComplete(data, fold);
      assertEquals(53.0 / k, fold.validation().size(), 1);
      held.addAll(fold.validation().stream().map(data::indexOf).toList());
    }
    held.sort(null);
    assertEquals(IntStream.range(0, 53).boxed().toList(), held);
  }

  @Test
  void classesAreSpreadAlikeInFolds() {
    Instances data = unbalanced(100);
    for (Holdout fold : Holdout.folds(data, 5, 5, HoldoutStrategy.RANDOM, 1)) {
      for (int label = 0; label < 3; label++) {
        assertEquals(count(data, label) / 5.0, count(fold.validation(), label), 1.001);
      }
    }
  }

  @Test
  void foldsOfOrderedDataAreBlocksOfWhichTheFirstIsTheLast() {
    Instances data = unbalanced(50);
    List<Holdout> folds = Holdout.folds(data, 5, 5, HoldoutStrategy.LAST, 1);
    assertEquals(data.subList(40, 50), folds.get(0).validation());
    assertEquals(data.subList(0, 10), folds.get(4).validation());
  }

  @Test
  void theOnlyInstanceOfALabelIsInTheTrainingDataOfAllFolds() {
    Instances data = DataSets.of("x numeric; y {a, b, c}", "1,a", "2,a", "3,c", "4,b", "5,a", "6,b");
    for (Holdout fold : Holdout.folds(data, 3, 3, HoldoutStrategy.RANDOM, 1)) {
      assertTrue(fold.training().contains(data.get(2)));
      assertTrue(count(fold.training(), 1) > 0);
    }
  }

  @Test
  void foldsDivideCountsAsWell() {
    Instances data = counts(1);
    List<Holdout> folds = Holdout.folds(data, 4, 4, HoldoutStrategy.RANDOM, 1);
    for (int i = 0; i < COUNTS.length; i++) {
      for (Holdout fold : folds) {
        assertEquals(COUNTS[i] / 4.0, weight(fold.validation(), i), 1.001);
      }
    }
  }
}
