package weka.classifiers.functions.backprop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import weka.classifiers.AbstractClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;

/** A training run: a scheme with its options, on made-up data or on the MNIST digits. */
public enum Job {

  /** 768 instances × 8 inputs, 16 sigmoid units, 2 classes, mini-batches of 32. */
  SMALL_BACKPROP(2000, "weka.classifiers.functions.BackpropClassifier",
      "-K 1 -V 0 -O SGD -F SIGMOID -H 16 -L 0.1 -B 32 -N 2000 -E 0"),
  /** The same network, updated after each instance. */
  SMALL_MULTILAYER_PERCEPTRON(2000, "weka.classifiers.functions.MultilayerPerceptron",
      "-H 16 -L 0.1 -M 0 -N 2000"),
  /** The same network, trained until it converges. */
  SMALL_MLP_CLASSIFIER(1, "weka.classifiers.functions.MLPClassifier", "-N 16"),

  /** 60,000 × 784 inputs, 128 rectified linear units, 10 classes, mini-batches of 128. */
  MNIST_BACKPROP(20, "weka.classifiers.functions.BackpropClassifier",
      "-K 1 -V 0 -O SGD -F RELU -I UNIT_RANGE -H 128 -L 0.1 -B 128 -N 20 -E 0"),
  /** The same on two threads. */
  MNIST_BACKPROP_2_THREADS(20, "weka.classifiers.functions.BackpropClassifier",
      "-K 1 -V 0 -O SGD -F RELU -I UNIT_RANGE -H 128 -L 0.1 -B 128 -N 20 -E 0 -P 2"),
  /** As many sigmoid units, updated after each instance. */
  MNIST_MULTILAYER_PERCEPTRON(1, "weka.classifiers.functions.MultilayerPerceptron", "-H 128 -L 0.1 -M 0 -N 1"),

  /** Two layers of 512 units. */
  MNIST_DEEP_BACKPROP(5, "weka.classifiers.functions.BackpropClassifier",
      "-K 1 -V 0 -O SGD -F RELU -I UNIT_RANGE -H 512,512 -L 0.1 -B 128 -N 5 -E 0"),
  /** The same on two threads. */
  MNIST_DEEP_BACKPROP_2_THREADS(5, "weka.classifiers.functions.BackpropClassifier",
      "-K 1 -V 0 -O SGD -F RELU -I UNIT_RANGE -H 512,512 -L 0.1 -B 128 -N 5 -E 0 -P 2");

  private static final int PIXELS = 784;

  private final int epochs;
  private final String scheme;
  private final String options;

  Job(int epochs, String scheme, String options) {
    this.epochs = epochs;
    this.scheme = scheme;
    this.options = options;
  }

  /** Epochs that the run takes; 1 for a scheme that has none. */
  public int epochs() {
    return epochs;
  }

  /** A scheme with the job's options. */
  public AbstractClassifier scheme() throws Exception {
    return (AbstractClassifier) AbstractClassifier.forName(scheme, Utils.splitOptions(options));
  }

  /** The data; those of MNIST from the folder that the system property mnist.folder names. */
  public Instances data() throws IOException {
    return name().startsWith("SMALL") ? small() : mnist();
  }

  private static Instances small() {
    Random random = new Random(0);
    Instances data = header(8, "a", "b");
    for (int i = 0; i < 768; i++) {
      double[] values = new double[9];
      Arrays.setAll(values, j -> random.nextGaussian());
      values[8] = values[0] + values[1] * values[2] > 0 ? 1 : 0;
      data.add(new DenseInstance(1, values));
    }
    return data;
  }

  private static Instances mnist() throws IOException {
    Path folder = Path.of(System.getProperty("mnist.folder", "target/mnist"));
    byte[] images = Files.readAllBytes(folder.resolve("train-images-idx3-ubyte"));
    byte[] labels = Files.readAllBytes(folder.resolve("train-labels-idx1-ubyte"));
    Instances data = header(PIXELS, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    for (int i = 0; i < labels.length - 8; i++) {
      double[] values = new double[PIXELS + 1];
      for (int j = 0; j < PIXELS; j++) {
        values[j] = images[16 + i * PIXELS + j] & 255;
      }
      values[PIXELS] = labels[8 + i];
      data.add(new DenseInstance(1, values));
    }
    return data;
  }

  private static Instances header(int inputs, String... labels) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int j = 0; j < inputs; j++) {
      attributes.add(new Attribute("x" + j));
    }
    attributes.add(new Attribute("class", List.of(labels)));
    Instances data = new Instances("benchmark", attributes, 0);
    data.setClassIndex(inputs);
    return data;
  }
}
