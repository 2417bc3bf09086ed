package weka.classifiers.functions.backprop;

import weka.classifiers.Sourcable;
import weka.classifiers.functions.backprop.export.JavaSource;
import weka.classifiers.functions.backprop.export.Onnx;
import weka.classifiers.functions.backprop.export.Pmml;
import weka.classifiers.functions.backprop.kernel.Kernels;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.PartitionGenerator;
import weka.core.WekaException;
import weka.core.pmml.PMMLProducer;

/** What both schemes give away of a model: itself in other formats, its history, and its last hidden layer. */
public abstract class PortableScheme extends BackpropScheme implements Sourcable, PMMLProducer, PartitionGenerator {

  private static final long serialVersionUID = 1L;

  /** The model as a Java class that predicts without Weka, to stand in one file with Weka's wrapper of it. */
  @Override
  public String toSource(String className) throws WekaException {
    return JavaSource.of(blueprint(), "final class " + className, Kernels.get().fusesMultiplyAdd());
  }

  /** The same as a public class, for a file of its own. */
  public String toPublicSource(String className) throws WekaException {
    return JavaSource.of(blueprint(), "public final class " + className, Kernels.get().fusesMultiplyAdd());
  }

  /**
   * The model as a PMML document.
   *
   * @param train not used
   * @throws IllegalStateException if there is no model yet
   */
  @Override
  public String toPMML(Instances train) {
    try {
      return Pmml.of(blueprint());
    } catch (WekaException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The model as the bytes of an ONNX file. */
  public byte[] toOnnx() throws WekaException {
    return Onnx.of(blueprint());
  }

  /** The history of training as CSV, a line for each epoch; the header alone if there was nothing to train. */
  public String historyToCsv() throws WekaException {
    History history = built().history();
    return history == null ? History.CSV_HEADER + "\n" : history.toCsv();
  }

  /** Trains a network for the outputs of its last hidden layer, such as Weka's filter PartitionMembership wants. */
  @Override
  public void generatePartition(Instances data) throws Exception {
    buildClassifier(data);
    numElements();
  }

  /** Outputs of the last hidden layer. */
  @Override
  public double[] getMembershipValues(Instance instance) throws WekaException {
    numElements();
    return builtFor(instance.dataset()).lastHidden(instance);
  }

  /**
   * Units of the last hidden layer.
   *
   * @throws WekaException if there is none
   */
  @Override
  public int numElements() throws WekaException {
    if (built().history() == null) {
      throw new WekaException("The model has no hidden layer, since there was nothing to learn in the training data.");
    }
    return built().network().lastHiddenLayer().orElseThrow(() -> new WekaException("Option -H (hiddenLayers) is "
        + getHiddenLayers() + ", but must name a layer if hidden outputs are to be features.")).units();
  }
}
