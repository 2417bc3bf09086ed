package weka.classifiers.functions;

import junit.framework.Test;
import weka.core.Attribute;
import weka.core.CheckScheme.PostProcessor;

/** The regressor before Weka's own tests. */
public final class BackpropRegressorTest {

  private BackpropRegressorTest() {
  }

  /** What JUnit runs: all tests with each set of options. */
  public static Test suite() {
    return SchemeContract.suite(BackpropRegressorTest.class);
  }

  abstract static class Contract extends SchemeContract {

    Contract(OptionSet options) {
      super(options, Attribute.NUMERIC, Attribute.DATE);
    }
  }

  public static class Pinned extends Contract {

    public Pinned() {
      super(OptionSet.PINNED);
    }
  }

  public static class Defaults extends Contract {

    public Defaults() {
      super(OptionSet.DEFAULTS);
    }
  }

  public static class Online extends Contract {

    public Online() {
      super(OptionSet.ONLINE);
    }
  }

  public static class Linear extends Contract {

    public Linear() {
      super(OptionSet.LINEAR);
    }
  }

  public static class Resumable extends Contract {

    public Resumable() {
      super(OptionSet.RESUMABLE);
    }
  }

  public static class Refitted extends Contract {

    public Refitted() {
      super(OptionSet.REFITTED);
    }
  }

  public static class Huber extends Contract {

    public Huber() {
      super(OptionSet.OWN);
    }
  }

  public static class Sparse extends Contract {

    public Sparse() {
      super(OptionSet.DEFAULTS);
    }

    @Override
    protected PostProcessor getPostProcessor() {
      return MOSTLY_ZERO;
    }
  }
}
