package weka.classifiers.functions.backprop.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.CheckSource;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ConverterUtils.DataSink;
import weka.core.converters.ConverterUtils.DataSource;

/** Models as Java source, read by the compiler. Tested with each kernel, whose rounding it takes over. */
class JavaSourceTest {

  /** To the last bit, since Weka's CheckSource allows numbers to differ by a millionth at most. */
  @Test
  @Tag("slow")
  void randomModelsGiveTheSameBits() throws Exception {
    Map<String, String> sources = new LinkedHashMap<>();
    List<RandomModel> models = RandomModel.all().toList();
    for (RandomModel model : models) {
      sources.put("Model" + model.seed(), model.scheme().toSource("Model" + model.seed()));
    }
    ClassLoader classes = JavaConsumer.compile(sources, "");
    for (RandomModel model : models) {
      assertSameBits(model.toString(), model.scheme(), model.data(), new JavaConsumer(classes, "Model" + model.seed()));
    }
  }

  @Test
  @Tag("slow")
  void oddModelsGiveTheSameBits() throws Exception {
    Map<String, String> sources = new LinkedHashMap<>();
    Stream<EdgeModels> odd = Stream.of(EdgeModels.sparse(), EdgeModels.extreme(), EdgeModels.absurd(),
        EdgeModels.overflowing(), EdgeModels.clipped(), EdgeModels.ramps(), EdgeModels.sparseCommittee(),
        EdgeModels.weightless(),
        EdgeModels.labelled("1", "2", "3"), EdgeModels.labelled("𝄞", "'?'", "'\\\\u0022*/'"));
    List<EdgeModels> models = Stream.concat(EdgeModels.constant(), odd).toList();
    for (int m = 0; m < models.size(); m++) {
      sources.put("Odd" + m, models.get(m).scheme().toSource("Odd" + m));
    }
    ClassLoader classes = JavaConsumer.compile(sources, "");
    for (int m = 0; m < models.size(); m++) {
      assertSameBits(models.get(m).name(), models.get(m).scheme(), models.get(m).data(),
          new JavaConsumer(classes, "Odd" + m));
    }
  }

  private static void assertSameBits(String name, BackpropScheme scheme, Instances data, Consumer java)
      throws Exception {
    double[][] expected = Schemes.predictions(scheme, data);
    double[][] actual = java.predict(data);
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], actual[i], name + ", instance " + i);
    }
  }

  @Test
  @Tag("slow")
  void wekasCheckSourcePasses(@TempDir Path folder) throws Exception {
    for (int type : new int[] {Attribute.NOMINAL, Attribute.NUMERIC, Attribute.DATE}) {
      File file = folder.resolve("data" + type + ".arff").toFile();
      DataSink.write(file.getPath(), DataSets.mixed(60, type, 2));
      // A file has fewer digits, which a step between neighbours would tell apart.
      Instances data = DataSource.read(file.getPath());
      data.setClassIndex(2);
      for (String networks : new String[] {"1", "4"}) {
        BackpropScheme scheme = Schemes.forClass(type, "-N 5 -K " + networks);
        assertTrue(checkSource(scheme, file, data), "class type " + type + ", networks " + networks);
      }
    }
  }

  private static boolean checkSource(BackpropScheme scheme, File file, Instances data) throws Exception {
    CheckSource check = new CheckSource();
    check.setClassifier(scheme);
    check.setDataset(file);
    check.setClassIndex(data.classIndex());
    BackpropScheme built = Schemes.built(Schemes.forClass(data.classAttribute().type(),
        Utils.joinOptions(scheme.getOptions())), data);
    String wrapped = Evaluation.wekaStaticWrapper(built, "Exported");
    ClassLoader classes = JavaConsumer.compile(Map.of("weka.classifiers.WekaWrapper", wrapped),
        System.getProperty("java.class.path"));
    check.setSourceCode((Classifier) classes.loadClass("weka.classifiers.WekaWrapper").getDeclaredConstructor()
        .newInstance());
    return check.execute();
  }

  @Test
  void theSourceSaysWhichValueBelongsWhere() throws Exception {
    String source = Schemes.built(Schemes.classifier("-N 1"), DataSets.iris()).toSource("Iris");
    assertTrue(source.contains(" * 4: class (nominal, the class)\n"), source);
    assertEquals(1, source.lines().filter(line -> line.equals("final class Iris {")).count());
  }

  @Test
  void aNetworkThatCountsForNothingIsLeftOut() throws Exception {
    String source = EdgeModels.weightless().scheme().toSource("Two");
    assertTrue(source.contains("    add(0.3f, Network3.outputs("), source);
    assertFalse(source.contains("Network2"), source);
  }
}
