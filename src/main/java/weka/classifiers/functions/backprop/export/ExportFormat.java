package weka.classifiers.functions.backprop.export;

import java.nio.charset.StandardCharsets;
import weka.classifiers.functions.backprop.kernel.Kernels;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.train.History;

/** A format in which a trained model, or the history of its training, is written. */
public enum ExportFormat {

  /** A Java class without dependencies. */
  JAVA {
    @Override
    public byte[] write(Model model, String className) {
      return utf8(JavaSource.render(model, "public final class " + className, Kernels.get().fusesMultiplyAdd()));
    }
  },

  /** Predictive Model Markup Language. */
  PMML {
    @Override
    public byte[] write(Model model, String className) {
      return utf8(Pmml.render(model));
    }
  },

  /** Open Neural Network Exchange. */
  ONNX {
    @Override
    public byte[] write(Model model, String className) {
      return Onnx.write(model);
    }
  },

  /** The history of training, a line for each epoch; the header alone if there was nothing to train. */
  CSV {
    @Override
    public byte[] write(Model model, String className) {
      return utf8(model.history() == null ? History.CSV_HEADER + "\n" : model.history().toCsv());
    }
  };

  /**
   * Writes the contents of a file.
   *
   * @param className of a Java class; the other formats ignore it
   */
  public abstract byte[] write(Model model, String className);

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
