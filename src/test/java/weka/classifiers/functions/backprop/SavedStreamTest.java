package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** A stream that is interrupted by saving continues as if it had not been. */
class SavedStreamTest {

  private static final Path MODELS = Path.of("src/test/resources/models");
  /** Another Java's exponential function, or another kernel's order of sums, may give other last bits. */
  private static final double ROUNDING = 1e-4;

  /** Such a name can't change any more, since models that were saved before could then not be read. */
  private static final String OURS = """
      BackpropClassifierUpdateable
      BackpropRegressorUpdateable
      backprop.UpdateableScheme
      backprop.encode.AttributeEncoder
      backprop.encode.AttributeEncoder$Nominal
      backprop.encode.AttributeEncoder$Numeric
      backprop.encode.DataEncoding
      backprop.encode.InputEncoder
      backprop.encode.NominalClass
      backprop.encode.NumericClass
      backprop.encode.RunningAttribute
      backprop.encode.RunningNominal
      backprop.encode.RunningNumeric
      backprop.encode.RunningStatistics
      backprop.encode.SavedHeader
      backprop.encode.Scaling
      backprop.network.Activation
      backprop.network.Layer
      backprop.network.Loss
      backprop.network.Network
      backprop.options.LossChoice
      backprop.options.OptimizerChoice
      backprop.options.StreamOptions
      backprop.stream.ReplayBuffer
      backprop.stream.StreamLearner
      backprop.train.History
      backprop.train.History$End
      backprop.train.MovingAverage
      backprop.train.OptimizerState
      backprop.train.Patience
      backprop.train.Snapshot
      backprop.train.StepTrainer
      backprop.train.TrainingState
      """;

  private enum Copy {
    JAVA, KRYO;

    UpdateableScheme of(UpdateableScheme scheme) {
      try {
        return this == JAVA ? Schemes.loaded(Schemes.saved(scheme)) : KryoTest.copy(scheme);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Learns from a part of the data, is copied, and learns from the rest. */
  private static UpdateableScheme learnt(int classType, String options, Instances data, int first,
      UnaryOperator<UpdateableScheme> copy) throws Exception {
    UpdateableScheme scheme =
        Schemes.built(Schemes.updateable(classType, options), new Instances(data, 0, first));
    UpdateableScheme copied = copy.apply(scheme);
    assertEquals(scheme.toString(), copied.toString());
    assertArrayEquals(Schemes.predictions(scheme, data), Schemes.predictions(copied, data));
    for (Instance instance : data.subList(first, data.numInstances())) {
      copied.updateClassifier(instance);
    }
    return copied;
  }

  @ParameterizedTest
  @CsvSource({"1, 0, ''", "1, 3, ''", "0, 37, -B 5 -replays 2 -replay-buffer 10", "3, 50, -O SGD -L 0.1 -warm-up 80",
      "1, 61, -D 0.3 -O MOMENTUM -R 0.001", "0, 50, -O SGD -L 1e20"})
  void itContinuesWithTheSameBits(int classType, int first, String options) throws Exception {
    Instances data = DataSets.mixed(100, classType, 5);
    UpdateableScheme whole = learnt(classType, options, data, first, scheme -> scheme);
    for (Copy copy : Copy.values()) {
      UpdateableScheme copied = learnt(classType, options, data, first, copy::of);
      assertArrayEquals(Schemes.predictions(whole, data), Schemes.predictions(copied, data), copy.name());
      assertEquals(whole.toString(), copied.toString());
    }
  }

  @Test
  void sparseInstancesInTheReplayBufferAreSavedToo() throws Exception {
    Instances data = DataSets.sparse(DataSets.mostlyZero(60, Attribute.NOMINAL));
    UpdateableScheme whole = learnt(Attribute.NOMINAL, "", data, 33, scheme -> scheme);
    for (Copy copy : Copy.values()) {
      UpdateableScheme copied = learnt(Attribute.NOMINAL, "", data, 33, copy::of);
      assertArrayEquals(Schemes.predictions(whole, data), Schemes.predictions(copied, data), copy.name());
    }
  }

  /** Rows that a kept model was trained on, and others that continue its stream. */
  private static Instances kept(int from, int count) throws Exception {
    return new Instances((Instances) SerializationHelper.read(MODELS.resolve("classifier.bsi").toString()), from,
        count);
  }

  /** A missing model is written, and fails the test so that it is committed. */
  @Test
  void aStreamOfAnEarlierVersionContinues() throws Exception {
    Path model = MODELS.resolve("stream.model");
    UpdateableScheme fresh =
        Schemes.built(Schemes.updateable(Attribute.NOMINAL, "-H 5:relu,4:tanh -B 4 -replays 2"), kept(0, 30));
    if (!Files.exists(model)) {
      SerializationHelper.write(model.toString(), fresh);
      throw new AssertionError("There was no " + model + ". It has been written: commit it.");
    }
    UpdateableScheme saved = (UpdateableScheme) SerializationHelper.read(model.toString());
    for (UpdateableScheme scheme : List.of(fresh, saved)) {
      for (Instance instance : kept(30, 30)) {
        scheme.updateClassifier(instance);
      }
    }
    double[][] expected = Schemes.predictions(fresh, kept(0, 60));
    double[][] actual = Schemes.predictions(saved, kept(0, 60));
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], actual[i], ROUNDING);
    }
  }

  /** Takes note of the names of our classes in a stream. */
  private static final class WatchfulStream extends ObjectInputStream {

    private final TreeSet<String> names;

    WatchfulStream(InputStream in, TreeSet<String> names) throws IOException {
      super(in);
      this.names = names;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass descriptor) throws IOException, ClassNotFoundException {
      Class<?> type = super.resolveClass(descriptor);
      Class<?> element = type;
      while (element.isArray()) {
        element = element.getComponentType();
      }
      if (element.getName().startsWith("weka.classifiers.functions.")) {
        names.add(element.getName().replace("weka.classifiers.functions.", ""));
      }
      return type;
    }
  }

  @Test
  void theNamesOfOurSavedClassesAreTheseAndNoOthers() throws Exception {
    TreeSet<String> names = new TreeSet<>();
    for (String options : List.of("", "-O SGD -replays 0", "-O NESTEROV -H 3:sigmoid")) {
      for (int classType : List.of(Attribute.NOMINAL, Attribute.NUMERIC)) {
        byte[] saved =
            Schemes.saved(Schemes.built(Schemes.updateable(classType, options), DataSets.mixed(60, classType, 5)));
        new WatchfulStream(new ByteArrayInputStream(saved), names).readObject();
      }
    }
    assertEquals(OURS, String.join("\n", names) + "\n");
  }
}
