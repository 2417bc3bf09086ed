package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.functions.backprop.UpdateableScheme;
import weka.classifiers.functions.backprop.export.ExportFormat;
import weka.classifiers.functions.backprop.export.Onnx;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.trees.J48;
import weka.core.Attribute;
import weka.core.SerializationHelper;
import weka.core.Utils;

/** The command line for writing a saved model in other formats. */
class BackpropExportTest {

  @TempDir
  Path folder;
  private BackpropClassifier network;

  @BeforeEach
  void saveModel() throws Exception {
    network = Schemes.built(Schemes.classifier("-N 3 -H 2"), DataSets.iris());
    SerializationHelper.write(folder.resolve("net.model").toString(), network);
  }

  /** What it prints, to one of the two streams; nothing may come on the other. */
  private String run(boolean toError, String options) throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
      BackpropExport.main(Utils.splitOptions(options.replace("$", folder + "/")));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("", (toError ? written : complaints).toString(StandardCharsets.UTF_8));
    return (toError ? complaints : written).toString(StandardCharsets.UTF_8);
  }

  private String java(String className) throws Exception {
    return new String(ExportFormat.JAVA.write(network.model(), className), StandardCharsets.UTF_8);
  }

  @Test
  void filesHoldTheModel() throws Exception {
    run(false, "-model $net.model -format java -out $Net.java");
    assertEquals(java("Net"), Files.readString(folder.resolve("Net.java")));
    run(false, "-model $net.model -format pmml -out $net.xml");
    assertEquals(network.toPMML(null), Files.readString(folder.resolve("net.xml")));
    run(false, "-model $net.model -format ONNX -out $net.onnx");
    assertArrayEquals(Onnx.write(network.model()), Files.readAllBytes(folder.resolve("net.onnx")));
  }

  @Test
  void withoutAFileTextIsPrinted() throws Exception {
    assertEquals(java("BackpropModel"), run(false, "-model $net.model -format java"));
    assertEquals(network.toPMML(null), run(false, "-model $net.model -format pmml"));
    List<String> history = run(false, "-model $net.model -format csv").lines().toList();
    assertEquals(1 + 3, history.size());
    assertTrue(history.get(3).startsWith("3,"), history.get(3));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      -model $no.model -format java  | Option -model (modelFile) is $no.model, but must be a file with the saved \
      model of a BackpropClassifier or BackpropRegressor (
      -format java                   | Option -model (modelFile) is missing, but must be a file with the saved model \
      of a BackpropClassifier or BackpropRegressor.
      -model $net.model -format jar  | Option -format (format) is jar, but must be one of JAVA, PMML, ONNX, CSV.
      -model $net.model              | Option -format (format) is missing, but must be one of JAVA, PMML, ONNX, CSV.
      -model $net.model -format onnx | Option -out (outputFile) is missing, but must be the file to write, since the \
      format ONNX is not text.
      -model $net.model -format java -out $my-net.java | Option -out (outputFile) is $my-net.java, but must be named \
      after a Java class, such as Net.java, since the format is JAVA.
      -model $net.model -format pmml -out $no/net.xml  | Option -out (outputFile) is $no/net.xml, but must be a file \
      that can be written (
      -model $net.model -format pmml -nonsense   | Unknown options: -nonsense
      -model                                     | No value given for -model option.""")
  void invalidOptionsAreRejectedInASentence(String options, String sentence) throws Exception {
    String complaint = run(true, options);
    assertTrue(complaint.startsWith("Weka exception: " + sentence.replace("$", folder + "/")), complaint);
    assertEquals(1, complaint.lines().count(), complaint);
  }

  @Test
  void anotherSchemesModelIsRejected() throws Exception {
    SerializationHelper.write(folder.resolve("j48.model").toString(), new J48());
    assertEquals("Weka exception: Option -model (modelFile) is " + folder + "/j48.model, but must be a file with the "
        + "saved model of a BackpropClassifier or BackpropRegressor, not of a weka.classifiers.trees.J48.\n",
        run(true, "-model $j48.model -format java"));
  }

  @Test
  void theModelOfAStreamIsExported() throws Exception {
    UpdateableScheme stream = Schemes.built(Schemes.updateable(Attribute.NOMINAL, "-H 3"), DataSets.iris());
    SerializationHelper.write(folder.resolve("stream.model").toString(), stream);
    assertEquals(stream.toPMML(null), run(false, "-model $stream.model -format pmml"));
  }

  /** An export of the network alone would predict without the filter. */
  @Test
  void aSchemeInsideAFilteredClassifierIsRejectedWithTheRemedy() throws Exception {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setClassifier(Schemes.classifier("-N 1"));
    filtered.buildClassifier(DataSets.iris());
    SerializationHelper.write(folder.resolve("filtered.model").toString(), filtered);
    String complaint = run(true, "-model $filtered.model -format java");
    assertTrue(complaint.contains("rather than a weka.classifiers.meta.FilteredClassifier that wraps one"), complaint);
    assertTrue(complaint.contains("train the scheme by itself on data that have been filtered"), complaint);
  }

  @Test
  void aSchemeThatWasNeverBuiltIsRejected() throws Exception {
    SerializationHelper.write(folder.resolve("raw.model").toString(), new BackpropRegressor());
    assertEquals("Weka exception: BackpropRegressor has no model yet: call buildClassifier first.\n",
        run(true, "-model $raw.model -format pmml"));
  }

  @Test
  void helpExplainsTheOptions() throws Exception {
    String help = run(false, "-h");
    for (String option : List.of("-model <file>", "-format <JAVA|PMML|ONNX|CSV>", "-out <file>", "for the history")) {
      assertTrue(help.contains(option), help);
    }
  }
}
