package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.ConditionalDensityEstimator;
import weka.classifiers.IntervalEstimator;
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
import weka.core.WekaException;

/** What the schemes can handle and what Weka's check keeps from them. */
class CapabilitiesTest {

  private static final String FILTERS = " (weka.filters.unsupervised.attribute)";
  private static final String CLASSIFIER = ", but BackpropClassifier predicts the labels of a nominal class. ";
  private static final String REGRESSOR = ", but BackpropRegressor predicts the values of a numeric or date class. ";

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "1 | x numeric; why string; c {a, b} | 1,hello,a",
      "0 | why string; x numeric; c numeric | hello,1,1"})
  void aStringAttributeIsNamedWithFiltersForIt(int scheme, String attributes, String row) throws Exception {
    assertRejected(scheme, DataSets.of(attributes, row), "Attribute 'why' is a string attribute, but must be numeric, "
        + "nominal or a date. Turn text into word counts with the filter StringToWordVector, or single values into "
        + "labels with StringToNominal" + FILTERS + "; inside weka.classifiers.meta.FilteredClassifier, the filter "
        + "applies to data to predict, too.");
  }

  @ParameterizedTest
  @CsvSource({"numeric, 1", "date yyyy, 2001"})
  void theClassifierNamesTheRegressorForNumbers(String type, String value) throws Exception {
    assertRejected(1, DataSets.of("x numeric; c " + type, "1," + value), "The class 'c' is " + type.split(" ")[0]
        + CLASSIFIER + "Use BackpropRegressor, or turn the class into labels with the filter NumericToNominal" + FILTERS
        + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{a}", "{a, b}", "{a, b, c}"})
  void theRegressorNamesTheClassifierForLabels(String labels) throws Exception {
    assertRejected(0, DataSets.of("x numeric; c " + labels, "1,a"), "The class 'c' is nominal" + REGRESSOR
        + "Use BackpropClassifier.");
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NUMERIC, Attribute.NOMINAL})
  void aStringClassIsToBecomeNominal(int scheme) throws Exception {
    assertRejected(scheme, DataSets.of("x numeric; c string", "1,s"), "The class 'c' is string"
        + (scheme == Attribute.NOMINAL ? CLASSIFIER : REGRESSOR) + "Turn the class into labels with the filter "
        + "StringToNominal" + FILTERS + ", and use BackpropClassifier.");
  }

  @ParameterizedTest
  @CsvSource({"{}, ?, no label", "{a}, a, a single label"})
  void aClassWithoutTwoLabelsIsRejected(String labels, String value, String number) throws Exception {
    assertRejected(1, DataSets.of("x numeric; c " + labels, "1," + value), "The nominal class 'c' has " + number
        + ", but must have two labels or more. Add the missing ones with the filter AddValues" + FILTERS
        + ", or choose another class attribute.");
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void relationalAttributesAreRejected(int classType) throws Exception {
    TestInstances random = new TestInstances();
    random.setNumRelational(1);
    random.setClassType(classType);
    assertRejected(classType, random.generate(), "Attribute 'Relational1' is a relational attribute, but must be "
        + "numeric, nominal or a date. Remove it with the filter Remove" + FILTERS + ".");
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void dataWithoutAClassAreRejected(int classType) throws Exception {
    Instances data = DataSets.mixed(20, classType, 5);
    data.setClassIndex(-1);
    assertRejected(classType, data, "The data have no class attribute. Choose one: with option -c on the command line, "
        + "in the list above Start in the Explorer, or by setClassIndex in Java.");
  }

  /** Also if the user wants capabilities not to be checked, which saves Weka a look at all instances. */
  private static void assertRejected(int scheme, Instances data, String message) throws Exception {
    for (String options : new String[] {"", "-do-not-check-capabilities"}) {
      BackpropScheme rejecting = Schemes.forClass(scheme, options);
      assertEquals(message, assertThrows(WekaException.class, () -> rejecting.buildClassifier(data)).getMessage());
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
    // Weka asks for intervals only where it predicts one by one.
    assertEquals(type == BackpropClassifier.class, scheme.implementsMoreEfficientBatchPrediction());
    assertEquals(type == BackpropRegressor.class, scheme instanceof IntervalEstimator);
    assertEquals(type == BackpropRegressor.class, scheme instanceof ConditionalDensityEstimator);
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
