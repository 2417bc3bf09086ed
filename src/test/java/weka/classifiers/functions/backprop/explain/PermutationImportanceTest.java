package weka.classifiers.functions.backprop.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Instances;

class PermutationImportanceTest {

  private static final double EPSILON = 1e-12;

  private final Instances labels = DataSets.of("a numeric; b numeric; y {no,yes}",
      "0.1,1,no", "0.9,2,yes", "0.2,3,no,{3}");

  @Test
  void lossOfANominalClassIsTheWeightedLogLoss() throws Exception {
    PermutationImportance importance = new PermutationImportance(new Formula(i -> i.value(0)), labels);
    assertEquals(-(2 * Math.log(0.9) + 3 * Math.log(0.8)) / 5, importance.loss(), EPSILON);
  }

  @Test
  void lossOfANumericClassIsTheWeightedRootMeanSquaredError() throws Exception {
    Instances numbers = DataSets.of("a numeric; y numeric", "1,2", "1,5,{2}");
    assertEquals(Math.sqrt((1 + 2 * 16) / 3.0),
        new PermutationImportance(new Formula(i -> i.value(0)), numbers).loss(), EPSILON);
  }

  @Test
  void theGreatestComesFirstAndWhatIsNotUsedHasNone() throws Exception {
    List<Importance> all = new PermutationImportance(new Formula(i -> i.value(0)), labels).ofAll(20, 1, part -> { });
    assertEquals(List.of(0, 1), all.stream().map(Importance::attribute).toList());
    assertTrue(all.get(0).mean() > 0 && all.get(0).deviation() > 0);
    assertEquals(0, all.get(1).mean());
    assertEquals(0, all.get(1).deviation());
  }

  /** Of two instances a shuffle swaps the values or it doesn't: the growth is 4 or 0. */
  @Test
  void deviationIsThatOfTheShuffles() throws Exception {
    Instances numbers = DataSets.of("a numeric; y numeric", "0,0", "4,4");
    PermutationImportance importance = new PermutationImportance(new Formula(i -> i.value(0)), numbers);
    Importance one = importance.of(0, 10, 3);
    double swapped = one.mean() / 4 * 10;
    assertEquals(Math.rint(swapped), swapped, EPSILON);
    double variance = (swapped * 16 - 10 * one.mean() * one.mean()) / 9;
    assertEquals(Math.sqrt(variance), one.deviation(), 1e-9);
    assertEquals(0, importance.of(0, 1, 3).deviation());
  }

  @Test
  void aSampleKeepsTheOrderAndLeavesOutWhatCanNotBeMeasured() {
    Instances data = DataSets.of("a numeric; y {no,yes}", "1,no", "2,?", "3,yes,{0}", "4,yes", "5,no", "6,yes");
    assertEquals(List.of(1.0, 4.0, 5.0, 6.0),
        PermutationImportance.sample(data, 10, 1).stream().map(i -> i.value(0)).toList());
    Instances three = PermutationImportance.sample(data, 3, 1);
    assertEquals(3, three.numInstances());
    assertEquals(three.stream().map(i -> i.value(0)).sorted().toList(),
        three.stream().map(i -> i.value(0)).toList());
  }

  @Test
  void anInterruptStops() throws Exception {
    PermutationImportance importance = new PermutationImportance(new Formula(i -> 0.5), labels);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> importance.ofAll(1, 1, part -> { }));
  }
}
