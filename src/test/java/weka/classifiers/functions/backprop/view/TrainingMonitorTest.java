package weka.classifiers.functions.backprop.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.functions.backprop.train.History;

class TrainingMonitorTest {

  private static History history(int epochs) throws Exception {
    return Schemes.built(Schemes.classifier("-H 3 -V 0 -N " + epochs), DataSets.iris()).model().history();
  }

  /** As a training does that has diverged, and goes back. */
  @Test
  void anEpochThatIsTrainedAgainTakesThePlaceOfItsFirstTime() throws Exception {
    TrainingMonitor monitor = new TrainingMonitor(new MonitorRun());
    for (int epochs : new int[] {1, 2, 3, 2, 3}) {
      monitor.epoch(history(epochs), 9);
    }
    assertEquals(List.of(1, 2, 3),
        monitor.state().curve().points().stream().map(LearningCurve.Point::epoch).toList());
  }

  @Test
  void theEndShowsTheLastFiguresAndAFullBar() throws Exception {
    TrainingMonitor monitor = new TrainingMonitor(new MonitorRun());
    History history = history(4);
    monitor.epoch(history, 9);
    monitor.end("Training has ended.");
    TrainingMonitor.State state = monitor.state();
    assertEquals("Training 1 of this run: Training has ended.   Epochs: 1, best: 4", state.text());
    assertEquals(String.format(Locale.ROOT, "Training loss %.4g   learning rate %.3g", history.last().loss(),
        history.last().learningRate()), state.figures());
    assertEquals(1, state.done());
  }

  @Test
  void trainingsOfARunAreCountedAndStoppedTogether() throws Exception {
    MonitorRun run = new MonitorRun();
    TrainingMonitor first = new TrainingMonitor(run);
    TrainingMonitor second = new TrainingMonitor(run);
    second.end("x");
    assertEquals("Training 2 of this run: x", second.state().text());
    first.keepBest();
    assertFalse(first.shouldContinue(history(1), 0, 2));
    assertTrue(second.shouldContinue(history(1), 0, 2));
    first.keepBestOfAll();
    assertFalse(second.shouldContinue(history(1), 0, 2));
    assertTrue(new TrainingMonitor(new MonitorRun()).shouldContinue(history(1), 0, 2));
  }

  @Test
  void aThreadIsARun() throws Exception {
    assertSame(MonitorRun.current(), MonitorRun.current());
    MonitorRun[] other = new MonitorRun[1];
    Thread thread = new Thread(() -> other[0] = MonitorRun.current());
    thread.start();
    thread.join();
    assertNotSame(MonitorRun.current(), other[0]);
  }
}
