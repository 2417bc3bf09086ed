package weka.classifiers.functions.backprop.fuzz;

import java.util.List;
import java.util.stream.Stream;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** Instances to predict that are like none of the training data. */
final class Strangers {

  private static final double[] VALUES = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e300,
      Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 0};

  private Strangers() {
  }

  /** All values missing, all infinite, all huge, labels that the header doesn't have, and every second one of them. */
  static List<Instance> of(Instances header) {
    return Stream.of(1, 2).flatMap(step -> Stream.iterate(0, v -> v < VALUES.length, v -> v + 1)
        .map(v -> instance(header, v, step))).toList();
  }

  private static Instance instance(Instances header, int first, int step) {
    double[] values = new double[header.numAttributes()];
    for (int a = 0; a < values.length; a++) {
      Attribute attribute = header.attribute(a);
      double value = a % step == 0 ? VALUES[first] : VALUES[(first + a) % VALUES.length];
      boolean isLabel = attribute.isNominal() && !Double.isNaN(value);
      values[a] = a == header.classIndex() ? Double.NaN : isLabel ? attribute.numValues() + first : value;
    }
    Instance instance = new DenseInstance(1, values);
    instance.setDataset(header);
    return instance;
  }
}
