package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.attributeSelection.PermutationAttributeEval;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropExport;
import weka.classifiers.functions.BackpropRegressor;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;

/** What the command line says of data that can't be learnt from or predicted: one sentence, and no stack trace. */
class CommandLineTest {

  @TempDir
  Path folder;

  private interface Main {

    void run(String[] options) throws Exception;
  }

  /** What a scheme's main method prints to the error stream. */
  private String complaint(int classType, String options) throws Exception {
    return complaint(classType == 1 ? BackpropClassifier::main : BackpropRegressor::main, options);
  }

  private String complaint(Main main, String options) throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(OutputStream.nullOutputStream()));
      System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
      main.run(Utils.splitOptions(options.replace("$", folder + "/")));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    // The first use of matrices warns of libraries that Weka doesn't have.
    return complaints.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.contains("netlib"))
        .collect(Collectors.joining("\n"));
  }

  private void write(String file, String attributes, String... rows) throws Exception {
    Instances data = DataSets.of(attributes, rows);
    Files.writeString(folder.resolve(file), data.toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      1 | x numeric; y {a, b}  |              | training instances with class labels (required: 1, provided: 0)!
      0 | x numeric; y numeric | 1,?          | training instances with class labels (required: 1, provided: 0)!
      1 | x numeric; y {a}     | 1,a          | or choose another class attribute.
      1 | x string; y {a, b}   | text,a       | the filter applies to data to predict, too.
      0 | x string; y numeric  | text,1       | the filter applies to data to predict, too.
      1 | x numeric; y numeric | 1,1          | NumericToNominal (weka.filters.unsupervised.attribute).
      0 | x numeric; y {a, b}  | 1,a          | Use BackpropClassifier.
      1 | x numeric; y {a, b}  | 'Infinity,a' | values must be finite or missing.
      0 | x numeric; y numeric | 1,-Infinity  | values must be finite or missing.
      1 | x numeric; y {a, b}  | '1,a,{0}'    | has a class value and a weight greater than 0.
      0 | x numeric; y numeric | '1,1,{-1}'   | weights must be finite numbers of 0 or more.""")
  void whatCannotBeLearnedFromIsRejectedInALine(int classType, String attributes, String row, String end)
      throws Exception {
    write("data.arff", attributes, row == null ? new String[0] : new String[] {row});
    assertLine(end, complaint(classType, "-no-cv -t $data.arff"));
  }

  private static void assertLine(String end, String complaint) {
    assertTrue(complaint.startsWith("Weka exception: "), complaint);
    assertTrue(complaint.endsWith(end), complaint);
    assertEquals(1, complaint.lines().count(), complaint);
  }

  @Test
  void moreFoldsThanInstancesAreToldInALine() throws Exception {
    write("data.arff", "x numeric; y numeric", "1,5");
    assertLine("Can't have more folds than instances!", complaint(0, "-t $data.arff"));
  }

  @Test
  void divergenceIsToldInALine() throws Exception {
    write("data.arff", "x numeric; y numeric", "1,5", "2,1", "3,7");
    assertLine("or scale the inputs (option -I, inputScaling).",
        complaint(0, "-no-cv -t $data.arff -O SGD -F RELU -L 1e30"));
  }

  @Test
  void aModelThatWasNeverBuiltIsToldInALine() throws Exception {
    write("data.arff", "x numeric; y numeric", "1,5", "2,1");
    SerializationHelper.write(folder.resolve("raw.model").toString(), new BackpropRegressor());
    assertLine("BackpropRegressor has no model yet: call buildClassifier first.",
        complaint(0, "-T $data.arff -l $raw.model"));
  }

  @Test
  void testDataWithAnotherHeaderAreRejectedInALine() throws Exception {
    write("data.arff", "x numeric; y {a, b}", "1,a", "2,b");
    write("test.arff", "x numeric; y string", "1,?");
    complaint(1, "-t $data.arff -no-cv -N 1 -d $net.model");
    String complaint = complaint(1, "-T $test.arff -l $net.model");
    assertLine("or wrap the scheme in weka.classifiers.misc.InputMappedClassifier.", complaint);
    assertTrue(complaint.contains("Attributes differ at position 2: Types differ: string != nominal."), complaint);
  }

  @Test
  void theEvaluatorComplainsInALineToo() throws Exception {
    write("data.arff", "x numeric; y numeric", "1,5", "2,1");
    assertLine("such as weka.classifiers.functions.BackpropRegressor, since the class is numeric.",
        complaint(PermutationAttributeEval::main, "-i $data.arff -W weka.classifiers.bayes.NaiveBayes"));
    String complaint = complaint(PermutationAttributeEval::main, "-i $data.arff -P half");
    assertTrue(complaint.startsWith("\nOption -P (heldOutPercent) is half, but must be a number."), complaint);
  }

  /** There are no data of that name. */
  @ParameterizedTest
  @CsvSource({"-L 0, Option -L (learningRate) is 0.0", "-H 3;, 'Option -H (hiddenLayers) is 3,,'",
      "-N ten, Option -N (epochs) is ten", "-history $none/h.csv, Option -history (historyFile) is "})
  void invalidOptionsAreRejectedBeforeDataAreLoaded(String option, String start) throws Exception {
    String complaint = complaint(1, "-t $data.arff " + option.replace(';', ','));
    assertTrue(complaint.startsWith("Weka exception: " + start), complaint);
    assertEquals(1, complaint.lines().count(), complaint);
  }

  /** As Weka does it for all schemes. */
  @Test
  void unknownOptionsAreToldWithAllOptions() throws Exception {
    write("data.arff", "x numeric; y {a, b}", "1,a", "2,b");
    String complaint = complaint(1, "-t $data.arff -Q 5");
    assertTrue(complaint.contains("-Q 5"), complaint);
    assertTrue(complaint.contains("-H <list>"), complaint);
  }

  /** The exit code of a JVM of its own that runs a command, as a script or a build sees it. */
  private int exitCode(Class<?> main, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-DWEKA_HOME=" + folder, "-Dweka.packageManager.offline=true", "-cp", System.getProperty("java.class.path"),
        main.getName()));
    Collections.addAll(command, options);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    return process.waitFor();
  }

  @Tag("slow")
  @Test
  void aFailedCommandExitsWithOne() throws Exception {
    write("data.arff", "x numeric; y {a, b}", "1,a", "2,b");
    String data = folder.resolve("data.arff").toString();
    assertEquals(1, exitCode(BackpropClassifier.class, "-no-cv", "-t", data, "-L", "0"));
    assertEquals(0, exitCode(BackpropClassifier.class, "-no-cv", "-t", data, "-N", "1"));
    assertEquals(1, exitCode(BackpropExport.class, "-model", data, "-format", "java"));
    assertEquals(0, exitCode(BackpropExport.class, "-h"));
  }
}
