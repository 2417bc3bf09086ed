package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.BackpropClassifierUpdateable;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;
import weka.datagenerators.classifiers.classification.RandomRBF;
import weka.datagenerators.classifiers.regression.MexicanHat;

/** Learning from a stream, as Weka's user sees it. */
class UpdateableSchemeTest {

  private final Instances data = DataSets.mixed(100, Attribute.NOMINAL, 5);

  private static UpdateableScheme begun(int classType, String options, Instances header) throws Exception {
    return Schemes.built(Schemes.updateable(classType, options), new Instances(header, 0));
  }

  private static void update(UpdateableScheme scheme, Iterable<Instance> instances) throws Exception {
    for (Instance instance : instances) {
      scheme.updateClassifier(instance);
    }
  }

  private static String message(Callable<?> call) {
    return assertThrows(WekaException.class, call::call).getMessage();
  }

  private static String rejection(UpdateableScheme scheme, Instance instance) {
    return assertThrows(WekaException.class, () -> scheme.updateClassifier(instance)).getMessage();
  }

  @ParameterizedTest
  @CsvSource({"1, ''", "0, -B 3 -replays 2", "3, -B 1 -O SGD -replays 0", "1, -B 500"})
  void buildingIsTheStreamOfTheInstances(int classType, String options) throws Exception {
    Instances mixed = DataSets.mixed(100, classType, 5);
    UpdateableScheme built = Schemes.built(Schemes.updateable(classType, options), mixed);
    UpdateableScheme updated = begun(classType, options, mixed);
    update(updated, mixed);
    assertArrayEquals(Schemes.predictions(built, mixed), Schemes.predictions(updated, mixed));
    update(built, mixed);
    update(updated, mixed);
    assertArrayEquals(built.distributionsForInstances(mixed), updated.distributionsForInstances(mixed));
  }

  @Test
  void predictingDoesNotChangeWhatIsLearnt() throws Exception {
    UpdateableScheme silent = begun(Attribute.NOMINAL, "-B 3", data);
    UpdateableScheme asked = begun(Attribute.NOMINAL, "-B 3", data);
    for (Instance instance : data) {
      silent.updateClassifier(instance);
      asked.distributionForInstance(instance);
      asked.updateClassifier(instance);
      asked.distributionsForInstances(data);
      asked.toString();
    }
    assertArrayEquals(Schemes.predictions(silent, data), Schemes.predictions(asked, data));
  }

  @Test
  void anyNumberOfThreadsLearnTheSame() throws Exception {
    double[][] expected = Schemes.predictions(Schemes.built(Schemes.updateable(Attribute.NOMINAL, ""), data), data);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Callable<double[][]> task =
        () -> Schemes.predictions(Schemes.built(Schemes.updateable(Attribute.NOMINAL, ""), data), data);
    for (Future<double[][]> actual : threads.invokeAll(Stream.generate(() -> task).limit(8).toList())) {
      assertArrayEquals(expected, actual.get());
    }
    threads.shutdown();
  }

  @Test
  void anotherSeedLearnsOtherwise() throws Exception {
    double[][] one = Schemes.predictions(Schemes.built(Schemes.updateable(Attribute.NOMINAL, "-S 1"), data), data);
    double[][] two = Schemes.predictions(Schemes.built(Schemes.updateable(Attribute.NOMINAL, "-S 2"), data), data);
    assertFalse(IntStream.range(0, one.length).allMatch(i -> one[i][0] == two[i][0]));
  }

  @Test
  void beforeTheFirstStepThePriorIsPredicted() throws Exception {
    Instances labels = DataSets.of("x numeric; y {a, b, c}", "1,a", "2,a", "3,b");
    UpdateableScheme scheme = begun(Attribute.NOMINAL, "", labels);
    double third = 1 / 3.0;
    assertArrayEquals(new double[] {third, third, third}, scheme.distributionForInstance(labels.instance(0)), 1e-6);
    update(scheme, labels);
    assertArrayEquals(new double[] {3 / 6.0, 2 / 6.0, 1 / 6.0}, scheme.distributionForInstance(labels.instance(0)),
        1e-6);
    Instances numbers = DataSets.of("x numeric; y numeric", "1,10", "2,20", "3,90");
    UpdateableScheme regressor = begun(Attribute.NUMERIC, "", numbers);
    assertEquals(0, regressor.classifyInstance(numbers.instance(0)));
    update(regressor, numbers);
    assertEquals(40, regressor.classifyInstance(numbers.instance(0)), 1e-6);
  }

  @Test
  void aFinishedBatchIsLearntFrom() throws Exception {
    UpdateableScheme scheme = begun(Attribute.NOMINAL, "-B 64 -replays 0", data);
    update(scheme, data.subList(0, 10));
    double[] prior = scheme.distributionForInstance(data.instance(0));
    assertArrayEquals(prior, scheme.distributionForInstance(data.instance(1)));
    scheme.batchFinished();
    assertFalse(prior[0] == scheme.distributionForInstance(data.instance(0))[0]);
    assertTrue(scheme.toString().contains("Training steps: 1"), scheme.toString());
  }

  @Test
  void instancesWithoutClassOrWeightAreIgnored() throws Exception {
    UpdateableScheme expected = Schemes.built(Schemes.updateable(Attribute.NOMINAL, "-B 4"), data);
    UpdateableScheme scheme = begun(Attribute.NOMINAL, "-B 4", data);
    for (Instance instance : data) {
      Instance missing = (Instance) data.instance(3).copy();
      missing.setDataset(data);
      missing.setClassMissing();
      scheme.updateClassifier(missing);
      Instance weightless = (Instance) data.instance(3).copy();
      weightless.setDataset(data);
      weightless.setWeight(0);
      scheme.updateClassifier(weightless);
      scheme.updateClassifier(instance);
    }
    assertArrayEquals(Schemes.predictions(expected, data), Schemes.predictions(scheme, data));
  }

  /** Three in four by weight are of the label a, one in two by number. */
  @ParameterizedTest
  @ValueSource(strings = {"-B 1", "-B 2", "-B 8"})
  void weightsCountAlsoBetweenMiniBatches(String options) throws Exception {
    Instances weighted = DataSets.of("x numeric; y {a, b}", "1,a,{3}", "1,b");
    UpdateableScheme scheme = begun(Attribute.NOMINAL, "-O SGD -L 0.05 -H 0 " + options, weighted);
    for (int k = 0; k < 1000; k++) {
      update(scheme, weighted);
    }
    assertEquals(0.75, scheme.distributionForInstance(weighted.instance(0))[0], 0.05);
  }

  @Test
  void instancesOfAnotherHeaderAreRejected() throws Exception {
    Instances trained = DataSets.of("x numeric; n {r, g}; y {a, b}", "1,r,a", "2,g,b");
    UpdateableScheme scheme = Schemes.built(Schemes.updateable(Attribute.NOMINAL, "-B 1"), trained);
    Instances renamed = DataSets.of("z numeric; n {r, g}; y {a, b}", "1,r,a");
    assertTrue(rejection(scheme, renamed.instance(0)).startsWith("The data must have the attributes of the training "
        + "data, but attribute 1 is 'z' instead of 'x'."));
    Instances more = DataSets.of("x numeric; n {r, g, b}; y {a, b}", "1,b,a");
    assertTrue(rejection(scheme, more.instance(0)).startsWith("Attribute 'n' has the value 2.0"));
    Instances fewer = DataSets.of("x numeric; y {a, b}", "1,a");
    assertTrue(rejection(scheme, fewer.instance(0)).contains("attributes"));
    Instance alone = new DenseInstance(1, new double[] {1, 0});
    assertEquals("The instance has 2 attributes, but the stream has 3.", rejection(scheme, alone));
    // One that belongs to no data is read by its places.
    scheme.updateClassifier(new DenseInstance(1, new double[] {1, 0, 1}));
    assertTrue(scheme.toString().contains("Instances: 3"), scheme.toString());
  }

  @Test
  void invalidInstancesAreRejectedAndForgotten() throws Exception {
    UpdateableScheme scheme = Schemes.built(Schemes.updateable(Attribute.NOMINAL, "-B 1"), data);
    double[][] before = Schemes.predictions(scheme, data);
    Instance infinite = (Instance) data.instance(0).copy();
    infinite.setDataset(data);
    infinite.setValue(2, Double.POSITIVE_INFINITY);
    assertTrue(rejection(scheme, infinite).contains("must be finite or missing"));
    Instance negative = (Instance) data.instance(0).copy();
    negative.setDataset(data);
    negative.setWeight(-1);
    assertTrue(rejection(scheme, negative).contains("weight -1.0"));
    assertArrayEquals(before, Schemes.predictions(scheme, data));
  }

  @Test
  void thereIsNoStreamBeforeBuildClassifier() {
    BackpropClassifierUpdateable scheme = new BackpropClassifierUpdateable();
    String expected = "BackpropClassifierUpdateable has no model yet: call buildClassifier first.";
    assertEquals(expected, rejection(scheme, data.instance(0)));
    assertEquals(expected, message(() -> scheme.distributionForInstance(data.instance(0))));
    assertEquals("BackpropClassifierUpdateable: no model built yet.", scheme.toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "-L 0 | Option -L (learningRate) is 0.0, but must be a number greater than 0",
      "-B 0 | Option -B (miniBatchSize) is 0, but must be a whole number of 1 or more.",
      "-warm-up 0 | Option -warm-up (warmUp) is 0, but must be a whole number of 1 or more.",
      "-replays -1 | Option -replays (replays) is -1, but must be a whole number of 0 or more.",
      "-replay-buffer -1 | Option -replay-buffer (replayBuffer) is -1, but must be a whole number of 0 or more.",
      "-H 5,x | Option -H (hiddenLayers) is 5,x, but must be",
      "-D 1 | Option -D (dropout) is 1.0, but must be",
      "-M 2 | Option -M (momentum) is 2.0, but must be"})
  void invalidOptionsAreNamed(String options, String expected) throws Exception {
    UpdateableScheme scheme = Schemes.updateable(Attribute.NOMINAL, options);
    String message = assertThrows(WekaException.class, () -> scheme.buildClassifier(data)).getMessage();
    assertTrue(message.startsWith(expected), message);
  }

  @Test
  void theOptimizerCannotChangeWithinAStream() throws Exception {
    UpdateableScheme scheme = Schemes.built(Schemes.updateable(Attribute.NOMINAL, "-B 1"), data);
    scheme.setOptions(new String[] {"-B", "2", "-O", "SGD"});
    scheme.updateClassifier(data.instance(0));
    assertEquals("Option -O (optimizer) is Sgd, but must be the one that training began with.",
        rejection(scheme, data.instance(1)));
  }

  @Test
  void theRegressorRejectsANominalClassAndTheOtherWayRound() {
    assertEquals("The class 'Class' is nominal, but BackpropRegressorUpdateable predicts the values of a numeric or "
        + "date class. Use BackpropClassifierUpdateable.",
        message(() -> Schemes.built(Schemes.updateable(Attribute.NUMERIC, ""), data)));
    Instances numbers = DataSets.mixed(10, Attribute.NUMERIC, 5);
    String message = message(() -> Schemes.built(Schemes.updateable(Attribute.NOMINAL, ""), numbers));
    assertTrue(message.startsWith("The class 'Class' is numeric, but BackpropClassifierUpdateable predicts the labels "
        + "of a nominal class. Use BackpropRegressorUpdateable, or"), message);
  }

  @Test
  void anInterruptionEndsBuildingWithoutAModel() throws Exception {
    UpdateableScheme scheme = Schemes.updateable(Attribute.NOMINAL, "");
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> scheme.buildClassifier(data));
    assertEquals("BackpropClassifierUpdateable: no model built yet.", scheme.toString());
  }

  @Test
  @Tag("slow")
  void streamsAreLearntAboutAsWellAsDataSets() throws Exception {
    RandomRBF generator = new RandomRBF();
    generator.setNumExamples(20_000);
    Instances all = DataSets.generated(generator);
    Instances train = new Instances(all, 0, 15_000);
    Instances test = new Instances(all, 15_000, 5_000);
    assertTrue(accuracy(Schemes.updateable(Attribute.NOMINAL, ""), train, test)
        > accuracy(Schemes.classifier("-N 30"), train, test) - 3);
  }

  private static double accuracy(weka.classifiers.Classifier scheme, Instances train, Instances test)
      throws Exception {
    Evaluation evaluation = new Evaluation(train);
    evaluation.evaluateModel(Schemes.built(scheme, train), test);
    return evaluation.pctCorrect();
  }

  @Test
  void aNumericClassIsLearntFromAStream() throws Exception {
    MexicanHat generator = new MexicanHat();
    generator.setNumExamples(20_000);
    Instances all = DataSets.generated(generator);
    Evaluation evaluation = new Evaluation(all);
    evaluation.evaluateModel(Schemes.built(Schemes.updateable(Attribute.NUMERIC, ""), all), all);
    assertTrue(evaluation.rootRelativeSquaredError() < 20, "" + evaluation.rootRelativeSquaredError());
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void modelsCanBeDrawnAndExported(int classType) throws Exception {
    Instances mixed = DataSets.mixed(60, classType, 5);
    for (Instances part : List.of(new Instances(mixed, 0), mixed)) {
      UpdateableScheme scheme = Schemes.built(Schemes.updateable(classType, ""), part);
      assertTrue(scheme.graph().contains("<BIF"));
      assertTrue(scheme.toSource("Saved").contains("final class Saved"));
      assertTrue(scheme.toPMML(null).contains("PMML"));
      assertTrue(scheme.toString().contains("Options: -H 64,64"), scheme.toString());
    }
  }
}
