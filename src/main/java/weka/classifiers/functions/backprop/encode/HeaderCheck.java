package weka.classifiers.functions.backprop.encode;

import java.lang.ref.WeakReference;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.WekaException;

/**
 * Makes sure that data have the attributes of the training data, be it to predict them or to continue training. Values
 * are read by their place alone, so a model would silently predict nonsense from others. Remembers which data passed,
 * since most are predicted instance by instance.
 */
public final class HeaderCheck {

  private static final String MAPPED = "Give the data the same header, or wrap the scheme in "
      + "weka.classifiers.misc.InputMappedClassifier, which maps attributes and labels by name.";

  private final Instances trained;
  /** Data must not stay in memory for this. */
  private final WeakReference<Instances> passed;
  private final int classIndex;

  private HeaderCheck(Instances trained, Instances passed) {
    this.trained = trained;
    this.passed = new WeakReference<>(passed);
    classIndex = passed.classIndex();
  }

  /** Whether this is a check of these very data, with that class. */
  public boolean covers(Instances trainedOn, Instances other) {
    return trained == trainedOn && passed.get() == other && classIndex == other.classIndex();
  }

  /**
   * Requires the same inputs at the same places. A nominal one may have more labels, which count as never seen, or
   * fewer. The class may have another name and other labels, since some of Weka's meta-schemes replace it, but must
   * have its type and its place, and no label of the training data at another one.
   *
   * @param trained the attributes of the training data
   * @param other those of data to predict; which is the class may not be known
   * @return a check that was passed
   * @throws WekaException if they differ; it says where first, and what to do
   */
  public static HeaderCheck of(Instances trained, Instances other) throws WekaException {
    int classIndex = trained.classIndex();
    if (lacksClass(trained, other)) {
      throw new WekaException("The data lack the class attribute '" + trained.classAttribute().name()
          + "'. Add it as attribute " + (classIndex + 1) + ", declared as in the training data, with ? as its values.");
    }
    requireEqual("there are", trained.numAttributes() + " attributes", other.numAttributes() + " attributes", MAPPED);
    if (other.classIndex() >= 0) {
      requireEqual("the class is", "attribute " + (classIndex + 1), "attribute " + (other.classIndex() + 1),
          "Choose attribute " + (classIndex + 1) + " as the class.");
    }
    for (int a = 0; a < trained.numAttributes(); a++) {
      Attribute attribute = trained.attribute(a);
      // Headers that were copied share their attributes.
      if (attribute != other.attribute(a)) {
        if (a == classIndex) {
          requireClass(attribute, other.attribute(a));
        } else {
          requireInput(a, attribute, other.attribute(a));
        }
      }
    }
    return new HeaderCheck(trained, other);
  }

  /** Whether the inputs are there, as far as their names say, but not the class. */
  private static boolean lacksClass(Instances trained, Instances other) {
    if (other.numAttributes() != trained.numAttributes() - 1) {
      return false;
    }
    int classIndex = trained.classIndex();
    return IntStream.range(0, other.numAttributes())
        .allMatch(a -> trained.attribute(a < classIndex ? a : a + 1).name().equals(other.attribute(a).name()));
  }

  private static void requireInput(int index, Attribute trained, Attribute other) throws WekaException {
    requireEqual("attribute " + (index + 1) + " is", "'" + trained.name() + "'", "'" + other.name() + "'", MAPPED);
    requireEqual("attribute '" + trained.name() + "' is", Attribute.typeToString(trained),
        Attribute.typeToString(other), "Declare it as in the training data.");
    if (trained.isNominal()) {
      for (int label = 0; label < Math.min(trained.numValues(), other.numValues()); label++) {
        if (!trained.value(label).equals(other.value(label))) {
          requireEqual("label " + (label + 1) + " of attribute '" + trained.name() + "' is",
              "'" + trained.value(label) + "'", "'" + other.value(label) + "'", MAPPED);
        }
      }
    }
  }

  private static void requireClass(Attribute trained, Attribute other) throws WekaException {
    String remedy = "Declare it as in the training data; unknown values are ?.";
    requireEqual("the class is", Attribute.typeToString(trained), Attribute.typeToString(other), remedy);
    if (trained.isNominal()) {
      for (int label = 0; label < trained.numValues(); label++) {
        int place = other.indexOfValue(trained.value(label));
        if (place >= 0 && place != label) {
          requireEqual("the class label '" + trained.value(label) + "' is", "number " + (label + 1),
              "number " + (place + 1), remedy);
        }
      }
    }
  }

  private static void requireEqual(String subject, String trained, String other, String remedy) throws WekaException {
    if (!trained.equals(other)) {
      throw new WekaException("The data must have the attributes of the training data, but " + subject + " "
          + other + " instead of " + trained + ". " + remedy);
    }
  }
}
