package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weka.core.Instances;

/** What is saved with a model that can be resumed, and what is not. */
class SavedTrainingTest {

  private final Instances iris = DataSets.iris();

  @Test
  void aFinishedModelHoldsNoTrainingState() throws Exception {
    Map<String, Integer> sizes = Stream.of("", "-resume").collect(Collectors.toMap(options -> options, options -> {
      try {
        return Schemes.saved(Schemes.built(Schemes.classifier("-H 50,50 -N 2 " + options), iris)).length;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }));
    int parameters = 4 * (5 * 50 + 51 * 50 + 51 * 3);
    // Adam keeps two numbers for each parameter.
    assertTrue(sizes.get("-resume") - sizes.get("") > 2 * parameters, sizes.toString());
  }

  /** Weka's "Clean up model". */
  @Test
  void cleaningUpDropsTheTrainingState() throws Exception {
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-H 50,50 -N 2 -resume"), iris);
    String model = Schemes.modelText(scheme);
    scheme.setResume(false);
    scheme.done();
    assertEquals(model, Schemes.modelText(scheme));
    BackpropScheme clean = Schemes.built(Schemes.classifier("-H 50,50 -N 2"), iris);
    assertEquals(Schemes.saved(clean).length, Schemes.saved(scheme).length);
  }

  /** Training data must not leave the house with the model. */
  @Test
  void theTrainingStateHoldsNoTrainingData() throws Exception {
    Instances twice = DataSets.concatenated(iris, iris);
    String options = "-H 5 -N 2 -V 20 -resume";
    int size = Schemes.saved(Schemes.built(Schemes.classifier(options), iris)).length;
    assertEquals(size, Schemes.saved(Schemes.built(Schemes.classifier(options), twice)).length);
    BackpropScheme underWay = Schemes.classifier(options);
    underWay.initializeClassifier(twice);
    underWay.next();
    assertTrue(Schemes.saved(underWay).length <= size);
  }
}
