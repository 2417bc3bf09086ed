package weka.backprop.spark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Spark as if it were installed: a home with the jars of a class path, a standalone cluster of a master and two workers
 * on this machine, and spark-submit, each in processes of their own.
 */
final class SparkProcesses implements AutoCloseable {

  /** What an application printed, and how it ended. */
  record Result(int status, String output) {
  }

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String VECTOR_API = "--add-modules jdk.incubator.vector";

  private final Path home;
  private final Path folder;
  private final List<Process> processes = new ArrayList<>();
  private String master = "local[2]";

  /**
   * An installation.
   *
   * @param version 3 or 4
   */
  SparkProcesses(String version) throws IOException {
    folder = LocalSpark.folder("spark-" + version);
    home = Files.createDirectories(folder.resolve("home"));
    Path jars = Files.createDirectories(home.resolve("jars"));
    Path list = Path.of(System.getProperty("spark.class.paths"), "spark-" + version + "-class-path.txt");
    for (String jar : Files.readString(list).strip().split(File.pathSeparator)) {
      Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
    }
    Files.writeString(home.resolve("RELEASE"), "Spark of the tests\n");
    try (InputStream logging = SparkProcesses.class.getResourceAsStream("/log4j2.properties")) {
      Files.copy(logging, Files.createDirectories(home.resolve("conf")).resolve("log4j2.properties"));
    }
  }

  /** Starts a master and two workers of one core each. */
  void startCluster() throws IOException, InterruptedException {
    int port = freePort();
    master = "spark://127.0.0.1:" + port;
    start("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "" + port, "--webui-port",
        "0");
    for (String worker : List.of("worker1", "worker2")) {
      start(worker, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "2g",
          "--webui-port", "0", "--work-dir", folder.resolve(worker).toString(), master);
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (Files.readString(folder.resolve("master.log")).split("Registering worker", -1).length < 3) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The workers did not register: see " + folder);
      }
      Thread.sleep(200);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private ProcessBuilder java(String log, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    words.addAll(Arrays.asList(System.getProperty("spark.opens").split(" ")));
    words.addAll(List.of("-XX:+UseSerialGC", "-Djava.awt.headless=true", "-cp", home + "/conf:" + home + "/jars/*"));
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true)
        .redirectOutput(folder.resolve(log + ".log").toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JDK_JAVA_OPTIONS");
    return builder;
  }

  private void start(String log, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of("-Xmx256m"));
    words.addAll(Arrays.asList(arguments));
    start(log, words);
  }

  /** Starts a process that ends with this object at the latest. */
  private Process start(String log, List<String> words) throws IOException {
    Process process = java(log, words).start();
    processes.add(process);
    return process;
  }

  /** An application that runs. */
  final class Submission {

    private final Process process;
    private final Path log;

    private Submission(Process process, Path log) {
      this.process = process;
      this.log = log;
    }

    /** Waits until it has printed something. */
    void await(String text) throws IOException, InterruptedException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!Files.readString(log).contains(text)) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException("No '" + text + "' in " + Files.readString(log));
        }
        Thread.sleep(20);
      }
    }

    Result end() throws IOException, InterruptedException {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("The application hangs: " + Files.readString(log));
      }
      return new Result(process.exitValue(), Files.readString(log));
    }
  }

  /**
   * Submits the jar.
   *
   * @param options of Spark's, besides the usual ones
   */
  Submission submit(String name, List<String> options, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of("-Xmx1g", "--add-modules", "jdk.incubator.vector",
        "org.apache.spark.deploy.SparkSubmit", "--master", master, "--conf", "spark.ui.enabled=false",
        "--conf", "spark.driver.host=127.0.0.1", "--conf", "spark.driver.bindAddress=127.0.0.1",
        "--conf", "spark.executor.memory=1g", "--conf", "spark.executor.extraJavaOptions=" + VECTOR_API));
    words.addAll(options);
    words.add(System.getProperty("spark.jar"));
    words.addAll(Arrays.asList(arguments));
    return new Submission(start(name, words), folder.resolve(name + ".log"));
  }

  /** Submits the jar and waits for its end. */
  Result run(String name, String... arguments) throws IOException, InterruptedException {
    return submit(name, List.of(), arguments).end();
  }

  /** Kills one executor, as a machine's failure would. */
  void killExecutor() {
    ProcessHandle executor = processes.stream().flatMap(process -> process.toHandle().children())
        .filter(child -> child.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
        .findFirst().orElseThrow();
    executor.destroyForcibly();
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
