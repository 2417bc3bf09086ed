package weka.classifiers.functions.backprop.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * Chooses the kernel of this JVM, once: explicit vectors where the JVM was started with the Vector API and compiles it
 * well, plain Java otherwise. Both give the same results where plain Java
 * {@link Kernel#fusesMultiplyAdd fuses multiply-add}, and differ by rounding only elsewhere.
 */
public final class Kernels {

  /** System property that overrules the choice: {@code plain}. */
  public static final String PROPERTY = "backprop.kernel";

  private static final String MODULE = "jdk.incubator.vector";
  private static final String NO_MODULE = "the JVM was started without the module " + MODULE;
  private static final Kernel KERNEL;
  private static final String REASON;

  static {
    Optional<String> obstacle = obstacle();
    KERNEL = obstacle.isPresent() ? new PlainKernel() : vectorKernel();
    REASON = obstacle.orElse("the JVM has the module " + MODULE);
  }

  private Kernels() {
  }

  /** The kernel of this JVM; it has no state and any number of threads may use it. */
  public static Kernel get() {
    return KERNEL;
  }

  /** Which kernel runs and why, for people. */
  public static String description() {
    return KERNEL.name() + " (" + REASON + ")";
  }

  /** How to get a faster kernel, in a sentence; nothing if that of this JVM was asked for or is the fastest. */
  public static Optional<String> advice() {
    return REASON.equals(NO_MODULE)
        ? Optional.of("For a faster kernel start Java with --add-modules " + MODULE + ".") : Optional.empty();
  }

  /** Why explicit vectors would fail or be slow here. */
  private static Optional<String> obstacle() {
    if ("plain".equals(System.getProperty(PROPERTY))) {
      return Optional.of("the system property " + PROPERTY + " asks for it");
    }
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return Optional.of(NO_MODULE);
    }
    // Without C2 every vector is an object, and without the instruction fused multiply-add is computed in big decimals.
    String vm = System.getProperty("java.vm.info", "");
    if (vm.contains("interpreted") || vm.contains("emulated-client")) {
      return Optional.of("the Vector API is slow without HotSpot's C2 compiler");
    }
    if (!vmOption("UseFMA")) {
      return Optional.of("the processor or the JVM has no fused multiply-add");
    }
    return Optional.empty();
  }

  private static boolean vmOption(String name) {
    try {
      var hotSpot = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return Boolean.parseBoolean(hotSpot.getVMOption(name).getValue());
    } catch (RuntimeException | LinkageError e) {
      // Another JVM than HotSpot, or one without the management module.
      return false;
    }
  }

  /** By name, since linking the class fails where the module is absent. */
  private static Kernel vectorKernel() {
    try {
      return (Kernel) Class.forName(Kernels.class.getPackageName() + ".VectorKernel").getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The JVM has the module " + MODULE + ", but not as expected.", e);
    }
  }
}
