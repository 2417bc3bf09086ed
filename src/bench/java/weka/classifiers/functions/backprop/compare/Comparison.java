package weka.classifiers.functions.backprop.compare;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import weka.core.Instances;
import weka.core.Range;
import weka.experiment.PairedCorrectedTTester;
import weka.experiment.ResultMatrix;
import weka.experiment.ResultMatrixPlainText;

/** Means of a measure, and what the corrected paired t-test at 0.05 makes of their differences from the base's. */
final class Comparison {

  private final Measure measure;
  private final Instances folds;
  private final int base;
  private final PairedCorrectedTTester tester = new PairedCorrectedTTester();
  private final ResultMatrix matrix = new ResultMatrixPlainText();
  private final String text;

  /** From a table of {@link Results}, against the scheme of a name. */
  Comparison(Measure measure, Instances folds, String base) throws Exception {
    this.measure = measure;
    this.folds = folds;
    this.base = schemes().indexOf(base);
    matrix.setMeanPrec(4);
    matrix.setStdDevPrec(4);
    tester.setResultMatrix(matrix);
    tester.setShowStdDevs(true);
    tester.setSignificanceLevel(0.05);
    tester.setDatasetKeyColumns(new Range("1"));
    tester.setResultsetKeyColumns(new Range("2"));
    tester.setRunColumn(2);
    tester.setFoldColumn(3);
    tester.setInstances(folds);
    text = tester.header(column()) + tester.multiResultsetFull(this.base, column());
  }

  private int column() {
    return folds.attribute(measure.column()).index();
  }

  /** What was measured. */
  Measure measure() {
    return measure;
  }

  /** The names of the data sets. */
  List<String> sets() {
    return values("set");
  }

  /** The names of the schemes. */
  List<String> schemes() {
    return values("scheme");
  }

  private List<String> values(String attribute) {
    return Collections.list(folds.attribute(attribute).enumerateValues()).stream().map(Object::toString).toList();
  }

  /** The name of the scheme that the others are compared with. */
  String base() {
    return schemes().get(base);
  }

  /** The mean of a scheme on a set, over all folds. */
  double mean(int scheme, int set) {
    return matrix.getMean(scheme, set);
  }

  /** 1: the scheme is significantly better than the base, -1: worse, 0: neither. */
  int outcome(int scheme, int set) {
    int significance = matrix.getSignificance(scheme, set);
    if (significance == ResultMatrix.SIGNIFICANCE_TIE) {
      return 0;
    }
    return (significance == ResultMatrix.SIGNIFICANCE_WIN) == measure.moreIsBetter() ? 1 : -1;
  }

  /** On how many sets a scheme's outcome is this one. */
  long outcomes(int scheme, int outcome) {
    return IntStream.range(0, sets().size()).filter(set -> outcome(scheme, set) == outcome).count();
  }

  /** A scheme's rank, 1 for the best, averaged over the sets. */
  double averageRank(int scheme) {
    return IntStream.range(0, sets().size()).mapToDouble(set -> rank(scheme, set)).average().orElse(Double.NaN);
  }

  /** Equal means share the ranks that they take up. */
  private double rank(int scheme, int set) {
    double rank = 0.5;
    for (int other = 0; other < schemes().size(); other++) {
      double lead = (mean(other, set) - mean(scheme, set)) * (measure.moreIsBetter() ? 1 : -1);
      rank += lead > 0 ? 1 : lead == 0 ? 0.5 : 0;
    }
    return rank;
  }

  /** Weka's own table, without a word on better or worse: v is significantly more than the base, * less. */
  @Override
  public String toString() {
    return text;
  }
}
