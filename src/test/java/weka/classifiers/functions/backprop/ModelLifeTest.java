package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** How models come and go: built, interrupted, diverged, saved. */
class ModelLifeTest {

  private static final String QUICK = "-N 5 -H 4";
  /** A network and mini-batches large enough to be worth several threads; their number is to follow. */
  private static final String THREADED = "-H 120,90 -B 150 -P ";

  /** Interrupts the thread when the data have passed all checks and training is about to begin. */
  private static final class InterruptedClassifier extends BackpropClassifier {

    private static final long serialVersionUID = 1L;

    private boolean interrupt;

    @Override
    protected Function<List<Instance>, ClassEncoder> classEncoder() {
      return instances -> {
        if (interrupt) {
          Thread.currentThread().interrupt();
        }
        return super.classEncoder().apply(instances);
      };
    }
  }

  private static void assertNoModel(BackpropScheme scheme, Instances data) {
    assertThrows(WekaException.class, () -> scheme.distributionForInstance(data.firstInstance()));
    assertTrue(scheme.toString().contains("no model"), scheme.toString());
  }

  @Test
  void theNumberOfThreadsDoesntChangeTheModel() throws Exception {
    Instances data = DataSets.iris();
    String expected = Schemes.parameters(Schemes.built(Schemes.classifier(THREADED + "1 -N 2"), data));
    for (String threads : new String[] {"2", "3", "8"}) {
      BackpropScheme scheme = Schemes.built(Schemes.classifier(THREADED + threads + " -N 2"), data);
      assertEquals(expected, Schemes.parameters(scheme));
      assertEquals(0, workers());
    }
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
        .filter(name -> name.startsWith("backprop")).count();
  }

  /** Weka's Stop only interrupts the thread; an InterruptedException is what it reports as "Interrupted". */
  @Test
  void anInterruptedBuildEndsAtOnceAndLeavesNoModel() throws Exception {
    Instances data = DataSets.iris();
    InterruptedClassifier scheme = new InterruptedClassifier();
    scheme.setEpochs(5);
    scheme.buildClassifier(data);
    scheme.interrupt = true;
    scheme.setEpochs(Integer.MAX_VALUE);
    assertThrows(InterruptedException.class, () -> scheme.buildClassifier(data));
    assertFalse(Thread.interrupted(), "the exception tells of the interruption, the flag must not do so again");
    assertNoModel(scheme, data);
  }

  /** As IterativeClassifierOptimizer calls it, which knows nothing of what buildClassifier tidies up. */
  @Test
  void anInterruptedInitializationLeavesNothing() throws Exception {
    Instances data = DataSets.iris();
    InterruptedClassifier scheme = new InterruptedClassifier();
    scheme.setEpochs(5);
    scheme.buildClassifier(data);
    scheme.interrupt = true;
    assertThrows(InterruptedException.class, () -> scheme.initializeClassifier(data));
    assertFalse(Thread.interrupted());
    assertNoModel(scheme, data);
    assertFalse(scheme.next(), "there is no session");
    scheme.done();
    assertNoModel(scheme, data);
    assertEquals(Schemes.saved(new InterruptedClassifier()).length, Schemes.saved(scheme).length);
    scheme.interrupt = false;
    Schemes.resume(scheme, data);
    assertEquals(5, scheme.getMeasure("measureEpochs"));
  }

  @Test
  void trainingOnSeveralThreadsCanBeInterruptedAndLeavesNoThread() throws Exception {
    Instances data = DataSets.iris();
    BackpropScheme scheme = Schemes.classifier(THREADED + "4 -N " + Integer.MAX_VALUE);
    FutureTask<Throwable> build =
        new FutureTask<>(() -> assertThrows(InterruptedException.class, () -> scheme.buildClassifier(data)));
    Thread builder = new Thread(build);
    builder.start();
    while (workers() < 3 && !build.isDone()) {
      Thread.onSpinWait();
    }
    builder.interrupt();
    build.get();
    assertEquals(0, workers());
    assertNoModel(scheme, data);
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC, Attribute.DATE})
  void aSavedModelPredictsTheSameBits(int classType) throws Exception {
    Instances data = DataSets.mixed(60, classType, 2);
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, QUICK + " -S 5"), data);
    BackpropScheme loaded = assertInstanceOf(scheme.getClass(), Schemes.loaded(Schemes.saved(scheme)));
    assertArrayEquals(Schemes.predictions(scheme, data), Schemes.predictions(loaded, data));
    assertArrayEquals(scheme.distributionsForInstances(data), loaded.distributionsForInstances(data));
    assertEquals(scheme.toString(), loaded.toString());
    assertEquals(Schemes.parameters(scheme), Schemes.parameters(loaded));
    assertArrayEquals(scheme.getOptions(), loaded.getOptions());
  }

  /** A model may leave the house that the data must not leave. */
  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void aSavedModelHoldsNoTrainingData(int classType) throws Exception {
    Instances few = DataSets.mixed(60, classType, 5);
    Instances many = few;
    for (int i = 0; i < 4; i++) {
      many = DataSets.concatenated(many, many);
    }
    assertEquals(960, many.numInstances());
    // Both learn something, so that their histories end with the same word. What is held out of a numeric class leaves
    // its errors behind.
    String options = QUICK + " -L 0.1" + (classType == Attribute.NUMERIC ? " -V 0" : "");
    int size = Schemes.saved(Schemes.built(Schemes.forClass(classType, options), few)).length;
    assertEquals(size, Schemes.saved(Schemes.built(Schemes.forClass(classType, options), many)).length);
  }

  @ParameterizedTest
  @CsvSource({"1, -F RELU -O SGD -L 1e30", "0, -O SGD -L 1e30", "0, -F RELU -O SGD -L 1e20"})
  void aTrainingThatDivergesAtAnyRateIsRejected(int classType, String options) throws Exception {
    Instances data = DataSets.mixed(60, classType, 5);
    BackpropScheme scheme = Schemes.forClass(classType, options);
    WekaException e = assertThrows(WekaException.class, () -> scheme.buildClassifier(data));
    assertTrue(e.getMessage().contains("learningRate"), e.getMessage());
    assertThrows(WekaException.class, () -> scheme.distributionForInstance(data.firstInstance()));
  }

  /** A single step separates these data perfectly, by weights with which other values would give infinite sums. */
  @Test
  void aTrainingThatDivergesIsRejectedEvenIfItsLossIsNone() throws Exception {
    Instances data = DataSets.of("x numeric; c {a, b}", "1,a", "-1,b");
    BackpropScheme scheme = Schemes.classifier("-H 0 -L 1e30");
    WekaException e = assertThrows(WekaException.class, () -> scheme.buildClassifier(data));
    assertTrue(e.getMessage().contains("learningRate"), e.getMessage());
  }
}
