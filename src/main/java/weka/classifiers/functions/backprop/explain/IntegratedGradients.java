package weka.classifiers.functions.backprop.explain;

import java.util.Arrays;
import java.util.List;
import weka.classifiers.functions.backprop.encode.AttributeEncoder;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Output;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Utils;

/**
 * Contributions to a prediction of a model by integrated gradients (Sundararajan, Taly and Yan, 2017): of input i,
 * (x_i - b_i) ∫₀¹ ∂F/∂x_i (b + t (x - b)) dt, where b is the baseline; an attribute's are those of its inputs together.
 * The baseline is an instance that lacks all values, so that they are imputed: means and most frequent labels. F is
 * what the model as a whole predicts, so all networks of a committee walk the path side by side.
 */
public final class IntegratedGradients {

  /** Points of the path at which the gradient is taken, each in the middle of its part. */
  private static final int STEPS = 100;

  private final List<Member> members;
  private final ClassEncoder classEncoder;
  private final Output form;
  private final int output;

  /**
   * The contributions to one of a model's outputs.
   *
   * @param output the label whose probability is explained, 0 for a numeric class
   */
  public IntegratedGradients(Model model, int output) {
    members = model.predicting();
    classEncoder = members.get(0).encoding().classEncoder();
    form = members.get(0).network().loss().output();
    this.output = output;
  }

  /** The way of one network's inputs from the baseline to an instance. */
  private static final class Path {

    final Member member;
    final float[] from;
    final float[] to;
    /** The mean over the points of the path [inputs]. */
    final double[] gradient;

    Path(Member member, Instance instance) {
      this.member = member;
      InputEncoder inputs = member.encoding().inputs();
      from = inputs.encode(missing(instance.numAttributes()));
      to = inputs.encode(instance);
      gradient = new double[to.length];
    }

    /** The network's pass at a point, from 0 to 1. */
    InputGradient at(double t) {
      float[] point = new float[to.length];
      for (int i = 0; i < to.length; i++) {
        point[i] = (float) (from[i] + t * (to[i] - from[i]));
      }
      return new InputGradient(member.network(), point);
    }

    void add(double[] here) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += member.weight() * here[i] / STEPS;
      }
    }

    /** The contributions of the attributes, in units of the output. */
    void addTo(double[] attributes) {
      double[] inputs = new double[gradient.length];
      Arrays.setAll(inputs, i -> (to[i] - from[i]) * gradient[i]);
      member.accept(new AttributeSums(inputs, attributes));
    }
  }

  /**
   * The contributions to the prediction of an instance.
   *
   * @param instance with the attributes of the training data; not modified
   */
  public Contributions of(Instance instance) {
    List<Path> paths = members.stream().map(member -> new Path(member, instance)).toList();
    for (int step = 0; step < STEPS; step++) {
      double t = (step + 0.5) / STEPS;
      List<InputGradient> passes = paths.stream().map(path -> path.at(t)).toList();
      double[] delta = InputGradient.outputDelta(form, mean(passes), output);
      for (int m = 0; m < passes.size(); m++) {
        paths.get(m).add(passes.get(m).of(delta));
      }
    }
    double[] attributes = new double[instance.numAttributes()];
    paths.forEach(path -> path.addTo(attributes));
    for (int a = 0; a < attributes.length; a++) {
      attributes[a] *= unit();
    }
    return new Contributions(predict(paths, 0), predict(paths, 1), attributes, new double[attributes.length]);
  }

  private static Instance missing(int attributes) {
    double[] values = new double[attributes];
    Arrays.fill(values, Utils.missingValue());
    return new DenseInstance(1, values);
  }

  /** Σ w_m s_m [outputs]. */
  private float[] mean(List<InputGradient> passes) {
    float[] mean = new float[passes.get(0).sums().length];
    for (int m = 0; m < passes.size(); m++) {
      float weight = (float) members.get(m).weight();
      for (int j = 0; j < mean.length; j++) {
        mean[j] += weight * passes.get(m).sums()[j];
      }
    }
    return mean;
  }

  /** What one unit of the output is in the prediction. */
  private double unit() {
    return classEncoder instanceof NumericClass numeric
        ? numeric.scaling().unscale(1) - numeric.scaling().unscale(0) : 1;
  }

  private double predict(List<Path> paths, double t) {
    float[] sums = mean(paths.stream().map(path -> path.at(t)).toList());
    return classEncoder.decode(form.apply(sums, sums.length))[output];
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
