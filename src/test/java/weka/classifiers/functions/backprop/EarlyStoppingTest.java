package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.WekaException;

/** Part of the data held out, the best epoch's weights, and the network that is trained on all data thereafter. */
class EarlyStoppingTest {

  /** A training that soon overfits. */
  private static final String OVERFITTING = "-H 20 -B 5 -N 40 ";

  private static int best(BackpropScheme scheme) {
    return (int) scheme.getMeasure("measureBestEpoch");
  }

  private static int epochs(BackpropScheme scheme) {
    return (int) scheme.getMeasure("measureEpochs");
  }

  /** Classes that have nothing to do with the other attributes. */
  private static Instances noise(int classType) {
    Instances data = DataSets.mixed(80, classType, 5);
    Random random = new Random(1);
    data.forEach(instance -> instance.setClassValue(random.nextInt(3)));
    return data;
  }

  /** A scheme that runs so many epochs, whatever the loss does. */
  private static BackpropScheme built(int classType, String options, double validation, int epochs, Instances data)
      throws Exception {
    BackpropScheme scheme = Schemes.forClass(classType, options);
    scheme.setValidationPercent(validation);
    scheme.setPatience(0);
    scheme.setEpochs(epochs);
    return Schemes.built(scheme, data);
  }

  @ParameterizedTest
  @CsvSource({"1, -L 0.02 -E 0", "0, -L 0.02 -E 0", "1, -L 0.02 -E 3",
      "1, -L 0.02 -E 0 -schedule STEP -decay-epochs 2", "1, -L 0.02 -E 0 -D 0.1"})
  void theModelHasTheBestEpochsWeights(int classType, String options) throws Exception {
    Instances data = noise(classType);
    String all = OVERFITTING + "-V 30 " + options;
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, all), data);
    int best = best(scheme);
    assertTrue(best > 0 && best < epochs(scheme), best + " of " + epochs(scheme));

    BackpropScheme exactly = built(classType, all, 30, best, data);

    assertEquals(best, epochs(exactly));
    assertEquals(Schemes.parameters(exactly), Schemes.parameters(scheme));
    assertNotEquals(Schemes.parameters(built(classType, all, 0, best, data)), Schemes.parameters(scheme));
  }

  @ParameterizedTest
  @CsvSource({"1, -L 0.02 -E 0", "0, -L 0.02 -E 0", "1, -L 0.02 -E 3",
      "1, -L 0.02 -E 0 -schedule STEP -decay-epochs 2", "1, -L 0.02 -E 0 -D 0.1"})
  void aRefitIsATrainingOnAllDataForTheBestNumberOfEpochs(int classType, String options) throws Exception {
    Instances data = noise(classType);
    String all = OVERFITTING + "-V 30 " + options;
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, all + " -refit"), data);
    BackpropScheme exactly = built(classType, all, 0, best(scheme), data);
    assertEquals(Schemes.parameters(exactly), Schemes.parameters(scheme));
  }

  /** Under a falling rate the number of epochs is not all: the refit's rates are those of the first fit. */
  @Test
  void aRefitFollowsTheSameCosine() throws Exception {
    Instances data = noise(Attribute.NOMINAL);
    String all = OVERFITTING + "-L 0.02 -E 0 -schedule COSINE";
    BackpropScheme scheme = Schemes.built(Schemes.classifier(all + " -V 30 -refit"), data);
    int best = best(scheme);
    BackpropScheme exactly = Schemes.classifier(all + " -V 0");
    exactly.initializeClassifier(data);
    for (int epoch = 0; epoch < best; epoch++) {
      exactly.next();
    }
    assertEquals(Schemes.parameters(exactly), Schemes.parameters(scheme));
  }

  /** The training loss may stall while the validation loss falls; that must not end a refit. */
  @Test
  void aRefitRunsToTheBestEpochWhateverItsTrainingLoss() throws Exception {
    Instances data = DataSets.iris();
    String all = "-H 8 -L 0.0003 -B 1 -D 0.5 -N 30 -V 50 -E 1 -tolerance 0";
    BackpropScheme scheme = Schemes.built(Schemes.classifier(all + " -refit"), data);
    int best = best(scheme);
    assertEquals(Schemes.parameters(built(Attribute.NOMINAL, all, 0, best, data)), Schemes.parameters(scheme));
    BackpropScheme impatient = Schemes.classifier(all);
    impatient.setValidationPercent(0);
    assertTrue(epochs(Schemes.built(impatient, data)) < best, "else this test shows nothing");
  }

  /** Adam needs no tuning of the epochs; the textbooks' rules train on all data for as many epochs as they are told. */
  @Test
  void unlessToldOtherwiseAdamAloneHoldsAFifthOut() throws Exception {
    Instances data = DataSets.iris();
    assertEquals(Schemes.parameters(Schemes.built(Schemes.classifier("-H 4 -N 5 -V 20"), data)),
        Schemes.parameters(Schemes.built(Schemes.classifier("-H 4 -N 5"), data)));
    for (String optimizer : new String[] {"SGD", "MOMENTUM", "NESTEROV"}) {
      assertTrue(Double.isNaN(Schemes.built(Schemes.classifier("-H 4 -N 5 -O " + optimizer), data)
          .getMeasure("measureValidationLoss")), optimizer);
    }
    Instances few = new Instances(DataSets.iris(), 45, 20);
    assertTrue(Double.isFinite(Schemes.built(Schemes.classifier("-H 4 -N 5"), few)
        .getMeasure("measureValidationLoss")));
    few.delete(0);
    assertTrue(Double.isNaN(Schemes.built(Schemes.classifier("-H 4 -N 5"), few).getMeasure("measureValidationLoss")));
  }

  @Test
  void withoutValidationThereIsNoRefit() throws Exception {
    Instances data = DataSets.iris();
    assertEquals(Schemes.parameters(Schemes.built(Schemes.classifier("-H 4 -N 5 -V 0"), data)),
        Schemes.parameters(Schemes.built(Schemes.classifier("-H 4 -N 5 -V 0 -refit"), data)));
  }

  /** The one instance is for training. */
  @ParameterizedTest
  @ValueSource(strings = {"", " -refit"})
  void ofOneInstanceNoneIsHeldOut(String refit) throws Exception {
    Instances one = DataSets.of("x {r, g}; y {a, b}", "r,a", "g,a");
    one.remove(1);
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-V 50 -N 25 -E 0" + refit), one);
    assertEquals(0, scheme.classifyInstance(one.firstInstance()));
    Instances two = DataSets.of("x numeric; y {a, b}", "1,b", "2,a,{0}", "3,b");
    scheme.buildClassifier(two);
    assertEquals(25, epochs(scheme));
    assertTrue(Double.isFinite(scheme.getMeasure("measureValidationLoss")));
  }

  @ParameterizedTest
  @CsvSource({"1, ''", "1, -refit", "0, ''", "0, -refit"})
  void noEpochsGiveTheInitialNetwork(int classType, String refit) throws Exception {
    Instances data = DataSets.mixed(60, classType, 5);
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, "-H 4 -N 0 -V 20 " + refit), data);
    assertEquals(Schemes.parameters(Schemes.built(Schemes.forClass(classType, "-H 4 -N 0"), data)),
        Schemes.parameters(scheme));
    assertEquals(0, best(scheme));
    assertTrue(Double.isNaN(scheme.getMeasure("measureValidationLoss")));
  }

  /** The held-out label may be one that is not in the training part at all. */
  @Test
  void classesOfOneInstanceAreNoObstacle() throws Exception {
    Instances data = DataSets.of("x numeric; y {a, b, c, d}", "1,a", "2,b", "3,c", "4,d");
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-V 50"), data);
    for (double[] distribution : Schemes.predictions(scheme, data)) {
      assertEquals(1, distribution[0] + distribution[1] + distribution[2] + distribution[3], 1e-6);
    }
  }

  @Test
  void weightsCountInValidation() throws Exception {
    Instances data = noise(Attribute.NOMINAL);
    BackpropScheme plain = Schemes.built(Schemes.classifier("-V 50 -N 1 -H 4 -I NONE -L 1e-30"), data);
    Random random = new Random(1);
    data.forEach(instance -> instance.setWeight(0.1 + random.nextDouble()));
    BackpropScheme weighted = Schemes.built(Schemes.classifier("-V 50 -N 1 -H 4 -I NONE -L 1e-30"), data);
    assertNotEquals(plain.getMeasure("measureValidationLoss"), weighted.getMeasure("measureValidationLoss"));
  }

  /** In the words of any training that diverges. */
  @Test
  void aRefitThatDivergesIsRejected() throws Exception {
    // Training begins well where the instance that is far outside is held out.
    Instances data = DataSets.of("x numeric; y {a, b}", "0,a", "1,b", "2,a", "3,b", "1e38,a", "5,a");
    int rejected = 0;
    for (int seed = 1; seed <= 20; seed++) {
      BackpropScheme scheme = Schemes.classifier("-V 20 -O SGD -L 0.01 -B 1 -N 5 -I NONE -H 0 -S " + seed);
      try {
        scheme.buildClassifier(data);
      } catch (WekaException e) {
        continue;
      }
      scheme.setRefit(true);
      try {
        scheme.buildClassifier(data);
      } catch (Exception e) {
        assertInstanceOf(WekaException.class, e);
        assertTrue(e.getMessage().contains("inputScaling"), e.getMessage());
        rejected++;
      }
    }
    assertTrue(rejected > 0);
  }

  @Test
  void allInstancesOfOneClassAreNoObstacle() throws Exception {
    Instances data = DataSets.of("x numeric; y {a, b}", "1,b", "2,b", "3,b", "4,b");
    for (String options : new String[] {"-V 50", "-V 50 -refit", "-balance", "-V 25 -balance"}) {
      assertEquals(1, Schemes.built(Schemes.classifier("-L 0.1 " + options), data).classifyInstance(data.get(0)));
    }
  }
}
