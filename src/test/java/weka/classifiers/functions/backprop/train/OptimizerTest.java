package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each optimizer against its formula, by hand: a parameter that starts at 1, step size 0.1. */
class OptimizerTest {

  private static final double RATE = 0.1;

  @Test
  void sgdStepsAgainstTheGradient() {
    assertSteps(new Optimizer.Sgd(), new double[] {2, -1, 0.5}, new double[] {2, -1, 0.5});
  }

  @Test
  void momentumAddsAFractionOfTheLastVelocity() {
    double v1 = 2;
    double v2 = 0.5 * v1 - 1;
    double v3 = 0.5 * v2 + 0.5;
    assertSteps(new Optimizer.Momentum(0.5, false), new double[] {2, -1, 0.5}, new double[] {v1, v2, v3});
  }

  @Test
  void nesterovLooksAheadByAnotherFractionOfTheVelocity() {
    double v1 = 2;
    double v2 = 0.5 * v1 - 1;
    double v3 = 0.5 * v2 + 0.5;
    assertSteps(new Optimizer.Momentum(0.5, true), new double[] {2, -1, 0.5},
        new double[] {2 + 0.5 * v1, -1 + 0.5 * v2, 0.5 + 0.5 * v3});
  }

  /** m = 1, 0, 0.25 and v = 1, 1, 0.8125, each divided by 1 - β^t; ε stands outside the root. */
  @Test
  void adamDividesTheMeanGradientByItsRootMeanSquare() {
    assertSteps(new Optimizer.Adam(0.5, 0.75, 0.1), new double[] {2, -1, 0.5}, new double[] {
        1 / 0.5 / (Math.sqrt(1 / 0.25) + 0.1),
        0,
        0.25 / 0.875 / (Math.sqrt(0.8125 / (1 - 0.75 * 0.75 * 0.75)) + 0.1)});
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 1e3})
  void adamsFirstStepIsTheStepSizeWhateverTheGradient(double gradient) {
    double step = gradient / (gradient + 1e-8);
    assertSteps(new Optimizer.Adam(), new double[] {gradient}, new double[] {step});
    assertSteps(new Optimizer.Adam(), new double[] {-gradient}, new double[] {-step});
  }

  /** Takes a step for each gradient and compares how far it goes, in units of the step size. */
  private static void assertSteps(Optimizer optimizer, double[] gradients, double[] steps) {
    float[] p = {1};
    float[][] state = new float[optimizer.slots()][1];
    double expected = 1;
    for (int t = 1; t <= gradients.length; t++) {
      optimizer.at(RATE, t).apply(p, 1, new float[] {(float) gradients[t - 1]}, 1, state);
      expected -= RATE * steps[t - 1];
      assertEquals(expected, p[0], 1e-6, "step " + t);
    }
  }

  @Test
  void adamsDefaultsAreItsAuthors() {
    assertEquals(new Optimizer.Adam(0.9, 0.999, 1e-8), new Optimizer.Adam());
  }

  static Stream<Arguments> illegal() {
    return Stream.of(-0.1, 1.0, Double.NaN, Double.POSITIVE_INFINITY).flatMap(value -> Stream.of(
        illegal("momentum", value, () -> new Optimizer.Momentum(value, false)),
        illegal("momentum", value, () -> new Optimizer.Momentum(value, true)),
        illegal("beta1", value, () -> new Optimizer.Adam(value, 0.9, 1e-8)),
        illegal("beta2", value, () -> new Optimizer.Adam(0.9, value, 1e-8))));
  }

  static Stream<Arguments> illegalEpsilons() {
    // 1e-50 is 0 as a float, and then a parameter without a gradient becomes 0 / 0.
    return Stream.of(0.0, -1e-8, 1e-50, Double.NaN, Double.POSITIVE_INFINITY)
        .map(value -> illegal("epsilon", value, () -> new Optimizer.Adam(0.9, 0.999, value)));
  }

  private static Arguments illegal(String setting, double value, Executable creation) {
    return Arguments.of(setting, value, creation);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource({"illegal", "illegalEpsilons"})
  void illegalSettingsAreNamed(String setting, double value, Executable creation) {
    InvalidSettingException e = assertThrows(InvalidSettingException.class, creation);
    assertEquals(setting, e.setting());
    assertTrue(e.getMessage().contains(String.valueOf(value)), e.getMessage());
  }

  @Test
  void zeroIsALegalFraction() {
    assertSteps(new Optimizer.Momentum(0, false), new double[] {2, -1}, new double[] {2, -1});
    assertSteps(new Optimizer.Momentum(0, true), new double[] {2, -1}, new double[] {2, -1});
    assertSteps(new Optimizer.Adam(0, 0, 1e-8), new double[] {2, -1}, new double[] {1, -1});
  }
}
