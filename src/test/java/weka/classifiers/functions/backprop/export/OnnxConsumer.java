package weka.classifiers.functions.backprop.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.Map;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** Microsoft's ONNX Runtime. */
final class OnnxConsumer implements Consumer {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  OnnxConsumer(byte[] onnx) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      session = environment.createSession(onnx, options);
    }
  }

  OrtSession session() {
    return session;
  }

  @Override
  public double[][] predict(Instances data) throws OrtException {
    String output = data.classAttribute().isNominal() ? Onnx.PROBABILITIES : Onnx.PREDICTION;
    try (Inputs inputs = new Inputs(data); OrtSession.Result result = session.run(inputs.tensors)) {
      return (double[][]) result.get(output).orElseThrow().getValue();
    }
  }

  /** The most probable labels. */
  String[] labels(Instances data) throws OrtException {
    try (Inputs inputs = new Inputs(data); OrtSession.Result result = session.run(inputs.tensors)) {
      return (String[]) result.get(Onnx.LABEL).orElseThrow().getValue();
    }
  }

  private final class Inputs implements AutoCloseable {

    private final Map<String, OnnxTensor> tensors = new HashMap<>();

    Inputs(Instances data) throws OrtException {
      int n = data.numInstances();
      int nominal = columns(data, true);
      int numeric = columns(data, false);
      double[][] numbers = new double[n][numeric];
      String[][] labels = new String[n][nominal];
      for (int i = 0; i < n; i++) {
        fill(data.instance(i), numbers[i], labels[i], i % 2 == 0 ? "" : "?");
      }
      if (numeric > 0) {
        tensors.put(Onnx.NUMERIC, OnnxTensor.createTensor(environment, numbers));
      }
      if (nominal > 0) {
        tensors.put(Onnx.NOMINAL, OnnxTensor.createTensor(environment, labels));
      }
    }

    private static int columns(Instances data, boolean nominal) {
      int columns = 0;
      for (int a = 0; a < data.numAttributes(); a++) {
        columns += a != data.classIndex() && data.attribute(a).isNominal() == nominal ? 1 : 0;
      }
      return columns;
    }

    private static void fill(Instance instance, double[] numbers, String[] labels, String missing) {
      int number = 0;
      int label = 0;
      for (int a = 0; a < instance.numAttributes(); a++) {
        Attribute attribute = instance.attribute(a);
        if (a == instance.classIndex()) {
          continue;
        }
        if (attribute.isNominal()) {
          labels[label++] = instance.isMissing(a) ? missing : instance.stringValue(a);
        } else {
          numbers[number++] = instance.value(a);
        }
      }
    }

    @Override
    public void close() {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
