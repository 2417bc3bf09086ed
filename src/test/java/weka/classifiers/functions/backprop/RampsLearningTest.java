package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.core.DenseInstance;
import weka.core.Instances;

/** What a network of the same size learns with piecewise-linear inputs and steps, and not without. */
class RampsLearningTest {

  /** The class changes ten times along x; z says nothing. */
  private static Instances waves() {
    Instances data = DataSets.of("x numeric; z numeric; y {p, q}");
    Random random = new Random(1);
    for (int i = 0; i < 600; i++) {
      double x = 10 * random.nextDouble();
      data.add(new DenseInstance(1, new double[] {x, random.nextDouble(), Math.sin(3 * x) > 0 ? 1 : 0}));
    }
    return data;
  }

  @ParameterizedTest
  @CsvSource({"-pieces 16, 75", "-steps 11, 95"})
  void wavesAreLearned(String inputs, double accuracy) throws Exception {
    String options = "-K 1 -H 16 -N 100 -L 0.01 ";
    double plain = Schemes.accuracy(Schemes.classifier(options), waves());
    double ramps = Schemes.accuracy(Schemes.classifier(options + inputs), waves());
    assertTrue(ramps > accuracy && ramps > plain + 10, ramps + " % with them, " + plain + " % without");
  }

  @Test
  void resumingKeepsTheInputs() throws Exception {
    Instances data = waves();
    BackpropScheme parts = Schemes.built(Schemes.classifier("-K 1 -H 4 -N 3 -V 0 -resume -pieces 4 -steps 3"), data);
    Schemes.resume(parts, data);
    BackpropScheme whole = Schemes.built(Schemes.classifier("-K 1 -H 4 -N 6 -V 0 -pieces 4 -steps 3"), data);
    assertTrue(Arrays.deepEquals(Schemes.predictions(whole, data), Schemes.predictions(parts, data)));
  }
}
