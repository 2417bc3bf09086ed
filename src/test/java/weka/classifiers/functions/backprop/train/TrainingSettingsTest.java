package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingSettingsTest {

  static Stream<Arguments> illegal() {
    Stream<Arguments> learningRates =
        Stream.of(0.0, -0.1, 1e-50, 1e50, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
            .map(value -> Arguments.of("learningRate", value, settings().learningRate(value)));
    Stream<Arguments> penalties = Stream.of(-1e-9, 1e50, Double.NaN, Double.POSITIVE_INFINITY)
        .map(value -> Arguments.of("l2", value, settings().l2(value)));
    Stream<Arguments> numbers = Stream.of(
        Arguments.of("miniBatchSize", -1, settings().miniBatchSize(-1)),
        Arguments.of("epochs", -1, settings().epochs(-1)),
        Arguments.of("threads", 0, settings().threads(0)),
        Arguments.of("threads", -1, settings().threads(-1)));
    return Stream.of(learningRates, penalties, numbers).flatMap(s -> s);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("illegal")
  void anIllegalSettingIsNamedWithItsValue(String setting, Number value, Settings settings) {
    InvalidSettingException e = assertThrows(InvalidSettingException.class, settings::build);
    assertEquals(setting, e.setting());
    assertEquals(String.valueOf(value), e.value());
    assertTrue(e.getMessage().contains(setting) && e.getMessage().contains(String.valueOf(value)), e.getMessage());
    assertTrue(e.getMessage().contains(e.allowed()), e.getMessage());
  }

  @Test
  void theBoundsThemselvesAreLegal() {
    TrainingSettings settings = settings().learningRate(Float.MIN_VALUE).l2(0).miniBatchSize(0).epochs(0).build();
    assertEquals(Float.MIN_VALUE, settings.learningRate());
    assertEquals(0, settings.l2());
    assertEquals(0, settings.miniBatchSize());
    assertEquals(0, settings.epochs());
  }
}
