package weka.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that one JVM saves and another one loads, on the same JDK and on each other one. */
@ParameterizedClass(name = "saved on {0}, loaded on {1}")
@MethodSource("savingAndLoading")
class SavedModelIT {

  /** Nine decimals hold all digits of the engine's floats. */
  private static final String PREDICTIONS =
      " -T iris.arff -classifications \"weka.classifiers.evaluation.output.prediction.CSV -decimals 9%s\"";

  /** What another JDK's exponential function may differ by. */
  private static final double LAST_BITS = 1e-6;

  @Parameter(0)
  StockWeka saving;

  @Parameter(1)
  StockWeka loading;

  static Stream<Arguments> savingAndLoading() throws Exception {
    List<Arguments> pairs = new ArrayList<>();
    for (StockWeka saving : StockWeka.onEachJdk()) {
      for (StockWeka loading : StockWeka.onEachJdk()) {
        pairs.add(Arguments.of(saving, loading));
      }
    }
    return pairs.stream();
  }

  @Test
  void classifierPredictsTheSameDistributions() throws Exception {
    String predictions = String.format(PREDICTIONS, " -distribution");
    String trained = saving.prints(".BackpropClassifier -H 5,4 -t iris.arff -d iris.model" + predictions);
    loading.takeOver(saving, "iris.model");
    assertSamePredictions(trained, loading.prints(".BackpropClassifier -l iris.model" + predictions));
  }

  @Test
  void regressorPredictsTheSameValues() throws Exception {
    String predictions = String.format(PREDICTIONS, "");
    String trained = saving.prints(".BackpropRegressor -c 4 -H 5,4 -t iris.arff -d width.model" + predictions);
    loading.takeOver(saving, "width.model");
    assertSamePredictions(trained, loading.prints(".BackpropRegressor -c 4 -l width.model" + predictions));
  }

  @Test
  void compressedModelReadsTheSameAndIsEvaluated() throws Exception {
    String trained = saving.prints(".BackpropClassifier -t iris.arff -T iris.arff -v -d iris.model.gz");
    loading.takeOver(saving, "iris.model.gz");
    String loaded = loading.prints(".BackpropClassifier -l iris.model.gz -T iris.arff");
    assertEquals(model(trained), model(loaded));
    assertEquals(Report.percentCorrect(trained), Report.percentCorrect(loaded));
  }

  private void assertSamePredictions(String trained, String loaded) {
    if (saving == loading) {
      assertEquals(trained, loaded);
    } else {
      assertArrayEquals(numbers(trained), numbers(loaded), LAST_BITS);
    }
    assertEquals(150, trained.lines().filter(line -> line.matches("\\d+,.*")).count(), trained);
  }

  /** All numbers of a CSV file of predictions; *0.9 is that of the predicted class, 1:Iris-setosa its label. */
  private static double[] numbers(String csv) {
    return Stream.of(csv.split("[,\\n*]")).filter(cell -> cell.matches("-?[0-9.]+")).mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static String model(String report) {
    return report.replaceAll("(?s).*=== Classifier model.*?===(.*?)Time taken to build.*", "$1");
  }
}
