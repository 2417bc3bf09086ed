package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;
import weka.datagenerators.classifiers.regression.MexicanHat;

/** Predictions of built models. */
class PredictionTest {

  private static final int THREADS = 16;
  /** Whatever the defaults are. */
  private static final String PINNED = "-O ADAM -L 0.01 -B 16 ";

  /** More instances than are predicted at once, and not a multiple of that. */
  private static Instances data(int classType) {
    return DataSets.mixed(601, classType, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC, Attribute.DATE})
  void manyAtOnceGiveTheBitsOfOneByOne(int classType) throws Exception {
    Instances data = data(classType);
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, "-N 2 -H 19,7"), data);
    assertArrayEquals(Schemes.predictions(scheme, data), scheme.distributionsForInstances(data));
    assertEquals(0, scheme.distributionsForInstances(new Instances(data, 0)).length);
  }

  @Test
  void manyMostlyZeroAtOnceGiveTheBitsOfOneByOne() throws Exception {
    Instances data = DataSets.mostlyZero(601, Attribute.NOMINAL);
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 2 -H 19,7"), data);
    assertArrayEquals(Schemes.predictions(scheme, data), scheme.distributionsForInstances(data));
  }

  /** Each thread has data of its own, or all have the same. */
  @ParameterizedTest
  @CsvSource({"1, false, true", "0, false, true", "1, true, false", "0, true, false", "1, true, true"})
  void manyThreadsAtOnceGiveTheBitsOfOne(int classType, boolean mostlyZero, boolean shared) throws Exception {
    Instances data = mostlyZero ? DataSets.sparse(DataSets.mostlyZero(601, classType)) : data(classType);
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, "-N 2 -H 19,7"), data);
    double[][] expected = Schemes.predictions(scheme, data);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<double[][]>> results = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        boolean manyAtOnce = t % 2 == 0;
        Instances own = shared ? data : new Instances(data);
        Callable<double[][]> task = () -> {
          start.await();
          return manyAtOnce ? scheme.distributionsForInstances(own) : Schemes.predictions(scheme, own);
        };
        results.add(executor.submit(task));
      }
      for (Future<double[][]> result : results) {
        assertArrayEquals(expected, result.get());
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void aDistributionHasAProbabilityForEachLabelAndSumsTo1() throws Exception {
    Instances data = data(Attribute.NOMINAL);
    for (String options : new String[] {"-H 0 -N 3", "-H 5 -N 0", "-H a -N 3 -O SGD -L 0.1",
        "-H 5,4 -N 3 -F SIGMOID -I NONE"}) {
      BackpropScheme scheme = Schemes.built(Schemes.classifier(options), data);
      for (double[] distribution : scheme.distributionsForInstances(data)) {
        assertEquals(3, distribution.length);
        for (double probability : distribution) {
          assertTrue(probability >= 0 && probability <= 1, options + " gives " + probability);
        }
        assertEquals(1, Utils.sum(distribution), 1e-12);
      }
    }
  }

  @Test
  void theClassifierPredictsTheMostProbableLabel() throws Exception {
    Instances data = DataSets.iris();
    BackpropScheme scheme = Schemes.built(Schemes.classifier(PINNED + "-H 5 -F TANH -N 50"), data);
    int correct = 0;
    for (Instance instance : data) {
      double label = scheme.classifyInstance(instance);
      assertEquals(Utils.maxIndex(scheme.distributionForInstance(instance)), label);
      correct += label == instance.classValue() ? 1 : 0;
    }
    assertTrue(correct > 140, correct + " correct");
  }

  /** A class far from 0 and 1, so that a prediction without its units would be far off. */
  @Test
  void theRegressorPredictsInTheUnitsOfTheClass() throws Exception {
    MexicanHat hat = new MexicanHat();
    hat.setNumExamples(200);
    Instances data = DataSets.generated(hat);
    data.forEach(instance -> instance.setClassValue(1e6 + 1e4 * instance.classValue()));
    BackpropScheme scheme = Schemes.built(Schemes.regressor(PINNED + "-H 20 -F TANH -N 300"), data);
    double deviation = Math.sqrt(data.variance(data.classIndex()));
    double error = rootMeanSquaredError(scheme, data);
    assertTrue(error < 0.5 * deviation, "error " + error + ", standard deviation " + deviation);
  }

  @Test
  void aDateClassIsPredictedAsADate() throws Exception {
    Instances data = DataSets.of("x numeric; y date yyyy-MM-dd");
    for (int day = 0; day < 100; day++) {
      data.add(new DenseInstance(1, new double[] {day, 1e12 + 86_400_000.0 * day}));
    }
    BackpropScheme scheme = Schemes.built(Schemes.regressor(PINNED + "-H 0 -N 200"), data);
    assertTrue(rootMeanSquaredError(scheme, data) < 86_400_000.0, "off by a day and more");
  }

  private static double rootMeanSquaredError(BackpropScheme scheme, Instances data) throws Exception {
    double squares = 0;
    for (Instance instance : data) {
      double prediction = scheme.classifyInstance(instance);
      assertArrayEquals(new double[] {prediction}, scheme.distributionForInstance(instance));
      squares += Math.pow(prediction - instance.classValue(), 2);
    }
    return Math.sqrt(squares / data.numInstances());
  }

  @ParameterizedTest
  @ValueSource(classes = {BackpropClassifier.class, BackpropRegressor.class})
  void predictingBeforeBuildingIsRejected(Class<? extends BackpropScheme> type) throws Exception {
    BackpropScheme scheme = type.getDeclaredConstructor().newInstance();
    Instances data = DataSets.iris();
    String message = type.getSimpleName() + " has no model yet: call buildClassifier first.";
    assertEquals(message, assertThrows(WekaException.class,
        () -> scheme.distributionForInstance(data.firstInstance())).getMessage());
    assertEquals(message, assertThrows(WekaException.class,
        () -> scheme.classifyInstance(data.firstInstance())).getMessage());
    assertEquals(message, assertThrows(WekaException.class,
        () -> scheme.distributionsForInstances(data)).getMessage());
    assertTrue(scheme.toString().contains("no model"), scheme.toString());
  }

  @Test
  void anInstanceWithOtherAttributesIsRejected() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier(""), DataSets.iris());
    WekaException e = assertThrows(WekaException.class, () -> scheme.distributionForInstance(new DenseInstance(7)));
    assertTrue(e.getMessage().contains("7") && e.getMessage().contains("5"), e.getMessage());
  }
}
