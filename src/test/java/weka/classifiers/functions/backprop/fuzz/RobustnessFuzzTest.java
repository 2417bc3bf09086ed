package weka.classifiers.functions.backprop.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.export.ExportFormat;
import weka.classifiers.functions.backprop.export.Onnx;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;

/** Whatever the data and the options: a model that works, or a rejection that helps. */
@AddLifecycleHook(Seed.class)
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class RobustnessFuzzTest {

  /** What a rejection of ours names: an option, an attribute, the class or the weights. */
  private static final Pattern HELPFUL = Pattern.compile("(?i)option -|attribute|class|weight");

  /** What is no number in XML. */
  private static final Pattern NO_NUMBER = Pattern.compile("\"(NaN|-?Infinity)\"");

  @Provide
  Arbitrary<FuzzCase> cases() {
    return FuzzCase.any();
  }

  /** A new option must be drawn too. */
  @Example
  void everyOptionIsDrawn() {
    for (boolean classifier : new boolean[] {true, false}) {
      BackpropScheme scheme = classifier ? new BackpropClassifier() : new BackpropRegressor();
      // Weka lists one of its own with a dash too many.
      assertEquals(Collections.list(scheme.listOptions()).stream()
          .map(option -> ("-" + option.name()).replace("--", "-"))
          .collect(Collectors.toSet()), RandomOptions.flags(classifier));
    }
  }

  /** Most cases must come to a model, or there would be little that is tested. */
  @Property(tries = 3000)
  void aBuildGivesAModelThatWorksOrARejectionThatHelps(@ForAll("cases") FuzzCase fuzz) {
    boolean built = FuzzCase.inTime(() -> {
      Outcome outcome = fuzz.outcome();
      if (outcome.isRejected()) {
        assertHelps(outcome.rejection());
        assertHasNoModel(outcome.scheme(), fuzz.data().instances());
      } else {
        assertPredicts(outcome.scheme(), fuzz.data().instances());
      }
      return !outcome.isRejected();
    });
    Statistics.label("built").collect(built).coverage(
        coverage -> coverage.check(true).percentage(percentage -> percentage > 50));
  }

  @Property(tries = 300)
  void everyModelDescribesItself(@ForAll("cases") FuzzCase fuzz) {
    FuzzCase.inTime(() -> {
      Outcome outcome = fuzz.outcome();
      if (!outcome.isRejected()) {
        assertDescribesItself(outcome.scheme());
      }
    });
  }

  private static void assertHelps(String rejection) {
    assertTrue(HELPFUL.matcher(rejection).find(), rejection);
    assertEquals(1, rejection.lines().count(), rejection);
    assertTrue(rejection.endsWith(".") || rejection.endsWith("!"), rejection);
  }

  private static void assertHasNoModel(BackpropScheme scheme, Instances data) {
    assertTrue(scheme.toString().endsWith(": no model built yet."), scheme.toString());
    for (Instance instance : data) {
      assertThrows(WekaException.class, () -> scheme.distributionForInstance(instance));
    }
    assertThrows(WekaException.class, scheme::graph);
    assertThrows(WekaException.class, scheme::model);
  }

  private static void assertPredicts(BackpropScheme scheme, Instances data) throws Exception {
    for (Instance instance : data) {
      assertPredicts(scheme, instance);
    }
    for (Instance stranger : Strangers.of(data)) {
      assertPredicts(scheme, stranger);
    }
  }

  private static void assertPredicts(BackpropScheme scheme, Instance instance) throws Exception {
    double[] prediction = scheme.distributionForInstance(instance);
    boolean isNominal = instance.classAttribute().isNominal();
    assertEquals(isNominal ? instance.numClasses() : 1, prediction.length);
    for (double number : prediction) {
      assertTrue(Double.isFinite(number), () -> what(instance, prediction));
      assertTrue(!isNominal || number >= 0, () -> what(instance, prediction));
    }
    if (isNominal) {
      assertEquals(1, Utils.sum(prediction), 1e-9, () -> what(instance, prediction));
    }
  }

  private static String what(Instance instance, double[] prediction) {
    // An instance with a label that the header doesn't have can't print itself.
    return Arrays.toString(instance.toDoubleArray()) + " gives " + Arrays.toString(prediction);
  }

  private static void assertDescribesItself(BackpropScheme scheme) throws Exception {
    scheme.setDebug(!scheme.getDebug());
    String debug = scheme.toString();
    scheme.setDebug(!scheme.getDebug());
    int networks = scheme.model().members().size();
    String title = networks == 1 ? "Backpropagation network" : "Committee of " + networks + " backpropagation networks";
    assertTrue(debug.startsWith(title), debug);
    assertTrue(scheme.toString().startsWith(title));
    assertTrue(scheme.graph().contains("<BIF"), scheme.graph());
    assertTrue(scheme.toSource("Net").contains("class Net"));
    scheme.toPMML(null).lines().forEach(line -> assertFalse(NO_NUMBER.matcher(line).find(), line));
    assertTrue(Onnx.write(scheme.model()).length > 0);
    String csv = new String(ExportFormat.CSV.write(scheme.model(), ""), StandardCharsets.UTF_8);
    assertEquals(scheme.getMeasure("measureEpochs"), csv.lines().count() - 1);
    for (String measure : Collections.list(scheme.enumerateMeasures())) {
      assertTrue(scheme.getMeasure(measure) >= 0 || Double.isNaN(scheme.getMeasure(measure)), measure);
    }
  }
}
