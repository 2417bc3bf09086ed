package weka.classifiers.functions;

import junit.framework.Test;
import weka.core.Attribute;
import weka.core.CheckScheme.PostProcessor;

/** The classifier before Weka's own tests. */
public final class BackpropClassifierTest {

  private BackpropClassifierTest() {
  }

  /** What JUnit runs: all tests with each set of options. */
  public static Test suite() {
    return SchemeContract.suite(BackpropClassifierTest.class);
  }

  abstract static class Contract extends SchemeContract {

    Contract(OptionSet options) {
      super(options, Attribute.NOMINAL);
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

  public static class Balanced extends Contract {

    public Balanced() {
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
