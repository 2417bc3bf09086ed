package weka.classifiers.functions.backprop.encode;

import java.util.List;
import java.util.function.ToDoubleFunction;
import weka.core.Instance;

/**
 * A numeric or date class: one output, standardised for training; predictions come back in the class's units.
 * Immutable.
 */
public final class NumericClass implements ClassEncoder {

  private static final long serialVersionUID = 1L;

  private final Scaling scaling;
  private final double min;
  private final double max;
  private final boolean clips;

  private NumericClass(Scaling scaling, double min, double max, boolean clips) {
    this.scaling = scaling;
    this.min = min;
    this.max = max;
    this.clips = clips;
  }

  /**
   * Fits the scaling.
   *
   * @param instances training data with finite class values, with weights greater than 0; not modified
   */
  public static NumericClass fit(List<Instance> instances) {
    NumericStatistics statistics = new NumericStatistics();
    for (Instance instance : instances) {
      statistics.scan(instance.classValue(), instance.weight());
    }
    for (Instance instance : instances) {
      statistics.accumulate(instance.classValue(), instance.weight());
    }
    return of(statistics);
  }

  /** The encoder of a numeric class whose statistics have been gathered, both passes of them. */
  public static NumericClass of(StatisticsScan scan) {
    return of(scan.numericClass());
  }

  private static NumericClass of(NumericStatistics statistics) {
    Scaling scaling = statistics.varies() ? InputScaling.STANDARDIZE.fit(statistics)
        : new Scaling(statistics.mean(), 0);
    return new NumericClass(scaling, statistics.min(), statistics.max(), false);
  }

  /** The encoder of a stream's class, whose range is not known yet. */
  static NumericClass of(Scaling scaling) {
    return new NumericClass(scaling, -Double.MAX_VALUE, Double.MAX_VALUE, false);
  }

  /** The same encoder, but that predictions beyond the range of the training data become the nearest value of it. */
  public NumericClass clipped() {
    return new NumericClass(scaling, min, max, true);
  }

  /** From the class's units to the network's; the factor is 0 if the class never varies. */
  public Scaling scaling() {
    return scaling;
  }

  /** The smallest prediction. */
  public double lowest() {
    return clips ? min : -Double.MAX_VALUE;
  }

  /** The largest prediction. */
  public double highest() {
    return clips ? max : Double.MAX_VALUE;
  }

  /** Whether predictions are clipped to the range of the training data. */
  public boolean clips() {
    return clips;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public float[][] targets(List<Instance> instances) {
    float[][] targets = new float[instances.size()][];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = target(instances.get(i).classValue());
    }
    return targets;
  }

  @Override
  public float[] target(double classValue) {
    return new float[] {scaling.scale(classValue)};
  }

  @Override
  public double[] decode(double[] outputs) {
    outputs[0] = clip(scaling.unscale(outputs[0]));
    return outputs;
  }

  /** The nearest value that can be predicted. */
  public double clip(double value) {
    return Math.max(lowest(), Math.min(highest(), value));
  }

  @Override
  public boolean varies() {
    return scaling.factor() != 0;
  }

  /** 0: the standardised mean. */
  @Override
  public float[] prior(List<Instance> instances, ToDoubleFunction<Instance> weight) {
    return new float[1];
  }
}
