package clients;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.classifiers.AbstractClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;

/** Our schemes and the one that they are compared with, by name, and data for both. */
final class Peers {

  private static final String OURS = "weka.classifiers.functions.Backprop";
  private static final String THEIRS = "weka.classifiers.functions.MultilayerPerceptron";

  private Peers() {
  }

  /** BackpropClassifier. */
  static AbstractClassifier classifier(String options) throws Exception {
    return scheme(OURS + "Classifier", options);
  }

  /** BackpropRegressor. */
  static AbstractClassifier regressor(String options) throws Exception {
    return scheme(OURS + "Regressor", options);
  }

  /** MultilayerPerceptron with its defaults. */
  static AbstractClassifier multilayerPerceptron() throws Exception {
    return scheme(THEIRS, "");
  }

  private static AbstractClassifier scheme(String name, String options) throws Exception {
    return (AbstractClassifier) AbstractClassifier.forName(name, Utils.splitOptions(options));
  }

  /** Iris, which is in Weka's jar. */
  static Instances iris() throws IOException {
    try (Reader reader = new InputStreamReader(Peers.class.getResourceAsStream(
        "/weka/gui/knowledgeflow/templates/iris.arff"), StandardCharsets.UTF_8)) {
      Instances data = new Instances(reader);
      data.setClassIndex(data.numAttributes() - 1);
      return data;
    }
  }

  /** Rows of y = 10 sin(π a b) + 20 (c − 1/2)² + 10 d + noise, with a nominal attribute that says whether d > 1/2. */
  static Instances friedman(int rows) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d")) {
      attributes.add(new Attribute(name));
    }
    attributes.add(new Attribute("large", List.of("no", "yes")));
    attributes.add(new Attribute("y"));
    Instances data = new Instances("friedman", attributes, rows);
    data.setClassIndex(5);
    Random random = new Random(1);
    for (int i = 0; i < rows; i++) {
      double[] x = random.doubles(4).toArray();
      double y = 10 * Math.sin(Math.PI * x[0] * x[1]) + 20 * (x[2] - 0.5) * (x[2] - 0.5) + 10 * x[3];
      data.add(new DenseInstance(1, new double[] {x[0], x[1], x[2], x[3], x[3] > 0.5 ? 1 : 0,
          y + random.nextGaussian()}));
    }
    return data;
  }

  /** Fails unless an error of ours is at most so many times theirs. */
  static void assertNoWorse(double ours, double theirs, double times) {
    assertTrue(ours <= times * theirs, "ours " + ours + ", MultilayerPerceptron's " + theirs);
    assertTrue(ours >= 0, "ours " + ours);
  }
}
