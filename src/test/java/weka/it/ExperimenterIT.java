package weka.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weka.core.Attribute;
import weka.core.Instances;
import weka.it.gui.ExperimenterSession;

/** A comparison of our classifier with a built-in learner in the Experimenter, in its windows and without. */
class ExperimenterIT {

  /** Columns that are ours, with what they are in the session. */
  private static final Map<String, Double> MEASURES =
      Map.of("measureEpochs", 40.0, "measureBestEpoch", 40.0, "measureLearningRateReductions", 0.0);

  @Test
  void whatTheWindowsSavedRunsOnTheCommandLineWithTheSameResults() throws Exception {
    StockWeka weka = StockWeka.onEachJdk().get(0);
    Path setup = weka.file("setup.xml");
    Files.deleteIfExists(setup);
    weka.shows(ExperimenterSession.class, Screen.USUAL,
        weka.file("iris.arff").toString(), "experiment.arff", setup.toString());
    Instances inWindows = results(weka);

    Files.delete(weka.file("experiment.arff"));
    weka.experiment("-l", setup.toString(), "-r");
    Instances results = results(weka);
    assertEquals(2 * 2 * 3, results.numInstances());
    Attribute scheme = results.attribute("Key_Scheme");
    Attribute correct = results.attribute("Percent_correct");
    for (int i = 0; i < results.numInstances(); i++) {
      boolean ours = results.instance(i).stringValue(scheme).endsWith("BackpropClassifier");
      for (Map.Entry<String, Double> measure : MEASURES.entrySet()) {
        assertEquals(ours ? measure.getValue() : Double.NaN,
            results.instance(i).value(results.attribute(measure.getKey())), measure.getKey());
      }
      assertEquals(inWindows.instance(i).value(correct), results.instance(i).value(correct));
    }
  }

  private static Instances results(StockWeka weka) throws Exception {
    try (Reader arff = Files.newBufferedReader(weka.file("experiment.arff"))) {
      return new Instances(arff);
    }
  }
}
