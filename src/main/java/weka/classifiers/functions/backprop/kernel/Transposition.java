package weka.classifiers.functions.backprop.kernel;

/** Copies of matrices with rows and columns exchanged. */
public final class Transposition {

  /** Columns that are copied together, whose cache lines are written to while they are at hand. */
  private static final int COLUMNS = 64;

  private Transposition() {
  }

  /**
   * A part of Mᵀ: m_ij for the rows {@code from} to {@code to - 1} and the columns {@code fromColumn} to
   * {@code toColumn - 1} of M.
   *
   * @param matrix M [rows × columns]; not modified
   * @param transposed Mᵀ [columns × rows]; modified
   */
  public static void transpose(float[][] matrix, int from, int to, int fromColumn, int toColumn, float[][] transposed) {
    for (int j = fromColumn; j < toColumn; j += COLUMNS) {
      block(matrix, from, to, j, Math.min(toColumn, j + COLUMNS), transposed);
    }
  }

  private static void block(float[][] matrix, int from, int to, int fromColumn, int toColumn, float[][] transposed) {
    int i = from;
    for (; i + 4 <= to; i += 4) {
      fourRows(matrix[i], matrix[i + 1], matrix[i + 2], matrix[i + 3], i, fromColumn, toColumn, transposed);
    }
    for (; i < to; i++) {
      float[] row = matrix[i];
      for (int j = fromColumn; j < toColumn; j++) {
        transposed[j][i] = row[j];
      }
    }
  }

  /** Rows i to i + 3, so that each row of the transposed matrix is looked up once for all of them. */
  private static void fourRows(float[] row0, float[] row1, float[] row2, float[] row3, int i, int fromColumn,
      int toColumn, float[][] transposed) {
    for (int j = fromColumn; j < toColumn; j++) {
      float[] column = transposed[j];
      column[i] = row0[j];
      column[i + 1] = row1[j];
      column[i + 2] = row2[j];
      column[i + 3] = row3[j];
    }
  }
}
