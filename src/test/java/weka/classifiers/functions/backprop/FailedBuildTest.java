package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.backprop.model.Measure;
import weka.classifiers.functions.backprop.options.ActivationChoice;
import weka.classifiers.functions.backprop.options.OptimizerChoice;
import weka.core.Attribute;
import weka.core.Instances;

/** Whatever a build fails by, nothing is left of it, nor of the model before. */
class FailedBuildTest {

  /** Large enough to be worth several threads. */
  private static final String OPTIONS = "-N 3 -H 120,90 -B 150 -V 20 -P 4 -resume";

  /** What a build fails by. */
  enum Failure {
    DATA {
      @Override
      Instances prepare(BackpropScheme scheme, Instances data) {
        return new Instances(data, 0);
      }
    },
    OPTION {
      @Override
      Instances prepare(BackpropScheme scheme, Instances data) {
        scheme.setDropout(1);
        return data;
      }
    },
    DIVERGENCE {
      @Override
      Instances prepare(BackpropScheme scheme, Instances data) {
        scheme.setOptimizer(OptimizerChoice.SGD);
        scheme.setActivation(ActivationChoice.RELU);
        scheme.setLearningRate(1e30);
        return data;
      }
    },
    INTERRUPTION {
      @Override
      Instances prepare(BackpropScheme scheme, Instances data) {
        Thread.currentThread().interrupt();
        return data;
      }
    },
    /** A name that is too long for a file is found out at the end. */
    HISTORY {
      @Override
      Instances prepare(BackpropScheme scheme, Instances data) {
        scheme.setHistoryFile(new File(scheme.getHistoryFile().getParentFile(), "h".repeat(300)));
        return data;
      }
    };

    /** Makes the next build fail; gives the data for it. */
    abstract Instances prepare(BackpropScheme scheme, Instances data);
  }

  @TempDir
  Path folder;

  static Stream<Arguments> failures() {
    return Stream.of(Attribute.NOMINAL, Attribute.NUMERIC)
        .flatMap(type -> Stream.of(Failure.values()).map(failure -> Arguments.of(type, failure)));
  }

  private static Instances data(int classType) {
    return DataSets.mixed(200, classType, 5);
  }

  /** A scheme that was built, and whose next build failed. */
  private BackpropScheme failed(int classType, Failure failure) throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, OPTIONS), data(classType));
    scheme.setHistoryFile(folder.resolve("history.csv").toFile());
    Instances data = failure.prepare(scheme, data(classType));
    String[] options = scheme.getOptions();
    assertThrows(Exception.class, () -> scheme.buildClassifier(data));
    // Weka's check of the data, which comes first, tells of an interruption and leaves the flag as it is.
    assertEquals(failure == Failure.INTERRUPTION, Thread.interrupted());
    assertArrayEquals(options, scheme.getOptions());
    return scheme;
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whateverNeedsAModelSaysThatThereIsNone(int classType, Failure failure) throws Exception {
    BackpropScheme scheme = failed(classType, failure);
    Instances data = data(classType);
    String name = scheme.getClass().getSimpleName();
    for (Executable use : List.<Executable>of(
        () -> scheme.distributionForInstance(data.firstInstance()),
        () -> scheme.classifyInstance(data.firstInstance()),
        () -> scheme.distributionsForInstances(data),
        () -> scheme.getMembershipValues(data.firstInstance()),
        scheme::numElements, scheme::graph, scheme::model,
        () -> scheme.toSource("Net"), () -> scheme.toPMML(data))) {
      assertEquals(name + " has no model yet: call buildClassifier first.",
          assertThrows(Exception.class, use).getMessage());
    }
    assertEquals(name + ": no model built yet.", scheme.toString());
    for (Measure measure : Measure.values()) {
      assertEquals(Double.NaN, scheme.getMeasure(measure.property()));
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void noThreadAndNoFileIsLeft(int classType, Failure failure) throws Exception {
    failed(classType, failure);
    assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(t -> t.getName().startsWith("backprop")));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  /** Neither the training that failed nor the one before, which was to be resumed. */
  @ParameterizedTest
  @MethodSource("failures")
  void nothingIsLeftToResume(int classType, Failure failure) throws Exception {
    BackpropScheme scheme = failed(classType, failure);
    Instances data = data(classType);
    assertFalse(scheme.next());
    scheme.done();
    scheme.setOptions(new String[] {"-K", "1", "-N", "2", "-H", "7"});
    Schemes.resume(scheme, data);
    assertEquals(Schemes.parameters(Schemes.built(Schemes.forClass(classType, "-N 2 -H 7"), data)),
        Schemes.parameters(scheme));
  }
}
