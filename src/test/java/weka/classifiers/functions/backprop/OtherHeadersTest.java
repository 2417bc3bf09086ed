package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Evaluation;
import weka.classifiers.misc.InputMappedClassifier;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** Data with other attributes than the training data are rejected, since a model would predict nonsense from them. */
class OtherHeadersTest {

  private static final String REJECTION = "The data must have the attributes of the training data, but ";
  private static final String MAPPED = "Give the data the same header, or wrap the scheme in "
      + "weka.classifiers.misc.InputMappedClassifier, which maps attributes and labels by name.";
  private static final String DECLARED = "Declare it as in the training data; unknown values are ?.";
  private static final String CHOSEN = "Choose attribute 3 as the class.";

  private BackpropScheme classifier;
  private BackpropScheme regressor;

  @BeforeEach
  void build() throws Exception {
    classifier = Schemes.built(Schemes.classifier("-N 2 -H 3"),
        DataSets.of("x numeric; n {r, g, b}; y {yes, no}", "1,r,yes", "2,g,no", "3,b,yes"));
    regressor = Schemes.built(Schemes.regressor("-N 2 -H 3"),
        DataSets.of("x numeric; n {r, g, b}; y numeric", "1,r,1", "2,g,5", "3,b,2"));
  }

  private static void assertRejected(BackpropScheme scheme, Instances data, String difference, String remedy) {
    Instance instance = data.firstInstance();
    for (WekaException e : new WekaException[] {
        assertThrows(WekaException.class, () -> scheme.distributionForInstance(instance)),
        assertThrows(WekaException.class, () -> scheme.classifyInstance(instance)),
        assertThrows(WekaException.class, () -> scheme.distributionsForInstances(data)),
        assertThrows(WekaException.class, () -> scheme.getMembershipValues(instance)),
        assertThrows(WekaException.class, () -> new Evaluation(data).evaluateModel(scheme, data))}) {
      assertEquals(REJECTION + difference + ". " + remedy, e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      x numeric; y #                       | 1,#     | there are 2 attributes instead of 3 attributes
      x numeric; n {r, g, b}; z {}; y #    | 1,r,?,# | there are 4 attributes instead of 3 attributes
      z numeric; n {r, g, b}; y #          | 1,r,#   | attribute 1 is 'z' instead of 'x'
      n {r, g, b}; x numeric; y #          | r,1,#   | attribute 1 is 'n' instead of 'x'
      x date yyyy; n {r, g, b}; y #        | 2001,r,# | attribute 'x' is date instead of numeric
      x string; n {r, g, b}; y #           | s,r,#   | attribute 'x' is string instead of numeric
      x numeric; n numeric; y #            | 1,-2.5,# | attribute 'n' is numeric instead of nominal
      x numeric; n {b, g, r}; y #          | 1,r,#   | label 1 of attribute 'n' is 'b' instead of 'r'
      x numeric; n {r, black, b}; y #      | 1,r,#   | label 2 of attribute 'n' is 'black' instead of 'g'""")
  void otherInputsAreRejectedByName(String attributes, String row, String difference) {
    String remedy = difference.startsWith("attribute '") ? "Declare it as in the training data." : MAPPED;
    assertRejected(classifier, DataSets.of(attributes.replace("#", "{yes, no}"), row.replace("#", "yes")), difference,
        remedy);
    assertRejected(regressor, DataSets.of(attributes.replace("#", "numeric"), row.replace("#", "1")), difference,
        remedy);
  }

  @Test
  void anotherClassIsRejected() {
    assertRejected(classifier, DataSets.of("x numeric; n {r, g, b}; y {no, yes}", "1,r,yes"),
        "the class label 'yes' is number 2 instead of number 1", DECLARED);
    assertRejected(classifier, DataSets.of("x numeric; n {r, g, b}; y numeric", "1,r,1"),
        "the class is numeric instead of nominal", DECLARED);
    assertRejected(regressor, DataSets.of("x numeric; n {r, g, b}; y {yes, no}", "1,r,yes"),
        "the class is nominal instead of numeric", DECLARED);
    Instances elsewhere = DataSets.of("x numeric; n {r, g, b}; y numeric", "1,r,1");
    elsewhere.setClassIndex(0);
    assertRejected(regressor, elsewhere, "the class is attribute 1 instead of attribute 3", CHOSEN);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void dataWithoutTheClassAreToldWhatToAdd(boolean last) throws Exception {
    Instances training = DataSets.withClassAt(last ? 2 : 0,
        DataSets.of("x numeric; n {r, g, b}; y {yes, no}", "1,r,yes", "2,g,no", "3,b,yes"));
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 2 -H 3"), training);
    Instances data = DataSets.of("x numeric; n {r, g, b}", "1,g");
    data.setClassIndex(-1);
    WekaException e = assertThrows(WekaException.class, () -> scheme.distributionsForInstances(data));
    assertEquals("The data lack the class attribute 'y'. Add it as attribute " + (last ? 3 : 1)
        + ", declared as in the training data, with ? as its values.", e.getMessage());
  }

  @Test
  void aStringClassIsToBeDeclaredAsInTraining() {
    assertRejected(classifier, DataSets.of("x numeric; n {r, g, b}; y string", "1,g,?"),
        "the class is string instead of nominal", DECLARED);
  }

  /** The way that Weka has for such data. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      n {r, g, b}; x numeric; y #          | g,2.5,?
      y #; n {b, g, r}; x numeric          | ?,g,2.5
      x numeric; n {g}; z {}; y #          | 2.5,g,?,?""")
  void inputMappedClassifierFitsThemToTheModel(String attributes, String row) throws Exception {
    for (String classAttribute : new String[] {"{yes, no}", "numeric"}) {
      Instances training = DataSets.of("x numeric; n {r, g, b}; y " + classAttribute,
          classAttribute.equals("numeric") ? new String[] {"1,r,1", "2,g,5", "3,b,2"}
              : new String[] {"1,r,yes", "2,g,no", "3,b,yes"});
      InputMappedClassifier mapped = new InputMappedClassifier();
      mapped.setSuppressMappingReport(true);
      mapped.setClassifier(Schemes.forClass(training.classAttribute().type(), "-N 2 -H 3"));
      mapped.buildClassifier(training);
      Instances other = DataSets.of(attributes.replace("#", classAttribute), row);
      other.setClass(other.attribute("y"));
      Instances same = DataSets.of("x numeric; n {r, g, b}; y " + classAttribute, "2.5,g,?");
      assertArrayEquals(mapped.getClassifier().distributionForInstance(same.firstInstance()),
          mapped.distributionForInstance(other.firstInstance()));
    }
  }

  /** MultiClassClassifier, for one, calls the class of each pair of labels "class", and its labels by numbers. */
  @ParameterizedTest
  @ValueSource(strings = {"class {class0, class1}", "y {yes, no, perhaps}", "y {yes}", "y {}"})
  void aClassThatIsCalledOtherwiseIsNoDanger(String classAttribute) throws Exception {
    Instances data = DataSets.of("x numeric; n {r, g, b}; " + classAttribute, "1,g,?");
    assertArrayEquals(classifier.distributionForInstance(known("1,g,?")),
        classifier.distributionForInstance(data.firstInstance()));
  }

  private static Instance known(String row) {
    return DataSets.of("x numeric; n {r, g, b}; y {yes, no}", row).firstInstance();
  }

  @Test
  void labelsMayBeMoreOrFewer() throws Exception {
    Instances more = DataSets.of("x numeric; n {r, g, b, violet}; y {yes, no}", "1,g,?", "1,violet,?");
    Instances fewer = DataSets.of("x numeric; n {r, g}; y {yes, no}", "1,g,?");
    double[] expected = classifier.distributionForInstance(known("1,g,?"));
    assertArrayEquals(expected, classifier.distributionForInstance(more.instance(0)));
    assertArrayEquals(expected, classifier.distributionForInstance(fewer.instance(0)));
    Instance neverSeen = new DenseInstance(1, new double[] {1, -1, Double.NaN});
    assertArrayEquals(classifier.distributionForInstance(neverSeen),
        classifier.distributionForInstance(more.instance(1)), "a label of no use is as good as none");
  }

  /** Nothing but the number of values is known then. */
  @Test
  void anInstanceOfNoDataIsTakenAtItsWord() throws Exception {
    Instance loose = new DenseInstance(1, new double[] {1, 1, Double.NaN});
    assertArrayEquals(classifier.distributionForInstance(known("1,g,?")), classifier.distributionForInstance(loose));
  }

  @Test
  void whatPassedOnceDoesNotPassForAnotherModel() throws Exception {
    Instances data = DataSets.of("x numeric; n {r, g, b}; y {yes, no}", "1,g,yes", "2,r,no");
    BackpropScheme copy = (BackpropScheme) AbstractClassifier.makeCopy(classifier);
    assertEquals(2, copy.distributionForInstance(data.firstInstance()).length);
    copy.buildClassifier(DataSets.of("x numeric; n {g, r, b}; y {yes, no}", "1,g,yes", "2,r,no"));
    assertRejected(copy, data, "label 1 of attribute 'n' is 'r' instead of 'g'", MAPPED);
  }

  @Test
  void whatPassedOnceDoesNotPassWithAnotherClass() throws Exception {
    Instances data = DataSets.of("x numeric; n {r, g, b}; y numeric", "1,r,1");
    regressor.distributionForInstance(data.firstInstance());
    data.setClassIndex(0);
    assertRejected(regressor, data, "the class is attribute 1 instead of attribute 3", CHOSEN);
  }

  /** The data that a prediction was made of may be garbage soon. */
  @Test
  void dataThatArePredictedAreNotKept() throws Exception {
    Instances data = DataSets.of("x numeric; n {r, g, b}; y {yes, no}", "1,g,yes");
    classifier.distributionForInstance(data.firstInstance());
    WeakReference<Instances> reference = new WeakReference<>(data);
    data = null;
    for (int i = 0; i < 50 && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertNull(reference.get());
  }
}
