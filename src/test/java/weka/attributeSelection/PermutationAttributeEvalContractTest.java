package weka.attributeSelection;

import junit.framework.Test;
import junit.framework.TestSuite;
import weka.classifiers.functions.backprop.RoundedRegression;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Attribute;
import weka.core.CheckOptionHandler;
import weka.core.Utils;

/** Permutation importance before Weka's own tests of evaluators. */
public final class PermutationAttributeEvalContractTest {

  private PermutationAttributeEvalContractTest() {
  }

  /** What JUnit runs: all tests with each scheme. */
  public static Test suite() {
    TestSuite suite = new TestSuite(PermutationAttributeEvalContractTest.class.getName());
    suite.addTestSuite(OfClassifier.class);
    suite.addTestSuite(OfRegressor.class);
    return suite;
  }

  abstract static class Contract extends AbstractEvaluatorTest {

    private final String options;
    private final int classType;

    Contract(String scheme, int classType) {
      super(null);
      options = "-W \"weka.classifiers.functions." + scheme
          + " -H 4 -F TANH -L 0.05 -B 10 -O MOMENTUM -M 0.5 -N 10 -V 0 -S 1\" -P 40 -R 3 -S 2";
      this.classType = classType;
    }

    @Override
    public ASSearch getSearch() {
      return new Ranker();
    }

    @Override
    public ASEvaluation getEvaluator() {
      try {
        PermutationAttributeEval evaluator = new PermutationAttributeEval();
        evaluator.setOptions(Utils.splitOptions(options));
        return evaluator;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected CheckOptionHandler getOptionTester() {
      return Schemes.withOptions(super.getOptionTester(), options);
    }

    /** Weka's test checks something else. */
    @Override
    public void testResettingOptions() {
      assertTrue(m_OptionTester.checkResettingOptions());
    }

    /** Weka's tests skip what an evaluator can't do, so what it can do must be said. */
    public void testWhatCanBeEvaluated() {
      assertTrue(m_NominalPredictors[classType]);
      assertTrue(m_NumericPredictors[classType]);
      assertTrue(m_DatePredictors[classType]);
      assertTrue(m_handleMissingPredictors[classType]);
      assertTrue(m_handleMissingClass[classType]);
      assertTrue(m_weightedInstancesHandler);
    }

    /** Weka's test only prints if weights are of no account. */
    @Override
    public void testInstanceWeights() {
      assertTrue(m_Tester.instanceWeights(true, true, false, true, false, false, classType)[0]);
    }

    @Override
    public void testRegression() throws Exception {
      RoundedRegression regression = new RoundedRegression(getClass());
      String results = useScheme(m_Tester.makeTestDataset(42, 60, 2, 2, 0, 1, 0, 3, classType, false));
      regression.println(results.replaceAll("\tClassifier:.*\n", ""));
      regression.assertUnchanged();
    }
  }

  public static class OfClassifier extends Contract {

    public OfClassifier() {
      super("BackpropClassifier", Attribute.NOMINAL);
    }
  }

  public static class OfRegressor extends Contract {

    public OfRegressor() {
      super("BackpropRegressor", Attribute.NUMERIC);
    }
  }
}
