package weka.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl;
import java.nio.file.Files;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import weka.core.pmml.PMMLFactory;
import weka.core.pmml.PMMLModel;

/** What the installed package gives away of a model on Weka's command line, and what it explains. */
@ParameterizedClass
@MethodSource("weka.it.StockWeka#onEachJdk")
class ExportIT {

  @Parameter
  StockWeka weka;

  private void train() throws Exception {
    if (!Files.exists(weka.file("exported.model"))) {
      weka.prints(".BackpropClassifier -t iris.arff -no-cv -N 30 -H 6,4:sigmoid -d exported.model");
    }
  }

  @Test
  void aJavaClassIsWrittenThatCompilesAlone() throws Exception {
    train();
    assertEquals("", weka.prints(".BackpropExport -model exported.model -format java -out Net.java"));
    assertTrue(weka.lines("Net.java").contains("public final class Net {"));
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-classpath", "",
        weka.file("Net.java").toString()));
  }

  @Test
  void withoutAFileTextIsPrinted() throws Exception {
    train();
    assertTrue(weka.prints(".BackpropExport -model exported.model -format java")
        .contains("public final class BackpropModel {"));
  }

  @Test
  void pmmlIsWrittenThatWekaReads() throws Exception {
    train();
    assertEquals("", weka.prints(".BackpropExport -model exported.model -format PMML -out net.xml"));
    PMMLModel model = PMMLFactory.getPMMLModel(weka.file("net.xml").toFile());
    assertEquals("4.4", model.getPMMLVersion());
  }

  @Test
  void onnxIsWrittenThatTheOfficialSchemaReads() throws Exception {
    train();
    assertEquals("", weka.prints(".BackpropExport -model exported.model -format onnx -out net.onnx"));
    OnnxMl.ModelProto model = OnnxMl.ModelProto.parseFrom(Files.readAllBytes(weka.file("net.onnx")));
    assertEquals("numeric", model.getGraph().getInput(0).getName());
  }

  @Test
  void csvHoldsALineForEachEpoch() throws Exception {
    train();
    List<String> lines = weka.prints(".BackpropExport -model exported.model -format csv").lines().toList();
    assertEquals("epoch,training loss,validation loss,learning rate,seconds", lines.get(0));
    assertTrue(lines.get(30).startsWith("30,"), lines.get(30));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      -model no.model -format java              | Option -model is no.model, but must be a file with a model that Weka saved.
      -format java                              | Option -model is missing, but must be a file with a model that Weka saved.
      -model iris.arff -format java             | Option -model is iris.arff, but must be a file with a model that Weka saved.
      -model exported.model -format jar         | Option -format is jar, but must be one of java, pmml, onnx, csv.
      -model exported.model                     | Option -format is missing, but must be one of java, pmml, onnx, csv.
      -model exported.model -format onnx        | Option -out is missing, but must be the file to write, since the format onnx is no text.
      -model exported.model -format java -out my-net.java | Option -out is my-net.java, but must be named after a Java class, such as Net.java, since the format is java.
      -model exported.model -format pmml -out no/dir/net.xml | Option -out is no/dir/net.xml, but must be a file that can be written.
      -model exported.model -format pmml -nonsense | Illegal options: -nonsense
      -model                                    | No value given for -model option.""")
  void nonsenseIsRefusedInASentence(String options, String sentence) throws Exception {
    train();
    String complaint = weka.refuses(".BackpropExport " + options);
    assertTrue(complaint.startsWith("Weka exception: " + sentence), complaint);
    assertFalse(complaint.contains("\tat "), complaint);
  }

  @Test
  void anotherSchemesModelIsRefused() throws Exception {
    weka.prints(".J48 -t iris.arff -no-cv -d j48.model");
    assertEquals("Weka exception: Option -model is j48.model, but must be a file with a BackpropClassifier or "
        + "BackpropRegressor, and not a weka.classifiers.trees.J48.",
        weka.refuses(".BackpropExport -model j48.model -format java"));
  }

  @Test
  void helpExplainsTheOptions() throws Exception {
    String help = weka.refuses(".BackpropExport -h");
    for (String option : List.of("-model <file>", "-format <format>", "-out <file>", "java, pmml, onnx, csv")) {
      assertTrue(help.contains(option), help);
    }
  }

  @Test
  void theOptionForSourceCodePrintsIt() throws Exception {
    String source = weka.prints(".BackpropClassifier -t iris.arff -no-cv -N 2 -z Net");
    assertTrue(source.contains("public class WekaWrapper") && source.contains("final class Net {"), source);
  }

  @Test
  void attributesAreRankedByPermutation() throws Exception {
    String report = weka.prints(".PermutationAttributeEval -i iris.arff -c last -s \"weka.attributeSelection.Ranker\" "
        + "-W \"weka.classifiers.functions.BackpropClassifier -N 50\" -R 10");
    assertTrue(report.contains("50 instances held out of 150"), report);
    assertTrue(report.matches("(?s).*Selected attributes: [34],[34],[12],[12] : 4.*"), report);
  }

  @Test
  void hiddenOutputsBecomeFeatures() throws Exception {
    String features = weka.prints("weka.filters.supervised.attribute.PartitionMembership -i iris.arff -c last "
        + "-W weka.classifiers.functions.BackpropClassifier -- -H 3 -N 5");
    assertEquals(3, features.lines().filter(line -> line.matches("@attribute partition_\\d numeric")).count());
  }
}
