package weka.classifiers.functions.backprop.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleConsumer;
import weka.classifiers.Classifier;
import weka.core.Instance;
import weka.core.Instances;

/**
 * How much a trained classifier needs an attribute: how much its loss grows when the attribute's values are shuffled,
 * so that they fit their instances no more (Breiman, 2001). The loss is the log loss of a nominal class and the root
 * mean squared error of a numeric one, weighted.
 */
public final class PermutationImportance {

  private final Classifier classifier;
  private final Instances heldOut;
  private final double loss;

  /**
   * Measures the loss as it is.
   *
   * @param classifier trained on other instances; not modified
   * @param heldOut with class values; not modified
   */
  public PermutationImportance(Classifier classifier, Instances heldOut) throws Exception {
    this.classifier = classifier;
    this.heldOut = heldOut;
    loss = lossOn(heldOut);
  }

  /**
   * At most so many of the instances that have a class value and a weight, drawn at random.
   *
   * @param data not modified
   */
  public static Instances sample(Instances data, int most, long seed) {
    Instances usable = new Instances(data, data.numInstances());
    for (Instance instance : data) {
      if (!instance.classIsMissing() && instance.weight() > 0) {
        usable.add(instance);
      }
    }
    return Predictions.sample(usable, most, seed);
  }

  /** The loss on the instances as they are. */
  public double loss() {
    return loss;
  }

  /** What the loss is, such as log loss, for people. */
  public static String lossName(Instances data) {
    return data.classAttribute().isNominal() ? "log loss" : "root mean squared error";
  }

  /**
   * The importance of an attribute.
   *
   * @param seed of the shuffles; the same for all attributes gives them the same orders
   */
  public Importance of(int attribute, int shuffles, long seed) throws Exception {
    Random random = new Random(seed);
    double sum = 0;
    double squares = 0;
    for (int shuffle = 0; shuffle < shuffles; shuffle++) {
      double growth = lossOn(shuffled(attribute, random)) - loss;
      sum += growth;
      squares += growth * growth;
    }
    double mean = sum / shuffles;
    double variance = shuffles == 1 ? 0 : (squares - sum * mean) / (shuffles - 1);
    return new Importance(attribute, mean, Math.sqrt(Math.max(0, variance)));
  }

  /**
   * The importance of every attribute but the class, the greatest first.
   *
   * @param progress is told the part that is done
   * @throws InterruptedException if the thread was interrupted
   */
  public List<Importance> ofAll(int shuffles, long seed, DoubleConsumer progress) throws Exception {
    List<Importance> all = new ArrayList<>();
    for (int a = 0; a < heldOut.numAttributes(); a++) {
      if (a != heldOut.classIndex()) {
        Predictions.checkInterrupt();
        all.add(of(a, shuffles, seed));
        progress.accept((double) all.size() / (heldOut.numAttributes() - 1));
      }
    }
    all.sort(Comparator.comparingDouble(Importance::mean).reversed());
    return all;
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

  private double lossOn(Instances data) throws Exception {
    double[][] predictions = Predictions.of(classifier, data);
    return data.classAttribute().isNominal() ? logLoss(predictions, data) : rootMeanSquare(predictions, data);
  }

  private static double logLoss(double[][] predictions, Instances data) {
    ProbabilityScores scores = new ProbabilityScores();
    for (int i = 0; i < predictions.length; i++) {
      scores.add(predictions[i], (int) data.instance(i).classValue(), data.instance(i).weight());
    }
    return scores.logLoss();
  }

  private static double rootMeanSquare(double[][] predictions, Instances data) {
    double squares = 0;
    double weights = 0;
    for (int i = 0; i < predictions.length; i++) {
      Instance instance = data.instance(i);
      double difference = predictions[i][0] - instance.classValue();
      squares += instance.weight() * difference * difference;
      weights += instance.weight();
    }
    return Math.sqrt(squares / weights);
  }
}
