package weka.classifiers.functions.backprop.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice of a kernel is made once for a JVM, so each case starts one. */
class KernelsTest {

  /** Prints which kernel runs. */
  static final class Print {

    private Print() {
    }

    public static void main(String[] args) {
      System.out.println(Kernels.description());
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
      "'', plain Java, without the module jdk.incubator.vector",
      "--add-modules=jdk.incubator.vector, Vector API, has the module",
      "--add-modules=jdk.incubator.vector -Dbackprop.kernel=plain, plain Java, backprop.kernel",
      "--add-modules=jdk.incubator.vector -Xint, plain Java, C2",
      "--add-modules=jdk.incubator.vector -XX:TieredStopAtLevel=1, plain Java, C2",
      "--add-modules=jdk.incubator.vector -XX:-UseFMA, plain Java, fused multiply-add"})
  void explicitVectorsRunWhereTheJvmCompilesThemWell(String options, String kernel, String reason) throws Exception {
    String description = describe(options);
    assertTrue(description.contains(kernel) && description.contains(reason), description);
  }

  private static String describe(String options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Stream.of(options.split(" ")).filter(option -> !option.isEmpty()).forEach(command::add);
    command.addAll(List.of("-cp", folder(Kernels.class) + File.pathSeparator + folder(Print.class),
        Print.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Options that the tests themselves may have been started with.
    builder.environment().keySet().removeAll(Set.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  private static String folder(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  /** A run of the tests that is meant for vectors must not pass without them. */
  @Test
  void theTestsRunWithVectorsIfTheyWereStartedWithTheModule() {
    boolean asked = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        && !"plain".equals(System.getProperty(Kernels.PROPERTY));
    assertEquals(!asked, Kernels.get() instanceof PlainKernel, Kernels.description());
    assertTrue(Kernels.description().startsWith(Kernels.get().name() + " ("), Kernels.description());
    assertEquals(ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()
        && !"plain".equals(System.getProperty(Kernels.PROPERTY)), Kernels.advice().isPresent());
  }
}
