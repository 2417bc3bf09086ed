package weka.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instances;

/** The package in stock Weka: installing, its schemes at work, alone and inside others, and uninstalling. */
@ParameterizedClass
@MethodSource("weka.it.StockWeka#onEachJdk")
class PackageIT {

  @Parameter
  StockWeka weka;

  @Test
  void bringsTheSchemesWithItAndTakesThemAwayAgain() throws Exception {
    StockWeka fresh = weka.fresh("installing");
    String unknown = "Can't find scheme .BackpropClassifier, or it is not runnable.";
    assertEquals(unknown, fresh.refuses(".BackpropClassifier -t iris.arff"));

    fresh.packageManager("-install-package", StockWeka.ZIP.toString());
    assertTrue(Files.exists(fresh.file("weka-home/packages/backprop/backprop.jar")));
    fresh.prints(".BackpropClassifier -t iris.arff -no-cv");

    fresh.packageManager("-uninstall-package", "backprop");
    assertFalse(Files.exists(fresh.file("weka-home/packages/backprop")));
    assertEquals(unknown, fresh.refuses(".BackpropClassifier -t iris.arff"));
  }

  @Test
  void isListedAsInstalledAndLoaded() throws Exception {
    String version = StockWeka.ZIP.getFileName().toString().replaceAll("backprop-|\\.zip", "");
    String list = weka.packageManager("-list-packages", "installed");
    assertTrue(list.replaceAll("\\s+", " ").contains(" " + version + " ----- Yes backprop: "), list);
  }

  @Test
  void classifierIsCrossValidated() throws Exception {
    String report = weka.prints(".BackpropClassifier -t iris.arff -x 10");
    assertTrue(report.contains("=== Stratified cross-validation ==="), report);
    assertEquals(List.of("150", "150"), Report.totals(report));
    assertTrue(Report.percentCorrect(report) > 90, report);
  }

  @Test
  void regressorIsCrossValidated() throws Exception {
    weka.prints(".MexicanHat -n 200 -o hat.arff");
    String report = weka.prints(".BackpropRegressor -t hat.arff -x 10 -H 20,20 -N 300");
    assertTrue(report.contains("=== Cross-validation ==="), report);
    assertTrue(Report.correlation(report) > 0.95, report);
  }

  @Test
  void schemesRunByTheirFullNames() throws Exception {
    String report = weka.prints("-no-scan weka.classifiers.functions.BackpropClassifier -t iris.arff -o -v");
    assertTrue(Report.percentCorrect(report) > 90, report);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      ".Bagging -I 3",
      ".AdaBoostM1 -I 3",
      ".MultiClassClassifier",
      ".FilteredClassifier -F weka.filters.supervised.attribute.Discretize",
      ".CVParameterSelection -X 3 -P \"L 0.01 0.1 2\""})
  void classifierWorksInsideOtherSchemes(String metaScheme) throws Exception {
    String report = weka.prints(metaScheme + " -t iris.arff -x 3 -v -W weka.classifiers.functions.BackpropClassifier"
        + " -- -H 5");
    assertTrue(Report.percentCorrect(report) > 90, report);
  }

  @Test
  void classifierTakesPartInAnExperiment() throws Exception {
    String progress = weka.experiment("-r", "-L", "1", "-U", "2", "-T", "iris.arff",
        "-D", "weka.experiment.InstancesResultListener -O experiment.arff",
        "-P", "weka.experiment.CrossValidationResultProducer", "--", "-X", "3",
        "-W", "weka.experiment.ClassifierSplitEvaluator", "--",
        "-W", "weka.classifiers.functions.BackpropClassifier", "--", "-H", "5", "-N", "100", "-L", "0.01");
    assertTrue(progress.endsWith("Iterating...\nPostprocessing..."), progress);
    try (Reader arff = Files.newBufferedReader(weka.file("experiment.arff"))) {
      Instances results = new Instances(arff);
      assertEquals(2 * 3, results.numInstances());
      assertTrue(results.meanOrMode(results.attribute("Percent_correct")) > 90, results::toString);
      String options = results.attribute("Key_Scheme_options").value(0);
      assertTrue(options.contains("-H 5"), options);
    }
  }

  @Test
  void classifierWorksInAKnowledgeFlow() throws Exception {
    Files.copy(getClass().getResourceAsStream("/flow.kf"), weka.file("flow.kf"), StandardCopyOption.REPLACE_EXISTING);
    for (String output : List.of("flow.txt", "flow-curve.png", "flow-reliability.png")) {
      Files.deleteIfExists(weka.file(output));
    }
    weka.flow("flow.kf");
    String report = Files.readString(weka.file("flow.txt"));
    assertTrue(report.contains("Scheme: BackpropClassifier"), report);
    assertEquals(List.of("150"), Report.totals(report));
    assertTrue(Report.percentCorrect(report) > 90, report);
    assertTrue(report.contains("\nLog loss ") && report.contains("\nBrier score "), report);
    for (String picture : List.of("flow-curve.png", "flow-reliability.png")) {
      BufferedImage image = ImageIO.read(weka.file(picture).toFile());
      assertEquals(640, image.getWidth(), picture);
      assertEquals(480, image.getHeight(), picture);
    }
  }

  @Test
  void instancesFlowOneByOne() throws Exception {
    Files.copy(getClass().getResourceAsStream("/stream.kf"), weka.file("stream.kf"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(weka.file("stream.txt"));
    weka.flow("stream.kf");
    String report = Files.readString(weka.file("stream.txt"));
    assertEquals(List.of("150"), Report.totals(report));
    // Each is predicted before it is learnt, and the kinds come one after the other.
    assertTrue(Report.percentCorrect(report) > 70, report);
  }

  @Test
  void trainingDataAreReadOneByOne() throws Exception {
    weka.prints(".BackpropClassifierUpdateable -t iris.arff -no-cv -B 4 -d stream.model");
    String report = weka.prints(".BackpropClassifierUpdateable -t iris.arff -T iris.arff -l stream.model");
    assertTrue(report.contains("Instances: 300"), report);
    assertTrue(Report.percentCorrect(report) > 60, report);
  }

  @Test
  void monitorOnAMachineWithoutADisplayIsRefusedOnceAndTrainingGoesOn() throws Exception {
    String report = weka.headless().prints(".BackpropClassifier -t iris.arff -x 3 -G");
    assertTrue(Report.percentCorrect(report) > 50, report);
  }

  @Test
  void learningCurveIsWrittenAsTableOrPicture() throws Exception {
    weka.prints(".BackpropClassifier -t iris.arff -no-cv -K 1 -N 7 -V 20 -history curve.csv");
    List<String> csv = weka.lines("curve.csv");
    assertEquals("epoch,training loss,validation loss,learning rate,seconds,validation accuracy (%)", csv.get(0));
    assertEquals(8, csv.size());
    weka.prints(".BackpropClassifier -t iris.arff -no-cv -K 1 -N 7 -V 20 -history curve.png");
    BufferedImage picture = ImageIO.read(weka.file("curve.png").toFile());
    assertTrue(picture.getWidth() >= 600 && picture.getHeight() >= 400, picture.toString());
  }

  @Test
  void graphIsPrintedForOtherPrograms() throws Exception {
    String graph = weka.prints(".BackpropClassifier -t iris.arff -g");
    assertTrue(graph.startsWith("<?xml version=\"1.0\"?>"), graph);
    assertTrue(graph.contains("<FOR>class=Iris-setosa</FOR>"), graph);
  }

  @Test
  void costMatrixOfTheCommandLineCountsAsItDoesForBuiltInLearners() throws Exception {
    Files.writeString(weka.file("costs.txt"), "3 3\n0 1 1\n1 0 5\n1 1 0\n");
    String report = weka.prints(".BackpropClassifier -t iris.arff -x 3 -m costs.txt");
    assertTrue(report.matches("(?s).*Total Cost +\\d+.*Average Cost +[\\d.]+.*"), report);
  }

  @Test
  void installedPackageUsesTheVectorModuleWhereJavaHasIt() throws Exception {
    String command = ".BackpropClassifier -t iris.arff -no-cv -output-debug-info";
    String advice = "start Java with --add-modules jdk.incubator.vector";
    assertTrue(weka.prints(command).contains(advice));
    assertFalse(weka.withVectorModule().prints(command).contains(advice));
  }
}
