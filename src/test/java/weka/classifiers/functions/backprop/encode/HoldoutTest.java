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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Attribute;
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
      Holdout holdout = Holdout.of(data, percent, seed);
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
      Holdout holdout = Holdout.of(data, 10, seed);
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
    assertEquals(Holdout.of(data, 20, 1), Holdout.of(data, 20, 1));
    assertNotEquals(Holdout.of(data, 20, 1), Holdout.of(data, 20, 2));
  }

  /** Over many seeds each instance is held out as often as any other. */
  @Test
  void everyInstanceMayBeHeldOut() {
    Instances data = unbalanced(50);
    Map<Instance, Integer> held = new IdentityHashMap<>();
    for (int seed = 0; seed < 1000; seed++) {
      Holdout.of(data, 20, seed).validation().forEach(instance -> held.merge(instance, 1, Integer::sum));
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
        Holdout holdout = Holdout.of(data, percent, seed);
        assertComplete(data, holdout);
        assertTrue(!holdout.training().isEmpty());
        assertEquals(size == 1, holdout.validation().isEmpty());
      }
    }
  }

  @Test
  void zeroHoldsNothingOut() {
    Instances data = unbalanced(20);
    assertEquals(List.of(), Holdout.of(data, 0, 1).validation());
    assertComplete(data, Holdout.of(data, 0, 1));
  }
}
