package weka.classifiers.functions.backprop.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYChart;
import weka.classifiers.bayes.BayesNet;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Attribute;

class LearningCurveTest {

  private static LearningCurve curve(String options) throws Exception {
    return LearningCurve.of(Schemes.built(Schemes.classifier(options), DataSets.iris()).model().history());
  }

  private static Set<String> series(LearningCurve curve) {
    return new CurveChart(ChartTheme.PAPER, false).of(curve, "").getSeriesMap().keySet();
  }

  @Test
  void showsWhatTheHistorySays() throws Exception {
    BackpropClassifier scheme = Schemes.built(Schemes.classifier("-N 50 -V 30 -E 0"), DataSets.iris());
    LearningCurve curve = LearningCurve.of(scheme.model().history());
    assertEquals(50, curve.points().size());
    assertEquals(scheme.model().history().last().validationLoss(), curve.points().get(49).validationLoss());
    assertEquals(scheme.model().history().bestEpoch(), curve.best().epoch());
    assertTrue(series(curve).containsAll(Set.of("Training loss", "Validation loss",
        "Best epoch: " + scheme.model().history().bestEpoch())), series(curve).toString());
  }

  @Test
  void accuracyOrRmseOfWhatIsHeldOutHasAPanelOfItsOwn() throws Exception {
    LearningCurve classifier = curve("-N 8 -V 20 -E 0");
    assertTrue(classifier.hasScores());
    XYChart chart = new CurveChart(ChartTheme.PAPER, false).scores(classifier, List.of(curve("-N 3 -V 20")));
    assertEquals("Accuracy (%)", chart.getYAxisTitle());
    assertEquals(Set.of("Validation accuracy (%)", "Best epoch", "Other trainings"), chart.getSeriesMap().keySet());
    for (double accuracy : chart.getSeriesMap().get("Validation accuracy (%)").getYData()) {
      assertTrue(accuracy >= 0 && accuracy <= 100, accuracy + " %");
    }
    assertEquals("RMSE", LearningCurve.of(Schemes.built(Schemes.regressor("-N 2"),
        DataSets.mixed(60, Attribute.NUMERIC, 5)).model().history()).scoreName());
    assertFalse(curve("-N 5 -V 0").hasScores());
    assertFalse(curve("-N 0").hasScores());
    assertTrue(LearningCurve.of(Schemes.built(Schemes.classifier("-N 3 -K 2"), DataSets.iris()).model().history())
        .hasScores());
  }

  @Test
  void theLearningRateIsShownOnlyIfItVaries() throws Exception {
    assertFalse(series(curve("-N 30 -V 20")).contains("Learning rate"));
    assertTrue(series(curve("-N 30 -V 20 -schedule COSINE")).contains("Learning rate"));
  }

  @Test
  void aLogarithmicScaleLeavesOutWhatItCanNotShow() {
    LearningCurve curve = new LearningCurve(List.of(new LearningCurve.Point(1, 1, Double.NaN, 0.1, Double.NaN),
        new LearningCurve.Point(2, 0, Double.NaN, 0.1, Double.NaN),
        new LearningCurve.Point(3, 0.5, Double.NaN, 0.1, Double.NaN)), null);
    assertEquals(2, new CurveChart(ChartTheme.PAPER, true).of(curve, "").getSeriesMap().get("Training loss")
        .getXData().length);
    assertEquals(3, new CurveChart(ChartTheme.PAPER, false).of(curve, "").getSeriesMap().get("Training loss")
        .getXData().length);
  }

  @Test
  void otherTrainingsOfTheRunAreDrawnBehindAndNamedOnce() throws Exception {
    LearningCurve curve = curve("-N 5 -V 20");
    var map = new CurveChart(ChartTheme.PAPER, false).of(curve, List.of(curve, curve("-N 7 -V 0")), "").getSeriesMap();
    assertEquals(1, map.values().stream().filter(one -> one.isShowInLegend() && one.getName().startsWith("Other"))
        .count());
    assertEquals(List.of("Other trainings", "Other trainings (2)"),
        map.keySet().stream().limit(2).toList());
  }

  @Test
  void theTrainingsOfAThreadBelongTogether() throws Exception {
    LearningCurve[] curves = {curve("-N 2"), curve("-N 3"), curve("-N 4")};
    Thread run = new Thread(() -> {
      Trainings.add(curves[0], "all epochs");
      Trainings.add(curves[1], "stopped early");
    });
    run.start();
    run.join();
    Trainings.add(curves[2], "all epochs");
    assertEquals(List.of(2, 1), Trainings.runOf(curves[1]).stream().map(Trainings.Training::number).toList());
    assertEquals("stopped early", Trainings.runOf(curves[1]).get(0).state());
    assertEquals(List.of(), Trainings.runOf(curve("-N 5")));
  }

  @Test
  void showsNoValidationWhereThereIsNone() throws Exception {
    LearningCurve curve = curve("-N 5 -V 0");
    assertTrue(series(curve).contains("Training loss"));
    assertTrue(series(curve).stream().noneMatch(name -> name.startsWith("Validation") || name.startsWith("Best")),
        series(curve).toString());
  }

  /** Of no epoch at all, of one, of a rate that falls to 0, and of more epochs than the picture has columns. */
  @ParameterizedTest
  @ValueSource(strings = {"-N 0", "-N 1", "-N 30 -schedule COSINE -V 20", "-N 3000 -H 1 -B 0 -E 0 -V 0"})
  @Tag("slow")
  void isDrawnForAnyTraining(String options) throws Exception {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(curve(options).toPng()));
    long colours = IntStream.range(0, picture.getWidth() * picture.getHeight())
        .map(k -> picture.getRGB(k % picture.getWidth(), k / picture.getWidth())).distinct().count();
    assertTrue(colours > 20, colours + " colours");
  }

  @Test
  void isTheSamePictureInEveryLocale() throws Exception {
    LearningCurve curve = curve("-N 20 -V 20");
    byte[] expected = curve.toPng();
    Locale users = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertArrayEquals(expected, curve.toPng());
    } finally {
      Locale.setDefault(users);
    }
  }

  @Test
  void travelsWithTheGraphToTheResultList() throws Exception {
    BackpropClassifier scheme = Schemes.built(Schemes.classifier("-N 20 -V 20 -E 0"), DataSets.iris());
    LearningCurve read = LearningCurve.parse(LearningCurvePlugin.csv(scheme.graph()));
    assertEquals(LearningCurve.of(scheme.model().history()), read);
    assertNotNull(new LearningCurvePlugin().getVisualizeMenuItem(scheme.graph(), "network"));
  }

  @Test
  void isThinnedOutInTheGraphButKeepsTheBestEpochAndTheLast() throws Exception {
    BackpropClassifier scheme =
        Schemes.built(Schemes.classifier("-N 2501 -V 20 -E 0 -B 0 -H 1"), DataSets.iris());
    List<LearningCurve.Point> points = LearningCurve.parse(LearningCurvePlugin.csv(scheme.graph())).points();
    assertTrue(points.size() < 1000, points.size() + " points");
    int best = scheme.model().history().bestEpoch();
    assertTrue(points.stream().anyMatch(point -> point.epoch() == best));
    assertEquals(2501, points.get(points.size() - 1).epoch());
  }

  /** The plugin is asked about every graph, also those of Weka's own schemes. */
  @Test
  void otherSchemesHaveNone() throws Exception {
    BayesNet other = Schemes.built(new BayesNet(), DataSets.iris());
    assertNull(new LearningCurvePlugin().getVisualizeMenuItem(other.graph(), "network"));
    assertNull(new LearningCurvePlugin().getVisualizeMenuItem("epoch,training loss,validation loss,learning rate,"
        + "seconds in what is no XML", "text"));
  }
}
