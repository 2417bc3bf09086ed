package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** A model that is kept to be resumed gets the next day's instances, and learns them. */
class ResumeWithNewDataTest {

  /** Machines that are worn when they are hot, in the south a little later; or broken, when they are hotter still. */
  private static Instances machines(int n, double hottest, long seed) {
    Random random = new Random(seed);
    ArrayList<Attribute> attributes = new ArrayList<>(List.of(new Attribute("temperature"),
        new Attribute("site", List.of("north", "south")), new Attribute("state", List.of("ok", "worn", "broken"))));
    Instances data = new Instances("machines", attributes, n);
    data.setClassIndex(2);
    for (int i = 0; i < n; i++) {
      int site = random.nextInt(2);
      double temperature = 5 + (hottest - 5) * random.nextDouble();
      double heat = temperature - 3 * site;
      data.add(new DenseInstance(1, new double[] {temperature, site, heat < 30 ? 0 : heat < 50 ? 1 : 2}));
    }
    return data;
  }

  private static int right(BackpropScheme scheme, Instances data) throws Exception {
    int right = 0;
    for (Instance instance : data) {
      right += scheme.classifyInstance(instance) == instance.classValue() ? 1 : 0;
    }
    return right;
  }

  /** Its instances cost many times what a network costs that knows nothing, which is no divergence. */
  @ParameterizedTest
  @ValueSource(strings = {"-N 100", "-N 15", "-N 100 -O SGD -L 0.1", "-N 100 -V 0", "-N 30 -E 5"})
  void aClassThatWasAbsentIsLearned(String options) throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier(options + " -resume"), machines(200, 50, 1));
    Instances next = machines(200, 80, 2);
    int before = right(scheme, next);
    int trained = scheme.model().history().size();
    assertTrue(before < 160, before + " of 200");

    Schemes.resume(scheme, 100, next);

    assertEquals(0, scheme.model().history().learningRateReductions());
    assertTrue(scheme.model().history().bestEpoch() > trained, "best epoch " + scheme.model().history().bestEpoch());
    assertTrue(right(scheme, next) > 190, right(scheme, next) + " of 200");
  }

  /** So few that none is held out: the last epoch counts then, not the best one of the data before. */
  @Test
  void fewInstancesAreLearnedToo() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 100 -resume"), machines(200, 50, 1));
    Instances few = machines(15, 80, 3);
    int trained = scheme.model().history().size();
    Schemes.resume(scheme, 200, few);
    assertTrue(scheme.model().history().size() > trained);
    assertEquals(scheme.model().history().size(), scheme.model().history().bestEpoch());
    assertTrue(right(scheme, few) >= 14, right(scheme, few) + " of 15");
  }

  private static Instances sine(double shift, long seed) {
    Random random = new Random(seed);
    Instances data = new Instances("sine", new ArrayList<>(List.of(new Attribute("x"), new Attribute("y"))), 200);
    data.setClassIndex(1);
    for (int i = 0; i < 200; i++) {
      double x = random.nextGaussian();
      data.add(new DenseInstance(1, new double[] {x, Math.sin(x) + shift}));
    }
    return data;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 3, -10})
  void aClassThatHasDriftedIsLearned(double shift) throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.regressor("-N 100 -resume"), sine(0, 1));
    Instances next = sine(shift, 2);
    Schemes.resume(scheme, 100, next);
    double error = 0;
    for (Instance instance : next) {
      error += Math.abs(scheme.classifyInstance(instance) - instance.classValue()) / next.size();
    }
    assertEquals(0, scheme.model().history().learningRateReductions());
    assertTrue(error < 0.3, "a mean error of " + error);
  }
}
