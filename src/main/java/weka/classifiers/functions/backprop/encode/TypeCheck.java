package weka.classifiers.functions.backprop.encode;

import weka.core.Attribute;
import weka.core.Instances;
import weka.core.WekaException;

/** Makes sure that training data have attributes and a class of the right types. */
public final class TypeCheck {

  private static final String FILTERS = " (weka.filters.unsupervised.attribute)";

  private TypeCheck() {
  }

  /**
   * Checks the types of inputs and class.
   *
   * @param data not modified
   * @param nominal whether the class must be nominal; if not, it must be numeric or a date
   * @param suffix what the names of the schemes that a message recommends end in, such as Updateable for streams
   * @throws WekaException if there is no class, or an attribute is of another type; it says which one, and what to do
   */
  public static void check(Instances data, boolean nominal, String suffix) throws WekaException {
    if (data.classIndex() < 0) {
      throw new WekaException("The data have no class attribute. Choose one: with option -c on the command line, in "
          + "the list above Start in the Explorer, or by setClassIndex in Java.");
    }
    for (int a = 0; a < data.numAttributes(); a++) {
      if (a != data.classIndex()) {
        checkInput(data.attribute(a));
      }
    }
    if (nominal) {
      checkNominalClass(data.classAttribute(), suffix);
    } else {
      checkNumericClass(data.classAttribute(), suffix);
    }
  }

  private static void checkInput(Attribute attribute) throws WekaException {
    if (attribute.isNumeric() || attribute.isNominal()) {
      return;
    }
    String remedy = attribute.isString() ? "Turn text into word counts with the filter StringToWordVector, or single "
        + "values into labels with StringToNominal" + FILTERS + "; inside weka.classifiers.meta.FilteredClassifier, "
        + "the filter applies to data to predict, too."
        : "Remove it with the filter Remove" + FILTERS + ".";
    throw new WekaException("Attribute '" + attribute.name() + "' is a " + Attribute.typeToString(attribute)
        + " attribute, but must be numeric, nominal or a date. " + remedy);
  }

  private static void checkNominalClass(Attribute attribute, String suffix) throws WekaException {
    if (!attribute.isNominal()) {
      String purpose = "BackpropClassifier" + suffix + " predicts the labels of a nominal class";
      throw wrongClass(attribute, purpose, attribute.isNumeric() ? "Use BackpropRegressor" + suffix
          + ", or turn the class into labels with the filter NumericToNominal" + FILTERS + "."
          : labels(attribute, suffix));
    }
    if (attribute.numValues() < 2) {
      throw new WekaException("The nominal class '" + attribute.name() + "' has "
          + (attribute.numValues() == 0 ? "no label" : "a single label") + ", but must have two labels or more. "
          + "Add the missing ones with the filter AddValues" + FILTERS + ", or choose another class attribute.");
    }
  }

  private static void checkNumericClass(Attribute attribute, String suffix) throws WekaException {
    if (!attribute.isNumeric()) {
      String purpose = "BackpropRegressor" + suffix + " predicts the values of a numeric or date class";
      throw wrongClass(attribute, purpose,
          attribute.isNominal() ? "Use BackpropClassifier" + suffix + "." : labels(attribute, suffix));
    }
  }

  /** What to do about a class of strings, or of nothing that can be predicted. */
  private static String labels(Attribute attribute, String suffix) {
    return attribute.isString() ? "Turn the class into labels with the filter StringToNominal" + FILTERS
        + ", and use BackpropClassifier" + suffix + "." : "Choose another class attribute.";
  }

  private static WekaException wrongClass(Attribute attribute, String purpose, String remedy) {
    return new WekaException("The class '" + attribute.name() + "' is " + Attribute.typeToString(attribute) + ", but "
        + purpose + ". " + remedy);
  }
}
