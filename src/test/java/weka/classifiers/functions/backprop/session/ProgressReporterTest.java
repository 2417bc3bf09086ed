package weka.classifiers.functions.backprop.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.functions.backprop.kernel.Kernels;
import weka.core.Instances;
import weka.gui.Logger;

/** What Weka's status line and log hear of a training. */
class ProgressReporterTest {

  /** Remembers what it is told. */
  private static final class RecordingLog implements Logger {

    private final List<String> statuses = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    @Override
    public void logMessage(String message) {
      // Which training of a JVM is the first to advise nobody knows.
      if (!Kernels.advice().equals(Optional.of(message))) {
        lines.add(message);
      }
    }

    @Override
    public void statusMessage(String message) {
      statuses.add(message);
    }
  }

  private final RecordingLog log = new RecordingLog();

  private BackpropClassifier built(String options, Instances data) throws Exception {
    BackpropClassifier scheme = Schemes.classifier(options);
    scheme.setLog(log);
    return Schemes.built(scheme, data);
  }

  @Test
  void shortTrainingsAreSilent() throws Exception {
    built("-N 5", DataSets.iris());
    assertEquals(List.of(), log.statuses);
    assertEquals(List.of(), log.lines);
  }

  @Test
  @Tag("slow")
  void longTrainingsHaveALineEveryFewSeconds() throws Exception {
    BackpropClassifier scheme = Schemes.classifier("-N 2000000000 -E 0 -V 20");
    scheme.setLog(log);
    // Before the scheme starts its own clock, or it may be a moment ahead of this one.
    long start = System.nanoTime();
    scheme.initializeClassifier(DataSets.iris());
    while (log.statuses.size() < 2 && scheme.next()) {
      // Another epoch.
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    scheme.done();
    assertTrue(seconds > 6 && seconds < 30, seconds + " s");
    for (String line : log.statuses) {
      assertTrue(line.matches("BackpropClassifier: epoch \\d+ of 2000000000, training loss [\\d.e-]+, "
          + "validation loss [\\d.e+-]+, at most \\d+ (min|h) left"), line);
    }
  }

  @Test
  void aListenerChangesNoBit() throws Exception {
    Instances data = DataSets.iris();
    assertEquals(Schemes.parameters(Schemes.built(Schemes.classifier("-N 30"), data)),
        Schemes.parameters(built("-N 30", data)));
  }

  @Test
  void theLogIsNoPartOfTheModel() throws Exception {
    BackpropClassifier scheme = built("-N 1", DataSets.iris());
    assertNull(((BackpropClassifier) AbstractClassifier.makeCopy(scheme)).getLog());
  }

  /** These tests run without a display. Once in a JVM it is said, so only the log's length is certain. */
  @Test
  void withoutADisplayTheMonitorIsDoneWithout() throws Exception {
    Instances data = DataSets.iris();
    BackpropClassifier scheme = built("-N 30 -G", data);
    assertTrue(log.lines.size() <= 1, log.lines.toString());
    assertEquals(Schemes.parameters(Schemes.built(Schemes.classifier("-N 30"), data)), Schemes.parameters(scheme));
  }
}
