package weka.classifiers.functions.backprop.explain;

import java.util.Arrays;
import weka.classifiers.functions.backprop.encode.AttributeEncoder;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.Output;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Utils;

/**
 * Contributions to a prediction of a network by integrated gradients (Sundararajan, Taly and Yan, 2017): of input i,
 * (x_i - b_i) ∫₀¹ ∂F/∂x_i (b + t (x - b)) dt, where b is the baseline; an attribute's are those of its inputs together.
 * The baseline is an instance that lacks all values, so that they are imputed: means and most frequent labels.
 */
public final class IntegratedGradients {

  /** Points of the path at which the gradient is taken, each in the middle of its part. */
  private static final int STEPS = 100;

  private final DataEncoding encoding;
  private final Network network;
  private final int output;

  /**
   * The contributions to one of a network's outputs.
   *
   * @param output the label whose probability is explained, 0 for a numeric class
   */
  public IntegratedGradients(DataEncoding encoding, Network network, int output) {
    this.encoding = encoding;
    this.network = network;
    this.output = output;
  }

  /**
   * The contributions to the prediction of an instance.
   *
   * @param instance with the attributes of the training data; not modified
   */
  public Contributions of(Instance instance) {
    float[] x = encoding.inputs().encode(instance);
    float[] baseline = encoding.inputs().encode(missing(instance.numAttributes()));
    double[] gradient = new double[x.length];
    for (int step = 0; step < STEPS; step++) {
      double t = (step + 0.5) / STEPS;
      float[] point = new float[x.length];
      for (int i = 0; i < x.length; i++) {
        point[i] = (float) (baseline[i] + t * (x[i] - baseline[i]));
      }
      double[] here = new InputGradient(network, point).of(output);
      for (int i = 0; i < x.length; i++) {
        gradient[i] += here[i] / STEPS;
      }
    }
    double[] inputs = new double[x.length];
    Arrays.setAll(inputs, i -> (x[i] - baseline[i]) * gradient[i] * unit());
    return new Contributions(predict(baseline), predict(x), byAttribute(inputs, instance.numAttributes()),
        new double[instance.numAttributes()]);
  }

  private static Instance missing(int attributes) {
    double[] values = new double[attributes];
    Arrays.fill(values, Utils.missingValue());
    return new DenseInstance(1, values);
  }

  /** What one unit of the output is in the prediction. */
  private double unit() {
    return encoding.classEncoder() instanceof NumericClass numeric
        ? numeric.scaling().unscale(1) - numeric.scaling().unscale(0) : 1;
  }

  private double predict(float[] row) {
    float[] sums = new InputGradient(network, row).sums();
    Output form = network.loss().output();
    return encoding.classEncoder().decode(form.apply(sums, network.outputLayer().units()))[output];
  }

  private double[] byAttribute(double[] inputs, int attributes) {
    AttributeSums sums = new AttributeSums(inputs, new double[attributes]);
    encoding.inputs().accept(sums);
    return sums.sums;
  }

  /** Adds up the contributions of an attribute's inputs. */
  private record AttributeSums(double[] inputs, double[] sums) implements AttributeEncoder.Visitor {

    @Override
    public void numeric(int attribute, AttributeEncoder.Numeric encoder) {
      sums[attribute] += inputs[encoder.column()];
    }

    @Override
    public void ramps(int attribute, AttributeEncoder.Ramps encoder) {
      encoder.ramps().forEach(ramp -> sums[attribute] += inputs[ramp.column()]);
    }

    @Override
    public void nominal(int attribute, AttributeEncoder.Nominal encoder) {
      for (int column : encoder.columns()) {
        sums[attribute] += column == AttributeEncoder.NONE ? 0 : inputs[column];
      }
    }
  }
}
