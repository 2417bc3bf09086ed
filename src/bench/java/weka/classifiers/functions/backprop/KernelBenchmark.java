package weka.classifiers.functions.backprop;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import weka.classifiers.functions.backprop.kernel.Kernel;
import weka.classifiers.functions.backprop.kernel.Kernels;

/** Y = X·W + b with m rows, n units and k inputs: our kernel against OpenBLAS on one thread and netlib's Java code. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class KernelBenchmark {

  /** m, n, k. */
  @Param({"32,16,16", "32,64,32", "32,128,784", "128,128,784", "128,256,784", "256,512,512", "128,10,128", "32,3,8",
      "32,100,64"})
  public String size;

  private int m;
  private int n;
  private int k;
  private float[][] x;
  private float[][] w;
  private float[][] y;
  private float[] flatX;
  private float[] flatW;
  private float[] flatY;
  private FloatPointer nativeX;
  private FloatPointer nativeW;
  private FloatPointer nativeY;
  private final Kernel kernel = Kernels.get();
  private final BLAS netlib = JavaBLAS.getInstance();

  /** The same random matrices for all. */
  @Setup
  public void fill() {
    String[] sizes = size.split(",");
    m = Integer.parseInt(sizes[0]);
    n = Integer.parseInt(sizes[1]);
    k = Integer.parseInt(sizes[2]);
    x = random(m, k);
    w = random(k + 1, n);
    y = Kernel.matrix(m, n);
    flatX = flatten(x, k);
    flatW = flatten(Arrays.copyOf(w, k), n);
    flatY = new float[m * n];
    nativeX = new FloatPointer(flatX);
    nativeW = new FloatPointer(flatW);
    nativeY = new FloatPointer(flatY);
    openblas.blas_set_num_threads(1);
  }

  private static float[][] random(int rows, int width) {
    Random random = new Random(rows);
    float[][] matrix = Kernel.matrix(rows, width);
    for (float[] row : matrix) {
      for (int j = 0; j < width; j++) {
        row[j] = random.nextFloat() - 0.5f;
      }
    }
    return matrix;
  }

  private static float[] flatten(float[][] matrix, int width) {
    float[] flat = new float[matrix.length * width];
    for (int i = 0; i < matrix.length; i++) {
      System.arraycopy(matrix[i], 0, flat, i * width, width);
    }
    return flat;
  }

  /** Our affine map. */
  @Benchmark
  public float[][] affine() {
    kernel.affine(x, w, k, n, y, 0, m);
    return y;
  }

  /** Our weight gradient, of the same size: m units' deltas, n inputs, k instances are as many multiply-adds. */
  @Benchmark
  public float[][] weightGradient() {
    kernel.weightGradient(x, y, m, n, w, 0, k);
    return w;
  }

  /** OpenBLAS, off the heap. */
  @Benchmark
  public FloatPointer openBlas() {
    openblas.cblas_sgemm(openblas.CblasRowMajor, openblas.CblasNoTrans, openblas.CblasNoTrans, m, n, k, 1, nativeX, k,
        nativeW, n, 0, nativeY, n);
    return nativeY;
  }

  /**
   * netlib's Java 11 code, in a JVM without the Vector API, which it would choose. It is column-major, so it gets Yᵀ =
   * Wᵀ·Xᵀ.
   */
  @Benchmark
  @Fork(value = 1, jvmArgs = "-Xmx2g")
  public float[] netlib() {
    netlib.sgemm("N", "N", n, m, k, 1, flatW, n, flatX, k, 0, flatY, n);
    return flatY;
  }
}
