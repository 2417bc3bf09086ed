package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.BackpropClassifier;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.WekaException;

/** Training that is resumed where it stopped, also after the model has been saved, gives the model of one training. */
class ResumeTest {

  private final Instances iris = DataSets.iris();

  static Stream<Arguments> trainings() {
    return Stream.of("-O SGD -L 0.1", "-O MOMENTUM -L 0.1", "-O NESTEROV -L 0.1", "-O ADAM", "-schedule EXPONENTIAL",
        "-schedule STEP -decay-epochs 2", "-schedule PLATEAU -decay-epochs 2 -tolerance 0.02", "-D 0.3",
        "-input-dropout 0.3", "-V 20", "-V 20 -refit", "-V 30 -E 2 -tolerance 0.02", "-E 3 -tolerance 0.02",
        "-max-gradient-norm 0.1", "-B 0 -R 0.01", "-B 7 -A SUM", "-O SGD -L 1000 -F RELU")
        .flatMap(options -> Stream.of(Attribute.NOMINAL, Attribute.NUMERIC).map(type -> Arguments.of(type, options)));
  }

  /** 9 epochs, then 5 and 4, and once more through a file in between. */
  @ParameterizedTest
  @MethodSource("trainings")
  void nEpochsAndThenMAreNPlusM(int classType, String options) throws Exception {
    Instances data = DataSets.mixed(60, classType, 5);
    BackpropScheme whole = Schemes.forClass(classType, "-H 5 -N 9 -resume " + options);
    whole.buildClassifier(data);
    for (boolean saving : new boolean[] {false, true}) {
      BackpropScheme parts = Schemes.forClass(classType, "-H 5 -N 5 -resume " + options);
      parts.buildClassifier(data);
      parts = saving ? Schemes.loaded(Schemes.saved(parts)) : parts;
      Schemes.resume(parts, 4, data);
      Schemes.assertSameModel(whole, parts, data);
    }
  }

  @Test
  void balancedClassesAndOtherLossesAreResumedToo() throws Exception {
    Instances numeric = DataSets.mixed(60, Attribute.NUMERIC, 5);
    Instances nominal = DataSets.mixed(60, Attribute.NOMINAL, 5);
    BackpropScheme[][] pairs = {
        {Schemes.classifier("-H 5 -N 7 -resume -balance"), Schemes.classifier("-H 5 -N 4 -resume -balance")},
        {Schemes.regressor("-H 5 -N 7 -resume -loss HUBER"), Schemes.regressor("-H 5 -N 4 -resume -loss HUBER")}};
    for (BackpropScheme[] pair : pairs) {
      Instances data = pair[0] instanceof BackpropClassifier ? nominal : numeric;
      pair[0].buildClassifier(data);
      pair[1].buildClassifier(data);
      Schemes.resume(pair[1], 3, data);
      Schemes.assertSameModel(pair[0], pair[1], data);
    }
  }

  @Test
  void threadsAndSparseDataAreResumedToo() throws Exception {
    Instances data = DataSets.mostlyZero(300, Attribute.NOMINAL);
    String options = "-H 120,90 -B 150 -resume -D 0.2 -input-dropout 0.2 ";
    BackpropScheme whole = Schemes.built(Schemes.classifier(options + "-N 3"), data);
    BackpropScheme first = Schemes.built(Schemes.classifier(options + "-N 1 -P 3"), data);
    BackpropScheme parts = Schemes.loaded(Schemes.saved(first));
    parts.setNumThreads(7);
    Schemes.resume(parts, 2, data);
    Schemes.assertSameModel(whole, parts, data);
  }

  /** As meta-schemes copy what they are given. */
  @Test
  void aCopyIsResumedIndependently() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 3 -resume"), iris);
    String before = Schemes.modelText(scheme);
    BackpropScheme copy = (BackpropScheme) AbstractClassifier.makeCopy(scheme);
    Schemes.resume(copy, 2, iris);
    assertEquals(before, Schemes.modelText(scheme));
    Schemes.assertSameModel(Schemes.built(Schemes.classifier("-H 5 -N 5"), iris), copy, iris);
  }

  /** What Weka's -continue-iterating and -clean-up do: this is the last resumption. */
  @Test
  void theLastResumptionIsOneToo() throws Exception {
    BackpropScheme scheme = Schemes.loaded(Schemes.saved(Schemes.built(Schemes.classifier("-H 5 -N 5 -resume"), iris)));
    scheme.setOptions(new String[] {"-N", "4"});
    scheme.setResume(false);
    Schemes.resume(scheme, iris);
    Schemes.assertSameModel(Schemes.built(Schemes.classifier("-H 5 -N 9"), iris), scheme, iris);
    BackpropScheme clean = Schemes.built(Schemes.classifier("-H 5 -N 9"), iris);
    assertEquals(Schemes.saved(clean).length, Schemes.saved(scheme).length);
  }

  /** The best epoch may be one before the resumption, and more than the resumption's epochs. */
  @Test
  void theRefitOfAResumedTrainingIsThatOfAllItsEpochs() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 9 -V 20 -refit -resume"), iris);
    Schemes.resume(scheme, 1, iris);
    int best = (int) scheme.getMeasure("measureBestEpoch");
    assertTrue(best > 1);
    BackpropScheme all = Schemes.built(Schemes.classifier("-H 5 -V 0 -N " + best), iris);
    assertEquals(Schemes.parameters(all), Schemes.parameters(scheme));
  }

  @Test
  void aStoppedTrainingThatIsResumedHasItsFullPatience() throws Exception {
    String options = "-H 5 -B 1 -L 0.01 -N 100 -E 1 -tolerance 1000 -resume";
    BackpropScheme scheme = Schemes.built(Schemes.classifier(options), iris);
    assertEquals(2, Schemes.epochs(scheme));
    Schemes.resume(scheme, 10, iris);
    assertEquals(3, Schemes.epochs(scheme));
    scheme.setPatience(4);
    Schemes.resume(scheme, 10, iris);
    assertEquals(6, Schemes.epochs(scheme));
    scheme.setPatience(0);
    Schemes.resume(scheme, 10, iris);
    assertEquals(16, Schemes.epochs(scheme));
  }

  /** Weka's Explorer leaves a training that was stopped as it is, and may resume it. */
  @Test
  void anInterruptedResumptionCanBeResumed() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 5 -N 2 -resume"), iris);
    scheme.initializeClassifier(iris);
    scheme.next();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, scheme::next);
    BackpropScheme saved = Schemes.loaded(Schemes.saved(scheme));
    Schemes.resume(saved, 2, iris);
    Schemes.assertSameModel(Schemes.built(Schemes.classifier("-H 5 -N 5"), iris), saved, iris);
    Schemes.resume(scheme, 2, iris);
    Schemes.assertSameModel(saved, scheme, iris);
  }

  /** The network may have been spoilt beyond what smaller rates can mend, but not the model. */
  @Test
  void aResumptionThatDivergesLeavesTheModel() throws Exception {
    Instances data = DataSets.mixed(60, Attribute.NUMERIC, 5);
    BackpropScheme scheme = Schemes.built(Schemes.regressor("-H 5 -O SGD -F RELU -L 0.001 -N 3 -resume"), data);
    double[][] before = Schemes.predictions(scheme, data);
    scheme.setLearningRate(1e30);
    scheme.initializeClassifier(data);
    WekaException e = assertThrows(WekaException.class, () -> {
      while (scheme.next()) {
        // Another epoch.
      }
    });
    assertTrue(e.getMessage().contains("-L"), e.getMessage());
    assertArrayEquals(before, Schemes.predictions(scheme, data));
    assertNotEquals(0, scheme.getMeasure("measureLearningRateReductions"));
  }

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }
}
