package weka.classifiers.functions.backprop.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.functions.backprop.train.InvalidSettingException;
import weka.core.Instances;
import weka.core.WekaException;

/** The history of training as a file. */
class HistoryFileTest {

  private final Instances iris = DataSets.iris();
  @TempDir
  Path folder;

  private BackpropScheme built(String options, File file) throws Exception {
    BackpropScheme scheme = Schemes.classifier(options);
    scheme.setHistoryFile(file);
    return Schemes.built(scheme, iris);
  }

  @Test
  void everyEpochIsALineOfNumbers() throws Exception {
    Path file = folder.resolve("a folder's history.csv");
    BackpropScheme scheme = built("-H 3 -N 4 -V 20 -L 0.5 -schedule STEP -decay-epochs 2", file.toFile());
    List<String> lines = Files.readAllLines(file);
    assertEquals("epoch,training loss,validation loss,learning rate,seconds,validation accuracy (%)", lines.get(0));
    assertEquals(5, lines.size());
    for (int epoch = 1; epoch <= 4; epoch++) {
      String[] cells = lines.get(epoch).split(",");
      assertEquals(6, cells.length, lines.get(epoch));
      assertEquals(epoch, Integer.parseInt(cells[0]));
      assertEquals(epoch <= 2 ? 0.5 : 0.25, Double.parseDouble(cells[3]));
      assertTrue(Double.parseDouble(cells[4]) >= 0);
    }
    String[] last = lines.get(4).split(",");
    assertEquals(scheme.getMeasure("measureTrainingLoss"), Double.parseDouble(last[1]));
    assertEquals(scheme.getMeasure("measureValidationLoss"), Double.parseDouble(last[2]));
    assertEquals(scheme.model().history().score(scheme.model().history().last()), Double.parseDouble(last[5]));
  }

  @Test
  void aValidationLossThatDoesntExistIsAnEmptyCell() throws Exception {
    Path file = folder.resolve("h.csv");
    built("-H 3 -N 2 -V 0 -L 0.003", file.toFile());
    assertTrue(Files.readAllLines(file).get(1).matches("1,[^,]+,,0.003,[^,]+"), Files.readString(file));
  }

  /** An unfinished training writes nothing, and another one a file of its own. */
  @Test
  void aFinishedModelWritesIt() throws Exception {
    Path file = folder.resolve("h.csv");
    BackpropScheme scheme = Schemes.classifier("-H 3 -N 3 -resume");
    scheme.setHistoryFile(file.toFile());
    scheme.initializeClassifier(iris);
    scheme.next();
    assertFalse(Files.exists(file));
    scheme.done();
    assertEquals(2, Files.readAllLines(file).size());
    scheme.initializeClassifier(iris);
    scheme.next();
    scheme.done();
    assertEquals(2, Files.readAllLines(file).size());
    assertEquals(3, Files.readAllLines(folder.resolve("h-2.csv")).size());
  }

  /** Weka trains the model that it shows first; the folds' curves must not replace its curve. */
  @Test
  void eachTrainingHasAFileOfItsOwn() throws Exception {
    File file = folder.resolve("curve.csv").toFile();
    BackpropScheme shown = built("-H 3 -N 2", file);
    BackpropScheme folds = Schemes.classifier("-H 3 -N 3");
    folds.setHistoryFile(file);
    new Evaluation(iris).crossValidateModel(folds, iris, 3, new Random(1));
    assertEquals(file.getPath(), shown.model().historyFile());
    assertEquals(3, Files.readAllLines(file.toPath()).size());
    for (int number = 2; number <= 4; number++) {
      assertEquals(4, Files.readAllLines(folder.resolve("curve-" + number + ".csv")).size());
    }
    assertEquals(4, folder.toFile().list().length);
  }

  @ParameterizedTest
  @CsvSource({"curve, curve-2", "a.b.csv, a.b-2.csv", ".csv, .csv-2", "curve.PNG, curve-2.PNG"})
  void aFileThatExistsIsKeptAndTheModelNamesTheNextOne(String name, String next) throws Exception {
    Path existing = Files.writeString(folder.resolve(name), "precious");
    BackpropScheme scheme = built("-H 3 -N 1", existing.toFile());
    assertEquals("precious", Files.readString(existing));
    assertEquals(folder.resolve(next).toString(), scheme.model().historyFile());
    assertTrue(Files.size(folder.resolve(next)) > 0);
    assertTrue(scheme.toString().contains("\nHistory: " + folder.resolve(next) + "\n"), scheme.toString());
  }

  /** As when an ensemble trains its members side by side. */
  @Test
  void trainingsOnSeveralThreadsShareNoFile() throws Exception {
    File file = folder.resolve("curve.csv").toFile();
    Set<String> written = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 20).parallel().forEach(training -> {
      try {
        written.add(built("-H 1 -N 1", file).model().historyFile());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
    assertEquals(20, written.size());
    assertEquals(20, folder.toFile().list().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "missing/h.csv", "\0"})
  void aPathThatCantBeWrittenToIsRejectedInASentenceThatNamesTheOption(String name) throws Exception {
    File path = new File(folder.toFile(), name);
    WekaException e = assertThrows(WekaException.class, () -> built("-H 3 -N 1", path));
    assertTrue(e.getMessage().contains(path.toString()), e.getMessage());
    assertTrue(e.getMessage().contains("-history") && e.getMessage().contains("historyFile"), e.getMessage());
    assertTrue(e.getMessage().endsWith("."), e.getMessage());
  }

  @Test
  void noFileIsWrittenUnlessAskedFor() throws Exception {
    built("-H 3 -N 1", new File(""));
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  /** A class loader without XChart, as where Weka runs without the package's libraries. */
  private static final class WithoutXChart extends ClassLoader {

    WithoutXChart() {
      super(HistoryFile.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.knowm.xchart.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.equals(HistoryFile.class.getName())) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** Otherwise a long training would end with a NoClassDefFoundError. */
  @Test
  void aPictureThatCantBeDrawnIsNoticedBeforeTraining() throws Exception {
    Method check = new WithoutXChart().loadClass(HistoryFile.class.getName()).getMethod("check", File.class);
    check.invoke(null, folder.resolve("curve.csv").toFile());
    InvocationTargetException e =
        assertThrows(InvocationTargetException.class, () -> check.invoke(null, folder.resolve("curve.png").toFile()));
    String message = assertInstanceOf(InvalidSettingException.class, e.getCause()).getMessage();
    assertTrue(message.contains("XChart is not on the class path"), message);
    HistoryFile.check(folder.resolve("curve.png").toFile());
  }
}
