package weka.classifiers.functions.backprop.explain;

import java.util.Random;
import weka.classifiers.Classifier;
import weka.core.BatchPredictor;
import weka.core.Instance;
import weka.core.Instances;

/** Predictions of any classifier, in batches where it is quick at them, and what they are made for. */
final class Predictions {

  private Predictions() {
  }

  /**
   * The class distributions, or in rows of one the values of a numeric class [instances × outputs].
   *
   * @param data not modified
   * @throws InterruptedException if the thread was interrupted
   */
  static double[][] of(Classifier classifier, Instances data) throws Exception {
    if (classifier instanceof BatchPredictor batch && batch.implementsMoreEfficientBatchPrediction()) {
      checkInterrupt();
      return batch.distributionsForInstances(data);
    }
    double[][] predictions = new double[data.numInstances()][];
    for (int i = 0; i < predictions.length; i++) {
      checkInterrupt();
      predictions[i] = classifier.distributionForInstance(data.instance(i));
    }
    return predictions;
  }

  static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("Stopped.");
    }
  }

  /**
   * Some of the instances, drawn without replacement; all, in their order, if they are no more than that.
   *
   * @param data not modified
   */
  static Instances sample(Instances data, int size, long seed) {
    if (data.numInstances() <= size) {
      return new Instances(data);
    }
    Random random = new Random(seed);
    Instances sample = new Instances(data, size);
    int left = size;
    // Selection sampling (Knuth, 3.4.2, algorithm S) keeps the order.
    for (int i = 0; left > 0; i++) {
      if (random.nextInt(data.numInstances() - i) < left) {
        sample.add(data.instance(i));
        left--;
      }
    }
    return sample;
  }

  /** An instance of some data with one value changed; its dataset is the same. */
  static Instance with(Instance instance, int attribute, double value) {
    Instance changed = (Instance) instance.copy();
    changed.setDataset(instance.dataset());
    changed.setValue(attribute, value);
    return changed;
  }
}
