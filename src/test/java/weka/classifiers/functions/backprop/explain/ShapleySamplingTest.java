package weka.classifiers.functions.backprop.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Instance;
import weka.core.Instances;

class ShapleySamplingTest {

  private static final double EPSILON = 1e-12;

  private static Contributions of(ToDoubleFunction<Instance> formula, Instances background, Instance instance)
      throws Exception {
    return ShapleySampling.of(new Formula(formula), instance, background, 0, 400, 1, part -> { });
  }

  private static Instances data(String... rows) {
    return DataSets.of("a numeric; b numeric; y numeric", rows);
  }

  @Test
  void ofALinearFunctionEachAttributeContributesItsTermExactly() throws Exception {
    Contributions contributions =
        of(i -> 7 + 2 * i.value(0) - 3 * i.value(1), data("1,1,0"), data("4,3,0").firstInstance());
    assertEquals(6, contributions.base(), EPSILON);
    assertEquals(6, contributions.prediction(), EPSILON);
    assertArrayEquals(new double[] {6, -6, 0}, contributions.values(), EPSILON);
    assertArrayEquals(new double[] {0, 0, 0}, contributions.errors(), 1e-6);
  }

  @Test
  void anInteractionIsShared() throws Exception {
    Contributions contributions =
        of(i -> i.value(0) * i.value(1), data("0,0,0"), data("2,3,0").firstInstance());
    assertEquals(6, contributions.values()[0] + contributions.values()[1], EPSILON);
    assertEquals(3, contributions.values()[0], 4 * contributions.errors()[0]);
    // Each sample gives an attribute all or nothing: the deviation is 3.
    assertEquals(3 / Math.sqrt(400), contributions.errors()[0], 0.01);
  }

  @Test
  void baseAndContributionsAreThePrediction() throws Exception {
    Instances background = data("0,5,0", "1,2,0", "3,-1,0", "8,0,0");
    Contributions contributions =
        of(i -> Math.sin(i.value(0)) * i.value(1), background, data("2,3,0").firstInstance());
    assertEquals(Math.sin(2) * 3, contributions.prediction(), EPSILON);
    assertEquals(contributions.prediction(), contributions.base() + Arrays.stream(contributions.values()).sum(), 1e-9);
    assertTrue(Arrays.stream(contributions.errors()).limit(2).allMatch(error -> error > 0));
  }
}
