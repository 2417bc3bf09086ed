package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Instance;
import weka.core.Instances;

/** The class becomes targets, and outputs become predictions. */
class ClassEncoderTest {

  @Test
  void labelsBecomeIndicators() {
    Instances data = DataSets.of("x numeric; c {a, b, c}", "1,b", "2,a", "3,b", "4,c");
    float[][] expected = {{0, 1, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    assertArrayEquals(expected, new NominalClass(3).targets(data));
  }

  @Test
  void theOutputsAreTheDistribution() {
    assertArrayEquals(new double[] {0.5, 0.25, 0.25}, new NominalClass(3).decode(new double[] {0.5, 0.25, 0.25}));
  }

  @Test
  void theSoftmaxOfThePriorIsTheWeightedDistribution() {
    Instances data = DataSets.of("x numeric; c {a, b, c}", "1,b,{3}", "2,a", "3,b,{4}");
    float[] prior = new NominalClass(3).prior(data, Instance::weight);
    assertEquals(1 / 8.0, Math.exp(prior[0]), 1e-6);
    assertEquals(7 / 8.0, Math.exp(prior[1]), 1e-6);
    assertEquals(0, Math.exp(prior[2]));
  }

  @Test
  void aNumericClassIsStandardised() throws Exception {
    Instances data = DataSets.of("x numeric; y numeric", "1,100", "2,200", "3,300", "4,600");
    double deviation = 100 * Math.sqrt(3.5);
    NumericClass encoder = NumericClass.fit(data);
    float[][] targets = encoder.targets(data);
    double[] expected = {-200 / deviation, -100 / deviation, 0, 300 / deviation};
    for (int i = 0; i < 4; i++) {
      assertEquals(expected[i], targets[i][0], 1e-6);
      assertEquals(data.instance(i).classValue(), encoder.decode(new double[] {targets[i][0]})[0], 1e-4);
    }
  }

  @Test
  void aPredictionBeyondTheLargestDoubleIsThat() throws Exception {
    NumericClass encoder = NumericClass.fit(DataSets.of("x numeric; y numeric", "1,1.7e308", "2,-1.7e308"));
    assertEquals(Double.MAX_VALUE, encoder.decode(new double[] {2})[0]);
    assertEquals(-Double.MAX_VALUE, encoder.decode(new double[] {-1e30})[0]);
  }

  @Test
  void predictionsAreClippedToTheRangeOfTheTrainingData() throws Exception {
    NumericClass encoder = NumericClass.fit(DataSets.of("x numeric; y numeric", "1,-3", "2,4.5", "3,0")).clipped();
    assertEquals(-3, encoder.decode(new double[] {-100})[0]);
    assertEquals(4.5, encoder.decode(new double[] {100})[0]);
    assertEquals(encoder.scaling().unscale(0.1), encoder.decode(new double[] {0.1})[0]);
  }

  @Test
  void aNumericClassThatNeverVariesIsNothingToLearn() throws Exception {
    NumericClass encoder = NumericClass.fit(DataSets.of("x numeric; y numeric", "1,0.1", "2,0.1", "3,0.1"));
    assertFalse(encoder.varies());
    assertEquals(0.1, encoder.decode(new double[] {123})[0]);
    assertTrue(NumericClass.fit(DataSets.of("x numeric; y numeric", "1,0.1", "2,0.2")).varies());
  }
}
