package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Instance;
import weka.core.Instances;

/** Weights by which all classes count the same. */
class ClassBalanceTest {

  /** Weights of 4, 1 and 3 in the classes a, b and d; c never occurs. */
  private final Instances data =
      DataSets.of("x numeric; y {a, b, c, d}", "1,a", "2,a", "3,a,{2}", "4,b", "5,d,{2.5}", "6,d,{0.5}");

  private double weight(ToDoubleFunction<Instance> weight, String label) {
    return data.stream().filter(i -> i.stringValue(1).equals(label)).mapToDouble(weight).sum();
  }

  @Test
  void allClassesThatOccurWeighTheSameAndAllInstancesAsMuchAsBefore() {
    ToDoubleFunction<Instance> balanced = ClassBalance.balancedWeights(data, 4);
    for (String label : new String[] {"a", "b", "d"}) {
      assertEquals(8 / 3.0, weight(balanced, label), 1e-12, label);
    }
    assertEquals(8, data.stream().mapToDouble(balanced).sum(), 1e-12);
  }

  @Test
  void instancesOfAClassKeepTheirProportions() {
    ToDoubleFunction<Instance> balanced = ClassBalance.balancedWeights(data, 4);
    assertEquals(2 * balanced.applyAsDouble(data.get(0)), balanced.applyAsDouble(data.get(2)), 1e-12);
    assertEquals(5 * balanced.applyAsDouble(data.get(5)), balanced.applyAsDouble(data.get(4)), 1e-12);
  }

  @Test
  void classesThatAreBalancedAlreadyKeepTheirWeights() {
    Instances even = DataSets.of("x numeric; y {a, b}", "1,a,{3}", "2,b", "3,b,{2}");
    ToDoubleFunction<Instance> balanced = ClassBalance.balancedWeights(even, 2);
    even.forEach(instance -> assertEquals(instance.weight(), balanced.applyAsDouble(instance), 1e-12));
  }

  /** The weights of a class may be so small that their reciprocal is no number. */
  @Test
  void extremeWeightsStayFinite() {
    Instances extreme = DataSets.of("x numeric; y {a, b}", "1,a,{1e-310}", "2,b,{1e10}", "3,b");
    ToDoubleFunction<Instance> balanced = ClassBalance.balancedWeights(extreme, 2);
    assertEquals(5e9, balanced.applyAsDouble(extreme.get(0)), 10);
    assertEquals(5e9, balanced.applyAsDouble(extreme.get(1)), 10);
  }
}
