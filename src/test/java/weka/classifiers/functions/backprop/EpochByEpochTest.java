package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
import weka.core.Instances;

/** Weka's contract of an iterative classifier: a training is begun, trained epoch by epoch and ended by its user. */
class EpochByEpochTest {

  private final Instances iris = DataSets.iris();

  @Test
  void epochByEpochGivesTheSameModel() throws Exception {
    BackpropScheme scheme = Schemes.classifier("-H 5 -N 6 -V 20 -D 0.2");
    Schemes.resume(scheme, iris);
    Schemes.assertSameModel(Schemes.built(Schemes.classifier("-H 5 -N 6 -V 20 -D 0.2"), iris), scheme, iris);
    assertFalse(scheme.next());
  }

  /** As IterativeClassifierOptimizer asks for them. */
  @ParameterizedTest
  @ValueSource(strings = {"", "-V 20", "-resume"})
  void predictionsBetweenEpochsAreThoseOfTheNetworkSoFar(String options) throws Exception {
    BackpropScheme scheme = Schemes.classifier("-H 5 -N 4 " + options);
    scheme.initializeClassifier(iris);
    for (int epoch = 0; epoch < 4; epoch++) {
      BackpropScheme soFar = Schemes.classifier("-H 5 " + options);
      soFar.setEpochs(epoch);
      soFar.initializeClassifier(iris);
      while (soFar.next()) {
        // Another epoch.
      }
      assertArrayEquals(Schemes.predictions(soFar, iris), Schemes.predictions(scheme, iris), "epoch " + epoch);
      assertEquals(epoch, Schemes.epochs(scheme));
      assertTrue(scheme.toString().contains("Epochs: " + epoch), scheme.toString());
      assertTrue(scheme.next());
    }
    assertFalse(scheme.next());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutResumeInitializingBeginsFromScratch(boolean finished) throws Exception {
    BackpropScheme scheme = Schemes.classifier("-H 5 -N 3");
    scheme.initializeClassifier(iris);
    scheme.next();
    if (finished) {
      scheme.done();
    }
    Schemes.resume((BackpropScheme) AbstractClassifier.makeCopy(scheme), iris);
    scheme.setSeed(2);
    Schemes.resume(scheme, iris);
    Schemes.assertSameModel(Schemes.built(Schemes.classifier("-H 5 -N 3 -S 2"), iris), scheme, iris);
  }

  @Test
  void buildingAlwaysBeginsFromScratch() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 3 -resume"), iris);
    String model = Schemes.modelText(scheme);
    scheme.buildClassifier(iris);
    assertEquals(model, Schemes.modelText(scheme));
    scheme.setHiddenLayers("4");
    scheme.buildClassifier(iris);
    assertEquals(3, Schemes.epochs(scheme));
  }

  @Test
  void anInterruptBetweenEpochsCostsNothing() throws Exception {
    BackpropScheme scheme = Schemes.classifier("-H 5 -N 4");
    scheme.initializeClassifier(iris);
    scheme.next();
    String one = Schemes.modelText(scheme);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, scheme::next);
    assertEquals(one, Schemes.modelText(scheme));
    while (scheme.next()) {
      // Another epoch.
    }
    scheme.done();
    Schemes.assertSameModel(Schemes.built(Schemes.classifier("-H 5 -N 4"), iris), scheme, iris);
  }

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }
}
