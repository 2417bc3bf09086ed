package weka.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import weka.core.Attribute;
import weka.core.Instances;
import weka.it.gui.ExperimenterSession;
import weka.it.gui.ExplorerSession;

/**
 * The package in Weka's windows, used with mouse and keyboard. Each session runs in a JVM of its own and leaves a
 * picture of each step in target/screenshots.
 */
@ParameterizedClass
@MethodSource("weka.it.StockWeka#onEachJdk")
class WindowsIT {

  /** Columns of the Experimenter that are ours, with what they are in the session. */
  private static final Map<String, Double> MEASURES =
      Map.of("measureEpochs", 40.0, "measureBestEpoch", 40.0, "measureLearningRateReductions", 0.0);

  private static Optional<Display> display;

  @Parameter
  StockWeka weka;

  @BeforeAll
  static void open() {
    display = Display.open();
  }

  @AfterAll
  static void close() {
    display.ifPresent(Display::close);
  }

  @Test
  void explorer() throws Exception {
    show(ExplorerSession.class, weka.file("iris.arff").toString());
  }

  @Test
  void experimenter() throws Exception {
    Path setup = weka.file("setup.xml");
    Files.deleteIfExists(setup);
    show(ExperimenterSession.class, weka.file("iris.arff").toString(), "experiment.arff", setup.toString());
    Instances inWindow = results();

    // What the window has saved runs on the command line too, with the same results but for the times.
    Files.delete(weka.file("experiment.arff"));
    weka.experiment("-l", setup.toString(), "-r");
    Instances results = results();
    assertEquals(2 * 2 * 3, results.numInstances());
    Attribute scheme = results.attribute("Key_Scheme");
    for (int i = 0; i < results.numInstances(); i++) {
      boolean ours = results.instance(i).stringValue(scheme).endsWith("BackpropClassifier");
      for (Map.Entry<String, Double> measure : MEASURES.entrySet()) {
        Attribute column = results.attribute(measure.getKey());
        assertEquals(ours ? measure.getValue() : Double.NaN, results.instance(i).value(column), measure.getKey());
      }
      Attribute correct = results.attribute("Percent_correct");
      assertEquals(inWindow.instance(i).value(correct), results.instance(i).value(correct));
    }
  }

  private Instances results() throws Exception {
    try (Reader arff = Files.newBufferedReader(weka.file("experiment.arff"))) {
      return new Instances(arff);
    }
  }

  private void show(Class<?> session, String... arguments) throws Exception {
    assumeTrue(display.isPresent(),
        "Weka's windows are not tested, since there is neither Xvfb (Debian's package xvfb) nor a display.");
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = Path.of(System.getProperty("screenshots.folder"), session.getSimpleName() + " " + weka)
        .toString();
    weka.shows(display.get(), session, all);
  }
}
