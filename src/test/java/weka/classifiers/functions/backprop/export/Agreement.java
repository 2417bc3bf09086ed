package weka.classifiers.functions.backprop.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import weka.classifiers.Classifier;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Instances;

/** Asserts that what reads an exported model predicts as the scheme itself. */
final class Agreement {

  private static final double TOLERANCE = 1e-5;

  private Agreement() {
  }

  static void assertAgrees(RandomModel model, Consumer consumer) throws Exception {
    assertAgrees(model.toString(), model.scheme(), model.data(), consumer);
  }

  static void assertAgrees(String name, Classifier scheme, Instances data, Consumer consumer) throws Exception {
    double[][] expected = Schemes.predictions(scheme, data);
    double[][] actual = consumer.predict(data);
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      String message = name + ", instance " + i + ": expected " + Arrays.toString(expected[i]) + ", but was "
          + Arrays.toString(actual[i]);
      assertArrayEquals(expected[i], actual[i], TOLERANCE * unit(data, expected[i][0]), message);
    }
  }

  /** Numeric predictions are measured by the standard deviation of the class, or their distance from its mean. */
  private static double unit(Instances data, double prediction) {
    int c = data.classIndex();
    return data.attribute(c).isNominal() ? 1
        : Math.max(Math.sqrt(data.variance(c)), Math.abs(prediction - data.meanOrMode(c)));
  }
}
