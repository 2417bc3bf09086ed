package weka.classifiers.functions.backprop.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.functions.backprop.train.History;

class TrainingMonitorTest {

  private static History history(int epochs) throws Exception {
    return Schemes.built(Schemes.classifier("-H 3 -N " + epochs), DataSets.iris()).history();
  }

  /** As a training does that has diverged, and goes back. */
  @Test
  void anEpochThatIsTrainedAgainTakesThePlaceOfItsFirstTime() throws Exception {
    TrainingMonitor monitor = new TrainingMonitor();
    for (int epochs : new int[] {1, 2, 3, 2, 3}) {
      monitor.epoch(history(epochs), 9);
    }
    assertEquals(List.of(1, 2, 3),
        monitor.state().curve().points().stream().map(LearningCurve.Point::epoch).toList());
  }
}
