package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.Logistic;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;
import weka.datagenerators.classifiers.classification.RDG1;
import weka.filters.Filter;
import weka.filters.supervised.attribute.PartitionMembership;

/** Outputs of the last hidden layer as features, through Weka's filter PartitionMembership. */
class HiddenFeaturesTest {

  private static Instances filtered(BackpropScheme scheme, Instances data) throws Exception {
    PartitionMembership filter = new PartitionMembership();
    filter.setPartitionGenerator(scheme);
    filter.setInputFormat(data);
    return Filter.useFilter(data, filter);
  }

  @Test
  void theFilterGivesAnAttributeForEachUnitOfTheLastHiddenLayer() throws Exception {
    Instances iris = DataSets.iris();
    Instances features = filtered(Schemes.classifier("-N 2 -H 7,3"), iris);
    assertEquals(3 + 1, features.numAttributes());
    assertEquals(iris.classAttribute(), features.classAttribute());
    assertEquals(150, features.numInstances());
    assertTrue(features.variance(0) > 0);
  }

  /** The softmax of weighted sums of the features is what the scheme predicts. */
  @Test
  void whatTheOutputLayerMakesOfTheFeaturesIsThePrediction() throws Exception {
    Instances data = DataSets.mixed(60, Attribute.NUMERIC, 2);
    BackpropScheme scheme = Schemes.built(Schemes.regressor("-N 2 -H 4,1:identity"), data);
    double[] features = data.stream().mapToDouble(instance -> feature(scheme, instance)).toArray();
    double[] predictions = Arrays.stream(Schemes.predictions(scheme, data)).mapToDouble(p -> p[0]).toArray();
    double slope = (predictions[1] - predictions[0]) / (features[1] - features[0]);
    double[] line = Arrays.stream(features).map(f -> predictions[0] + slope * (f - features[0])).toArray();
    assertArrayEquals(predictions, line, 1e-3 * Math.abs(predictions[0]));
  }

  private static double feature(BackpropScheme scheme, Instance instance) {
    try {
      return scheme.getMembershipValues(instance)[0];
    } catch (WekaException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anotherClassifierLearnsFromTheFeatures() throws Exception {
    Instances data = DataSets.generated(new RDG1());
    PartitionMembership filter = new PartitionMembership();
    filter.setPartitionGenerator(Schemes.classifier("-N 20 -H 10 -L 0.01"));
    FilteredClassifier classifier = new FilteredClassifier();
    classifier.setFilter(filter);
    classifier.setClassifier(new Logistic());
    assertTrue(Schemes.accuracy(classifier, data) > 70);
  }

  @Test
  void sparseDataHaveTheSameFeatures() throws Exception {
    Instances data = DataSets.mostlyZero(40, Attribute.NOMINAL);
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 1 -H 5"), data);
    Instance sparse = DataSets.sparse(data).instance(3);
    assertArrayEquals(scheme.getMembershipValues(data.instance(3)), scheme.getMembershipValues(sparse));
  }

  @Test
  void withoutHiddenLayersThereAreNoFeatures() {
    BackpropScheme scheme = new BackpropClassifier();
    scheme.setHiddenLayers("0");
    WekaException e = assertThrows(WekaException.class, () -> filtered(scheme, DataSets.iris()));
    assertEquals("Option -H (hiddenLayers) is 0, but must name a layer if hidden outputs are to be features.",
        e.getMessage());
  }

  @Test
  void whereThereIsNothingToLearnThereAreNoFeatures() {
    Instances data = DataSets.of("c {a, b}", "a", "b");
    WekaException e = assertThrows(WekaException.class, () -> filtered(Schemes.classifier(""), data));
    assertEquals("The model has no hidden layer, since there was nothing to learn in the training data.",
        e.getMessage());
  }

  @Test
  void anInstanceWithOtherAttributesIsRejected() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 1"), DataSets.iris());
    assertThrows(WekaException.class, () -> scheme.getMembershipValues(new DenseInstance(7)));
  }
}
