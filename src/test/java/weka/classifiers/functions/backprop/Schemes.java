package weka.classifiers.functions.backprop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.core.Attribute;
import weka.core.CheckOptionHandler;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;

/** What several tests do with schemes. */
public final class Schemes {

  private Schemes() {
  }

  /** A classifier with options as on the command line; those not given have their defaults. */
  public static BackpropClassifier classifier(String options) throws Exception {
    BackpropClassifier scheme = new BackpropClassifier();
    scheme.setOptions(Utils.splitOptions(options));
    return scheme;
  }

  /** A regressor with options as on the command line; those not given have their defaults. */
  public static BackpropRegressor regressor(String options) throws Exception {
    BackpropRegressor scheme = new BackpropRegressor();
    scheme.setOptions(Utils.splitOptions(options));
    return scheme;
  }

  /** The scheme for a type of class attribute. */
  public static BackpropScheme forClass(int classType, String options) throws Exception {
    return classType == Attribute.NOMINAL ? classifier(options) : regressor(options);
  }

  /** Builds a scheme and returns it. */
  public static <T extends Classifier> T built(T scheme, Instances data) throws Exception {
    scheme.buildClassifier(data);
    return scheme;
  }

  /** Trains as many epochs as the options say: goes on, if there is a training to be resumed. */
  public static void goOn(BackpropScheme scheme, Instances data) throws Exception {
    scheme.initializeClassifier(data);
    while (scheme.next()) {
      // Another epoch.
    }
    scheme.done();
  }

  /** The bytes of a saved scheme. */
  public static byte[] saved(BackpropScheme scheme) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SerializationHelper.write(bytes, scheme);
    return bytes.toByteArray();
  }

  /** What was saved, read back. */
  @SuppressWarnings("unchecked")
  public static <T extends BackpropScheme> T loaded(byte[] saved) throws Exception {
    return (T) SerializationHelper.read(new ByteArrayInputStream(saved));
  }

  /** Weka's check of options, with some that a user gives. */
  public static CheckOptionHandler withOptions(CheckOptionHandler check, String options) {
    try {
      check.setUserOptions(Utils.splitOptions(options));
      return check;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Predictions, asked for one by one. */
  public static double[][] predictions(Classifier scheme, Instances data) throws Exception {
    double[][] predictions = new double[data.numInstances()][];
    for (int i = 0; i < predictions.length; i++) {
      Instance instance = data.instance(i);
      predictions[i] = scheme.distributionForInstance(instance);
    }
    return predictions;
  }

  /** All weights and biases of a built scheme, as text: floats have different texts if they have different bits. */
  public static String parameters(BackpropScheme built) {
    boolean debug = built.getDebug();
    built.setDebug(true);
    String text = built.toString();
    built.setDebug(debug);
    return text.substring(text.indexOf("Layer 1:"));
  }

  /** The lines of a built scheme's text about the network's layers, such as "hidden 1 3 relu 15". */
  public static List<String> layers(BackpropScheme built) {
    List<String> layers = new ArrayList<>();
    for (String line : built.toString().lines().toList()) {
      if (line.startsWith("input ") || line.startsWith("hidden ") || line.startsWith("output ")) {
        layers.add(line.trim().replaceAll(" +", " "));
      }
    }
    return layers;
  }

  /** Percentage of correct predictions in a 10-fold cross-validation. */
  public static double accuracy(Classifier scheme, Instances data) throws Exception {
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(scheme, data, 10, new Random(1));
    return evaluation.pctCorrect();
  }
}
