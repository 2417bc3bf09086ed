package weka.classifiers.functions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weka.classifiers.AbstractClassifierTest;
import weka.classifiers.evaluation.Prediction;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Attribute;
import weka.core.CheckOptionHandler;
import weka.core.Utils;
import weka.test.Regression;

/** Weka's own tests of classifiers, made strict where Weka's skip or pass silently. */
public abstract class SchemeContract extends AbstractClassifierTest {

  /**
   * Options that leave nothing to defaults, since these may be tuned without a new regression file. Smooth activations
   * and few epochs keep rounding errors as small as they are when they arise.
   */
  static final String PINNED =
      "-H 5 -F TANH -L 0.05 -A MEAN -B 10 -O MOMENTUM -M 0.5 -N 20 -R 0.001 -I STANDARDIZE -S 1";

  /** Allowed difference from the regression file; between plain and vector kernel it is 1e-6. */
  private static final double TOLERANCE = 1e-4;

  protected SchemeContract(String name) {
    super(name);
  }

  /** The class types that the scheme predicts. */
  abstract int[] classTypes();

  @Override
  protected CheckOptionHandler getOptionTester() {
    CheckOptionHandler tester = super.getOptionTester();
    try {
      tester.setUserOptions(Utils.splitOptions(PINNED));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return tester;
  }

  /** Weka's test checks something else. */
  @Override
  public void testResettingOptions() {
    assertTrue(m_OptionTester.checkResettingOptions());
  }

  /** Weka's tests skip what a scheme can't do, so what it can do must be said. */
  public void testWhatCanBeLearnt() {
    for (int type = FIRST_CLASSTYPE; type <= LAST_CLASSTYPE; type++) {
      int wanted = type;
      boolean possible = Arrays.stream(classTypes()).anyMatch(known -> known == wanted);
      assertEquals(possible, m_NominalPredictors[type]);
      assertEquals(possible, m_NumericPredictors[type]);
      assertEquals(possible, m_DatePredictors[type]);
      assertEquals(possible, m_handleMissingPredictors[type]);
      assertEquals(possible, m_handleMissingClass[type]);
      assertFalse(m_StringPredictors[type]);
      assertFalse(m_RelationalPredictors[type]);
    }
  }

  /**
   * Weka's test compares all digits. But Math.exp and the like may differ in the last bit between Java versions and
   * processors, and sums may be taken in another order or with fused multiply-add by another kernel, so this one allows
   * for rounding. A missing file is written, and fails the test lest it stay missing.
   */
  @Override
  public void testRegression() throws Exception {
    Regression regression = new Regression(getClass()) {
      @Override
      protected String diff(String reference, String current) {
        return firstDifference(reference.lines().toList(), current.lines().toList());
      }
    };
    for (int type : classTypes()) {
      ArrayList<Prediction> predictions = useClassifier(DataSets.mixed(60, type, type == Attribute.DATE ? 0 : 5));
      regression.println(predictionsToString(predictions));
    }
    String difference = regression.diff();
    assertNotNull("There was no file to compare with. It has been written: look at it and commit it.", difference);
    assertEquals("", difference);
  }

  private static String firstDifference(List<String> reference, List<String> current) {
    for (int i = 0; i < Math.max(reference.size(), current.size()); i++) {
      String expected = i < reference.size() ? reference.get(i) : "the end";
      String actual = i < current.size() ? current.get(i) : "the end";
      if (!alike(expected.split(" "), actual.split(" "))) {
        return "line " + (i + 1) + ": expected " + expected + ", but was " + actual;
      }
    }
    return "";
  }

  private static boolean alike(String[] expected, String[] actual) {
    boolean alike = expected.length == actual.length;
    for (int k = 0; alike && k < expected.length; k++) {
      alike = expected[k].equals(actual[k]) || expected[k].matches("-?\\d.*") && actual[k].matches("-?\\d.*")
          && close(Double.parseDouble(expected[k]), Double.parseDouble(actual[k]));
    }
    return alike;
  }

  private static boolean close(double expected, double actual) {
    return Math.abs(expected - actual) <= TOLERANCE * Math.max(1, Math.abs(expected));
  }
}
