package weka.classifiers.functions.backprop.kernel;

/**
 * The few operations that training and prediction spend their time in.
 *
 * <p>A matrix is an array of rows and each row is an array of its own: HotSpot's C2 vectorises loops over several such
 * rows, but not loops over one flat array with several offsets, and explicit vector code runs as fast on either. Rows
 * are padded to {@link #padded whole vectors}; the padding is scratch space that no result depends on.
 *
 * <p>Every element of a result is summed in the order of its terms, whichever range of rows a call covers. Splitting
 * the work by rows, in whatever way, therefore gives the same bits.
 */
public interface Kernel {

  /** Floats in the widest vector that any kernel uses; row lengths are multiples of it. */
  int LANES = 16;

  /**
   * An affine map of rows, S = X·W + b, for the rows {@code from} to {@code to - 1}: s_j = b_j + Σ_i x_i w_ij. On the
   * way forward these are the weighted sums of a layer; on the way back W is a transposed matrix and b is 0.
   *
   * @param inputs X [rows × terms]; not modified
   * @param parameters W, and b as its last row [terms + 1 × width]; not modified
   * @param terms number of inputs, the terms of each sum
   * @param width number of sums in a row
   * @param sums S [rows × width]; modified
   */
  void affine(float[][] inputs, float[][] parameters, int terms, int width, float[][] sums, int from, int to);

  /**
   * The gradient of a layer's weights, G = Xᵀ·Δ, for the weights of the inputs {@code from} to {@code to - 1}:
   * ∂E/∂w_ij = Σ over the mini-batch of x_i Δ_j.
   *
   * @param inputs X [terms × inputs]; not modified
   * @param deltas Δ [terms × width]; not modified
   * @param terms instances in the mini-batch, the terms of each sum
   * @param width number of units of the layer
   * @param gradient G [inputs × width]; modified
   */
  void weightGradient(float[][] inputs, float[][] deltas, int terms, int width, float[][] gradient, int from,
      int to);

  /**
   * A sum of few rows out of many: sum ← sum + Σ_k a_k R[r_k] for the entries {@code from} to {@code to - 1}. With a
   * sparse instance's columns and values and the rows of W it is a layer's weighted sums; with a column's instances and
   * values and the rows of Δ it is a row of the gradient.
   *
   * @param indices r, rows of R; not modified
   * @param factors a; not modified
   * @param rows R [any × width]; not modified
   * @param sum [width]; modified
   */
  void addRows(int[] indices, float[] factors, int from, int to, float[][] rows, int width, float[] sum);

  /**
   * Whether a product is added to its sum with one rounding for both (fused multiply-add). Otherwise both are rounded.
   */
  boolean fusesMultiplyAdd();

  /**
   * Rows of a gradient to compute by one call of {@link #weightGradient}: enough to be worth what the kernel prepares
   * for them, and few enough to be in the second-level cache afterwards. Results don't depend on it.
   */
  int gradientRows();

  /** Name for people, such as that of the technique it runs on. */
  String name();

  /** Length of the array for a row of {@code width} values: the next multiple of {@link #LANES}. */
  static int padded(int width) {
    return (width + LANES - 1) / LANES * LANES;
  }

  /** A new matrix of zeros [rows × width] with padded rows. */
  static float[][] matrix(int rows, int width) {
    int length = padded(width);
    float[][] matrix = new float[rows][];
    // new float[rows][length] is compiled to a call of the runtime, which a prediction of one row takes longer for.
    for (int row = 0; row < rows; row++) {
      matrix[row] = new float[length];
    }
    return matrix;
  }
}
