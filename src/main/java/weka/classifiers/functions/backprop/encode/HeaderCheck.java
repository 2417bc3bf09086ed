package weka.classifiers.functions.backprop.encode;

import java.lang.ref.WeakReference;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.WekaException;

/**
 * Makes sure that data to predict have the attributes of the training data. Values are read by their place alone, so
 * that otherwise a model would predict nonsense from others, and nobody would be told. Remembers which data passed,
 * since most are predicted instance by instance.
 */
public final class HeaderCheck {

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
   * Asks for the same inputs at the same places. A nominal one may have more labels, which count as never seen, or
   * fewer. The class may have another name and other labels, since some of Weka's meta-schemes replace it, but must
   * have its type and its place, and no label of the training data at another one.
   *
   * @param trained the attributes of the training data
   * @param other those of data to predict; which is the class may not be known
   * @return a check that was passed
   * @throws WekaException if they differ; it says where first
   */
  public static HeaderCheck of(Instances trained, Instances other) throws WekaException {
    requireEqual("there are", trained.numAttributes() + " attributes", other.numAttributes() + " attributes");
    if (other.classIndex() >= 0) {
      requireEqual("the class is", "attribute " + (trained.classIndex() + 1), "attribute " + (other.classIndex() + 1));
    }
    for (int a = 0; a < trained.numAttributes(); a++) {
      Attribute attribute = trained.attribute(a);
      // Headers that were copied share their attributes.
      if (attribute != other.attribute(a)) {
        if (a == trained.classIndex()) {
          requireClass(attribute, other.attribute(a));
        } else {
          requireInput(a, attribute, other.attribute(a));
        }
      }
    }
    return new HeaderCheck(trained, other);
  }

  private static void requireInput(int index, Attribute trained, Attribute other) throws WekaException {
    requireEqual("attribute " + (index + 1) + " is", "'" + trained.name() + "'", "'" + other.name() + "'");
    requireEqual("attribute '" + trained.name() + "' is", Attribute.typeToString(trained),
        Attribute.typeToString(other));
    if (trained.isNominal()) {
      for (int label = 0; label < Math.min(trained.numValues(), other.numValues()); label++) {
        if (!trained.value(label).equals(other.value(label))) {
          requireEqual("label " + (label + 1) + " of attribute '" + trained.name() + "' is",
              "'" + trained.value(label) + "'", "'" + other.value(label) + "'");
        }
      }
    }
  }

  private static void requireClass(Attribute trained, Attribute other) throws WekaException {
    requireEqual("the class is", Attribute.typeToString(trained), Attribute.typeToString(other));
    if (trained.isNominal()) {
      for (int label = 0; label < trained.numValues(); label++) {
        int place = other.indexOfValue(trained.value(label));
        if (place >= 0 && place != label) {
          requireEqual("the class label '" + trained.value(label) + "' is", "number " + (label + 1),
              "number " + (place + 1));
        }
      }
    }
  }

  private static void requireEqual(String subject, String trained, String other) throws WekaException {
    if (!trained.equals(other)) {
      throw new WekaException("The model can't predict data whose attributes aren't those of its training data: "
          + subject + " " + other + ", but must be " + trained + ".");
    }
  }
}
