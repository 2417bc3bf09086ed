package weka.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java of this machine, with its version as its own release file states it. */
record Jdk(Path home, String version) {

  private static final Path DEBIANS_JDKS = Path.of("/usr/lib/jvm");

  /**
   * The Java that runs the tests, then every newer one: of those that the system property other.jdks lists (separated
   * as in a class path; empty for none), or of those in /usr/lib/jvm where it is not set.
   */
  static List<Jdk> all() throws IOException {
    Jdk running = at(Path.of(System.getProperty("java.home")));
    List<Jdk> all = new ArrayList<>(List.of(running));
    for (Path home : otherHomes()) {
      Jdk other = at(home);
      if (other.feature() > running.feature() && !all.contains(other)) {
        all.add(other);
      }
    }
    return all;
  }

  private static List<Path> otherHomes() throws IOException {
    String listed = System.getProperty("other.jdks");
    if (listed != null) {
      return Stream.of(listed.split(File.pathSeparator)).filter(home -> !home.isBlank()).map(Path::of).toList();
    }
    if (!Files.isDirectory(DEBIANS_JDKS)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(DEBIANS_JDKS)) {
      // Debian keeps folders beside them that hold no JDK.
      return entries.filter(home -> Files.exists(home.resolve("release"))).sorted().toList();
    }
  }

  private static Jdk at(Path home) throws IOException {
    String release = Files.readString(home.resolve("release"));
    Matcher version = Pattern.compile("JAVA_VERSION=\"(.+?)\"").matcher(release);
    if (!version.find()) {
      throw new IllegalStateException(home.resolve("release") + " states no JAVA_VERSION:\n" + release);
    }
    return new Jdk(home.toRealPath(), version.group(1));
  }

  /** 17 for version 17.0.15, and 1 for the long gone 1.8. */
  private int feature() {
    return Integer.parseInt(version.replaceFirst("\\D.*", ""));
  }

  Path java() {
    return home.resolve("bin").resolve("java");
  }

  @Override
  public String toString() {
    return "JDK " + version;
  }
}
