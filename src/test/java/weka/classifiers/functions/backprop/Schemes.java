package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropClassifierUpdateable;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.BackpropRegressorUpdateable;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Network;
import weka.core.Attribute;
import weka.core.CheckOptionHandler;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.WekaException;

/** What several tests do with schemes. */
public final class Schemes {

  private Schemes() {
  }

  /** A classifier with options as on the command line; those not given have their defaults, but of one network. */
  public static BackpropClassifier classifier(String options) throws Exception {
    BackpropClassifier scheme = new BackpropClassifier();
    scheme.setOptions(Utils.splitOptions(ofOneNetwork(options)));
    return scheme;
  }

  /** A regressor with options as on the command line; those not given have their defaults, but of one network. */
  public static BackpropRegressor regressor(String options) throws Exception {
    BackpropRegressor scheme = new BackpropRegressor();
    scheme.setOptions(Utils.splitOptions(ofOneNetwork(options)));
    return scheme;
  }

  /** The same options, with one network unless they say how many. */
  public static String ofOneNetwork(String options) {
    return options.matches("(?s)(.* )?-K .*") ? options : "-K 1 " + options;
  }

  /** The scheme for a type of class attribute. */
  public static BackpropScheme forClass(int classType, String options) throws Exception {
    return classType == Attribute.NOMINAL ? classifier(options) : regressor(options);
  }

  /** The scheme for a stream with a type of class attribute. */
  public static UpdateableScheme updateable(int classType, String options) throws Exception {
    UpdateableScheme scheme = classType == Attribute.NOMINAL ? new BackpropClassifierUpdateable()
        : new BackpropRegressorUpdateable();
    scheme.setOptions(Utils.splitOptions(options));
    return scheme;
  }

  /** Builds a scheme and returns it. */
  public static <T extends Classifier> T built(T scheme, Instances data) throws Exception {
    scheme.buildClassifier(data);
    return scheme;
  }

  /** Trains as many epochs as the options say, and resumes a training if there is one to resume. */
  public static void resume(BackpropScheme scheme, Instances data) throws Exception {
    scheme.initializeClassifier(data);
    while (scheme.next()) {
      // Another epoch.
    }
    scheme.done();
  }

  /** Resumes a training, or begins one, for some epochs. */
  public static void resume(BackpropScheme scheme, int epochs, Instances data) throws Exception {
    scheme.setEpochs(epochs);
    resume(scheme, data);
  }

  /** Epochs that a model was trained for. */
  public static int epochs(BackpropScheme scheme) {
    return (int) scheme.getMeasure("measureEpochs");
  }

  /** What a model is and how it came about. */
  public static String modelText(BackpropScheme scheme) throws WekaException {
    return scheme + parameters(scheme);
  }

  /** Fails unless two models are the same, came about in the same way and predict the same. */
  public static void assertSameModel(BackpropScheme expected, BackpropScheme actual, Instances data)
      throws Exception {
    assertEquals(modelText(expected), modelText(actual));
    assertArrayEquals(predictions(expected, data), predictions(actual, data));
  }

  /** The bytes of a saved scheme. */
  public static byte[] saved(Classifier scheme) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SerializationHelper.write(bytes, scheme);
    return bytes.toByteArray();
  }

  /** What was saved, read back. */
  @SuppressWarnings("unchecked")
  public static <T extends Classifier> T loaded(byte[] saved) throws Exception {
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
  public static String parameters(BackpropScheme built) throws WekaException {
    StringBuilder parameters = new StringBuilder();
    for (Member member : built.model().members()) {
      for (Layer layer : member.network().layers()) {
        parameters.append(Arrays.deepToString(layer.weights())).append(Arrays.toString(layer.biases())).append('\n');
      }
    }
    return parameters.toString();
  }

  /**
   * The layers of a built scheme's network, of several the heaviest, such as "hidden 1 3 relu 15" with units,
   * activation and parameters.
   */
  public static List<String> layers(BackpropScheme built) throws WekaException {
    Network network = built.model().heaviest().network();
    List<String> layers = new ArrayList<>(List.of("input " + network.layers().get(0).inputs()));
    for (Layer layer : network.layers()) {
      boolean output = layer == network.outputLayer();
      Enum<?> activation = output ? network.loss().output() : layer.activation();
      layers.add((output ? "output" : "hidden " + layers.size()) + " " + layer.units() + " "
          + activation.name().toLowerCase(Locale.ROOT) + " " + layer.parameterCount());
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
