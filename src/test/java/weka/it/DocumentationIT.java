package weka.it;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.docs.Markdown;

/** What the documentation shows for the command line and for Java runs as it stands there, from page to page. */
class DocumentationIT {

  private static final String EXPERIMENT =
      "java -cp weka.jar weka.experiment.Experiment -s setup.xml -T iris.arff -L 1 "
      + "-U 2 -P weka.experiment.RandomSplitResultProducer -D weka.experiment.InstancesResultListener "
      + "-- -W weka.experiment.ClassifierSplitEvaluator -- -W weka.classifiers.rules.ZeroR";
  private static final String IMPORTS = """
      import weka.classifiers.Evaluation;
      import weka.classifiers.functions.BackpropClassifier;
      import weka.classifiers.functions.BackpropClassifierUpdateable;
      import weka.core.Instance;
      import weka.core.Instances;
      import weka.core.converters.ConverterUtils.DataSource;
      """;

  private static StockWeka weka;

  static List<Markdown> pages() throws Exception {
    return Markdown.pages();
  }

  /** What the examples take for granted. */
  @BeforeAll
  static void prepare() throws Exception {
    weka = StockWeka.onEachJdk().get(0).fresh("documentation");
    Files.copy(weka.file("iris.arff"), weka.file("train.arff"));
    Files.copy(weka.file("iris.arff"), weka.file("test.arff"));
    Files.copy(DocumentationIT.class.getResourceAsStream("/flow.kf"), weka.file("flow.kf"));
    Files.createDirectories(weka.file("target"));
    Files.copy(StockWeka.ZIP, weka.file("target").resolve(StockWeka.ZIP.getFileName()));
    weka.packageManager("-install-package", StockWeka.ZIP.toString());
    weka.shell(EXPERIMENT);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void commandsRun(Markdown page) throws Exception {
    for (String command : page.commands()) {
      if (command.startsWith("java ")) {
        weka.shell(command);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void javaRuns(Markdown page) throws Exception {
    for (String code : page.blocks("java")) {
      Files.writeString(weka.file("Example.java"), IMPORTS + "class Example {\n"
          + "  public static void main(String[] args) throws Exception {\n" + code + "  }\n}\n");
      weka.program("Example.java");
    }
  }
}
