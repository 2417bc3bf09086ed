package weka.classifiers.functions;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import junit.framework.Test;
import junit.framework.TestSuite;
import weka.classifiers.AbstractClassifierTest;
import weka.classifiers.Classifier;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.RoundedRegression;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Attribute;
import weka.core.CheckOptionHandler;
import weka.core.CheckScheme.PostProcessor;
import weka.core.Instances;

/** Weka's own tests of classifiers, made strict where Weka's skip or pass silently. */
public abstract class SchemeContract extends AbstractClassifierTest {

  /** Makes data sparse; leaves one instance in five as it is, and of the others only the class. */
  static final PostProcessor MOSTLY_ZERO = new PostProcessor() {
    @Override
    public Instances process(Instances data) {
      Instances zeros = new Instances(data);
      for (int i = 0; i < zeros.numInstances(); i++) {
        for (int a = 0; i % 5 > 0 && a < zeros.numAttributes(); a++) {
          if (a != zeros.classIndex()) {
            zeros.instance(i).setValue(a, 0);
          }
        }
      }
      return DataSets.sparse(zeros);
    }
  };

  private final OptionSet options;
  private final int[] classTypes;

  /**
   * Tests a scheme.
   *
   * @param classTypes that it predicts
   */
  protected SchemeContract(OptionSet options, int... classTypes) {
    super(null);
    this.options = options;
    this.classTypes = classTypes;
  }

  /** All contracts inside a class. */
  static Test suite(Class<?> contracts) {
    TestSuite suite = new TestSuite(contracts.getName());
    for (Class<?> contract : contracts.getDeclaredClasses()) {
      if (!Modifier.isAbstract(contract.getModifiers())) {
        suite.addTestSuite(contract.asSubclass(SchemeContract.class));
      }
    }
    return suite;
  }

  @Override
  public Classifier getClassifier() {
    return options.scheme(classTypes[0]);
  }

  @Override
  protected CheckOptionHandler getOptionTester() {
    return Schemes.withOptions(super.getOptionTester(), options.options(classTypes[0]));
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
      boolean possible = Arrays.stream(classTypes).anyMatch(known -> known == wanted);
      assertEquals(possible, m_NominalPredictors[type]);
      assertEquals(possible, m_NumericPredictors[type]);
      assertEquals(possible, m_DatePredictors[type]);
      assertEquals(possible, m_handleMissingPredictors[type]);
      assertEquals(possible, m_handleMissingClass[type]);
      assertFalse(m_StringPredictors[type]);
      assertFalse(m_RelationalPredictors[type]);
    }
  }

  @Override
  public void testRegression() throws Exception {
    RoundedRegression regression = new RoundedRegression(getClass());
    for (int type : classTypes) {
      regression.println(predictionsToString(useClassifier(data(type))));
    }
    regression.assertUnchanged();
  }

  private Instances data(int classType) {
    Instances data = DataSets.mixed(60, classType, classType == Attribute.DATE ? 0 : 5);
    return getPostProcessor() == null ? data : getPostProcessor().process(data);
  }
}
