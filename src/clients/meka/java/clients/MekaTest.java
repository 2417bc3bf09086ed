package clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import meka.classifiers.multilabel.BR;
import meka.classifiers.multilabel.CC;
import meka.classifiers.multilabel.Evaluation;
import meka.classifiers.multilabel.ProblemTransformationMethod;
import meka.core.Result;
import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** MEKA: several labels an instance, each of which a scheme of its own learns. */
class MekaTest {

  private static final int LABELS = 3;

  /** Three labels come first, as MEKA wants; the third is likely where the first and second differ. */
  private static Instances data(int rows, int seed) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int l = 0; l < LABELS; l++) {
      attributes.add(new Attribute("label" + l, List.of("0", "1")));
    }
    for (int a = 0; a < 4; a++) {
      attributes.add(new Attribute("x" + a));
    }
    Instances data = new Instances("labels: -C 3", attributes, rows);
    data.setClassIndex(LABELS);
    Random random = new Random(seed);
    for (int i = 0; i < rows; i++) {
      double[] x = random.doubles(4, -1, 1).toArray();
      boolean first = x[0] * x[1] > 0;
      boolean second = x[2] + x[3] > 0;
      boolean third = random.nextDouble() < 0.1 ? random.nextBoolean() : first != second;
      data.add(new DenseInstance(1, new double[] {first ? 1 : 0, second ? 1 : 0, third ? 1 : 0,
          x[0], x[1], x[2], x[3]}));
    }
    return data;
  }

  private static double hammingLoss(ProblemTransformationMethod method, Classifier scheme) throws Exception {
    method.setClassifier(scheme);
    Result result = Evaluation.evaluateModel(method, data(400, 1), data(200, 2), "PCut1", "3");
    return (Double) result.output.get("Hamming loss");
  }

  @Test
  void binaryRelevance() throws Exception {
    Peers.assertNoWorse(hammingLoss(new BR(), Peers.classifier("")),
        hammingLoss(new BR(), Peers.multilayerPerceptron()), 1.05);
  }

  @Test
  void classifierChains() throws Exception {
    Peers.assertNoWorse(hammingLoss(new CC(), Peers.classifier("")),
        hammingLoss(new CC(), Peers.multilayerPerceptron()), 1.05);
  }
}
