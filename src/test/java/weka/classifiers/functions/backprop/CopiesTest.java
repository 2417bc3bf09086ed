package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.Attribute;
import weka.core.Instances;

/** Weka's copies, as its meta-schemes make them, share nothing with their original nor with each other. */
class CopiesTest {

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void aCopyKeepsModelAndOptionsWhateverBecomesOfItsOriginal(int classType) throws Exception {
    Instances data = DataSets.mixed(60, classType, 5);
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, "-N 5 -H 4"), data);
    BackpropScheme copy = (BackpropScheme) AbstractClassifier.makeCopy(scheme);
    String before = Schemes.parameters(scheme);
    String[] options = scheme.getOptions();
    double[][] predictions = scheme.distributionsForInstances(data);
    assertEquals(before, Schemes.parameters(copy));
    scheme.setOptions(new String[] {"-K", "1", "-N", "2", "-H", "3", "-S", "2"});
    scheme.buildClassifier(data);
    assertNotEquals(before, Schemes.parameters(scheme));
    assertEquals(before, Schemes.parameters(copy));
    assertArrayEquals(options, copy.getOptions());
    assertArrayEquals(predictions, copy.distributionsForInstances(data));
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void copiesAreTrainedIndependently(int classType) throws Exception {
    Instances data = DataSets.mixed(60, classType, 5);
    String options = "-H 4 -D 0.2 -V 20 -E 0 -resume -N ";
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, options + "3"), data);
    String before = Schemes.parameters(scheme);
    Classifier[] copies = AbstractClassifier.makeCopies(scheme, 3);
    BackpropScheme[] running = new BackpropScheme[copies.length];
    for (int c = 0; c < copies.length; c++) {
      running[c] = (BackpropScheme) copies[c];
      running[c].setEpochs(1 + c);
      running[c].initializeClassifier(data);
    }
    // In turns, so that anything they shared would be trained by all of them.
    for (boolean more = true; more;) {
      more = false;
      for (BackpropScheme copy : running) {
        more |= copy.next();
      }
    }
    for (int c = 0; c < copies.length; c++) {
      running[c].done();
      assertEquals(Schemes.parameters(Schemes.built(Schemes.forClass(classType, options + (4 + c)), data)),
          Schemes.parameters(running[c]));
    }
    assertEquals(before, Schemes.parameters(scheme));
  }
}
