package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.encode.HoldoutStrategy;
import weka.classifiers.functions.backprop.model.Member;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** Prediction intervals and densities of a numeric class. */
class IntervalsTest {

  private static BackpropRegressor built(String options, Instances data) throws Exception {
    return Schemes.built(Schemes.regressor(options), data);
  }

  /** y = x + noise of standard deviation 0.5. */
  private static Instances noisy(int instances, long seed) {
    Instances data = DataSets.of("x numeric; y numeric");
    Random random = new Random(seed);
    for (int i = 0; i < instances; i++) {
      double x = random.nextGaussian();
      data.add(new DenseInstance(1, new double[] {x, x + random.nextGaussian() / 2}));
    }
    return data;
  }

  /** The k-th smallest of all μ ± |e|, computed in the plainest way. */
  @ParameterizedTest
  @ValueSource(strings = {"-K 8 -N 20 -H 5", "-K 4 -N 5 -H 4", "-K 1 -N 10 -H 4"})
  void endsAreQuantilesOverWhatWasHeldOut(String options) throws Exception {
    Instances data = DataSets.mixed(70, Attribute.NUMERIC, 3);
    BackpropRegressor scheme = built(options, data);
    List<Member> members = scheme.model().members();
    List<Holdout> folds = members.size() == 1 ? List.of(Holdout.of(data, 20, HoldoutStrategy.RANDOM, 1))
        : Holdout.folds(data, 5, members.size() / 4, HoldoutStrategy.RANDOM, 1);
    int size = members.size() / folds.size();
    for (Instance instance : data.subList(0, 10)) {
      List<Double> lower = new ArrayList<>();
      List<Double> upper = new ArrayList<>();
      for (int g = 0; g < folds.size(); g++) {
        List<Member> group = members.subList(size * g, size * (g + 1));
        double[] weights = size == 1 ? new double[] {1} : HeldOutWeights.without(g, members, folds);
        double prediction = HeldOutWeights.prediction(weights, group, instance)[0];
        for (Instance heldOut : folds.get(g).validation()) {
          double error = Math.abs(heldOut.classValue() - HeldOutWeights.prediction(weights, group, heldOut)[0]);
          lower.add(prediction - error);
          upper.add(prediction + error);
        }
      }
      Collections.sort(lower);
      Collections.sort(upper);
      int n = lower.size();
      double[] interval = scheme.predictIntervals(instance, 0.8)[0];
      assertEquals(lower.get((int) Math.max(1, Math.floor(0.2 * (n + 1) + 1e-9)) - 1), interval[0], 1e-4);
      assertEquals(upper.get((int) Math.min(n, Math.ceil(0.8 * (n + 1) - 1e-9)) - 1), interval[1], 1e-4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-K 9", "-K 1", "-K 3 -loss HUBER"})
  void intervalsHoldAsManyValuesAsTheyPromise(String options) throws Exception {
    BackpropRegressor scheme = built(options, noisy(300, 1));
    for (double confidence : new double[] {0.5, 0.8, 0.95}) {
      int held = 0;
      Instances others = noisy(1000, 2);
      for (Instance instance : others) {
        double[] interval = scheme.predictIntervals(instance, confidence)[0];
        held += interval[0] <= instance.classValue() && instance.classValue() <= interval[1] ? 1 : 0;
      }
      assertEquals(confidence, held / 1000.0, 0.08, () -> options + " at " + confidence);
    }
  }

  @Test
  void withoutHeldOutDataErrorsAreNormal() throws Exception {
    Instances data = noisy(200, 1);
    BackpropRegressor scheme = built("-O SGD -L 0.01 -N 20", data);
    double loss = scheme.model().history().last().loss();
    double deviation = Math.sqrt(loss) * Math.sqrt(data.variance(1));
    Instance instance = data.get(0);
    double prediction = scheme.classifyInstance(instance);
    assertArrayEquals(new double[] {prediction - 1.96 * deviation, prediction + 1.96 * deviation},
        scheme.predictIntervals(instance, 0.95)[0], 0.01 * deviation);
    assertEquals(-Math.log(deviation * Math.sqrt(2 * Math.PI)), scheme.logDensity(instance, prediction), 0.01);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-K 3 -N 20", "-K 1 -N 20", "-O SGD -L 0.01 -N 5"})
  void densitiesAddUpToOne(String options) throws Exception {
    Instances data = noisy(100, 1);
    BackpropRegressor scheme = built(options, data);
    double sum = 0;
    for (double y = -12; y <= 12; y += 0.01) {
      sum += 0.01 * Math.exp(scheme.logDensity(data.get(0), y));
    }
    assertEquals(1, sum, 0.01);
  }

  @Test
  void intervalsAreClippedAsPredictionsAre() throws Exception {
    Instances data = noisy(100, 1);
    BackpropRegressor scheme = built("-K 3 -N 20 -clip", data);
    double most = data.attributeStats(1).numericStats.max;
    double least = data.attributeStats(1).numericStats.min;
    for (Instance instance : data) {
      double[] interval = scheme.predictIntervals(instance, 0.99)[0];
      assertTrue(least <= interval[0] && interval[0] <= interval[1] && interval[1] <= most);
    }
  }

  /** An instance of no data set can be checked by its width alone. */
  @ParameterizedTest
  @ValueSource(strings = {"-K 3 -N 2", "-K 1 -N 2", "-V 0 -N 2"})
  void anInstanceOfAnotherWidthIsRejected(String options) throws Exception {
    BackpropRegressor scheme = built(options, noisy(60, 1));
    Instance wide = new DenseInstance(1, new double[3]);
    for (Executable prediction : List.<Executable>of(() -> scheme.predictIntervals(wide, 0.95),
        () -> scheme.logDensity(wide, 0))) {
      assertEquals("The instance has 3 attributes, but the model was trained on 2.",
          assertThrows(WekaException.class, prediction).getMessage());
    }
  }

  @Test
  void aConstantClassHasAnIntervalOfNoWidth() throws Exception {
    Instances data = DataSets.of("x numeric; y numeric", "1,5", "2,5", "3,5");
    BackpropRegressor scheme = built("-K 1", data);
    assertArrayEquals(new double[] {5, 5}, scheme.predictIntervals(data.get(0), 0.95)[0]);
    assertTrue(scheme.logDensity(data.get(0), 5) > 100);
  }

  /** Many instances are represented by quantiles, and weights count as copies. */
  @Test
  void aWeightCountsAsCopies() throws Exception {
    Instances data = noisy(150, 1);
    Instances weighted = new Instances(data);
    Instances copies = new Instances(data, 0);
    for (Instance instance : weighted) {
      instance.setWeight(10);
      for (int k = 0; k < 10; k++) {
        copies.add(instance);
        copies.get(copies.size() - 1).setWeight(1);
      }
    }
    double[] ofWeighted = built("-K 1 -N 20", weighted).predictIntervals(data.get(0), 0.9)[0];
    double[] ofCopies = built("-K 1 -N 20", copies).predictIntervals(data.get(0), 0.9)[0];
    assertEquals(ofCopies[1] - ofCopies[0], ofWeighted[1] - ofWeighted[0], 0.5);
  }

  @Test
  void aModelKeepsNoMoreThanAThousandErrors() throws Exception {
    byte[] many = Schemes.saved(built("-K 1 -N 1 -H 2", noisy(6000, 1)));
    byte[] more = Schemes.saved(built("-K 1 -N 1 -H 2", noisy(12_000, 1)));
    assertEquals(many.length, more.length);
  }

  @Test
  void wekaPrintsTheCoverage() throws Exception {
    Instances data = noisy(100, 1);
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(Schemes.regressor("-K 1 -N 20"), data, 5, new Random(1));
    assertTrue(evaluation.coverageOfTestCasesByPredictedRegions() > 80);
    assertTrue(evaluation.sizeOfPredictedRegions() > 0 && evaluation.sizeOfPredictedRegions() < 100);
    assertTrue(Double.isFinite(evaluation.SFEntropyGain()));
  }
}
