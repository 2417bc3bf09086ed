package weka.classifiers.functions.backprop.export;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import weka.classifiers.pmml.consumer.PMMLClassifier;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.pmml.PMMLFactory;

/** Weka's own reader of PMML. */
final class WekaPmmlConsumer implements Consumer {

  private final PMMLClassifier classifier;

  WekaPmmlConsumer(String pmml) throws Exception {
    classifier = (PMMLClassifier) PMMLFactory
        .getPMMLModel(new ByteArrayInputStream(pmml.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public double[][] predict(Instances dated) throws Exception {
    Instances data = withNumbersForDates(dated);
    double[][] predictions = new double[data.numInstances()][];
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] = classifier.distributionForInstance(data.instance(i));
    }
    return predictions;
  }

  /** It has no dates, so a user must turn them into numbers first. */
  private static Instances withNumbersForDates(Instances data) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int a = 0; a < data.numAttributes(); a++) {
      Attribute attribute = data.attribute(a);
      attributes.add(attribute.isDate() ? new Attribute(attribute.name()) : attribute);
    }
    Instances numbers = new Instances(data.relationName(), attributes, data.numInstances());
    numbers.setClassIndex(data.classIndex());
    numbers.addAll(data);
    return numbers;
  }
}
