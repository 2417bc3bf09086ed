package weka.classifiers.functions.backprop.session;

/** Java's heap, in bytes. */
final class Heap {

  private Heap() {
  }

  /** The most that Java may use. */
  static double most() {
    return Runtime.getRuntime().maxMemory();
  }

  /** What is free of it before the next garbage collection. */
  static double free() {
    Runtime runtime = Runtime.getRuntime();
    return (double) runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }

  /** The same, after a garbage collection if less than that is free. */
  static double free(double wanted) {
    if (free() < wanted) {
      System.gc();
    }
    return free();
  }
}
