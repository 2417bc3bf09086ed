package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.encode.HoldoutStrategy;
import weka.classifiers.functions.backprop.model.HeldOutEstimate;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.MemberKind;
import weka.classifiers.functions.backprop.model.Model;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;

/** Several networks in one scheme. */
class CommitteeTest {

  private static final String SHORT = " -N 4 -H 5";

  private static List<String> parameters(BackpropScheme built) throws WekaException {
    List<String> texts = new ArrayList<>();
    for (Member member : built.model().members()) {
      StringBuilder text = new StringBuilder();
      member.network().layers().forEach(layer -> text.append(Arrays.deepToString(layer.parameters())));
      texts.add(text.toString() + member.weight());
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void theNumberOfThreadsChangesNoBit(int classType) throws Exception {
    Instances data = DataSets.mixed(80, classType, 3);
    List<String> alone = parameters(Schemes.built(Schemes.forClass(classType, "-K 5" + SHORT), data));
    for (int threads : new int[] {2, 3, 7}) {
      BackpropScheme scheme = Schemes.forClass(classType, "-K 5 -P " + threads + SHORT);
      assertEquals(alone, parameters(Schemes.built(scheme, data)));
    }
  }

  /** Epoch by epoch of all networks, or network by network, is the same. */
  @Test
  void iterationChangesNoBit() throws Exception {
    Instances data = DataSets.mixed(80, Attribute.NOMINAL, 3);
    BackpropScheme iterated = Schemes.classifier("-K 3" + SHORT);
    iterated.initializeClassifier(data);
    int epochs = 0;
    while (iterated.next()) {
      epochs++;
    }
    iterated.done();
    assertEquals(4, epochs);
    assertEquals(parameters(Schemes.built(Schemes.classifier("-K 3" + SHORT), data)), parameters(iterated));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 13})
  void weightsAddUpToOneAndAreEqualWithinAKind(int networks) throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-K " + networks + SHORT), DataSets.iris());
    List<Member> members = scheme.model().members();
    assertEquals(networks, members.size());
    assertEquals(1, members.stream().mapToDouble(Member::weight).sum(), 1e-12);
    for (MemberKind kind : members.stream().map(Member::kind).distinct().toList()) {
      assertEquals(1, members.stream().filter(member -> member.kind() == kind).mapToDouble(Member::weight).distinct()
          .count());
    }
  }

  /** The softmax of the weighted mean of the weighted sums, or of log probabilities, which differ by a constant. */
  @Test
  void probabilitiesAreANormalisedProduct() throws Exception {
    Instances data = DataSets.mixed(60, Attribute.NOMINAL, 3);
    Model model = Schemes.built(Schemes.classifier("-K 4" + SHORT), data).model();
    for (Instance instance : data) {
      double[] expected = product(model.members(), instance, data.numClasses());
      assertArrayEquals(expected, model.predict(instance), 1e-5);
    }
  }

  private static double[] product(List<Member> members, Instance instance, int labels) throws WekaException {
    double[] product = new double[labels];
    Arrays.fill(product, 1);
    double weights = members.stream().mapToDouble(Member::weight).sum();
    for (Member member : members) {
      double[] distribution = member.predict(instance);
      for (int label = 0; label < labels; label++) {
        product[label] *= Math.pow(distribution[label], member.weight() / weights);
      }
    }
    double total = Arrays.stream(product).sum();
    return Arrays.stream(product).map(p -> p / total).toArray();
  }

  @Test
  void aNumericPredictionIsTheWeightedMean() throws Exception {
    Instances data = DataSets.mixed(60, Attribute.NUMERIC, 3);
    Model model = Schemes.built(Schemes.regressor("-K 4" + SHORT), data).model();
    for (Instance instance : data) {
      double mean = 0;
      for (Member member : model.members()) {
        mean += member.weight() * member.predict(instance)[0];
      }
      assertEquals(mean, model.predict(instance)[0], 1e-4 * (1 + Math.abs(mean)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void predictingManyIsPredictingEach(int classType) throws Exception {
    Instances data = DataSets.mixed(300, classType, 3);
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, "-K 3" + SHORT), data);
    double[][] each = Schemes.predictions(scheme, data);
    double[][] all = scheme.distributionsForInstances(data);
    for (int i = 0; i < each.length; i++) {
      assertArrayEquals(each[i], all[i], 1e-6 * (1 + Math.abs(each[i][0])));
    }
  }

  /**
   * Twenty networks of four kinds are five groups, of which each holds out another fifth; weighted by what the other
   * groups held out.
   */
  @Test
  void theEstimateIsThatOfTheNetworksThatHeldAnInstanceOut() throws Exception {
    Instances data = DataSets.mixed(70, Attribute.NOMINAL, 3);
    Model model = Schemes.built(Schemes.classifier("-K 20 -S 3 -N 20 -H 5"), data).model();
    List<Holdout> folds = Holdout.folds(data, 5, 5, HoldoutStrategy.RANDOM, 3);
    int count = 0;
    double correct = 0;
    double logLoss = 0;
    for (int group = 0; group < 5; group++) {
      List<Member> members = model.members().subList(4 * group, 4 * group + 4);
      double[] weights = HeldOutWeights.without(group, model.members(), folds);
      for (Instance instance : folds.get(group).validation()) {
        double[] distribution = HeldOutWeights.prediction(weights, members, instance);
        int label = (int) instance.classValue();
        count++;
        correct += Utils.maxIndex(distribution) == label ? 1 : 0;
        logLoss -= Math.log(distribution[label]);
      }
    }
    HeldOutEstimate estimate = model.estimate();
    assertEquals(70, count);
    assertEquals(count, estimate.instances());
    assertEquals(100 * correct / count, estimate.accuracy(), 1e-9);
    assertEquals(logLoss / count, estimate.logLoss(), 1e-5);
    assertTrue(Double.isNaN(estimate.rootRelativeSquaredError()));
  }

  @Test
  void theEstimateOfANumericClassIsRelativeToTheMean() throws Exception {
    Instances data = DataSets.mixed(70, Attribute.NUMERIC, 3);
    BackpropScheme scheme = Schemes.built(Schemes.regressor("-K 8 -N 20 -H 5"), data);
    List<Member> members = scheme.model().members();
    List<Holdout> folds = Holdout.folds(data, 5, 2, HoldoutStrategy.RANDOM, 1);
    double mean = data.meanOrMode(data.classIndex());
    double errors = 0;
    double deviations = 0;
    for (int group = 0; group < 2; group++) {
      double[] weights = HeldOutWeights.without(group, members, folds);
      for (Instance instance : folds.get(group).validation()) {
        double[] prediction = HeldOutWeights.prediction(weights, members.subList(4 * group, 4 * group + 4), instance);
        errors += Math.pow(instance.classValue() - prediction[0], 2);
        deviations += Math.pow(instance.classValue() - mean, 2);
      }
    }
    assertEquals(100 * Math.sqrt(errors / deviations), scheme.getMeasure("measureHeldOutRRSE"), 1e-3);
    assertEquals(Math.sqrt(errors / 28), scheme.getMeasure("measureHeldOutRMSE"), 1e-4 * Math.sqrt(errors / 28));
    assertEquals(28, scheme.getMeasure("measureHeldOutInstances"));
    assertTrue(Double.isNaN(scheme.getMeasure("measureHeldOutAccuracy")));
  }

  /** With a learning rate that doesn't depend on the last epoch. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void trainingIsResumedAsIfItHadNotEnded(int threads) throws Exception {
    Instances data = DataSets.mixed(80, Attribute.NOMINAL, 3);
    String options = "-K 3 -resume -schedule CONSTANT -E 0 -H 5 -P " + threads;
    BackpropScheme resumed = Schemes.built(Schemes.classifier(options + " -N 3"), data);
    resumed.setEpochs(4);
    BackpropScheme saved = Schemes.loaded(Schemes.saved(resumed));
    Schemes.resume(saved, data);
    BackpropScheme once = Schemes.built(Schemes.classifier(options + " -N 7"), data);
    assertEquals(parameters(once), parameters(saved));
    assertEquals(7, saved.getMeasure("measureEpochs"));
  }

  @Test
  void trainingIsNotResumedWithAnotherNumberOfNetworks() throws Exception {
    Instances data = DataSets.mixed(30, Attribute.NOMINAL, 3);
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-K 3 -resume" + SHORT), data);
    scheme.setNetworks(4);
    assertTrue(assertThrows(WekaException.class, () -> Schemes.resume(scheme, data)).getMessage()
        .startsWith("Option -K (networks) is 4, but must be 3 when training is resumed"));
    BackpropScheme automatic = Schemes.built(Schemes.classifier("-K auto -resume" + SHORT), data);
    Instances few = new Instances(data, 0, 15);
    assertTrue(assertThrows(WekaException.class, () -> Schemes.resume(automatic, few)).getMessage()
        .contains("chooses 1 for so many training instances, but training began with 12"));
  }

  @Test
  void automaticallyThereAreTwelveWhereTheyPay() throws Exception {
    Instances data = DataSets.mixed(20, Attribute.NOMINAL, 3);
    assertEquals(12, networks("-K auto", data));
    assertEquals(1, networks("-K auto -O SGD", data));
    assertEquals(1, networks("-K auto -V 0", data));
    assertEquals(1, networks("-K auto", new Instances(data, 0, 19)));
    assertEquals(1, networks("", data));
  }

  private static int networks(String options, Instances data) throws Exception {
    return Schemes.built(Schemes.classifier(options + SHORT), data).model().members().size();
  }

  /** One network that is chosen automatically is the network of -K 1. */
  @Test
  void fewInstancesAreTrainedWithAsByOneNetwork() throws Exception {
    Instances few = DataSets.mixed(12, Attribute.NUMERIC, 3);
    assertEquals(parameters(Schemes.built(Schemes.regressor("-N 9"), few)),
        parameters(Schemes.built(Schemes.regressor("-N 9 -K auto"), few)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void veryFewInstancesTrainACommittee(int size) throws Exception {
    for (String held : new String[] {"", " -V 30"}) {
      Instances few = new Instances(DataSets.mixed(20, Attribute.NUMERIC, 3), 0, size);
      BackpropScheme scheme = Schemes.built(Schemes.regressor("-K 4" + held + SHORT), few);
      assertTrue(Double.isFinite(scheme.classifyInstance(few.get(0))));
      assertFalse(scheme.toString().isEmpty());
    }
  }

  @Test
  void withoutHeldOutDataThereIsNoEstimate() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-K 3 -V 0" + SHORT), DataSets.iris());
    assertNull(scheme.model().estimate());
    assertFalse(scheme.toString().contains("Held out:"), scheme.toString());
    assertTrue(Double.isNaN(scheme.getMeasure("measureHeldOutAccuracy")));
  }

  @Test
  void theReportHasALineForEachNetworkAndTheEstimate() throws Exception {
    String report = Schemes.built(Schemes.classifier("-K 3 -N 4 -H 5,4"), DataSets.iris())
        .toString();
    assertTrue(report.startsWith("Committee of 3 backpropagation networks\n"), report);
    assertTrue(report.matches("(?s).*\n      3 stepwise         4 +\\d +[\\d.]+ +[\\d.]+ +0\\.\\d{4}\n.*"), report);
    assertTrue(report.matches("(?s).*\nHeld out: accuracy [\\d.]+ %, log loss [\\d.]+ nats, on 30 instances.*"),
        report);
  }

  @Test
  void theHeaviestNetworkIsTheFirstOfTheGreatestWeight() throws Exception {
    List<Member> members = Schemes.built(Schemes.classifier("-K 3" + SHORT), DataSets.iris()).model().members();
    double[] weights = {0.2, 0.4, 0.4};
    List<Member> weighted = IntStream.range(0, 3).mapToObj(m -> members.get(m).withWeight(weights[m])).toList();
    assertSame(weighted.get(1), Model.of(weighted).heaviest());
  }

  @Test
  void hiddenFeaturesAreThoseOfAllNetworks() throws Exception {
    BackpropScheme scheme = Schemes.classifier("-K 3 -N 2 -H 7,5");
    scheme.generatePartition(DataSets.iris());
    assertEquals(15, scheme.numElements());
    assertEquals(15, scheme.getMembershipValues(DataSets.iris().get(0)).length);
  }

  @Test
  void aSecondTrainingOnAllDataChangesEachNetwork() throws Exception {
    Instances data = DataSets.iris();
    BackpropScheme once = Schemes.built(Schemes.classifier("-K 2" + SHORT), data);
    BackpropScheme twice = Schemes.built(Schemes.classifier("-K 2 -refit" + SHORT), data);
    assertEquals(once.model().estimate().logLoss(), twice.model().estimate().logLoss());
    for (int k = 0; k < 2; k++) {
      assertTrue(twice.model().members().get(k).isRefitted());
      assertNotEquals(parameters(once).get(k), parameters(twice).get(k));
    }
  }

  @Test
  void theHistoryFileHasTheEpochsOfEachNetwork(@TempDir Path folder) throws Exception {
    File file = folder.resolve("history.csv").toFile();
    BackpropScheme scheme = Schemes.classifier("-K 3" + SHORT);
    scheme.setHistoryFile(file);
    scheme.buildClassifier(DataSets.iris());
    List<String> lines = Files.readAllLines(file.toPath());
    assertEquals(1 + 3 * 4, lines.size());
    assertTrue(lines.get(0).startsWith("network,epoch,"));
    assertTrue(lines.get(12).startsWith("3,4,"), lines.get(12));
  }

  @Test
  void theHistoryIsTheMeanOfThoseOfTheNetworks() throws Exception {
    Model model = Schemes.built(Schemes.classifier("-K 3" + SHORT), DataSets.iris()).model();
    double mean = model.members().stream().mapToDouble(member -> member.history().last().validationLoss()).average()
        .orElseThrow();
    assertEquals(4, model.history().size());
    assertEquals(mean, model.history().last().validationLoss(), 1e-12);
  }
}
