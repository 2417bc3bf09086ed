package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static weka.classifiers.functions.backprop.encode.Rows.assertRows;

import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Instances;

/** An instance of weight 2 counts as two copies of it. */
class WeightedStatisticsTest {

  private static final String ATTRIBUTES = "x numeric; n {r, g, b}; y numeric";
  private static final Instances WEIGHTED = DataSets.of(ATTRIBUTES, "1,r,10", "2,g,20,{3}", "0,r,0,{2}", "?,b,7");
  private static final Instances COPIES = DataSets.of(ATTRIBUTES,
      "1,r,10", "2,g,20", "2,g,20", "2,g,20", "0,r,0", "0,r,0", "?,b,7");
  private static final Instances OTHERS = DataSets.of(ATTRIBUTES, "5,b,0", "?,?,0", "0,g,0");

  @Test
  void aWeightOfTwoCountsAsTwoCopies() throws Exception {
    float[][] expected = Rows.of(Rows.fit(COPIES, InputScaling.STANDARDIZE), OTHERS);
    assertRows(expected, Rows.of(Rows.fit(WEIGHTED, InputScaling.STANDARDIZE), OTHERS));
    assertRows(expected, Rows.of(Rows.fit(DataSets.sparse(WEIGHTED), InputScaling.STANDARDIZE), OTHERS));
  }

  @Test
  void weightsDecideWhatTheModeIs() throws Exception {
    Instances data = DataSets.of("n {r, g}; c {a, b}", "r,a", "r,b", "g,a,{2.5}", "?,b");
    assertEquals(1, Rows.of(data, InputScaling.STANDARDIZE)[3][0]);
  }

  @Test
  void onlyRatiosOfWeightsCount() throws Exception {
    Instances tiny = new Instances(WEIGHTED);
    tiny.forEach(instance -> instance.setWeight(instance.weight() * 1e-9));
    assertRows(Rows.of(WEIGHTED, InputScaling.STANDARDIZE), Rows.of(tiny, InputScaling.STANDARDIZE));
  }

  @Test
  void theClassIsStandardisedByWeights() throws Exception {
    assertEquals((10 + 3 * 20 + 2 * 0 + 7) / 7.0, NumericClass.fit(WEIGHTED).scaling().offset(), 1e-12);
    assertEquals(NumericClass.fit(COPIES).scaling().factor(), NumericClass.fit(WEIGHTED).scaling().factor(), 1e-12);
  }
}
