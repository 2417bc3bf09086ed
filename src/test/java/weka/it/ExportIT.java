package weka.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl;
import java.nio.file.Files;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import weka.core.pmml.PMMLFactory;

/** What the installed package gives away of a model on Weka's command line, and what it explains. */
@ParameterizedClass
@MethodSource("weka.it.StockWeka#onEachJdk")
class ExportIT {

  @Parameter
  StockWeka weka;

  @Test
  void aSavedModelIsWrittenInEveryFormat() throws Exception {
    weka.prints(".BackpropClassifier -t iris.arff -no-cv -N 30 -H 6,4:sigmoid -d exported.model");

    assertEquals("", weka.prints(".BackpropExport -model exported.model -format java -out Net.java"));
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-classpath", "",
        weka.file("Net.java").toString()));

    assertEquals("", weka.prints(".BackpropExport -model exported.model -format pmml -out net.xml"));
    assertEquals("4.4", PMMLFactory.getPMMLModel(weka.file("net.xml").toFile()).getPMMLVersion());

    assertEquals("", weka.prints(".BackpropExport -model exported.model -format onnx -out net.onnx"));
    OnnxMl.ModelProto onnx = OnnxMl.ModelProto.parseFrom(Files.readAllBytes(weka.file("net.onnx")));
    assertEquals("numeric", onnx.getGraph().getInput(0).getName());

    List<String> history = weka.prints(".BackpropExport -model exported.model -format csv").lines().toList();
    assertEquals("epoch,training loss,validation loss,learning rate,seconds,validation accuracy (%)",
        history.get(0));
    assertTrue(history.get(30).startsWith("30,"), history.get(30));
  }

  @Test
  void nonsenseIsRefusedInASentence() throws Exception {
    assertEquals("Weka exception: Option -format (format) is jar, but must be one of JAVA, PMML, ONNX, CSV.",
        weka.refuses(".BackpropExport -model exported.model -format jar"));
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
    String features = weka.prints(".PartitionMembership -i iris.arff -c last "
        + "-W weka.classifiers.functions.BackpropClassifier -- -K 1 -H 3 -N 5");
    assertEquals(3, features.lines().filter(line -> line.matches("@attribute partition_\\d numeric")).count());
  }
}
