package weka.classifiers.functions;

import weka.classifiers.Classifier;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Attribute;

/** The regressor before Weka's own tests. */
public class BackpropRegressorTest extends SchemeContract {

  public BackpropRegressorTest(String name) {
    super(name);
  }

  @Override
  public Classifier getClassifier() {
    try {
      return Schemes.regressor(PINNED);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  int[] classTypes() {
    return new int[] {Attribute.NUMERIC, Attribute.DATE};
  }
}
