package weka.classifiers.functions.backprop.kernel;

/** Holds the kernel that this JVM uses. */
public final class Kernels {

  private static final Kernel KERNEL = new PlainKernel();

  private Kernels() {
  }

  /** The kernel of this JVM, chosen once; it has no state and any number of threads may use it. */
  public static Kernel get() {
    return KERNEL;
  }
}
