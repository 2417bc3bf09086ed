package weka.classifiers.functions.backprop.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.rules.ZeroR;
import weka.core.Instances;
import weka.core.WekaException;

class ImageStepTest {

  private final Instances iris = DataSets.iris();

  private static void assertDrawn(BufferedImage picture) {
    assertEquals(300, picture.getWidth());
    assertEquals(200, picture.getHeight());
    long colours = IntStream.range(0, picture.getWidth() * picture.getHeight())
        .map(k -> picture.getRGB(k % picture.getWidth(), k / picture.getWidth())).distinct().count();
    assertTrue(colours > 20, colours + " colours");
  }

  private static <T extends ImageStep> T initialized(T step) throws WekaException {
    step.setImageWidth(300);
    step.setImageHeight(200);
    step.stepInit();
    return step;
  }

  @Test
  void aReliabilityDiagramIsDrawnOfAnyClassifier() throws Exception {
    ReliabilityStep step = initialized(new ReliabilityStep());
    step.collect(Schemes.built(new ZeroR(), iris), iris);
    assertDrawn(step.draw());
  }

  @Test
  void withoutATestSetOrLabelsThereIsNoDiagram() throws Exception {
    ReliabilityStep step = initialized(new ReliabilityStep());
    assertThrows(WekaException.class, () -> step.collect(new ZeroR(), null));
    Instances numeric = DataSets.of("x numeric; y numeric", "1,2");
    assertEquals("ReliabilityDiagram needs a nominal class, but y is numeric.",
        assertThrows(WekaException.class, () -> step.collect(new ZeroR(), numeric)).getMessage());
  }

  @Test
  void theLearningCurvesOfAllFoldsAreOnePicture() throws Exception {
    LearningCurveStep step = initialized(new LearningCurveStep());
    step.collect(Schemes.built(Schemes.classifier("-N 9 -H 2"), iris), null);
    step.collect(Schemes.built(Schemes.classifier("-N 12 -H 2"), iris), null);
    assertDrawn(step.draw());
  }

  @Test
  void otherSchemesHaveNoLearningCurve() throws Exception {
    LearningCurveStep step = initialized(new LearningCurveStep());
    assertEquals("LearningCurve needs a BackpropClassifier or BackpropRegressor that was trained, but got "
        + "weka.classifiers.rules.ZeroR.",
        assertThrows(WekaException.class, () -> step.collect(new ZeroR(), iris)).getMessage());
  }

  @Test
  void aPictureWithoutPixelsIsRejected() {
    LearningCurveStep step = new LearningCurveStep();
    step.setImageWidth(0);
    assertThrows(WekaException.class, step::stepInit);
  }
}
