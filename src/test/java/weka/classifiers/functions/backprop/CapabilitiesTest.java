package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.core.Attribute;
import weka.core.BatchPredictor;
import weka.core.Instances;
import weka.core.Randomizable;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformation.Field;
import weka.core.TechnicalInformationHandler;
import weka.core.TestInstances;
import weka.core.WeightedInstancesHandler;

/** What the schemes can handle and what Weka's check keeps from them. */
class CapabilitiesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "1 | x string; c {a, b}           | hello,a | Cannot handle string attributes!",
      "0 | x string; c numeric          | hello,1 | Cannot handle string attributes!",
      "1 | x numeric; c {a}             | 1,a     | Cannot handle unary class!",
      "1 | x numeric; c numeric         | 1,1     | Cannot handle numeric class!",
      "1 | x numeric; c date yyyy       | 1,2001  | Cannot handle date class!",
      "1 | x numeric; c string          | 1,s     | Cannot handle string class!",
      "0 | x numeric; c {a, b}          | 1,a     | Cannot handle binary class!",
      "0 | x numeric; c {a, b, c}       | 1,a     | Cannot handle multi-valued nominal class!",
      "0 | x numeric; c {a}             | 1,a     | Cannot handle unary class!",
      "0 | x numeric; c string          | 1,s     | Cannot handle string class!"})
  void otherDataAreRefusedInWekasWords(int scheme, String attributes, String row, String message) throws Exception {
    assertRefused(scheme, DataSets.of(attributes, row), message);
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void relationalAttributesAreRefused(int classType) throws Exception {
    TestInstances random = new TestInstances();
    random.setNumRelational(1);
    random.setClassType(classType);
    assertRefused(classType, random.generate(), "Cannot handle relational attributes!");
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void dataWithoutAClassAreRefused(int classType) throws Exception {
    Instances data = DataSets.mixed(20, classType, 5);
    data.setClassIndex(-1);
    assertRefused(classType, data, "Class attribute not set!");
  }

  /** Also if the user wants capabilities not to be checked, which saves Weka a look at all instances. */
  private static void assertRefused(int scheme, Instances data, String message) throws Exception {
    for (String options : new String[] {"", "-do-not-check-capabilities"}) {
      BackpropScheme refusing = Schemes.forClass(scheme, options);
      Exception e = assertThrows(Exception.class, () -> refusing.buildClassifier(data));
      assertEquals(refusing.getClass().getName() + ": " + message, e.getMessage());
    }
  }

  /** Numeric, date, unary, binary and other nominal attributes, missing values, and instances without a class value. */
  @ParameterizedTest
  @CsvSource({"1, '{a, b}', a, b", "1, '{a, b, c}', a, b", "0, numeric, 1, 2", "0, date yyyy, 2001, 2002"})
  void allTheRestIsTaken(int scheme, String classAttribute, String one, String other) throws Exception {
    Instances data = DataSets.of("x numeric; d date yyyy; u {r}; m {r, g}; n {r, g, b}; e {}; c " + classAttribute,
        "1,2001,r,g,b,?," + one, "?,?,?,?,?,?," + other, "2,2002,r,r,g,?,?", "2,2002,r,r,g,?," + other);
    Schemes.forClass(scheme, "").getCapabilities().testWithFail(data);
    assertEquals("input 5", Schemes.layers(Schemes.built(Schemes.forClass(scheme, "-N 1"), data)).get(0));
  }

  @ParameterizedTest
  @ValueSource(classes = {BackpropClassifier.class, BackpropRegressor.class})
  void wekaFindsTheInterfacesThatItLooksFor(Class<? extends BackpropScheme> type) throws Exception {
    BackpropScheme scheme = type.getDeclaredConstructor().newInstance();
    // Boosting and cost-sensitive learning weight instances instead of resampling them.
    assertInstanceOf(WeightedInstancesHandler.class, scheme);
    // Ensembles give each member a seed of its own.
    assertInstanceOf(Randomizable.class, scheme);
    assertInstanceOf(BatchPredictor.class, scheme);
    assertTrue(scheme.implementsMoreEfficientBatchPrediction());
    assertInstanceOf(TechnicalInformationHandler.class, scheme);
  }

  @Test
  void backpropagationIsCited() {
    TechnicalInformation information = new BackpropClassifier().getTechnicalInformation();
    assertTrue(information.getValue(Field.AUTHOR).contains("Rumelhart"));
    assertEquals("1986", information.getValue(Field.YEAR));
    assertTrue(new BackpropClassifier().globalInfo().contains("Rumelhart"));
    assertTrue(new BackpropRegressor().globalInfo().contains("Rumelhart"));
    assertTrue(information.toBibTex().startsWith("@article{"));
  }

  /** For the optimizers and the initial weights. */
  @Test
  void otherSourcesAreCited() {
    String text = new BackpropRegressor().getTechnicalInformation().toString();
    for (String author : new String[] {"Kingma", "Sutskever", "Glorot", "Kaiming He"}) {
      assertTrue(text.contains(author), text);
    }
  }
}
