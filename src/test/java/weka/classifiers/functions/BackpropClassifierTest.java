package weka.classifiers.functions;

import weka.classifiers.Classifier;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Attribute;

/** The classifier before Weka's own tests. */
public class BackpropClassifierTest extends SchemeContract {

  public BackpropClassifierTest(String name) {
    super(name);
  }

  @Override
  public Classifier getClassifier() {
    try {
      return Schemes.classifier(PINNED);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  int[] classTypes() {
    return new int[] {Attribute.NOMINAL};
  }
}
