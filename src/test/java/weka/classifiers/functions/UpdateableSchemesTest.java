package weka.classifiers.functions;

import junit.framework.Test;
import weka.classifiers.Classifier;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Attribute;
import weka.core.CheckOptionHandler;

/** The schemes for streams before Weka's own tests, that of incremental training among them. */
public final class UpdateableSchemesTest {

  private UpdateableSchemesTest() {
  }

  /** What JUnit runs. */
  public static Test suite() {
    return SchemeContract.suite(UpdateableSchemesTest.class);
  }

  abstract static class Contract extends SchemeContract {

    private final String options;
    private final int classType;

    Contract(String options, int... classTypes) {
      super(OptionSet.DEFAULTS, classTypes);
      this.options = options;
      classType = classTypes[0];
    }

    @Override
    public Classifier getClassifier() {
      try {
        return Schemes.updateable(classType, options);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected CheckOptionHandler getOptionTester() {
      CheckOptionHandler tester = new CheckOptionHandler();
      tester.setOptionHandler((weka.core.OptionHandler) getClassifier());
      tester.setSilent(true);
      return Schemes.withOptions(tester, options);
    }
  }

  public static class ClassifierDefaults extends Contract {

    public ClassifierDefaults() {
      super("", Attribute.NOMINAL);
    }
  }

  public static class ClassifierOnline extends Contract {

    public ClassifierOnline() {
      super("-B 1 -O SGD -L 0.05 -H 5 -F SIGMOID -replays 0 -warm-up 5 -R 0.001 -D 0.1", Attribute.NOMINAL);
    }
  }

  public static class RegressorDefaults extends Contract {

    public RegressorDefaults() {
      super("", Attribute.NUMERIC, Attribute.DATE);
    }
  }

  public static class RegressorReplaying extends Contract {

    public RegressorReplaying() {
      super("-B 4 -O NESTEROV -M 0.5 -L 0.01 -H 4:tanh,3 -replays 3 -replay-buffer 10 -loss HUBER", Attribute.NUMERIC,
          Attribute.DATE);
    }
  }
}
