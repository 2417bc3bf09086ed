package weka.classifiers.functions.backprop.explain;

import java.util.Random;
import weka.classifiers.Classifier;
import weka.core.BatchPredictor;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * How much a trained classifier needs an attribute: how much its error grows when the attribute's values are shuffled,
 * so that they fit their instances no more (Breiman, 2001). The error is the rate of wrong labels or the root mean
 * squared error, weighted.
 */
public final class PermutationImportance {

  private final Classifier classifier;
  private final Instances heldOut;
  private final double error;

  /**
   * Measures the error as it is.
   *
   * @param classifier trained on other instances; not modified
   * @param heldOut with class values; not modified
   */
  public PermutationImportance(Classifier classifier, Instances heldOut) throws Exception {
    this.classifier = classifier;
    this.heldOut = heldOut;
    error = errorOn(heldOut);
  }

  /** The error on the instances as they are. */
  public double error() {
    return error;
  }

  /**
   * The importance of an attribute, the mean of several shuffles.
   *
   * @param seed of the shuffles; the same for all attributes gives them the same orders
   */
  public double of(int attribute, int shuffles, long seed) throws Exception {
    Random random = new Random(seed);
    double total = 0;
    for (int shuffle = 0; shuffle < shuffles; shuffle++) {
      total += errorOn(shuffled(attribute, random)) - error;
    }
    return total / shuffles;
  }

  private Instances shuffled(int attribute, Random random) {
    Instances shuffled = new Instances(heldOut);
    double[] values = heldOut.attributeToDoubleArray(attribute);
    for (int i = values.length - 1; i >= 0; i--) {
      int other = random.nextInt(i + 1);
      double value = values[other];
      values[other] = values[i];
      shuffled.instance(i).setValue(attribute, value);
    }
    return shuffled;
  }

  private double errorOn(Instances data) throws Exception {
    double[][] predictions = predictions(data);
    double errors = 0;
    double weights = 0;
    for (int i = 0; i < predictions.length; i++) {
      Instance instance = data.instance(i);
      double difference = instance.classAttribute().isNominal()
          ? Utils.maxIndex(predictions[i]) == (int) instance.classValue() ? 0 : 1
          : predictions[i][0] - instance.classValue();
      errors += instance.weight() * difference * difference;
      weights += instance.weight();
    }
    return data.classAttribute().isNominal() ? errors / weights : Math.sqrt(errors / weights);
  }

  private double[][] predictions(Instances data) throws Exception {
    if (classifier instanceof BatchPredictor batch && batch.implementsMoreEfficientBatchPrediction()) {
      return batch.distributionsForInstances(data);
    }
    double[][] predictions = new double[data.numInstances()][];
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] = classifier.distributionForInstance(data.instance(i));
    }
    return predictions;
  }
}
