package weka.classifiers.functions.backprop.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationTest {

  private static final float STEP = 1e-2f;

  static Stream<Arguments> formulas() {
    return Stream.of(
        formula(Activation.SIGMOID, s -> 1 / (1 + Math.exp(-s))),
        formula(Activation.TANH, Math::tanh),
        formula(Activation.RELU, s -> Math.max(0, s)),
        formula(Activation.IDENTITY, s -> s));
  }

  private static Arguments formula(Activation activation, DoubleUnaryOperator formula) {
    return Arguments.of(activation, formula);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formulas")
  void valueIsTheFormula(Activation activation, DoubleUnaryOperator formula) {
    for (float s = -20; s <= 20; s += 0.0037f) {
      double expected = formula.applyAsDouble(s);
      assertEquals(expected, activation.value(s), 5e-7 * Math.max(1, Math.abs(expected)), "s = " + s);
    }
  }

  @ParameterizedTest
  @EnumSource
  void derivativeFromTheOutputIsTheFiniteDifference(Activation activation) {
    // No s of these is within a step of the rectified linear unit's kink at 0.
    for (float s = -8.05f; s < 8; s += 0.1f) {
      float above = activation.value(s + STEP);
      float below = activation.value(s - STEP);
      double difference = ((double) above - below) / ((double) (s + STEP) - (s - STEP));
      assertEquals(difference, activation.derivative(activation.value(s)), 2e-4, "s = " + s);
    }
  }

  @ParameterizedTest
  @EnumSource
  void largeSumsGiveFiniteOutputsAndDerivatives(Activation activation) {
    for (float s : new float[] {1e4f, -1e4f, Float.MAX_VALUE, -Float.MAX_VALUE}) {
      float output = activation.value(s);
      assertTrue(Float.isFinite(output), s + " gives " + output);
      assertTrue(Float.isFinite(activation.derivative(output)), s + " gives " + activation.derivative(output));
    }
  }

  @Test
  void saturatedUnitsHaveNoDerivative() {
    assertEquals(0, Activation.SIGMOID.derivative(Activation.SIGMOID.value(1e4f)));
    assertEquals(0, Activation.SIGMOID.derivative(Activation.SIGMOID.value(-1e4f)));
    assertEquals(0, Activation.TANH.derivative(Activation.TANH.value(1e4f)));
    assertEquals(0, Activation.TANH.derivative(Activation.TANH.value(-1e4f)));
  }

  /** Training that diverges must show. */
  @ParameterizedTest
  @EnumSource
  void notANumberStaysNotANumber(Activation activation) {
    assertTrue(Float.isNaN(activation.value(Float.NaN)));
  }

  /** A tanh a little above 1 would give a derivative of the wrong sign. */
  @ParameterizedTest
  @EnumSource(names = {"SIGMOID", "TANH"})
  void outputsKeepTheirBounds(Activation activation) {
    for (float s = -25; s <= 25; s += 1e-3f) {
      float output = activation.value(s);
      assertTrue(output >= (activation == Activation.TANH ? -1 : 0) && output <= 1, s + " gives " + output);
    }
  }

  @Test
  void aSilentRectifiedUnitPassesNothingBack() {
    assertEquals(0, Activation.RELU.derivative(Activation.RELU.value(0)));
    assertEquals(0, Activation.RELU.derivative(Activation.RELU.value(-1)));
  }
}
