package weka.classifiers.functions.backprop.compare;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.OptionHandler;
import weka.core.Utils;

/** A scheme under the name that it has in the tables. */
record Scheme(String name, String className, String options) {

  /** A scheme of Weka's with its defaults, under its own name. */
  static Scheme standard(String className) {
    return new Scheme(className.replaceFirst(".*\\.", ""), "weka.classifiers." + className, "");
  }

  /** A scheme with other options: "name=options;name=options", or nothing. */
  static List<Scheme> variants(Scheme standard, String variants) {
    List<Scheme> schemes = new ArrayList<>();
    for (String variant : variants.split(";")) {
      if (!variant.isBlank()) {
        String[] parts = variant.split("=", 2);
        if (parts.length < 2) {
          throw new IllegalArgumentException("\"" + variant + "\" is not of the form name=options");
        }
        schemes.add(new Scheme(parts[0].trim(), standard.className, parts[1].trim()));
      }
    }
    return schemes;
  }

  /** All options with their values, as the Experimenter notes them down. */
  String allOptions() throws Exception {
    return Utils.joinOptions(((OptionHandler) create()).getOptions());
  }

  /** The scheme, untrained. */
  Classifier create() throws Exception {
    return AbstractClassifier.forName(className, Utils.splitOptions(options));
  }
}
