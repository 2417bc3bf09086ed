package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Instances;

/** The defaults are good enough for the first try of a new user: 10-fold cross-validation with seed 1. */
class AccuracyTest {

  private static void assertAccuracy(double least, Instances data) throws Exception {
    double accuracy = Schemes.accuracy(new BackpropClassifier(), data);
    assertTrue(accuracy >= least, accuracy + " %");
  }

  @Test
  void irisAtTheDefaults() throws Exception {
    assertAccuracy(94, DataSets.iris());
  }

  /** The prior alone gives 70 %. */
  @Test
  @Tag("slow")
  void creditGAtTheDefaults() throws Exception {
    assertAccuracy(74, DataSets.creditG());
  }
}
