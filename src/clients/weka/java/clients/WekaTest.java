package clients;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.IterativeClassifier;
import weka.classifiers.meta.Bagging;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Version;

/** Other versions of Weka than the one that the schemes are built with. */
class WekaTest {

  /** As other last bits of Math.exp, or another kernel's order of sums, may make it. */
  private static final double ROUNDING = 1e-5;
  private static final Path MODELS = Path.of(System.getProperty("models.folder"));

  private static Evaluation crossValidation(Classifier scheme, Instances data) throws Exception {
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(scheme, data, 10, new Random(1));
    return evaluation;
  }

  @Test
  void isTheVersionThatTheModuleIsNamedAfter() {
    String module = Path.of("").toAbsolutePath().getFileName().toString();
    assertTrue(("weka-" + Version.VERSION).startsWith(module), module + " with Weka " + Version.VERSION);
  }

  @Test
  void classifies() throws Exception {
    Evaluation ours = crossValidation(Peers.classifier(""), Peers.iris());
    Evaluation theirs = crossValidation(Peers.multilayerPerceptron(), Peers.iris());
    // Chance alone makes a difference of four or five of the 150 flowers.
    Peers.assertNoWorse(ours.errorRate(), theirs.errorRate() + 0.03, 1);
    Peers.assertNoWorse(ours.rootMeanSquaredError(), theirs.rootMeanSquaredError(), 1.3);
  }

  @Test
  void predictsNumbers() throws Exception {
    Evaluation ours = crossValidation(Peers.regressor(""), Peers.friedman(300));
    Evaluation theirs = crossValidation(Peers.multilayerPerceptron(), Peers.friedman(300));
    Peers.assertNoWorse(ours.rootRelativeSquaredError(), theirs.rootRelativeSquaredError(), 1);
  }

  @Test
  void isOneAmongManyInAnEnsemble() throws Exception {
    Bagging bagging = new Bagging();
    bagging.setClassifier(Peers.classifier("-H 8"));
    bagging.setNumExecutionSlots(2);
    Evaluation ours = crossValidation(bagging, Peers.iris());
    bagging.setClassifier(Peers.multilayerPerceptron());
    Peers.assertNoWorse(ours.errorRate(), crossValidation(bagging, Peers.iris()).errorRate(), 1.5);
  }

  @Test
  void resumesFromASavedModel(@TempDir Path folder) throws Exception {
    Instances data = Peers.iris();
    AbstractClassifier scheme = Peers.classifier("-N 5 -V 0 -E 0 -resume");
    scheme.buildClassifier(data);
    String file = folder.resolve("net.model").toString();
    SerializationHelper.write(file, scheme);
    AbstractClassifier loaded = (AbstractClassifier) SerializationHelper.read(file);
    loaded.setOptions(new String[] {"-N", "15", "-V", "0", "-E", "0", "-resume"});
    IterativeClassifier iterative = (IterativeClassifier) loaded;
    iterative.initializeClassifier(data);
    while (iterative.next()) {
      // trains an epoch
    }
    iterative.done();
    AbstractClassifier atOnce = Peers.classifier("-N 20 -V 0 -E 0 -resume");
    atOnce.buildClassifier(data);
    for (int i = 0; i < data.numInstances(); i += 10) {
      assertArrayEquals(atOnce.distributionForInstance(data.instance(i)),
          loaded.distributionForInstance(data.instance(i)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"classifier", "regressor", "date", "sparse", "constant"})
  void readsModelsThatAnotherWekaSaved(String name) throws Exception {
    Instances data = (Instances) SerializationHelper.read(MODELS.resolve(name + ".bsi").toString());
    Classifier scheme = (Classifier) SerializationHelper.read(MODELS.resolve(name + ".model").toString());
    List<String> lines = Files.readAllLines(MODELS.resolve(name + ".predictions"));
    assertEquals(data.numInstances(), lines.size());
    for (int i = 0; i < lines.size(); i++) {
      double[] expected = Arrays.stream(lines.get(i).split(" ")).mapToDouble(Double::parseDouble).toArray();
      assertArrayEquals(expected, scheme.distributionForInstance(data.instance(i)),
          ROUNDING * Math.max(1, Math.abs(expected[0])));
    }
  }
}
