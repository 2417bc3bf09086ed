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
 * Finds a learning rate by training a few steps with ever greater ones, until the loss explodes (Smith, 2017). It trains
 * a copy of one of our schemes by what Weka lets anyone do with it, a mini-batch at a time.
 */
public final class LearningRateFinder {

  private static final int STEPS = 120;
  private static final double LOWEST = 1e-6;
  private static final double HIGHEST = 1;
  /** Weight of the losses before in the smoothed one. */
  private static final double MEMORY = 0.9;
  /** The loss has exploded once it is so many times the least one. */
  private static final double EXPLOSION = 4;

  private LearningRateFinder() {
  }

  /**
   * Trains with growing rates.
   *
   * @param scheme that reads our schemes' options; not modified
   * @param data to train on; not modified
   * @param batchSize of the steps
   * @param progress is told the part that is done
   * @throws InterruptedException if the thread was interrupted
   */
  public static <T extends IterativeClassifier & OptionHandler & AdditionalMeasureProducer> LearningRateCurve run(
      T scheme, Instances data, int batchSize, long seed, DoubleConsumer progress) throws Exception {
    @SuppressWarnings("unchecked")
    T trained = (T) AbstractClassifier.makeCopy(scheme);
    String[] options = commonOptions(scheme.getOptions());
    trained.setOptions(with(options, LOWEST));
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
      trained.setOptions(with(options, rate));
      double loss = step(trained, Predictions.sample(data, batchSize, random.nextLong()));
      average = MEMORY * average + (1 - MEMORY) * loss;
      double smoothed = average / (1 - Math.pow(MEMORY, step + 1));
      if (!(smoothed < EXPLOSION * least) && step > 0 || trained.getMeasure("measureLearningRateReductions") > 0) {
        break;
      }
      least = Math.min(least, smoothed);
      points.add(new LearningRateCurve.Point(rate, loss, smoothed));
      progress.accept((step + 1.0) / STEPS);
    }
    return new LearningRateCurve(points);
  }

  /** The options of the scheme, with one step an epoch at a constant rate, and nothing held out or written. */
  private static String[] commonOptions(String[] options) throws Exception {
    for (String flag : new String[] {"L", "N", "B", "V", "E", "schedule", "history"}) {
      Utils.getOption(flag, options);
    }
    for (String flag : new String[] {"G", "refit", "resume"}) {
      Utils.getFlag(flag, options);
    }
    return options;
  }

  private static String[] with(String[] options, double rate) throws Exception {
    String own = " -L " + rate + " -N 1 -B 0 -V 0 -E 0 -schedule CONSTANT -resume";
    return Utils.splitOptions(Utils.joinOptions(options) + own);
  }

  /** Trains a step; returns the loss before it, or infinity if the step fails since the loss exploded. */
  private static <T extends IterativeClassifier & AdditionalMeasureProducer> double step(T trained, Instances batch)
      throws Exception {
    trained.initializeClassifier(batch);
    try {
      trained.next();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return Double.POSITIVE_INFINITY;
    }
    trained.done();
    return trained.getMeasure("measureTrainingLoss");
  }
}
