package weka.classifiers.functions.backprop.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.explain.Contributions;
import weka.classifiers.functions.backprop.explain.PartialDependence;
import weka.classifiers.rules.ZeroR;
import weka.core.Attribute;
import weka.core.Instances;

class ExplainedModelTest {

  private static ExplainedModel of(Instances data) throws Exception {
    ZeroR zeroR = new ZeroR();
    zeroR.buildClassifier(data);
    Instances loaded = new Instances(data);
    loaded.setClassIndex(-1);
    return ExplainedModel.of(new ResultList.Result("name", zeroR, new Instances(data, 0)), loaded);
  }

  @Test
  void theClassIsThatOfTheModelWhateverIsSetInTheData() throws Exception {
    assertEquals(4, of(DataSets.iris()).data().classIndex());
  }

  @Test
  void otherAttributesAreRejected() throws Exception {
    ResultList.Result iris = new ResultList.Result("iris", new ZeroR(), new Instances(DataSets.iris(), 0));
    String message = assertThrows(IllegalArgumentException.class,
        () -> ExplainedModel.of(iris, DataSets.creditG())).getMessage();
    assertTrue(message.startsWith("The loaded data have other attributes than the model's training data: "), message);
    assertEquals("No data are loaded: open a file in the Preprocess tab.",
        assertThrows(IllegalArgumentException.class, () -> ExplainedModel.of(iris, null)).getMessage());
  }

  @Test
  void outputsAreTheProbabilitiesOrTheClass() throws Exception {
    assertEquals(List.of("P(class=good)", "P(class=bad)"), of(DataSets.creditG()).outputs());
    assertEquals(List.of("y"), of(DataSets.of("x numeric; y numeric", "1,2", "2,3")).outputs());
  }

  @Test
  void whatAnInstanceHasIsNamedWithItsValue() throws Exception {
    ExplainedModel model = of(DataSets.of("x numeric; c {red,green}; y numeric", "0.25,green,2", "?,?,3"));
    assertEquals("x = 0.25", model.describe(0, 0));
    assertEquals("c = green", model.describe(0, 1));
    assertEquals("x = ?", model.describe(1, 0));
    assertEquals("y = 0.9000 = 0.5000 + contributions",
        model.describe(new Contributions(0.5, 0.9, new double[3], new double[3]), 0));
  }

  /** ZeroR uses nothing, so that all is the mean. */
  @Test
  void aModelThatUsesNothingNeedsNothing() throws Exception {
    ExplainedModel model = of(DataSets.iris());
    model.importance(part -> { }).forEach(one -> assertEquals(0, one.mean(), 1e-12));
    assertArrayEquals(new double[5], model.contributions(7, 1, part -> { }).values(), 1e-12);
    PartialDependence dependence = model.dependence(0, 1, part -> { });
    assertEquals(1 / 3.0, dependence.mean()[0], 0.01);
  }

  @Test
  void theTableOfADependenceHasAColumnForEachInstance() {
    PartialDependence dependence =
        new PartialDependence(0, new double[] {0, 1}, new double[][] {{1, 2}, {3, 6}});
    assertEquals("c,mean,instance 1,instance 2\nred,2.0,1.0,3.0\ngreen,4.0,2.0,6.0\n",
        DependenceChart.csv(dependence, new Attribute("c", List.of("red", "green"))));
    assertArrayEquals(new double[] {1, 2}, DependenceChart.deviation(dependence, dependence.mean()));
  }
}
