package clients;

import static org.junit.jupiter.api.Assertions.assertTrue;

import moa.evaluation.preview.LearningCurve;
import moa.tasks.EvaluatePrequential;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MOA: streams of its generators, learnt through its wrapper of Weka's updateable classifiers. */
class MoaTest {

  private static final String NETWORK =
      "(meta.WEKAClassifier -l weka.classifiers.functions.BackpropClassifierUpdateable)";

  /** Percentage of correct predictions, each made before the instance was learnt. */
  private static double accuracy(String learner, String stream) throws Exception {
    EvaluatePrequential task = new EvaluatePrequential();
    task.getOptions().setViaCLIString("-l " + learner + " -s " + stream
        + " -e BasicClassificationPerformanceEvaluator -i 20000 -f 20000");
    task.prepareForUse();
    LearningCurve curve = (LearningCurve) task.doTask();
    return curve.getMeasurement(0, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"generators.RandomRBFGenerator", "generators.HyperplaneGenerator",
      "(generators.AgrawalGenerator -f 5)"})
  void aStreamIsLearntBetterThanByAHoeffdingTree(String stream) throws Exception {
    double ours = accuracy(NETWORK, stream);
    double tree = accuracy("trees.HoeffdingTree", stream);
    assertTrue(ours > tree, ours + " against " + tree);
  }
}
