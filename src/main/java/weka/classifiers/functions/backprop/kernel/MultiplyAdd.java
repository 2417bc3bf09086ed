package weka.classifiers.functions.backprop.kernel;

/** Adds a product to a sum: with one rounding where the processor has an instruction for it, with two elsewhere. */
final class MultiplyAdd {

  /** Whether {@link Math#fma} is an instruction; otherwise it computes with big decimals. */
  static final boolean FUSED = fastest() < 1000;

  private MultiplyAdd() {
  }

  /** a·b + sum. */
  static float madd(float a, float b, float sum) {
    return FUSED ? Math.fma(a, b, sum) : a * b + sum;
  }

  /**
   * Nanoseconds of the fastest of 20 calls. As an instruction it takes less than 100, even interpreted; with big
   * decimals, which nothing has compiled yet, more than 10,000. The JVM tells its option UseFMA only through the
   * management classes, and loading them takes 20 milliseconds.
   */
  private static long fastest() {
    long fastest = Long.MAX_VALUE;
    float sum = 0;
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      sum = Math.fma(1.1f, sum, 0.1f);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return sum > 0 ? fastest : Long.MAX_VALUE;
  }
}
