package weka.classifiers.functions.backprop.view;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import weka.classifiers.Classifier;
import weka.classifiers.functions.backprop.explain.Contributions;
import weka.classifiers.functions.backprop.explain.Explainable;
import weka.classifiers.functions.backprop.explain.Importance;
import weka.classifiers.functions.backprop.explain.PartialDependence;
import weka.classifiers.functions.backprop.explain.PermutationImportance;
import weka.classifiers.functions.backprop.explain.ShapleySampling;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * A model of the result list, with the data that it is explained on.
 *
 * @param data with the class that the model was trained for
 */
record ExplainedModel(Classifier classifier, Instances data) {

  /** Instances that the importance is measured on, and that a partial dependence is averaged over, at most. */
  static final int IMPORTANCE_INSTANCES = 2000;
  static final int DEPENDENCE_INSTANCES = 200;
  private static final int SHUFFLES = 5;
  private static final int SAMPLES = 200;
  private static final long SEED = 1;

  /**
   * A model and the loaded data.
   *
   * @throws IllegalArgumentException if there are none, or their attributes are not those of the training data
   */
  static ExplainedModel of(ResultList.Result result, Instances loaded) {
    if (loaded == null || loaded.isEmpty()) {
      throw new IllegalArgumentException("No data are loaded: open a file in the Preprocess tab.");
    }
    Instances data = new Instances(loaded);
    data.setClassIndex(result.header().classIndex());
    String difference = result.header().equalHeadersMsg(data);
    if (difference != null) {
      throw new IllegalArgumentException("The loaded data have other attributes than the model's training data: "
          + difference.replace('\n', ' '));
    }
    return new ExplainedModel(result.classifier(), data);
  }

  /** What is predicted: the probability of each label, or the class itself if it is numeric. */
  List<String> outputs() {
    Attribute label = data.classAttribute();
    return label.isNominal()
        ? IntStream.range(0, label.numValues()).mapToObj(k -> "P(" + label.name() + "=" + label.value(k) + ")").toList()
        : List.of(label.name());
  }

  /** The importance of all attributes, the greatest first. */
  List<Importance> importance(DoubleConsumer progress) throws Exception {
    Instances sample = PermutationImportance.sample(data, IMPORTANCE_INSTANCES, SEED);
    if (sample.isEmpty()) {
      throw new IllegalArgumentException("none of the loaded instances has a class value.");
    }
    return new PermutationImportance(classifier, sample).ofAll(SHUFFLES, SEED, progress);
  }

  /** What the importance is measured by, for people. */
  String importanceName() {
    return "Growth of the " + PermutationImportance.lossName(data) + " when an attribute is shuffled";
  }

  /** How an output depends on an attribute. */
  PartialDependence dependence(int attribute, int output, DoubleConsumer progress) throws Exception {
    return PartialDependence.of(classifier, data, attribute, output, DEPENDENCE_INSTANCES, SEED, progress);
  }

  /** How the prediction of an instance comes about: by integrated gradients if the model can, or else by sampling. */
  Contributions contributions(int instance, int output, DoubleConsumer progress) throws Exception {
    return classifier instanceof Explainable explainable
        ? explainable.contributions(data.instance(instance), output)
        : ShapleySampling.of(classifier, data.instance(instance), data, output, SAMPLES, SEED, progress);
  }

  /** How contributions were computed, for people. */
  String method() {
    return classifier instanceof Explainable ? "integrated gradients, from means and most frequent labels"
        : "Shapley values by " + SAMPLES + " samples, ± standard error";
  }

  /** An attribute of an instance with its value, for people. */
  String describe(int instance, int attribute) {
    Instance one = data.instance(instance);
    String value = one.isMissing(attribute) ? "?"
        : data.attribute(attribute).isNumeric() && !data.attribute(attribute).isDate()
        ? Utils.doubleToString(one.value(attribute), 6) : one.toString(attribute);
    return data.attribute(attribute).name() + " = " + value;
  }

  /** A prediction as the sum that it is, for people. */
  String describe(Contributions contributions, int output) {
    return String.format(Locale.ROOT, "%s = %.4g = %.4g + contributions", outputs().get(output),
        contributions.prediction(), contributions.base());
  }
}
