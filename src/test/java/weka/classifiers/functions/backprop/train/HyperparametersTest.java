package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HyperparametersTest {

  static Stream<Arguments> illegal() {
    Stream<Arguments> learningRates =
        Stream.of(0.0, -0.1, 1e-50, 1e50, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
            .map(value -> illegal("learningRate", value, () -> settings().learningRate(value)));
    Stream<Arguments> penalties = Stream.of(-1e-9, 1e50, Double.NaN, Double.POSITIVE_INFINITY)
        .map(value -> illegal("l2", value, () -> settings().l2(value)));
    Stream<Arguments> probabilities = Stream.of(-0.1, 1.0, Double.NaN).flatMap(value -> Stream.of(
        illegal("dropout", value, () -> settings().regularization(new Regularization(0, value, 0, 0))),
        illegal("inputDropout", value, () -> settings().regularization(new Regularization(0, 0, value, 0)))));
    Stream<Arguments> norms = Stream.of(-0.1, Double.NaN, Double.POSITIVE_INFINITY).flatMap(value -> Stream.of(
        illegal("maxGradientNorm", value, () -> settings().regularization(new Regularization(0, 0, 0, value))),
        illegal("tolerance", value, () -> settings().stopping(new Stopping(1, 0, 0, value)))));
    Stream<Arguments> decays = Stream.of(0.0, 1.0, -0.5, Double.NaN).flatMap(value -> Stream.of(
        illegal("decay", value, () -> settings().schedule(Schedule.EXPONENTIAL, value, 1)),
        illegal("decay", value, () -> settings().schedule(Schedule.STEP, value, 1)),
        illegal("decay", value, () -> settings().schedule(Schedule.PLATEAU, value, 1))));
    Stream<Arguments> numbers = Stream.of(
        illegal("miniBatchSize", -1, () -> settings().miniBatchSize(-1)),
        illegal("epochs", -1, () -> settings().epochs(-1)),
        illegal("threads", 0, () -> settings().threads(0)),
        illegal("threads", -1, () -> settings().threads(-1)),
        illegal("patience", -1, () -> settings().stopping(new Stopping(1, -1, 0, 0))),
        illegal("decayEpochs", 0, () -> settings().schedule(Schedule.EXPONENTIAL, 0.5, 0)),
        illegal("decayEpochs", 0, () -> settings().schedule(Schedule.STEP, 0.5, 0)),
        illegal("decayEpochs", -1, () -> settings().schedule(Schedule.PLATEAU, 0.5, -1)));
    return Stream.of(learningRates, penalties, probabilities, norms, decays, numbers).flatMap(s -> s);
  }

  private static Arguments illegal(String setting, Number value, Supplier<Settings> settings) {
    return Arguments.of(setting, value, settings);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("illegal")
  void anIllegalSettingIsNamedWithItsValue(String setting, Number value, Supplier<Settings> settings) {
    InvalidSettingException e = assertThrows(InvalidSettingException.class, () -> settings.get().build());
    assertEquals(setting, e.setting());
    assertEquals(String.valueOf(value), e.value());
    assertTrue(e.getMessage().contains(setting) && e.getMessage().contains(String.valueOf(value)), e.getMessage());
    assertTrue(!e.allowed().isEmpty() && e.getMessage().contains(e.allowed()), e.getMessage());
  }

  @Test
  void theBoundsThemselvesAreLegal() {
    Hyperparameters settings = settings().learningRate(Float.MIN_VALUE).l2(0).miniBatchSize(0).epochs(0).build();
    assertEquals(Float.MIN_VALUE, settings.learningRate().initial());
    assertEquals(0, settings.regularization().l2());
    assertEquals(0, settings.miniBatchSize());
    assertEquals(0, settings.stopping().epochs());
  }

  @Test
  void theLargestNumbersAreLegal() {
    Hyperparameters settings = settings().learningRate(Float.MAX_VALUE)
        .regularization(new Regularization(Float.MAX_VALUE, 0, 0, Double.MAX_VALUE))
        .stopping(new Stopping(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, Double.MAX_VALUE))
        .optimizer(new Optimizer.Adam(0, 0, Float.MAX_VALUE)).build();
    assertEquals(Float.MAX_VALUE, settings.learningRate().initial());
    assertEquals(Double.MAX_VALUE, settings.regularization().maxGradientNorm());
  }

  @Test
  void anotherEndOfTrainingIsAllThatDiffers() {
    Hyperparameters other = settings().l2(0.1).seed(7).epochs(2).build().with(Stopping.after(3));
    assertEquals(settings().l2(0.1).seed(7).epochs(3).build(), other);
  }
}
