package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.export.Onnx;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** What a saved model holds, that it can be read for ever, and what is said of a file that can't be read. */
class SavedModelTest {

  private static final Path MODELS = Path.of("src/test/resources/models");
  /** Another Java's exponential function, or another kernel's order of sums, may give other last bits. */
  private static final double ROUNDING = 1e-5;

  /** Models that were saved by this version, beside the data they were trained on and their predictions. */
  private enum Kept {
    CLASSIFIER(Attribute.NOMINAL, 2, "-H 5:relu,4:tanh -L 0.02 -N 20 -V 20"),
    REGRESSOR(Attribute.NUMERIC, 0, "-H 5 -L 0.02 -N 20 -loss HUBER"),
    DATE(Attribute.DATE, 5, "-H 3:sigmoid -L 0.05 -N 20 -O NESTEROV"),
    SPARSE(Attribute.NOMINAL, 42, "-H 4 -L 0.1 -N 50 -O MOMENTUM -balance"),
    CONSTANT(Attribute.NUMERIC, 1, ""),
    RESUMABLE(Attribute.NOMINAL, 5, "-H 3 -L 0.02 -N 5 -V 0 -resume"),
    COMMITTEE(Attribute.NOMINAL, 2, "-K 3 -H 4 -L 0.02 -N 20");

    final int classType;
    final int classIndex;
    final String options;

    Kept(int classType, int classIndex, String options) {
      this.classType = classType;
      this.classIndex = classIndex;
      this.options = options;
    }

    Path file(String extension) {
      return MODELS.resolve(name().toLowerCase(Locale.ROOT) + extension);
    }

    /** Not an ARFF file, whose dates would be others in other time zones. */
    Instances data() throws Exception {
      return (Instances) SerializationHelper.read(file(".bsi").toString());
    }

    BackpropScheme model() throws Exception {
      return (BackpropScheme) SerializationHelper.read(file(".model").toString());
    }

    double[][] predictions() throws IOException {
      return Files.readAllLines(file(".predictions")).stream()
          .map(line -> Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    }

    /**
     * Writes a new model. Data and predictions that exist are never replaced, so that a model that was written again
     * must still predict what the first one did.
     */
    void write() throws Exception {
      Files.createDirectories(MODELS);
      if (!Files.exists(file(".bsi"))) {
        SerializationHelper.write(file(".bsi").toString(), newData());
      }
      BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, options), data());
      SerializationHelper.write(file(".model").toString(), scheme);
      if (!Files.exists(file(".predictions"))) {
        StringBuilder predictions = new StringBuilder();
        for (double[] prediction : scheme.distributionsForInstances(data())) {
          predictions.append(String.join(" ", Arrays.stream(prediction).mapToObj(Double::toString).toList()))
              .append('\n');
        }
        Files.writeString(file(".predictions"), predictions, StandardOpenOption.CREATE_NEW);
      }
    }

    private Instances newData() {
      return switch (this) {
        case SPARSE -> DataSets.sparse(DataSets.mostlyZero(60, classType));
        case CONSTANT -> DataSets.of("x numeric; y numeric", "1,2.5", "1,3.5");
        default -> DataSets.mixed(60, classType, classIndex);
      };
    }
  }

  /** A missing model is written, and fails the test so that it is committed. */
  @ParameterizedTest
  @EnumSource(Kept.class)
  void modelsOfEarlierVersionsPredictAsTheyDid(Kept kept) throws Exception {
    if (!Files.exists(kept.file(".model"))) {
      kept.write();
      throw new AssertionError("There was no " + kept.file(".model") + ". It has been written: commit it.");
    }
    Instances data = kept.data();
    BackpropScheme scheme = kept.model();
    double[][] expected = kept.predictions();
    double[][] actual = scheme.distributionsForInstances(data);
    assertEquals(data.numInstances(), expected.length);
    for (int i = 0; i < expected.length; i++) {
      double tolerance = ROUNDING * Math.max(1, Math.abs(expected[i][0]));
      assertArrayEquals(expected[i], actual[i], tolerance);
      assertArrayEquals(expected[i], scheme.distributionForInstance(data.instance(i)), tolerance);
    }
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void modelsOfEarlierVersionsCanBeLookedAtAndExported(Kept kept) throws Exception {
    BackpropScheme scheme = kept.model();
    assertTrue(scheme.toString().contains(kept == Kept.CONSTANT ? "Always predicts" : "hidden 1"));
    assertTrue(scheme.graph().contains("<BIF"));
    assertTrue(scheme.toSource("Saved").contains("final class Saved"));
    assertTrue(scheme.toPMML(null).contains("PMML"));
    assertTrue(Onnx.write(scheme.model()).length > 100);
    scheme.setOptions(scheme.getOptions());
  }

  @Test
  void aTrainingOfAnEarlierVersionIsResumed() throws Exception {
    Instances data = Kept.RESUMABLE.data();
    BackpropScheme resumed = Kept.RESUMABLE.model();
    Schemes.resume(resumed, data);
    BackpropScheme whole = Schemes.built(Schemes.classifier(Kept.RESUMABLE.options.replace("-N 5", "-N 10")), data);
    assertEquals(10, resumed.model().history().size());
    for (Instance instance : data) {
      assertArrayEquals(whole.distributionForInstance(instance), resumed.distributionForInstance(instance), 1e-4);
    }
  }

  /** Reads a model and takes note of all that is in the stream. */
  private static final class WatchfulStream extends ObjectInputStream {

    final Set<Class<?>> classes = new HashSet<>();
    boolean holdsInstance;

    WatchfulStream(InputStream in) throws IOException {
      super(in);
      enableResolveObject(true);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass descriptor) throws IOException, ClassNotFoundException {
      Class<?> type = super.resolveClass(descriptor);
      classes.add(type);
      return type;
    }

    @Override
    protected Object resolveObject(Object object) {
      holdsInstance |= object instanceof Instance;
      return object;
    }

    static WatchfulStream of(BackpropScheme scheme) throws Exception {
      WatchfulStream stream = new WatchfulStream(new ByteArrayInputStream(Schemes.saved(scheme)));
      stream.readObject();
      return stream;
    }
  }

  @ParameterizedTest
  @CsvSource({"1, ''", "0, ''", "1, -resume", "0, -resume -refit", "1, -output-debug-info -balance"})
  void noTrainingInstanceIsSaved(int classType, String options) throws Exception {
    BackpropScheme scheme = Schemes.forClass(classType, "-N 5 -H 4 " + options);
    WatchfulStream stream = WatchfulStream.of(Schemes.built(scheme, DataSets.mixed(60, classType, 5)));
    assertFalse(stream.holdsInstance);
  }

  /** Such a name can't change any more, since models that were saved before could then not be read. */
  private static final String OURS = """
      BackpropClassifier
      BackpropRegressor
      backprop.BackpropScheme
      backprop.encode.AttributeEncoder
      backprop.encode.AttributeEncoder$Nominal
      backprop.encode.AttributeEncoder$Numeric
      backprop.encode.AttributeEncoder$Ramps
      backprop.encode.DataEncoding
      backprop.encode.HoldoutStrategy
      backprop.encode.InputEncoder
      backprop.encode.InputScaling
      backprop.encode.NominalClass
      backprop.encode.NumericClass
      backprop.encode.SavedHeader
      backprop.encode.Scaling
      backprop.model.HeldOutErrors
      backprop.model.HeldOutErrors$Fold
      backprop.model.HeldOutEstimate
      backprop.model.Member
      backprop.model.MemberKind
      backprop.model.Model
      backprop.network.Activation
      backprop.network.Layer
      backprop.network.Loss
      backprop.network.Network
      backprop.options.ActivationChoice
      backprop.options.BackpropOptions
      backprop.options.LossChoice
      backprop.options.OptimizerChoice
      backprop.options.ScheduleChoice
      backprop.session.Checkpoint
      backprop.session.MemberState
      backprop.train.BatchAveraging
      backprop.train.History
      backprop.train.History$End
      backprop.train.History$Epoch
      backprop.train.OptimizerState
      backprop.train.Patience
      backprop.train.TrainingState
      """;

  /** Reads models of every kind. */
  private static Set<Class<?>> savedClasses() throws Exception {
    Set<Class<?>> classes = new HashSet<>();
    for (String options : List.of("-H 3,2:relu", "-V 20 -refit", "-K 2", "-pieces 2", "-resume -O SGD",
        "-resume -V 20 -O NESTEROV")) {
      for (int classType : List.of(Attribute.NOMINAL, Attribute.NUMERIC)) {
        BackpropScheme scheme = Schemes.forClass(classType, "-N 2 " + options);
        classes.addAll(WatchfulStream.of(Schemes.built(scheme, DataSets.mixed(60, classType, 5))).classes);
      }
    }
    return classes;
  }

  @Test
  void theNamesOfOurSavedClassesAreTheseAndNoOthers() throws Exception {
    TreeSet<String> names = new TreeSet<>();
    for (Class<?> type : savedClasses()) {
      String name = elementType(type).getName();
      if (name.startsWith("weka.classifiers.functions.")) {
        names.add(name.replace("weka.classifiers.functions.", ""));
      }
    }
    assertEquals(OURS, String.join("\n", names) + "\n");
  }

  private static Class<?> elementType(Class<?> type) {
    return type.isArray() ? elementType(type.getComponentType()) : type;
  }

  @ParameterizedTest
  @CsvSource({"1, ''", "0, -resume", "1, -G -history $/history.csv", "0, -loss HUBER -schedule COSINE"})
  void onlyClassesOfJavaWekaAndOursAreNamed(int classType, String options, @TempDir Path folder) throws Exception {
    BackpropScheme scheme = Schemes.forClass(classType, "-N 5 -H 4 " + options.replace("$", folder.toString()));
    WatchfulStream stream = WatchfulStream.of(Schemes.built(scheme, DataSets.mixed(60, classType, 5)));
    for (Class<?> type : stream.classes) {
      Class<?> element = elementType(type);
      ClassLoader loader = element.getClassLoader();
      assertTrue(loader == null || loader == ClassLoader.getPlatformClassLoader()
          || element.getName().matches("weka\\.(core|classifiers)\\..*"), element.getName());
    }
  }

  /** Debug information shows one prediction worked out; a model that was read can't know a training instance. */
  @Test
  void aModelThatWasReadWorksOutAnInstanceWithoutValues() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 5 -H 4 -output-debug-info"), DataSets.iris());
    assertTrue(scheme.toString().contains("The first training instance, step by step"), scheme.toString());
    assertTrue(scheme.toString().contains("'sepallength' = 5.1\n"), scheme.toString());
    String read = Schemes.loaded(Schemes.saved(scheme)).toString();
    assertTrue(read.contains("An instance with all values missing, step by step"), read);
    assertTrue(read.contains("'sepallength' = missing\n"), read);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.7, 0.9, 0.9999})
  void aTruncatedFileIsRejectedInOneSentence(double part) throws Exception {
    byte[] bytes = Schemes.saved(Schemes.built(Schemes.classifier("-N 5 -H 64,64"), DataSets.iris()));
    IOException e = assertThrows(IOException.class,
        () -> Schemes.loaded(Arrays.copyOf(bytes, (int) (part * bytes.length))));
    assertEquals("The saved model is truncated or damaged.", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a model", "% ARFF\n@relation r"})
  void aForeignFileIsRejected(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    assertThrows(IOException.class, () -> Schemes.loaded(bytes));
  }
}
