package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.backprop.network.Tolerance;

/**
 * Replays training runs that PyTorch computed: those of the folder given as {@code -Dgolden.dir=...}, or else the
 * copies in the test resources.
 */
class GoldenRunsTest {

  static List<TrainingRun> runs() throws IOException, URISyntaxException {
    String folder = System.getProperty("golden.dir");
    return folder == null ? copies() : read(Path.of(folder));
  }

  static List<TrainingRun> copies() throws IOException, URISyntaxException {
    return read(Path.of(GoldenRunsTest.class.getResource("/golden").toURI()));
  }

  /** All runs of a folder; a folder without any is an error, so that a wrong path doesn't pass silently. */
  private static List<TrainingRun> read(Path folder) throws IOException {
    List<TrainingRun> runs = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      files.forEach(file -> runs.add(TrainingRun.read(file)));
    }
    if (runs.isEmpty()) {
      throw new IllegalStateException(folder + " holds no *.json.");
    }
    return runs;
  }

  @ParameterizedTest
  @MethodSource("runs")
  void engineReproducesTheRun(TrainingRun run) {
    assertEquals(Optional.empty(), run.recorded().difference(Trace.ofEngine(run), Tolerance.FLOAT), run.name);
  }

  @ParameterizedTest
  @MethodSource("copies")
  void oracleReproducesTheRun(TrainingRun run) {
    assertEquals(Optional.empty(), run.recorded().difference(Trace.ofOracle(run), Tolerance.DOUBLE), run.name);
  }

  /** Shows that the replay can fail. */
  @ParameterizedTest
  @MethodSource("copies")
  void anotherLearningRateDoesNotReproduceTheRun(TrainingRun run) {
    run.learningRate *= 1.02;
    assertTrue(run.recorded().difference(Trace.ofEngine(run), Tolerance.FLOAT).isPresent(), run.name);
  }

  @Test
  void aFolderWithoutRunsIsAnError(@TempDir Path folder) {
    assertThrows(IllegalStateException.class, () -> read(folder));
  }
}
