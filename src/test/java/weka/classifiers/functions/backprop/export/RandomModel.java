package weka.classifiers.functions.backprop.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.SparseInstance;

/**
 * A model drawn at random: the scheme, one network or several, activations, layers and scaling, types of attributes,
 * labels never seen, constant attributes, sparse data, and missing values, in training and beyond.
 *
 * @param data to predict, with values that training never saw
 */
record RandomModel(long seed, String options, BackpropScheme scheme, Instances data) {

  private static final String[] ACTIVATIONS = {"SIGMOID", "TANH", "RELU", "IDENTITY"};
  private static final String[] SCALINGS = {"STANDARDIZE", "UNIT_RANGE", "SYMMETRIC_RANGE", "NONE"};
  private static final String[] LOSSES = {"SQUARED", "ABSOLUTE", "HUBER"};
  /** Letters and signs that mean something in Java, XML or JSON. */
  private static final String NASTY = "aäß\"'\\<>&; *//€\t\nu0041";
  private static final int SINGLE = 48;
  private static final int COMMITTEES = 16;
  private static final int TRAINING = 50;
  private static final int ALL = 80;

  /** Enough models that all combinations of activation, type of class and scaling occur, and some of committees. */
  static Stream<RandomModel> all() {
    return Stream.iterate(0L, seed -> seed < SINGLE + COMMITTEES, seed -> seed + 1).map(RandomModel::of);
  }

  /** Models of several networks. */
  static Stream<RandomModel> committees() {
    return all().skip(SINGLE);
  }

  static RandomModel of(long seed) {
    Random random = new Random(seed);
    String activation = ACTIVATIONS[(int) (seed % 4)];
    int classType = new int[] {Attribute.NOMINAL, Attribute.NUMERIC, Attribute.DATE}[(int) (seed / 4 % 3)];
    String scaling = SCALINGS[(int) (seed / 12 % 4)];
    boolean automatic = seed >= SINGLE && random.nextBoolean();
    String options = "-N 3 -L 0.01 -B 16 -O ADAM -S " + seed + (automatic ? "" : " -F " + activation) + " -I " + scaling
        + " -H " + hidden(random, activation)
        + (classType == Attribute.NOMINAL ? "" : " -loss " + LOSSES[random.nextInt(LOSSES.length)]
            + (random.nextBoolean() ? " -clip" : ""))
        + (random.nextBoolean() ? " -pieces " + random.nextInt(9) : "")
        + (random.nextInt(4) == 0 ? " -steps " + random.nextInt(12) : "")
        + (seed < SINGLE ? "" : " -K " + (2 + random.nextInt(6)));
    Instances all = data(random, classType, random.nextInt(4) == 0, scaling.equals("NONE"));
    try {
      BackpropScheme scheme = Schemes.forClass(classType, options);
      scheme.buildClassifier(new Instances(all, 0, TRAINING));
      return new RandomModel(seed, options, scheme, all);
    } catch (Exception e) {
      throw new IllegalStateException("seed " + seed + ", " + options, e);
    }
  }

  private static String hidden(Random random, String activation) {
    if (random.nextInt(5) == 0) {
      return "0";
    }
    String second = 1 + random.nextInt(6) + ":"
        + (random.nextInt(4) == 0 ? "identity" : activation.toLowerCase(Locale.ROOT));
    return 1 + random.nextInt(12) + (random.nextBoolean() ? "" : "," + second);
  }

  private static Instances data(Random random, int classType, boolean sparse, boolean unscaled) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    int classIndex = random.nextInt(6);
    int others = sparse ? 20 : 5;
    for (int a = 0; a <= others; a++) {
      int type = a == classIndex ? classType : random.nextInt(5);
      attributes.add(attribute(random, a, type));
    }
    Instances data = new Instances("random <data>", attributes, 0);
    data.setClassIndex(classIndex);
    double[] scale = random.doubles(attributes.size(), 0.1, 10).toArray();
    for (int i = 0; i < ALL; i++) {
      double[] values = new double[attributes.size()];
      for (int a = 0; a < values.length; a++) {
        values[a] = value(random, attributes.get(a), i < TRAINING, scale[a], unscaled && a != classIndex);
        boolean missing = random.nextInt(8) == 0 && a != classIndex;
        boolean zero = sparse && random.nextInt(5) > 0 && a != classIndex;
        values[a] = zero ? 0 : missing ? Double.NaN : values[a];
      }
      data.add(sparse ? new SparseInstance(1, values) : new DenseInstance(1, values));
    }
    return data;
  }

  private static Attribute attribute(Random random, int index, int type) {
    String name = "a" + index + NASTY.charAt(random.nextInt(8));
    return switch (type) {
      case Attribute.NOMINAL -> new Attribute(name, labels(random));
      case Attribute.DATE -> new Attribute(name, "yyyy-MM-dd");
      default -> new Attribute(name);
    };
  }

  private static List<String> labels(Random random) {
    List<String> labels = new ArrayList<>();
    for (int label = 0; label < 2 + random.nextInt(4); label++) {
      // No number, which Weka's reader of PMML would take for an index.
      labels.add(NASTY.charAt(random.nextInt(NASTY.length())) + "x" + label);
    }
    return labels;
  }

  /** A value; in training the last label is never seen, and an attribute in eight is constant. */
  private static double value(Random random, Attribute attribute, boolean training, double scale, boolean unscaled) {
    boolean constant = training && attribute.name().hashCode() % 8 == 0;
    if (attribute.isNominal()) {
      int seen = attribute.numValues() - (training && attribute.numValues() > 2 ? 1 : 0);
      return constant ? 1 : random.nextInt(seen);
    }
    if (attribute.isDate() && !unscaled) {
      return constant ? 1.6e12 : 1.5e12 + Math.rint(1e10 * scale * random.nextGaussian());
    }
    double beyond = training || unscaled || random.nextInt(20) > 0 ? 1 : 100;
    return constant ? 3 : scale * (random.nextGaussian() + (unscaled ? 0 : 5)) * beyond;
  }

  /** What the scheme itself predicts. */
  double[][] predictions() throws Exception {
    return Schemes.predictions(scheme, data);
  }

  @Override
  public String toString() {
    return "seed " + seed + ", " + scheme.getClass().getSimpleName() + " " + options;
  }
}
