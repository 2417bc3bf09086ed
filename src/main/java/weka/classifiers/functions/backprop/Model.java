package weka.classifiers.functions.backprop;

import java.io.Serializable;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Instance;

/**
 * All that a trained scheme keeps: how inputs are encoded, the network, and how outputs are read. Nothing of it changes
 * any more, so any number of threads may predict with it.
 *
 * @param history of training; null if there was nothing to train
 */
record Model(InputEncoder inputs, ClassEncoder classEncoder, Network network, History history)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Instances that are predicted at once: enough to keep the kernels busy, few enough for the second-level cache. */
  private static final int BLOCK = 256;

  /** Predictions of a list of instances [instances × outputs]. */
  double[][] predict(java.util.List<Instance> instances) {
    double[][] predictions = new double[instances.size()][];
    for (int from = 0; from < predictions.length; from += BLOCK) {
      int size = Math.min(BLOCK, predictions.length - from);
      float[][] rows = new float[size][];
      for (int k = 0; k < size; k++) {
        rows[k] = inputs.encode(instances.get(from + k));
      }
      double[][] outputs = network.predict(rows);
      for (int k = 0; k < size; k++) {
        predictions[from + k] = classEncoder.decode(outputs[k]);
      }
    }
    return predictions;
  }
}
