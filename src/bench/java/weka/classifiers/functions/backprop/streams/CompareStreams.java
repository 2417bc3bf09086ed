package weka.classifiers.functions.backprop.streams;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.UpdateableClassifier;
import weka.classifiers.bayes.NaiveBayesUpdateable;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropClassifierUpdateable;
import weka.classifiers.functions.SGD;
import weka.classifiers.functions.backprop.compare.Markdown;
import weka.classifiers.meta.MultiClassClassifierUpdateable;
import weka.classifiers.trees.HoeffdingTree;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** Prints tables of accuracies on streams. */
public final class CompareStreams {

  /** Instances that are learnt untimed before, while HotSpot compiles. */
  private static final int UNTIMED = 20_000;
  /** Instances after those of the stream, by which models of a stationary one are compared. */
  private static final int HELD_OUT = 10_000;

  private CompareStreams() {
  }

  /** Creates a scheme. */
  @FunctionalInterface
  private interface Scheme {

    Classifier create() throws Exception;
  }

  private static Map<String, Scheme> schemes() {
    Map<String, Scheme> schemes = new LinkedHashMap<>();
    schemes.put("BackpropClassifierUpdateable", BackpropClassifierUpdateable::new);
    schemes.put("HoeffdingTree", HoeffdingTree::new);
    schemes.put("NaiveBayesUpdateable", NaiveBayesUpdateable::new);
    schemes.put("SGD", () -> {
      MultiClassClassifierUpdateable each = new MultiClassClassifierUpdateable();
      each.setClassifier(new SGD());
      return each;
    });
    return schemes;
  }

  /** Both tables. */
  public static void main(String[] args) throws Exception {
    int count = Integer.getInteger("streams.instances", 100_000);
    List<String> columns = new ArrayList<>(List.of("stream"));
    columns.addAll(schemes().keySet());
    Markdown accuracies = new Markdown("Prequential accuracy, %", columns);
    Markdown speeds = new Markdown("Instances a second, tested and then trained on", columns);
    Map<String, Streams.Source> all = new LinkedHashMap<>(Streams.stationary());
    all.putAll(Streams.drifting());
    for (Map.Entry<String, Streams.Source> stream : all.entrySet()) {
      Instances data = stream.getValue().draw(count);
      List<String> accuracy = new ArrayList<>(List.of(stream.getKey()));
      List<String> speed = new ArrayList<>(List.of(stream.getKey()));
      for (Scheme scheme : schemes().values()) {
        testThenTrain(scheme.create(), new Instances(data, 0, Math.min(UNTIMED, count)));
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        accuracy.add(Markdown.number(testThenTrain(scheme.create(), data), 1));
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        speed.add(Markdown.number(count / seconds, 0));
      }
      accuracies.row(accuracy);
      speeds.row(speed);
    }
    System.out.println(accuracies);
    System.out.println(speeds);
    System.out.println(wholeDataSets(count));
  }

  /** Percentage of correct predictions, each made before the instance was learnt. */
  private static double testThenTrain(Classifier scheme, Instances data) throws Exception {
    scheme.buildClassifier(new Instances(data, 0));
    int correct = 0;
    for (Instance instance : data) {
      correct += Utils.maxIndex(scheme.distributionForInstance(instance)) == (int) instance.classValue() ? 1 : 0;
      ((UpdateableClassifier) scheme).updateClassifier(instance);
    }
    return 100.0 * correct / data.numInstances();
  }

  private static Markdown wholeDataSets(int count) throws Exception {
    Markdown table = new Markdown("Accuracy on held-out instances, %",
        List.of("stream", "BackpropClassifierUpdateable", "BackpropClassifier"));
    for (Map.Entry<String, Streams.Source> stream : Streams.stationary().entrySet()) {
      Instances data = stream.getValue().draw(count + HELD_OUT);
      Instances training = new Instances(data, 0, count);
      Instances heldOut = new Instances(data, count, HELD_OUT);
      table.row(List.of(stream.getKey(),
          Markdown.number(heldOutAccuracy(new BackpropClassifierUpdateable(), training, heldOut), 1),
          Markdown.number(heldOutAccuracy(new BackpropClassifier(), training, heldOut), 1)));
    }
    return table;
  }

  private static double heldOutAccuracy(Classifier scheme, Instances training, Instances heldOut) throws Exception {
    scheme.buildClassifier(training);
    Evaluation evaluation = new Evaluation(training);
    evaluation.evaluateModel(scheme, heldOut);
    return evaluation.pctCorrect();
  }
}
