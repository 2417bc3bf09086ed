package weka.classifiers.functions.backprop.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleConsumer;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.IterativeClassifier;
import weka.core.AdditionalMeasureProducer;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;

/**
 * Finds a learning rate by training a few steps with ever greater ones, until the loss explodes (Smith, 2017). It
 * trains a copy of one of our schemes by what Weka lets anyone do with it, a mini-batch at a time.
 */
public final class LearningRateFinder {

  private static final int STEPS = 120;
  private static final double LOWEST = 1e-6;
  private static final double HIGHEST = 1;
  /** Weight of the losses before in the smoothed one. */
  private static final double MEMORY = 0.9;
  /** The loss has exploded once it is so many times the least one. */
  private static final double EXPLOSION = 4;

  private final IterativeClassifier scheme;

  /**
   * A finder for a scheme.
   *
   * @param scheme one of ours, untrained; not modified
   */
  public LearningRateFinder(IterativeClassifier scheme) {
    this.scheme = scheme;
  }

  /**
   * Trains with growing rates.
   *
   * @param data to train on; not modified
   * @param seed of the mini-batches
   * @param progress is told the part that is done
   * @throws InterruptedException if the thread was interrupted
   */
  public LearningRateCurve run(Instances data, long seed, DoubleConsumer progress) throws Exception {
    IterativeClassifier trained = (IterativeClassifier) AbstractClassifier.makeCopy(scheme);
    String[] options = ((OptionHandler) scheme).getOptions();
    int batchSize = batchSize(options.clone(), data.numInstances());
    removeOptions(options);
    setOptions(trained, options, LOWEST);
    // The encoders are fitted to all data, but nothing is trained yet.
    trained.initializeClassifier(data);
    trained.done();
    Random random = new Random(seed);
    List<LearningRateCurve.Point> points = new ArrayList<>();
    double average = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS; step++) {
      Predictions.checkInterrupt();
      double rate = LOWEST * Math.pow(HIGHEST / LOWEST, (double) step / (STEPS - 1));
      setOptions(trained, options, rate);
      double loss = step(trained, Predictions.sample(data, batchSize, random.nextLong()));
      average = MEMORY * average + (1 - MEMORY) * loss;
      double smoothed = average / (1 - Math.pow(MEMORY, step + 1));
      if (!(smoothed < EXPLOSION * least) && step > 0 || measure(trained, "measureLearningRateReductions") > 0) {
        break;
      }
      least = Math.min(least, smoothed);
      points.add(new LearningRateCurve.Point(rate, loss, smoothed));
      progress.accept((step + 1.0) / STEPS);
    }
    return new LearningRateCurve(points);
  }

  /** The scheme with that learning rate, untrained. */
  public static IterativeClassifier with(IterativeClassifier scheme, double rate) {
    try {
      IterativeClassifier copy = (IterativeClassifier) scheme.getClass().getDeclaredConstructor().newInstance();
      String[] options = ((OptionHandler) scheme).getOptions();
      Utils.getOption("L", options);
      ((OptionHandler) copy).setOptions(Utils.splitOptions("-L " + rate + " " + Utils.joinOptions(options)));
      return copy;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The size of the scheme's mini-batches, where 0 stands for all instances. */
  private static int batchSize(String[] options, int instances) throws Exception {
    String size = Utils.getOption("B", options);
    int miniBatch = size.isEmpty() ? 0 : Integer.parseInt(size);
    return miniBatch > 0 ? Math.min(miniBatch, instances) : instances;
  }

  /** Empties the options that are set for each step. */
  private static void removeOptions(String[] options) throws Exception {
    for (String flag : new String[] {"L", "N", "B", "V", "E", "schedule", "history"}) {
      Utils.getOption(flag, options);
    }
    for (String flag : new String[] {"G", "refit", "resume"}) {
      Utils.getFlag(flag, options);
    }
  }

  /** One step an epoch at a constant rate, and nothing held out or written. */
  private static void setOptions(IterativeClassifier trained, String[] options, double rate) throws Exception {
    String own = " -L " + rate + " -N 1 -B 0 -V 0 -E 0 -schedule CONSTANT -resume";
    ((OptionHandler) trained).setOptions(Utils.splitOptions(Utils.joinOptions(options) + own));
  }

  /** Trains a step; returns the loss before it, or infinity if the step fails since the loss exploded. */
  private static double step(IterativeClassifier trained, Instances batch) throws Exception {
    trained.initializeClassifier(batch);
    try {
      trained.next();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return Double.POSITIVE_INFINITY;
    }
    trained.done();
    return measure(trained, "measureTrainingLoss");
  }

  private static double measure(IterativeClassifier trained, String name) {
    return ((AdditionalMeasureProducer) trained).getMeasure(name);
  }
}
