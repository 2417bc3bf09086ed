package weka.classifiers.functions.backprop;

import java.io.Serializable;
import java.util.List;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.SparseRows;
import weka.classifiers.functions.backprop.export.Blueprint;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/**
 * All that a trained scheme keeps: how inputs are encoded, the network, and how outputs are read. Nothing of it changes
 * any more, so any number of threads may predict with it.
 *
 * @param history of training; null if there was nothing to train
 * @param refitted whether the network was then trained anew on all data, for as many epochs as were best
 * @param header the attributes of the training data, without any instance
 */
record Model(InputEncoder inputs, ClassEncoder classEncoder, Network network, History history, boolean refitted,
    Instances header)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Instances that are predicted at once: enough to keep the kernels busy, few enough for the second-level cache. */
  private static final int BLOCK = 256;

  /**
   * Predictions of a list of instances [instances × outputs].
   *
   * @throws InterruptedException if there are many and the thread was interrupted
   */
  double[][] predict(List<Instance> instances) throws WekaException, InterruptedException {
    double[][] predictions = new double[instances.size()][];
    for (int from = 0; from < predictions.length; from += BLOCK) {
      if (from > 0 && Thread.interrupted()) {
        throw new InterruptedException("Prediction was interrupted.");
      }
      List<Instance> block = instances.subList(from, Math.min(from + BLOCK, predictions.length));
      requireSameWidth(block);
      double[][] outputs = outputs(block);
      for (int k = 0; k < outputs.length; k++) {
        predictions[from + k] = classEncoder.decode(outputs[k]);
      }
    }
    return predictions;
  }

  /**
   * What there is to write down of the model.
   *
   * @param scheme name of the scheme
   * @param example a training instance; null if none is at hand
   */
  Blueprint blueprint(String scheme, Instance example) {
    return new Blueprint(scheme, header, example, inputs, classEncoder, network);
  }

  /** What the last hidden layer makes of an instance. */
  double[] lastHidden(Instance instance) throws WekaException {
    requireSameWidth(List.of(instance));
    return network.lastHidden(inputs.encode(instance));
  }

  private void requireSameWidth(List<Instance> block) throws WekaException {
    for (Instance instance : block) {
      if (instance.numAttributes() != inputs.attributes()) {
        throw new WekaException("The instance has " + instance.numAttributes()
            + " attributes, but the model was trained on " + inputs.attributes() + ".");
      }
    }
  }

  private double[][] outputs(List<Instance> block) {
    if (inputs.isSparse()) {
      SparseRows rows = inputs.encodeSparse(block);
      return network.predict(new InputRows(rows.columns(), rows.values()));
    }
    return network.predict(InputRows.dense(inputs.encode(block)));
  }
}
