package weka.classifiers.functions.backprop;

import java.nio.charset.StandardCharsets;
import weka.core.WekaException;

/** A format that a trained model, or what is known of its training, is written in. */
public enum ExportFormat {

  /** A Java class without dependencies. */
  JAVA {
    @Override
    public byte[] write(PortableScheme scheme, String className) throws WekaException {
      return utf8(scheme.toPublicSource(className));
    }
  },

  /** Predictive Model Markup Language. */
  PMML {
    @Override
    public byte[] write(PortableScheme scheme, String className) throws WekaException {
      return utf8(scheme.toPMML(null));
    }
  },

  /** Open Neural Network Exchange. */
  ONNX {
    @Override
    public byte[] write(PortableScheme scheme, String className) throws WekaException {
      return scheme.toOnnx();
    }
  },

  /** The history of training, a line for each epoch. */
  CSV {
    @Override
    public byte[] write(PortableScheme scheme, String className) throws WekaException {
      return utf8(scheme.historyToCsv());
    }
  };

  /**
   * The contents of a file.
   *
   * @param className of a Java class
   */
  public abstract byte[] write(PortableScheme scheme, String className) throws WekaException;

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
