package clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.GridSearch;
import weka.classifiers.meta.MultiSearch;
import weka.core.Instances;
import weka.core.SelectedTag;
import weka.core.Utils;
import weka.core.setupgenerator.AbstractParameter;
import weka.core.setupgenerator.ListParameter;
import weka.core.setupgenerator.MathParameter;
import weka.filters.AllFilter;

/** Weka's packages that look for good options. */
class SearchTest {

  private static final String OURS = "weka.classifiers.functions.BackpropRegressor";

  private static double error(Classifier scheme) throws Exception {
    Instances data = Peers.friedman(200);
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(scheme, data, 3, new Random(1));
    return evaluation.rootRelativeSquaredError();
  }

  private static String option(Classifier scheme, String flag) throws Exception {
    return Utils.getOption(flag, ((AbstractClassifier) scheme).getOptions());
  }

  private static ListParameter list(String property, String delimiter, String... values) {
    ListParameter parameter = new ListParameter();
    parameter.setProperty(property);
    parameter.setCustomDelimiter(delimiter);
    parameter.setList(String.join(delimiter, values));
    return parameter;
  }

  private static MultiSearch search(Classifier scheme, AbstractParameter... parameters) {
    MultiSearch search = new MultiSearch();
    search.setClassifier(scheme);
    search.setSearchParameters(parameters);
    search.setEvaluation(new SelectedTag("RRSE", search.getMetrics().getTags()));
    return search;
  }

  /** Learning rates 10^-4 to 10^-1, and weight penalties 10^-6 to 10^-2. */
  @Test
  void gridSearchTakesNumbers() throws Exception {
    GridSearch grid = new GridSearch();
    grid.setClassifier(Peers.regressor("-H 8 -N 30"));
    grid.setEvaluation(new SelectedTag(GridSearch.EVALUATION_RRSE, GridSearch.TAGS_EVALUATION));
    grid.setXProperty("learningRate");
    grid.setXMin(-4);
    grid.setXMax(-1);
    grid.setXStep(1);
    grid.setXExpression("pow(BASE,I)");
    grid.setYProperty("l2");
    grid.setYMin(-6);
    grid.setYMax(-2);
    grid.setYStep(4);
    grid.setYExpression("pow(BASE,I)");
    grid.buildClassifier(Peers.friedman(200));
    double rate = Double.parseDouble(option(grid.getBestClassifier(), "L"));
    assertTrue(rate > 0.001 && rate <= 0.1, "learning rate " + rate);
    Peers.assertNoWorse(error(grid.getBestClassifier()), error(Peers.multilayerPerceptron()), 1.1);
  }

  @Test
  void multiSearchTakesNumbersAndTexts() throws Exception {
    MathParameter rate = new MathParameter();
    rate.setProperty("learningRate");
    rate.setMin(-4);
    rate.setMax(-2);
    rate.setStep(2);
    rate.setBase(10);
    rate.setExpression("pow(BASE,I)");
    MultiSearch search = search(Peers.regressor("-N 30"), rate, list("hiddenLayers", ";", "0", "16,8"));
    search.buildClassifier(Peers.friedman(200));
    assertEquals("16,8", option(search.getBestClassifier(), "H"));
    assertEquals("0.01", option(search.getBestClassifier(), "L"));
  }

  /** MultiSearch sets numbers, texts and Weka's tags, but no enums, as Weka's own schemes of late have them. */
  @Test
  void multiSearchDoesNotTakeEnums() throws Exception {
    MultiSearch search = search(Peers.regressor("-N 5"), list("optimizer", ";", "SGD", "ADAM"));
    assertThrows(Exception.class, () -> search.buildClassifier(Peers.friedman(50)));
  }

  /** The way round: whole schemes for the classifier of a FilteredClassifier, so every option can vary. */
  @Test
  void multiSearchTakesSchemesWithAnyOptions() throws Exception {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new AllFilter());
    filtered.setClassifier(Peers.regressor(""));
    MultiSearch search = search(filtered,
        list("classifier", ";", OURS + " -H 8 -N 30 -O SGD -L 0.0001", OURS + " -H 8 -N 30 -O ADAM -L 0.01"));
    search.buildClassifier(Peers.friedman(200));
    Classifier best = ((FilteredClassifier) search.getBestClassifier()).getClassifier();
    assertEquals("ADAM", option(best, "O").isEmpty() ? "ADAM" : option(best, "O"));
    assertEquals("0.01", option(best, "L"));
  }
}
