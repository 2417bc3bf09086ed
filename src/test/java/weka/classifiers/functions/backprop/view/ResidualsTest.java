package weka.classifiers.functions.backprop.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;

class ResidualsTest {

  private final Residuals residuals = Residuals.of(DataSets.of("x numeric; predicted numeric; y numeric",
      "1,2,1", "2,2,2", "3,1,3", "4,?,9", "5,9,?"));

  @Test
  void aResidualIsWhatThePredictionIsTooHighBy() {
    assertEquals(List.of(1.0, 0.0, -2.0), residuals.points().stream().map(Residuals.Point::residual).toList());
    assertEquals(Math.sqrt(5 / 3.0), residuals.rootMeanSquare(), 1e-12);
  }

  @Test
  void determinationComparesWithTheMean() {
    // Σ residual² is 5, and Σ (actual - 2)² is 2.
    assertEquals(1 - 5 / 2.0, residuals.determination(), 1e-12);
  }

  @Test
  void aClassThatDoesNotVaryHasNoDetermination() {
    assertTrue(Double.isNaN(Residuals.of(DataSets.of("p numeric; y numeric", "1,2", "3,2")).determination()));
  }

  @Test
  void aLargeSetIsDrawnInPartAndNothingIsDrawnOfNone() {
    List<Residuals.Point> many = Collections.nCopies(10_001, new Residuals.Point(1, 2));
    assertEquals(3334, new Residuals("y", many).diagram(ChartTheme.PAPER).getSeriesMap().get("instances").getXData()
        .length);
    assertEquals(1, new Residuals("y", List.of()).diagram(ChartTheme.PAPER).getSeriesMap().size());
  }

  @Test
  void theTableHasARowForEachInstance() {
    assertEquals("actual,predicted,residual\n1.0,2.0,1.0\n2.0,2.0,0.0\n3.0,1.0,-2.0\n", residuals.csv());
  }
}
