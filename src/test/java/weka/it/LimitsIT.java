package weka.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Old models, broken files and too little memory, in stock Weka. */
@ParameterizedClass
@MethodSource("weka.it.StockWeka#onEachJdk")
class LimitsIT {

  private static final Path MODELS = Path.of("src/test/resources/models");

  @Parameter
  StockWeka weka;

  @BeforeEach
  void takeModel() throws Exception {
    for (String name : List.of("sparse.model", "sparse.bsi")) {
      Files.copy(MODELS.resolve(name), weka.file(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  void aModelOfAnEarlierVersionIsEvaluated() throws Exception {
    String report = weka.prints(".BackpropClassifier -l sparse.model -T sparse.bsi");
    assertTrue(report.contains("Total Number of Instances               60"), report);
    assertTrue(Report.percentCorrect(report) > 50, report);
  }

  /** No plotting library, no Vector API, no window. */
  @Test
  void readingAModelLoadsNoClassThatIsNeitherOursNorWekasNorJavas() throws Exception {
    weka.with("-Xlog:class+load:file=classes.txt").prints(".BackpropClassifier -l sparse.model -T sparse.bsi");
    List<String> ours = weka.lines("classes.txt").stream().filter(line -> line.contains("packages/backprop/")).toList();
    assertTrue(ours.stream().anyMatch(line -> line.contains(" weka.classifiers.functions.backprop.network.Network ")),
        "no class of ours in the log");
    for (String line : ours) {
      assertTrue(line.contains(" weka.") && !line.contains(".view."), line);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, The saved model is truncated or damaged.", "0.999, The saved model is truncated or damaged."})
  void aTruncatedModelIsRefusedInOneSentence(double part, String sentence) throws Exception {
    byte[] bytes = Files.readAllBytes(weka.file("sparse.model"));
    Files.write(weka.file("truncated.model"), Arrays.copyOf(bytes, (int) (part * bytes.length)));
    assertRefused(sentence, ".BackpropClassifier -l truncated.model -T sparse.bsi");
  }

  @Test
  void aModelOfAnotherSchemeIsRefusedByItsName() throws Exception {
    weka.prints(".ZeroR -no-cv -t iris.arff -d zero.model");
    assertRefused("Loaded classifier is weka.classifiers.rules.ZeroR, not "
        + "weka.classifiers.functions.BackpropClassifier!", ".BackpropClassifier -l zero.model -T iris.arff");
  }

  private void assertRefused(String sentence, String commandLine) throws Exception {
    assertEquals("Weka exception: " + sentence, weka.refuses(commandLine).lines().findFirst().orElse(""));
  }

  /** Within the limit training ends well, however close it comes; beyond it a sentence comes before it has begun. */
  @ParameterizedTest
  @CsvSource({"1000, true", "1400, true", "1700, false", "100000, false"})
  void trainingThatCantFitIntoMemoryIsRefusedBeforeItBegins(int units, boolean fits) throws Exception {
    StockWeka small = weka.with("-Xmx128m");
    String command = ".BackpropRegressor -no-cv -K 1 -N 2 -c 4 -t iris.arff -H " + units + "," + units;
    if (fits) {
      assertTrue(small.prints(command).contains("Correlation coefficient"));
    } else {
      String refusal = small.refuses(command);
      assertTrue(refusal.contains("Training needs ") && refusal.contains(" of Java's 128 MB are available. Use "
          + "smaller or fewer hidden layers (option -H, hiddenLayers: " + units + "," + units + "), the optimizer SGD "
          + "(option -O, optimizer: ADAM), or give Java more memory (java -Xmx)."), refusal);
    }
  }
}
