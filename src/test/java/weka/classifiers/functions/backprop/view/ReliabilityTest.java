package weka.classifiers.functions.backprop.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.evaluation.NominalPrediction;
import weka.core.Attribute;
import weka.core.Utils;

class ReliabilityTest {

  private static final Attribute CLASS = new Attribute("kind", List.of("a", "b", "c, or d"));

  private final Reliability reliability = Reliability.of(List.of(
      new NominalPrediction(0, new double[] {0.75, 0.2, 0.05}),
      new NominalPrediction(1, new double[] {0.55, 0.3, 0.15}, 3),
      new NominalPrediction(Utils.missingValue(), new double[] {0, 0, 1})), CLASS);

  @Test
  void thePredictedClassHasTheLargestProbability() {
    assertEquals(1, reliability.bins(Reliability.PREDICTED_CLASS).frequency(7));
    assertEquals(0, reliability.bins(Reliability.PREDICTED_CLASS).frequency(5));
    assertEquals(4, reliability.bins(Reliability.PREDICTED_CLASS).totalWeight());
  }

  @Test
  void aLabelIsShownByItsOwnProbability() {
    assertEquals(0.3, reliability.bins(1).meanProbability(2), 1e-12);
    assertEquals(1, reliability.bins(1).frequency(2));
    assertEquals(3, reliability.bins(1).weight(2));
  }

  @Test
  void theTableHasARowForEachBin() {
    List<String> lines = reliability.csv(1).lines().toList();
    assertEquals(11, lines.size());
    assertEquals("from,to,weight,mean probability,frequency,standard error", lines.get(0));
    assertEquals("0.0,0.1,0.0,,,", lines.get(1));
    assertTrue(lines.get(3).startsWith("0.2,0.3,3.0,0.3,1.0,0.0") || lines.get(3).startsWith("0.2,0.3,3.0,0.29"),
        lines.get(3));
  }

  @Test
  void everyLabelCanBeChosen() {
    assertEquals(List.of("Predicted class", "kind = a", "kind = b", "kind = c, or d"), reliability.choices());
  }

  @Test
  void cellsWithCommasAreQuoted() {
    assertEquals("a,\"b,c\"\n\"say \"\"d\"\"\",\n", new Csv("a", "b,c").row("say \"d\"", Double.NaN).toString());
  }
}
