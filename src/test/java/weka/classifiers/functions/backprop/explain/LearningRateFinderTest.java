package weka.classifiers.functions.backprop.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Instances;

class LearningRateFinderTest {

  private final Instances iris = DataSets.iris();

  private LearningRateCurve find(String options) throws Exception {
    return new LearningRateFinder(Schemes.classifier(options + " -B 32")).run(iris, 1, part -> { });
  }

  @Test
  void ratesGrowByTheSameFactorFromAMillionthToOne() throws Exception {
    List<LearningRateCurve.Point> points = find("-H 5").points();
    assertEquals(1e-6, points.get(0).rate(), 1e-18);
    double factor = Math.pow(1e6, 1 / 119.0);
    for (int k = 1; k < points.size(); k++) {
      assertEquals(factor, points.get(k).rate() / points.get(k - 1).rate(), 1e-9);
    }
  }

  /** The least rate changes next to nothing; a good one lies where the loss falls. */
  @Test
  void theSteepestFallLiesBetweenRatesThatDoNothingAndRatesThatExplode() throws Exception {
    LearningRateCurve curve = find("-H 8 -O ADAM");
    assertTrue(curve.steepest() > 1e-3 && curve.steepest() < 1, "rate " + curve.steepest());
    assertEquals(curve.points().get(0).smoothed(), curve.points().get(20).smoothed(), 0.1);
  }

  @Test
  void aRegressorHasOneTooAndTheSchemeStaysAsItWas() throws Exception {
    iris.setClassIndex(3);
    BackpropRegressor scheme = Schemes.regressor("-O SGD -schedule COSINE -V 20 -refit -B 32");
    String before = String.join(" ", scheme.getOptions());
    assertTrue(new LearningRateFinder(scheme).run(iris, 1, part -> { }).steepest() > 1e-5);
    assertEquals(before, String.join(" ", scheme.getOptions()));
  }

  @Test
  void theSameSeedGivesTheSameCurve() throws Exception {
    assertEquals(find("-H 4"), find("-H 4"));
  }

  @Test
  void anInterruptStops() throws Exception {
    BackpropClassifier scheme = Schemes.classifier("-H 4");
    assertThrows(InterruptedException.class, () -> new LearningRateFinder(scheme).run(iris, 1,
        part -> Thread.currentThread().interrupt()));
  }

  private static LearningRateCurve curve(double... smoothed) {
    List<LearningRateCurve.Point> points = new ArrayList<>();
    for (int k = 0; k < smoothed.length; k++) {
      points.add(new LearningRateCurve.Point(Math.pow(10, k - 6), 0, smoothed[k]));
    }
    return new LearningRateCurve(points);
  }

  @Test
  void steepestFallIsTheMiddleOfTheSevenStepsThatLoseMost() {
    // From the 3rd to the 9th of these, 10 is lost.
    assertEquals(1e-1, curve(10, 10, 10, 10, 9, 4, 2, 1, 0, 0, 0).steepest(), 1e-12);
    assertTrue(Double.isNaN(curve(1, 2, 3, 4, 5, 6, 7, 8).steepest()));
    assertTrue(Double.isNaN(curve(3, 2, 1).steepest()));
  }

  @Test
  void theRateThatIsFoundIsSetAndNothingElse() throws Exception {
    BackpropClassifier scheme = Schemes.classifier("-H 4,3 -L 0.5 -O SGD -balance");
    BackpropClassifier changed = (BackpropClassifier) LearningRateFinder.with(scheme, 0.02);
    assertEquals(0.02, changed.getLearningRate());
    scheme.setLearningRate(0.02);
    assertEquals(String.join(" ", scheme.getOptions()), String.join(" ", changed.getOptions()));
  }
}
