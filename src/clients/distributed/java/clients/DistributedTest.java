package clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.distributed.CSVToARFFHeaderMapTask;
import weka.distributed.CSVToARFFHeaderReduceTask;
import weka.distributed.WekaClassifierEvaluationMapTask;
import weka.distributed.WekaClassifierEvaluationReduceTask;
import weka.distributed.WekaClassifierMapTask;
import weka.distributed.WekaClassifierReduceTask;
import weka.distributed.WekaScoringMapTask;

/** Weka's package distributedWekaBase: the tasks that Hadoop or Spark would run, each on its part of the data. */
class DistributedTest {

  private static final int PARTS = 3;
  private static final List<String> NAMES = List.of("sepallength", "sepalwidth", "petallength", "petalwidth", "class");

  private static Instances shuffled() throws Exception {
    Instances data = Peers.iris();
    data.randomize(new Random(1));
    return data;
  }

  /** Header with a summary of the data, mapped and reduced. */
  private static Instances header(Instances data) throws Exception {
    List<Instances> headers = new ArrayList<>();
    for (int p = 0; p < PARTS; p++) {
      CSVToARFFHeaderMapTask task = new CSVToARFFHeaderMapTask();
      task.setOptions(new String[] {"-N", "last"});
      Instances part = data.testCV(PARTS, p);
      for (int i = 0; i < part.numInstances(); i++) {
        task.processRow(part.instance(i).toString(), NAMES);
      }
      headers.add(task.getHeader());
    }
    return new CSVToARFFHeaderReduceTask().aggregate(headers);
  }

  private static Instances withoutSummary(Instances header) throws Exception {
    Instances plain = CSVToARFFHeaderReduceTask.stripSummaryAtts(header);
    plain.setClassIndex(plain.numAttributes() - 1);
    return plain;
  }

  /** A model of each part, reduced to one that votes. */
  private static Classifier trained(AbstractClassifier scheme, Instances header, Instances data) throws Exception {
    List<Classifier> models = new ArrayList<>();
    for (int p = 0; p < PARTS; p++) {
      WekaClassifierMapTask task = new WekaClassifierMapTask();
      task.setClassifier(AbstractClassifier.makeCopy(scheme));
      task.setup(new Instances(header, 0));
      Instances part = data.testCV(PARTS, p);
      for (int i = 0; i < part.numInstances(); i++) {
        task.processInstance(part.instance(i));
      }
      task.finalizeTask();
      models.add((Classifier) new SerializedObject(task.getClassifier()).getObject());
    }
    return new WekaClassifierReduceTask().aggregate(models);
  }

  /** Evaluations of all parts, reduced to one. */
  private static Evaluation evaluation(Classifier model, Instances header, Instances data) throws Exception {
    List<Evaluation> evaluations = new ArrayList<>();
    for (int p = 0; p < PARTS; p++) {
      WekaClassifierEvaluationMapTask task = new WekaClassifierEvaluationMapTask();
      task.setClassifier(model);
      task.setup(new Instances(header, 0), null, -1, 1, 0);
      Instances part = data.testCV(PARTS, p);
      for (int i = 0; i < part.numInstances(); i++) {
        task.processInstance(part.instance(i));
      }
      task.finalizeTask();
      evaluations.add(task.getEvaluation());
    }
    return new WekaClassifierEvaluationReduceTask().aggregate(evaluations);
  }

  @Test
  void trainsAndEvaluatesInParts() throws Exception {
    Instances data = shuffled();
    Instances header = withoutSummary(header(data));
    Instances train = data.trainCV(3, 0);
    Instances test = data.testCV(3, 0);
    Evaluation ours = evaluation(trained(Peers.classifier(""), header, train), header, test);
    Evaluation theirs = evaluation(trained(Peers.multilayerPerceptron(), header, train), header, test);
    assertEquals(test.numInstances(), ours.numInstances());
    assertTrue(ours.pctCorrect() >= theirs.pctCorrect() - 2.1, ours.pctCorrect() + " against " + theirs.pctCorrect());
  }

  @Test
  void scoresRowsOfAnotherOrder() throws Exception {
    Instances data = shuffled();
    AbstractClassifier scheme = Peers.classifier("-H 8");
    scheme.buildClassifier(data);
    WekaScoringMapTask task = new WekaScoringMapTask();
    task.setModel(scheme, new Instances(data, 0), new Instances(data, 0));
    assertTrue(task.isBatchPredictor());
    int right = 0;
    for (int i = 0; i < data.numInstances(); i++) {
      double[] distribution = task.processInstance(data.instance(i));
      assertEquals(scheme.distributionForInstance(data.instance(i))[0], distribution[0]);
      right += Utils.maxIndex(distribution) == (int) data.instance(i).classValue() ? 1 : 0;
    }
    assertTrue(right > 135, right + " of 150");
  }
}
