package weka.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weka.core.Utils;

/**
 * Stock Weka as a user runs it: each command in a JVM of its own, with Weka's jars alone on the class path, a WEKA_HOME
 * that nothing else uses, and the folder {@link #file} as the current one, where there is an iris.arff.
 */
final class StockWeka {

  /** The package that the build has made. */
  static final Path ZIP = Path.of(System.getProperty("package.zip"));

  private static final Pattern STACK_TRACE = Pattern.compile("(?m)^([\\w.]+(Exception|Error)\\b|\\s+at [\\w.$/]+\\()");
  /** What Weka says when it reads a set-up that it has written itself. */
  private static final String UNKNOWN_TO_WEKA = "WARNING: unknown property '__root__.classFirst'!";
  private static final Path WORK = Path.of(System.getProperty("work.folder"));
  private static final Path PICTURES = Path.of(System.getProperty("screenshots.folder"));
  private static final Path DATA = Path.of(System.getProperty("data.folder"));
  private static final Map<Jdk, StockWeka> WITH_PACKAGE = new LinkedHashMap<>();

  private final Jdk jdk;
  private final Path folder;
  private final List<String> jvmOptions;
  private final Map<String, String> environment = new HashMap<>();
  private String classPath = Files.readString(Path.of(System.getProperty("weka.class.path.file")));

  /** What Weka itself writes to standard error without the package, such as that it has no native libraries. */
  private final Set<String> noise = new HashSet<>();

  private StockWeka(Jdk jdk, Path folder, List<String> jvmOptions) throws IOException {
    this.jdk = jdk;
    this.folder = folder;
    this.jvmOptions = jvmOptions;
  }

  /** With an empty folder. */
  private static StockWeka create(Jdk jdk, String name) throws Exception {
    Path folder = WORK.resolve(name + "-" + jdk.version());
    deleteRecursively(folder);
    Files.createDirectories(folder);
    Files.copy(DATA.resolve("iris.arff"), folder.resolve("iris.arff"));
    StockWeka weka = new StockWeka(jdk, folder, List.of());
    weka.noise.addAll(errors(weka.run("weka.Run", ".LinearRegression", "-c", "4", "-t", "iris.arff")));
    return weka;
  }

  /** Weka on each JDK, with the package installed; the same ones at each call, so that it is installed once. */
  static List<StockWeka> onEachJdk() throws Exception {
    for (Jdk jdk : Jdk.all()) {
      if (!WITH_PACKAGE.containsKey(jdk)) {
        StockWeka weka = create(jdk, "with-package");
        weka.packageManager("-install-package", ZIP.toString());
        WITH_PACKAGE.put(jdk, weka);
      }
    }
    return List.copyOf(WITH_PACKAGE.values());
  }

  /** Weka on the same JDK, with an empty WEKA_HOME. */
  StockWeka fresh(String name) throws Exception {
    return create(jdk, name);
  }

  /** The same Weka, started with the module of the Vector API. */
  StockWeka withVectorModule() throws IOException {
    StockWeka weka = with("--add-modules", "jdk.incubator.vector");
    weka.noise.add("WARNING: Using incubator modules: jdk.incubator.vector");
    return weka;
  }

  /** The same Weka, where there is no display, which is told in one sentence. */
  StockWeka headless() throws IOException {
    StockWeka weka = with("-Djava.awt.headless=true");
    weka.noise.add("The training monitor (option -G, trainingMonitor) can't be shown, since Java has no display here. "
        + "Training continues without it.");
    return weka;
  }

  /** The same Weka, started with other options of Java. */
  StockWeka with(String... jvmOptions) throws IOException {
    StockWeka weka = new StockWeka(jdk, folder, List.of(jvmOptions));
    weka.noise.addAll(noise);
    return weka;
  }

  /** A file in the folder that commands run in. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** The lines of a file in the folder that commands run in. */
  List<String> lines(String name) throws IOException {
    return Files.readAllLines(file(name));
  }

  /** Copies a file of another Weka's folder to this one's, under the same name. */
  void takeOver(StockWeka other, String name) throws IOException {
    if (other != this) {
      Files.copy(other.file(name), file(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What weka.Run prints for a command that must succeed without a word on standard error. */
  String prints(String commandLine) throws Exception {
    return printed(run("weka.Run", Utils.splitOptions(commandLine)));
  }

  /** What weka.Run writes to standard error for a command that must print no result. */
  String refuses(String commandLine) throws Exception {
    return complained(run("weka.Run", Utils.splitOptions(commandLine)));
  }

  /** The exit code of weka.Run for a command. */
  int exitCode(String commandLine) throws Exception {
    return run("weka.Run", Utils.splitOptions(commandLine)).exitCode;
  }

  /** What Weka's package manager prints for a command that must succeed without a word on standard error. */
  String packageManager(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("-offline"));
    Collections.addAll(all, arguments);
    return printed(run("weka.core.WekaPackageManager", all.toArray(String[]::new)));
  }

  /**
   * Runs a command as it would be typed into a shell, "java [options] -cp weka.jar program ...", which must succeed.
   */
  void shell(String command) throws Exception {
    List<String> words = List.of(Utils.splitOptions(command));
    int classPath = words.indexOf("-cp");
    assertEquals(List.of("java", "weka.jar"), List.of(words.get(0), words.get(classPath + 1)), command);
    List<String> arguments = words.subList(classPath + 3, words.size());
    requireSuccess(with(words.subList(1, classPath).toArray(String[]::new))
        .run(words.get(classPath + 2), arguments.toArray(String[]::new)));
  }

  /** Compiles and runs a program that has the installed package on its class path; it must succeed. */
  void program(String file) throws Exception {
    StockWeka withJar = with();
    withJar.classPath += File.pathSeparator + file("weka-home/packages/backprop/backprop.jar");
    requireSuccess(withJar.run(file));
  }

  private static void requireSuccess(Outcome outcome) {
    assertEquals(0, outcome.exitCode, outcome::toString);
    assertFalse(STACK_TRACE.matcher(outcome.out + outcome.err).find(), outcome::toString);
    // Weka's messages begin so; the exit code of its own schemes is 0 all the same.
    assertFalse(outcome.err.contains("Weka exception: "), outcome::toString);
  }

  /** What an experiment reports of its progress, on standard error. */
  String experiment(String... arguments) throws Exception {
    Outcome outcome = run("weka.experiment.Experiment", arguments);
    return complained(new Outcome(outcome.command, outcome.exitCode,
        outcome.out.replace(UNKNOWN_TO_WEKA, ""), outcome.err));
  }

  /** Runs a KnowledgeFlow without windows. */
  void flow(String file) throws Exception {
    Outcome outcome = run("weka.knowledgeflow.FlowRunner", file);
    assertEquals(0, outcome.exitCode, outcome::toString);
    assertFalse(STACK_TRACE.matcher(outcome.out + outcome.err).find(), outcome::toString);
  }

  /**
   * Runs a session in front of Weka's windows, which leaves a picture of each step; skips the test if there is no
   * screen.
   *
   * @param arguments of the session, but for the last one, the folder of its pictures
   */
  void shows(Class<?> session, Screen screen, String... arguments) throws Exception {
    Optional<Display> open = Display.open(screen);
    assumeTrue(open.isPresent(),
        "Weka's windows are not tested, since there is neither Xvfb (Debian's package xvfb) nor a display.");
    try (Display display = open.get()) {
      // AssertJ Swing looks into the event queue.
      List<String> options = new ArrayList<>(List.of("-DWEKA_HOME=" + file("weka-home"),
          "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.desktop/java.awt=ALL-UNNAMED"));
      options.addAll(screen.jvmOptions());
      StockWeka inWindows = new StockWeka(jdk, folder, options);
      inWindows.classPath += File.pathSeparator + sessionClassPath(session);
      inWindows.environment.put("DISPLAY", display.name());
      List<String> all = new ArrayList<>(List.of(arguments));
      all.add(PICTURES.resolve(session.getSimpleName() + " " + jdk + " " + screen).toString());
      Outcome outcome = inWindows.run(session.getName(), all.toArray(String[]::new));
      assertEquals(0, outcome.exitCode, outcome::toString);
    }
  }

  /** The session's classes are copied, so that no other test is on the class path. */
  private String sessionClassPath(Class<?> session) throws Exception {
    String name = session.getPackageName().replace('.', '/');
    Path from = Path.of(session.getProtectionDomain().getCodeSource().getLocation().toURI()).resolve(name);
    Path to = file("sessions");
    Files.createDirectories(to.resolve(name));
    try (Stream<Path> classes = Files.list(from)) {
      for (Path path : classes.toList()) {
        Files.copy(path, to.resolve(name).resolve(path.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return Stream.concat(Stream.of(to.toString()),
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.matches(".*/(assertj|fest|junit-jupiter-api|junit-platform-commons|opentest4j).*")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String printed(Outcome outcome) {
    assertEquals(0, outcome.exitCode, outcome::toString);
    assertEquals(List.of(), complaints(outcome), outcome::toString);
    assertFalse(STACK_TRACE.matcher(outcome.out).find(), outcome::toString);
    return outcome.out;
  }

  private String complained(Outcome outcome) {
    assertEquals("", outcome.out.strip(), outcome::toString);
    return String.join("\n", complaints(outcome)).strip();
  }

  private List<String> complaints(Outcome outcome) {
    List<String> lines = new ArrayList<>(errors(outcome));
    lines.removeAll(noise);
    return lines;
  }

  private static List<String> errors(Outcome outcome) {
    return outcome.err.lines().map(String::stripTrailing).collect(Collectors.toList());
  }

  private record Outcome(String command, int exitCode, String out, String err) {

    @Override
    public String toString() {
      return command + "\nexit code " + exitCode + "\n--- standard output\n" + out + "\n--- standard error\n" + err;
    }
  }

  private Outcome run(String mainClass, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
    command.addAll(jvmOptions);
    // The format leaves out the time, so that the same message is the same line.
    command.addAll(List.of("-Dweka.packageManager.offline=true",
        "-Djava.util.logging.SimpleFormatter.format=%4$s: %5$s%6$s%n", "-cp", classPath, mainClass));
    Collections.addAll(command, arguments);
    Path out = file("out.txt");
    Path err = file("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
        .redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("WEKA_HOME", file("weka-home").toString());
    builder.environment().putAll(environment);
    builder.environment().keySet().removeAll(Set.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
    Process process = builder.start();
    process.getOutputStream().close();
    // Guards against a hang alone: a command takes about a second.
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
    }
    return new Outcome(jdk + ": " + mainClass + " " + Utils.joinOptions(arguments), process.exitValue(),
        Files.readString(out), Files.readString(err));
  }

  private static void deleteRecursively(Path root) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> paths = Files.walk(root)) {
        for (Path path : paths.sorted(Collections.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  @Override
  public String toString() {
    return jdk.toString();
  }
}
