package weka.backprop.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import weka.classifiers.Classifier;
import weka.core.BatchPredictor;
import weka.core.Instances;

/**
 * A trained scheme with the attributes of its training data: what Weka keeps in a model file.
 *
 * @param scheme any of Weka's whose classes the cluster has; the jar brings backprop's
 * @param header without instances
 */
record SavedScheme(Classifier scheme, Instances header) {

  /**
   * Reads a model file of Weka's.
   *
   * @throws UserException if it is none
   */
  static SavedScheme read(Files files, String path, String option) {
    Object[] objects = files.read(path, option, 2);
    if (!(objects[0] instanceof Classifier scheme) || !(scheme instanceof BatchPredictor)
        || !(objects[1] instanceof Instances header) || header.classIndex() < 0) {
      throw new UserException(path + " (option " + option + ") holds no classifier of Weka's with its attributes.");
    }
    return new SavedScheme(scheme, header);
  }

  /** Writes a model file that the Explorer opens. */
  void write(Files files, String path, String option) {
    files.write(path, option, (Serializable) scheme, header);
  }

  /** The scheme as bytes, which every serializer of Spark can copy. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(scheme);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The scheme of {@link #bytes}. */
  static Classifier scheme(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new Files.Stream(new ByteArrayInputStream(bytes))) {
      return (Classifier) in.readObject();
    }
  }
}
