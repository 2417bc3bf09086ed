package weka.classifiers.functions.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.beans.PropertyDescriptor;
import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.trees.J48;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.converters.ArffSaver;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.CrossValidationResultProducer;
import weka.experiment.Experiment;
import weka.experiment.InstancesResultListener;
import weka.experiment.PropertyNode;

/** Figures about a model for Weka's Experimenter. */
class MeasureTest {

  private static final List<String> NAMES = List.of("measureEpochs", "measureBestEpoch", "measureTrainingLoss",
      "measureValidationLoss", "measureParameters", "measureLearningRateReductions", "measureNetworks");
  /** Those by what was held out. */
  private static final List<String> HELD_OUT = List.of("measureHeldOutInstances", "measureHeldOutAccuracy",
      "measureHeldOutLogLoss", "measureHeldOutRRSE", "measureHeldOutRMSE");

  private static void assertMeasures(BackpropScheme scheme, double... expected) {
    for (int k = 0; k < expected.length; k++) {
      assertEquals(expected[k], scheme.getMeasure(NAMES.get(k)), 1e-4, NAMES.get(k));
    }
  }

  @Test
  void allAreNamed() {
    for (BackpropScheme scheme : List.of(new BackpropClassifier(), new BackpropRegressor())) {
      assertEquals(Stream.concat(NAMES.stream(), HELD_OUT.stream()).toList(),
          Collections.list(scheme.enumerateMeasures()));
      Exception e = assertThrows(IllegalArgumentException.class, () -> scheme.getMeasure("measureFoo"));
      assertTrue(e.getMessage().contains("measureFoo"), e.getMessage());
    }
  }

  @Test
  void withoutAModelThereAreNone() {
    assertMeasures(new BackpropClassifier(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  @Test
  void aTrainedModelsAreThoseOfItsTraining() throws Exception {
    Instances data = DataSets.mixed(80, Attribute.NUMERIC, 5);
    BackpropScheme scheme = Schemes.built(Schemes.regressor("-H 3 -N 5 -V 25 -E 2 -tolerance 1000 -B 1 -L 0.01"), data);
    History.Epoch last = scheme.model().history().last();
    int inputs = scheme.model().heaviest().encoding().inputs().width();
    double best = scheme.getMeasure("measureBestEpoch");
    assertTrue(best >= 1 && best <= 3);
    assertMeasures(scheme, 3, best, last.loss(), last.validationLoss(),
        (inputs + 1) * 3 + 4, 0);
  }

  @Test
  void withoutValidationTheLastEpochIsTheBestAndHasNoValidationLoss() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 3 -N 5 -V 0"), DataSets.iris());
    assertMeasures(scheme, 5, 5, scheme.getMeasure("MEASURETRAININGLOSS"), Double.NaN, 5 * 3 + 4 * 3, 0);
  }

  @Test
  void reductionsAreCounted() throws Exception {
    BackpropScheme scheme =
        Schemes.built(Schemes.regressor("-F RELU -O SGD -L 10 -N 3"), DataSets.mixed(60, Attribute.NUMERIC, 5));
    assertTrue(scheme.model().history().learningRateReductions() > 0);
    assertEquals(scheme.model().history().learningRateReductions(), scheme.getMeasure("measureLearningRateReductions"));
  }

  @Test
  void whereNothingWasTrainedLossesAreMissing() throws Exception {
    BackpropScheme untrained = Schemes.built(Schemes.classifier("-H 3 -N 0"), DataSets.iris());
    assertMeasures(untrained, 0, 0, Double.NaN, Double.NaN, 27, 0);
    BackpropScheme constant = Schemes.built(Schemes.classifier(""), DataSets.of("c {a, b}", "a", "b"));
    assertMeasures(constant, 0, 0, Double.NaN, Double.NaN, 2, 0);
  }

  /** A scheme without measures beside ours has missing values there. */
  @Test
  @Tag("slow")
  void theyAreColumnsOfAnExperiment(@TempDir Path folder) throws Exception {
    File dataset = folder.resolve("iris.arff").toFile();
    ArffSaver saver = new ArffSaver();
    saver.setInstances(DataSets.iris());
    saver.setFile(dataset);
    saver.writeBatch();

    Instances results = experiment(dataset, folder.resolve("results.arff").toFile(),
        Schemes.classifier("-H 3 -N 4 -V 20"), new J48());

    assertEquals(6, results.numInstances());
    for (Instance row : results) {
      boolean ours = row.stringValue(results.attribute("Key_Scheme")).contains("Backprop");
      for (String name : NAMES) {
        assertEquals(ours, !row.isMissing(results.attribute(name)), name);
      }
      if (ours) {
        assertEquals(4, row.value(results.attribute("measureEpochs")));
        assertEquals(27, row.value(results.attribute("measureParameters")));
      }
    }
  }

  /** One run of a 3-fold cross-validation, as Weka's Experimenter sets it up. */
  @SuppressWarnings("unchecked")
  private static Instances experiment(File dataset, File file, Classifier... schemes) throws Exception {
    ClassifierSplitEvaluator evaluator = new ClassifierSplitEvaluator();
    CrossValidationResultProducer producer = new CrossValidationResultProducer();
    producer.setNumFolds(3);
    producer.setSplitEvaluator(evaluator);
    PropertyNode[] path = {
        new PropertyNode(evaluator, new PropertyDescriptor("splitEvaluator",
            CrossValidationResultProducer.class), CrossValidationResultProducer.class),
        new PropertyNode(evaluator.getClassifier(), new PropertyDescriptor("classifier",
            ClassifierSplitEvaluator.class), ClassifierSplitEvaluator.class)};
    Experiment experiment = new Experiment();
    experiment.setPropertyPath(path);
    experiment.setPropertyArray(schemes);
    experiment.setUsePropertyIterator(true);
    experiment.setRunLower(1);
    experiment.setRunUpper(1);
    experiment.getDatasets().addElement(dataset);
    experiment.setResultProducer(producer);
    InstancesResultListener listener = new InstancesResultListener();
    listener.setOutputFile(file);
    experiment.setResultListener(listener);
    experiment.initialize();
    experiment.runExperiment();
    experiment.postProcess();
    try (BufferedReader reader = Files.newBufferedReader(file.toPath())) {
      return new Instances(reader);
    }
  }
}
