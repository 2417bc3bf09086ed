package weka.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.core.Utils;
import weka.docs.Markdown;

/** What the documentation shows of Maven's commands runs in a copy of the sources. */
class BuildCommandsIT {

  private static final Path COPY = Path.of(System.getProperty("work.folder")).resolve("clone");
  /** What would take too long is set up but not started. */
  private static final List<String> SHORT =
      List.of("-B", "-Dexec.skip.bench=true", "-DskipPitest=true", "-DskipTests");

  static List<String> commands() throws IOException {
    TreeSet<String> commands = new TreeSet<>();
    for (Markdown page : Markdown.pages()) {
      page.commands().stream().filter(command -> command.startsWith("mvn ")).forEach(commands::add);
    }
    return List.copyOf(commands);
  }

  @BeforeAll
  static void copySources() throws IOException {
    for (String name : List.of("pom.xml", "Description.props", "README.md", "LICENSE", "src")) {
      try (Stream<Path> files = Files.walk(Path.of(name))) {
        for (Path file : files.filter(path -> !path.toString().contains("target")).toList()) {
          Path to = COPY.resolve(file);
          if (!Files.isDirectory(to)) {
            Files.createDirectories(to.getParent());
            Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  /** Whole builds are not run within another: .ci/run has that of all tests; of others the profiles are looked up. */
  @ParameterizedTest
  @MethodSource("commands")
  void runs(String command) throws Exception {
    if (command.matches("mvn .*\\bverify\\b.*")) {
      assertIsAWholeBuild(command);
      return;
    }
    assumeFalse(System.getProperty("maven.network").equals("offline: true"), "other profiles may want other plugins");
    List<String> words = new ArrayList<>(List.of(Utils.splitOptions(command)));
    words.set(0, Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    words.add("-Dmaven.repo.local=" + System.getProperty("maven.repository"));
    words.addAll(SHORT);
    Path log = COPY.resolveSibling("mvn.txt");
    Process process = new ProcessBuilder(words).directory(COPY.toFile()).redirectErrorStream(true)
        .redirectOutput(log.toFile()).start();
    assertEquals(0, process.waitFor(), () -> command + "\n" + text(log));
  }

  private static void assertIsAWholeBuild(String command) throws IOException {
    if (command.startsWith("mvn -P ")) {
      String pom = Files.readString(Path.of("src/build/pom.xml"));
      for (String profile : command.split(" ")[2].split(",")) {
        assertTrue(pom.contains("      <id>" + profile + "</id>"), command);
      }
    } else {
      assertTrue(Files.readString(Path.of(".ci/run")).matches("(?s).*\nmvn [^\n]* verify\n.*"), command);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
